"""The names that a rule may speak from where it is asked, and the cells they point to."""

from collections.abc import Iterator, Mapping
from functools import cache

from selfeval_tui.checks.each import Each
from selfeval_tui.checks.functions import RULE_FUNCTIONS
from selfeval_tui.checks.members import ACCOUNTS, BATCH, CELL, INDICATOR, KINDS, ROWS, SHEET
from selfeval_tui.checks.views import BatchView, CellView, RowView, View, sheet_of, year_of
from selfeval_tui.sheet import Address
from selfeval_tui.sheet.accounts import figures_sheet
from selfeval_tui.spec import Names, Reference, Scope

_OWN: Mapping[Each, tuple[Mapping[str, object], ...]] = {
    Each.CELL: (CELL, SHEET, BATCH),
    Each.INDICATOR: (INDICATOR, SHEET, BATCH),
    Each.SHEET: (SHEET, BATCH),
    Each.BATCH: (BATCH,),
}


@cache
def names_of(each: Each, figures: frozenset[str] = frozenset()) -> Names:
    """Everything a rule may refer to from one sort of place.

    Args:
        each: The sort of place.
        figures: What the accounts of the family say; only the family's own rules speak of them.
    """
    own = frozenset(name for members in _OWN[each] for name in members)
    tables = {} if each is Each.BATCH else {ROWS: frozenset(INDICATOR)}
    kinds = {kind: frozenset(SHEET) for kind in KINDS}
    accounts = {ACCOUNTS: figures} if figures else {}
    return Names(own, tables, {**kinds, **accounts}, RULE_FUNCTIONS)


def looks_around(each: Each, need: Reference) -> bool:
    """Whether a name, spoken of a row or cell, is about more than that row or cell."""
    return need.scope is not Scope.OWN or need.name not in _OWN[each][0]


def looks_beyond(need: Reference) -> bool:
    """Whether a name is about more than one sheet."""
    return need.scope is Scope.KIND or (need.scope is Scope.OWN and need.name in BATCH)


def cells_of(view: View, name: str) -> Iterator[Address]:
    """The cells that a name of `at` points to."""
    owner, _, member = name.rpartition(".")
    sheet = None if isinstance(view, BatchView) else sheet_of(view)
    if owner == ACCOUNTS:
        figures = figures_sheet(year_of(view).batch, sheet.year_typed if sheet else "")
        yield from (Address(figures.id, member),) if figures else ()
    elif owner in KINDS:
        for each in year_of(view).of_kind(KINDS[owner]):
            yield from SHEET[member].cells(each)
    elif owner == ROWS and sheet is not None:
        for row in sheet.rows:
            yield from INDICATOR[member].cells(row)
    elif isinstance(view, CellView) and name in CELL:
        yield from CELL[name].cells(view)
    elif isinstance(view, RowView) and name in INDICATOR:
        yield from INDICATOR[name].cells(view)
    elif sheet is not None and name in SHEET:
        yield from SHEET[name].cells(sheet)


def can_point(each: Each, name: str, figures: frozenset[str] = frozenset()) -> bool:
    """Whether `at` may speak a name from there."""
    owner, _, member = name.rpartition(".")
    if owner == ACCOUNTS:
        return member in figures
    if owner in KINDS:
        return member in SHEET
    if owner == ROWS:
        return each is not Each.BATCH and member in INDICATOR
    return any(name in members for members in _OWN[each])
