"""How the names of rules are looked up: found once for all places of a sort, then only called."""

from collections.abc import Callable
from typing import Any

from selfeval_tui.checks.each import Each
from selfeval_tui.checks.member import Member
from selfeval_tui.checks.members import ACCOUNTS, BATCH, CELL, INDICATOR, KINDS, SHEET
from selfeval_tui.checks.template import Run
from selfeval_tui.checks.views import BatchView, SheetView
from selfeval_tui.sheet.accounts import figure
from selfeval_tui.spec import Reference, Scope, Value, usable


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
            return _of_year(each, _in_kind(KINDS[need.owner], name))
        case Scope.TABLE:
            return _of_sheet(each, _in_rows(str(need), name))
    if each is Each.CELL and name in CELL:
        return CELL[name].value
    if each is Each.INDICATOR and name in INDICATOR:
        return _remembered(name, INDICATOR[name])
    if each is not Each.BATCH and name in SHEET:
        return _of_sheet(each, _remembered(name, SHEET[name]))
    return _of_year(each, _remembered(name, BATCH[name]))


def _of_sheet(each: Each, run: Run) -> Run:
    """What a sheet says, asked of a place on it."""
    return run if each is Each.SHEET else lambda view: run(view.sheet)


def _of_year(each: Each, run: Run) -> Run:
    """What the year says, asked of a place in it."""
    if each is Each.BATCH:
        return run
    return _of_sheet(each, lambda sheet: run(sheet.year))


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
    return _of_sheet(each, lambda sheet: (figure(sheet.batch, name, sheet.year_typed),))


def _in_kind(kind: str, name: str) -> Callable[[BatchView], Value]:
    """What every sheet of a kind says."""
    one = _remembered(name, SHEET[name])
    return lambda year: tuple(map(one, year.of_kind(kind)))


def _in_rows(key: str, name: str) -> Callable[[SheetView], Value]:
    """What every row of a sheet says."""
    one = _remembered(name, INDICATOR[name])
    column: Member[SheetView] = Member(lambda sheet: tuple(map(one, sheet.rows)))
    return _remembered(key, column)
