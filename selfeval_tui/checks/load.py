"""Loading packs of rules: every fault at once, with file, rule and what is wrong."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

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
_FIRST, _LAST = "rules", ".toml"
"""How the name of a file of rules begins and ends."""
_KEYS = frozenset(
    {
        "id", "severity", "each", "kind", "when", "test", "actual", "expected", "gap", "at",
        "settled_by", "say", "fix", "why", "example", "at_check",
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
    if not where.is_dir():
        return ()
    files_of_rules = (
        each
        for each in sorted(where.iterdir(), key=lambda each: each.name)
        if each.name.startswith(_FIRST) and each.name.endswith(_LAST)
    )
    text = "\n".join(each.read_text(encoding="utf-8") for each in files_of_rules)
    return read_rules(text, name, _figures_of(name))


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


_Code = TypeVar("_Code", bound=StrEnum)


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
        each = self._choice(name, "each", str(table["each"]), Each)
        severity = self._choice(name, "severity", str(table["severity"]), Severity)
        if each is None or severity is None:
            return None
        try:
            return self._rule(table, each, severity)
        except FormulaError as fault:
            self.faults.append(f"{name}：{fault}")
            return None

    def _choice(self, rule: str, key: str, said: str, choices: type[_Code]) -> _Code | None:
        """The member of that code; None, and a fault, where there is none."""
        known = {member.value: member for member in choices}
        if said not in known:
            hint = did_you_mean(said, known)
            self.faults.append(f"{rule}：{key} 没有“{said}”这种写法。{hint}")
        return known.get(said)

    def _rule(self, table: Mapping[str, Any], each: Each, severity: Severity) -> Rule:
        names = names_of(each, self.figures)

        def formula(key: str) -> Formula | None:
            return compile_formula(table[key], names) if table.get(key) else None

        for name in table["at"]:
            if not can_point(each, name, self.figures):
                self.faults.append(f"{table['id']}：at 不能指向“{name}”")
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
            gap=formula("gap"),
            settled_by=formula("settled_by"),
            at_check=bool(table.get("at_check", False)),
            example=table.get("example", ""),
            pack=self.pack,
        )
