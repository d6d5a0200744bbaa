"""Write a formula and its values in one line of a test."""

from collections.abc import Mapping
from decimal import Decimal

from selfeval_tui.spec import BLANK, Names, Reference, Value, compile_formula

Given = Decimal | int | str | bool | tuple[Decimal | int | str, ...]

TABLES = {"资金": frozenset(["预算数", "执行数"]), "指标": frozenset(["得分", "“三公经费”变动率"])}
KINDS = {"project": frozenset(["执行数", "项目名称"])}


def names(*own: str) -> Names:
    """The names of a small sheet."""
    return Names(frozenset(own), TABLES, KINDS)


def value(source: str, given: Mapping[str, Given] | None = None) -> Value:
    """The value of a formula; names that are not given are blank.

    Args:
        source: The formula.
        given: Values by name, `表.列` or `表样.字段`; whole numbers stand for decimals.
    """
    values = {name: _value(each) for name, each in (given or {}).items()}
    own = [name for name in values if "." not in name]
    formula = compile_formula(source, names("预算数", "执行数", "项目名称", "年度", *own))

    def look_up(reference: Reference) -> Value:
        return values.get(str(reference), BLANK)

    return formula.evaluate(look_up)


def _value(given: Given) -> Value:
    if isinstance(given, tuple):
        return tuple(_value(each) for each in given)
    if isinstance(given, int) and not isinstance(given, bool):
        return Decimal(given)
    return given
