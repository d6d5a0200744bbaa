"""Reading a pack of rules: every fault at once, with file, rule and what is wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from attrs import Factory, define, evolve

from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.places import can_point, names_of
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.template import compile_template
from selfeval_tui.problems import SpecError
from selfeval_tui.spec import Formula, FormulaError, Names, compile_formula
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.toml import TomlError, exact, read_values

LIMIT = "界限"
"""What the expressions of a rule call its limit."""
_TEXTS = frozenset(
    {
        "id", "severity", "each", "kind", "when", "test", "actual", "expected", "gap",
        "settled_by", "say", "fix", "why", "example",
    }
)  # fmt: skip
_KEYS = _TEXTS | {"at", "at_check", "limit"}
_NEEDED = ("id", "severity", "each", "test", "at", "say", "fix", "why")


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
        tables = read_values(text, exact).get("rule", [])
    except TomlError as fault:
        raise SpecError(f"规则 {pack}：{fault.said}") from None
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise SpecError(f"规则 {pack}：每条规则以 [[rule]] 开头")
    reader = _Reader(pack, figures, _limits(tables))
    rules = tuple(reader.read(table) for table in tables)
    reader.faults.extend(_doubles(str(table.get("id", "")) for table in tables))
    if reader.faults:
        lines = dict.fromkeys(reader.faults)
        raise SpecError("\n".join([f"规则 {pack} 有 {len(lines)} 处错误：", *lines]))
    return tuple(rule for rule in rules if rule is not None)


def with_limit(rule: Rule, limit: Decimal, figures: frozenset[str] = frozenset()) -> Rule:
    """The rule with another limit.

    Args:
        rule: One that has a limit.
        limit: The new one.
        figures: What the accounts of its family say.
    """
    names = _names(rule.each, figures, limit)

    def again(formula: Formula | None) -> Formula | None:
        return compile_formula(formula.source, names) if formula else None

    return evolve(
        rule,
        limit=limit,
        test=compile_formula(rule.test.source, names),
        when=again(rule.when),
        actual=again(rule.actual),
        expected=again(rule.expected),
        gap=again(rule.gap),
        settled_by=again(rule.settled_by),
        say=compile_template(rule.say.source, names),
    )


def _names(each: Each, figures: frozenset[str], limit: Decimal | None) -> Names:
    names = names_of(each, figures)
    return names if limit is None else evolve(names, constants={LIMIT: limit})


def _limits(tables: Sequence[Mapping[str, Any]]) -> dict[str, Decimal]:
    """The limits that are numbers, by rule."""
    said = ((table.get("id"), number_of(table.get("limit"))) for table in tables)
    return {name: limit for name, limit in said if isinstance(name, str) and limit is not None}


def number_of(value: object) -> Decimal | None:
    """A number of a TOML file; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return number if number.is_finite() else None


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
    limits: Mapping[str, Decimal]
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
        self.faults.extend(f"{name}：{said}" for said in _wrong_sorts(table))
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

    def _limit(self, table: Mapping[str, Any]) -> tuple[Decimal | None, str]:
        """The limit of a rule, and the rule whose limit it shares."""
        said = table.get("limit")
        if not isinstance(said, str):
            return number_of(said), ""
        if said not in self.limits:
            hint = did_you_mean(said, self.limits)
            self.faults.append(f"{table['id']}：没有“{said}”这条带 limit 的规则。{hint}")
        return self.limits.get(said), said

    def _rule(self, table: Mapping[str, Any], each: Each, severity: Severity) -> Rule:
        limit, limit_of = self._limit(table)
        names = _names(each, self.figures, limit)

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
            at_check=table.get("at_check", False),
            example=table.get("example", ""),
            pack=self.pack,
            limit=limit,
            limit_of=limit_of,
        )


def _wrong_sorts(table: Mapping[str, Any]) -> Iterator[str]:
    """What is said of values of a wrong sort; a pack may come from anywhere."""
    yield from (
        f"“{key}”应是加引号的文字"
        for key in sorted(_TEXTS & table.keys())
        if not isinstance(table[key], str)
    )
    at = table.get("at", [])
    if not isinstance(at, list) or not all(isinstance(name, str) for name in at):
        yield "“at”应是方括号里的几个名称"
    if not isinstance(table.get("at_check", False), bool):
        yield "“at_check”应是 true 或 false"
    limit = table.get("limit", 0)
    if not isinstance(limit, str) and number_of(limit) is None:
        yield "“limit”应是一个数，或另一条规则的编号"
