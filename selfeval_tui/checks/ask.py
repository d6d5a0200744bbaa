"""Asking one rule at one place: it passes, fails, is settled, is skipped, or breaks."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from selfeval_tui.checks.finding import Finding, State
from selfeval_tui.checks.places import cells_of, lookup_in, sheet_of
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.template import Lookup, shown
from selfeval_tui.checks.views import View
from selfeval_tui.sheet import Address
from selfeval_tui.spec import Blank, Formula, Scope, Value

NO_NUMBER = ""


def ask_all(rules: Iterable[Rule], view: View) -> Iterator[Finding]:
    """What several rules have to say of a place."""
    answers = (ask(rule, view) for rule in rules)
    return (finding for finding in answers if finding is not None)


def ask(rule: Rule, view: View) -> Finding | None:
    """Ask a rule of a place; None where it passes or does not apply."""
    lookup = lookup_in(view)
    try:
        return _answer(rule, view, lookup)
    except Exception as error:  # noqa: BLE001 - A rule that breaks never takes the form down.
        return _finding(rule, view, State.broken, f"规则 {rule.id} 出错：{type(error).__name__}")


def _answer(rule: Rule, view: View, lookup: Lookup) -> Finding | None:
    if rule.when is not None and rule.when.evaluate(lookup) is not True:
        return None
    holds = rule.test.evaluate(lookup)
    if holds is True:
        return None
    if holds is not False:
        return _skipped(rule, view, lookup)
    return _failed(rule, view, lookup)


def _failed(rule: Rule, view: View, lookup: Lookup) -> Finding:
    actual, expected = _value(rule.actual, lookup), _value(rule.expected, lookup)
    settled = rule.settled_by is not None and rule.settled_by.evaluate(lookup) is True
    return Finding(
        code=rule.id,
        severity=rule.severity,
        state=State.explained if settled else State.open,
        sheet=_sheet_id(view),
        at=tuple(_at(rule, view)),
        message=rule.say.fill(lookup),
        expected="" if expected is None else shown(expected),
        actual="" if actual is None else shown(actual),
        difference=_difference(actual, expected),
        fix=rule.fix,
    )


def _skipped(rule: Rule, view: View, lookup: Lookup) -> Finding:
    missing = tuple(
        str(need)
        for need in sorted(rule.test.needs, key=str)
        if need.scope is Scope.OWN and isinstance(lookup(need), Blank)
    )
    words = f"缺{'、'.join(missing)}，没有查" if missing else "数据不全，没有查"
    return _finding(rule, view, State.skipped, words, missing)


def _finding(
    rule: Rule, view: View, state: State, message: str, missing: tuple[str, ...] = ()
) -> Finding:
    return Finding(
        code=rule.id,
        severity=rule.severity,
        state=state,
        sheet=_sheet_id(view),
        at=tuple(_at(rule, view)),
        message=message,
        fix=rule.fix,
        missing=missing,
    )


def _value(formula: Formula | None, lookup: Lookup) -> Value | None:
    return formula.evaluate(lookup) if formula else None


def _difference(actual: Value | None, expected: Value | None) -> str:
    if isinstance(actual, Decimal) and isinstance(expected, Decimal):
        return shown(abs(actual - expected))
    return NO_NUMBER


def _sheet_id(view: View) -> str:
    sheet = sheet_of(view)
    return sheet.sheet.id if sheet else ""


def _at(rule: Rule, view: View) -> Iterator[Address]:
    for name in rule.at:
        yield from cells_of(view, name)
