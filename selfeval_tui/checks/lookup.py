"""How the names of rules are looked up: found once for all places of a sort, then only called."""

from collections.abc import Callable
from typing import Any

from selfeval_tui.checks.each import Each
from selfeval_tui.checks.member import Member
from selfeval_tui.checks.members import ACCOUNTS, BATCH, CELL, INDICATOR, KINDS, SHEET
from selfeval_tui.checks.template import Run
from selfeval_tui.checks.views import BatchView, SheetView, sheet_of, year_of
from selfeval_tui.sheet.accounts import figure
from selfeval_tui.spec import Reference, Scope, Value, usable

Climb = Callable[[Any], Any]
"""From a place to its sheet, or to its year."""


def resolver(each: Each, need: Reference) -> Run:  # noqa: PLR0911
    """How a name is looked up from any place of a sort.

    Args:
        each: The sort of place.
        need: A name that rules asked there may speak.
    """
    name = need.name
    match need.scope:
        case Scope.KIND if need.owner == ACCOUNTS:
            return _in_accounts(each, name)
        case Scope.KIND:
            return _seen_from(year_of, _in_kind(KINDS[need.owner], name))
        case Scope.TABLE:
            return _seen_from(sheet_of, _in_rows(str(need), name))
    if each is Each.CELL and name in CELL:
        return CELL[name].value
    if each is Each.INDICATOR and name in INDICATOR:
        return _remembered(name, INDICATOR[name])
    if each is not Each.BATCH and name in SHEET:
        return _seen_from(sheet_of, _remembered(name, SHEET[name]))
    return _seen_from(year_of, _remembered(name, BATCH[name]))


def _seen_from(climb: Climb, run: Run) -> Run:
    return lambda view: run(climb(view))


def _remembered(name: str, member: Member[Any]) -> Run:
    """A member that is asked once for each view, until the view forgets."""
    value = member.value

    def run(view: Any) -> Value:  # noqa: ANN401 - See Run.
        found: Value | None = view.memo.get(name)
        if found is None:
            found = view.memo[name] = usable(value(view))
        return found

    return run


def _in_accounts(each: Each, name: str) -> Run:
    """What the accounts say, for a sheet those of its own year."""
    if each is Each.BATCH:
        return lambda year: (figure(year.batch, name),)
    return _seen_from(sheet_of, lambda sheet: (figure(sheet.batch, name, sheet.year_typed),))


def _in_kind(kind: str, name: str) -> Callable[[BatchView], Value]:
    """What every sheet of a kind says."""
    one = _remembered(name, SHEET[name])
    return lambda year: tuple(map(one, year.of_kind(kind)))


def _in_rows(key: str, name: str) -> Callable[[SheetView], Value]:
    """What every row of a sheet says."""
    one = _remembered(name, INDICATOR[name])
    column: Member[SheetView] = Member(lambda sheet: tuple(map(one, sheet.rows)))
    return _remembered(key, column)
