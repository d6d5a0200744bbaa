"""Loading packs of rules: every fault at once, with file, rule and what is wrong."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.places import can_point, names_of
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.template import compile_template
from selfeval_tui.problems import SpecError
from selfeval_tui.spec import Formula, FormulaError, compile_formula, load_spec, spec_ids
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import FIGURES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COMMON = "common"
_FILE = "rules.toml"
_KEYS = frozenset(
    {
        "id", "severity", "each", "kind", "when", "test", "actual", "expected", "at", "settled_by",
        "say", "fix", "why", "at_check",
    }
)  # fmt: skip
_NEEDED = ("id", "severity", "each", "test", "at", "say", "fix", "why")


@cache
def shipped_rules(family: str) -> tuple[Rule, ...]:
    """The common rules, and those of a family of forms."""
    return (*_pack(COMMON), *_pack(family))


def _figures_of(family: str) -> frozenset[str]:
    """The figures of the accounts that the family's rules may speak of."""
    spec_id = f"{family}/{FIGURES}"
    return frozenset(load_spec(spec_id).fields) if spec_id in spec_ids() else frozenset()


def _pack(name: str) -> tuple[Rule, ...]:
    root = files("form_specs")
    where: Traversable = root if name == COMMON else root.joinpath(name)
    path = where.joinpath(_FILE)
    return (
        read_rules(path.read_text(encoding="utf-8"), name, _figures_of(name))
        if path.is_file()
        else ()
    )


def read_rules(text: str, pack: str, figures: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """Compile the rules of a pack.

    Args:
        text: The TOML of the pack.
        pack: What it is called.
        figures: What the accounts of its family say.

    Raises:
        SpecError: The message lists every fault.
    """
    try:
        tables = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as fault:
        raise SpecError(f"规则 {pack}：不合 TOML 的写法（{fault}）") from None
    reader = _Reader(pack, figures)
    rules = tuple(reader.read(table) for table in tables)
    reader.faults.extend(_doubles(table.get("id", "") for table in tables))
    if reader.faults:
        lines = dict.fromkeys(reader.faults)
        raise SpecError("\n".join([f"规则 {pack} 有 {len(lines)} 处错误：", *lines]))
    return tuple(rule for rule in rules if rule is not None)


def _doubles(ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            yield f"{each}：编号用了两次"
        seen.add(each)


@define
class _Reader:
    """Reads one rule after another and collects what is wrong with them."""

    pack: str
    figures: frozenset[str]
    faults: list[str] = Factory(list)

    def read(self, table: Mapping[str, Any]) -> Rule | None:
        """One rule; None where it cannot be used."""
        name = str(table.get("id", "（没有编号）"))
        before = len(self.faults)
        for key in table:
            if key not in _KEYS:
                self.faults.append(f"{name}：没有“{key}”这一项。{did_you_mean(key, _KEYS)}")
        for key in _NEEDED:
            if not table.get(key):
                self.faults.append(f"{name}：缺少“{key}”")
        if len(self.faults) > before:
            return None
        return self._compiled(name, table)

    def _compiled(self, name: str, table: Mapping[str, Any]) -> Rule | None:
        try:
            each, severity = Each(table["each"]), Severity(table["severity"])
        except ValueError as fault:
            self.faults.append(f"{name}：{fault}")
            return None
        try:
            return self._rule(table, each, severity)
        except FormulaError as fault:
            self.faults.append(f"{name}：{fault}")
            return None

    def _rule(self, table: Mapping[str, Any], each: Each, severity: Severity) -> Rule:
        names = names_of(each, self.figures)

        def formula(key: str) -> Formula | None:
            return compile_formula(table[key], names) if table.get(key) else None

        for name in table["at"]:
            if not can_point(each, name, self.figures):
                self.faults.append(f"{table['id']}：at 里没有“{name}”这个名称")
        test = formula("test")
        assert test is not None
        return Rule(
            id=table["id"],
            severity=severity,
            each=each,
            test=test,
            at=tuple(table["at"]),
            say=compile_template(table["say"], names),
            fix=table["fix"],
            why=table["why"],
            kind=table.get("kind", ""),
            when=formula("when"),
            actual=formula("actual"),
            expected=formula("expected"),
            settled_by=formula("settled_by"),
            at_check=bool(table.get("at_check", False)),
            pack=self.pack,
        )
