"""Asking rules at one place: each passes, fails, is settled, is skipped, or breaks."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from selfeval_tui.checks.finding import Finding, State
from selfeval_tui.checks.places import cells_of
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.template import shown
from selfeval_tui.checks.views import BatchView, CellView, RowView, View, sheet_of
from selfeval_tui.sheet import Address
from selfeval_tui.spec import Blank, Value

NO_NUMBER = ""


def ask_all(rules: Iterable[Rule], view: View) -> tuple[Finding, ...]:
    """What several rules have to say of a place; nothing of those that pass or do not apply."""
    found: list[Finding] = []
    for rule in rules:
        try:
            asked = rule.asked
            if asked.when(view) is not True or (holds := asked.test(view)) is True:
                continue
            found.append(_failed(rule, view) if holds is False else _skipped(rule, view))
        except Exception as error:  # noqa: BLE001 - A rule that breaks never takes the form down.
            found.append(_broken(rule, view, error))
    return tuple(found)


def _failed(rule: Rule, view: View) -> Finding:
    asked = rule.asked
    actual = asked.actual(view) if asked.actual else None
    expected = asked.expected(view) if asked.expected else None
    return Finding(
        code=rule.id,
        severity=rule.severity,
        state=State.explained if asked.settled(view) is True else State.open,
        sheet=_sheet_id(view),
        at=tuple(_at(rule, view)),
        message=asked.say(view),
        expected="" if expected is None else shown(expected),
        actual="" if actual is None else shown(actual),
        difference=_difference(actual, expected, asked.gap(view) if asked.gap else None),
        fix=rule.fix,
    )


def _skipped(rule: Rule, view: View) -> Finding:
    missing = tuple(name for name, run in rule.asked.needs if isinstance(run(view), Blank))
    return Finding(
        code=rule.id,
        severity=rule.severity,
        state=State.skipped,
        sheet=_sheet_id(view),
        at=tuple(_at(rule, view)),
        message=f"缺{'、'.join(missing)}，没有查" if missing else "有内容没有填全或读不出，没有查",
        fix=rule.fix,
        missing=missing,
    )


def _broken(rule: Rule, view: View, error: Exception) -> Finding:
    """Nothing is asked any more: what the rule points to may be what broke it."""
    return Finding(
        code=rule.id,
        severity=rule.severity,
        state=State.broken,
        sheet=_sheet_id(view),
        at=(view.address,) if isinstance(view, CellView | RowView) else (),
        message=f"规则 {rule.id} 没有查成（程序出错：{type(error).__name__}），其余照常查了",
        fix="这不是填报的错；请把编号告诉维护程序的人",
    )


def _difference(actual: Value | None, expected: Value | None, gap: Value | None) -> str:
    if gap is not None:
        return "" if isinstance(gap, Blank) else shown(gap)
    if isinstance(actual, Decimal) and isinstance(expected, Decimal):
        return shown(abs(actual - expected))
    return NO_NUMBER


def _sheet_id(view: View) -> str:
    return "" if isinstance(view, BatchView) else sheet_of(view).sheet.id


def _at(rule: Rule, view: View) -> Iterator[Address]:
    for name in rule.at:
        yield from cells_of(view, name)
