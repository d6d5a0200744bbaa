"""The names that a rule may speak from where it is asked, and how each is looked up."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from selfeval_tui.checks.functions import RULE_FUNCTIONS
from selfeval_tui.checks.members import ACCOUNTS, BATCH, CELL, INDICATOR, KINDS, ROWS, SHEET
from selfeval_tui.checks.rule import Each
from selfeval_tui.checks.views import BatchView, CellView, RowView, SheetView, View
from selfeval_tui.sheet import Address
from selfeval_tui.sheet.accounts import figure, figures_sheet
from selfeval_tui.spec import Names, Reference, Scope, Value

Lookup = Callable[[Reference], Value]

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


def places(year: BatchView, each: Each) -> Iterator[View]:
    """Every place of one sort."""
    if each is Each.BATCH:
        yield year
        return
    for sheet in year.sheets:
        yield from places_of(sheet, each)


def places_of(sheet: SheetView, each: Each) -> Iterator[View]:
    """Every place of one sort on one sheet."""
    if each is Each.SHEET:
        yield sheet
    elif each is Each.INDICATOR:
        yield from sheet.rows
    elif each is Each.CELL:
        yield from sheet.cells()


def sheet_of(view: View) -> SheetView | None:
    """The sheet that a place belongs to; None for the year."""
    if isinstance(view, BatchView):
        return None
    return view if isinstance(view, SheetView) else view.sheet


def year_of(view: View) -> BatchView:
    """The year that a place belongs to."""
    sheet = sheet_of(view)
    if sheet is None:
        assert isinstance(view, BatchView)
        return view
    return sheet.year


def lookup_in(view: View) -> Lookup:
    """How names are looked up from a place."""
    return lambda need: _look_up(view, need)


def _look_up(view: View, need: Reference) -> Value:
    if need.scope is Scope.KIND:
        return _of_other_sheets(year_of(view), need)
    sheet = sheet_of(view)
    if need.scope is Scope.TABLE:
        assert sheet is not None
        return _column(sheet, need)
    if isinstance(view, CellView) and need.name in CELL:
        return CELL[need.name].value(view)
    if isinstance(view, RowView) and need.name in INDICATOR:
        return _of_row(view, need.name)
    if sheet is not None and need.name in SHEET:
        return _of_sheet(sheet, need.name)
    return _of_year(year_of(view), need.name)


def _of_other_sheets(year: BatchView, need: Reference) -> Value:
    if need.owner == ACCOUNTS:
        return (figure(year.batch, need.name),)
    return tuple(_of_sheet(each, need.name) for each in year.of_kind(KINDS[need.owner]))


def _column(sheet: SheetView, need: Reference) -> Value:
    key = str(need)
    if key not in sheet.memo:
        sheet.memo[key] = tuple(_of_row(row, need.name) for row in sheet.rows)
    return sheet.memo[key]


def _of_row(view: RowView, name: str) -> Value:
    if name not in view.memo:
        view.memo[name] = INDICATOR[name].value(view)
    return view.memo[name]


def _of_sheet(view: SheetView, name: str) -> Value:
    if name not in view.memo:
        view.memo[name] = SHEET[name].value(view)
    return view.memo[name]


def _of_year(view: BatchView, name: str) -> Value:
    if name not in view.memo:
        view.memo[name] = BATCH[name].value(view)
    return view.memo[name]


def cells_of(view: View, name: str) -> Iterator[Address]:
    """The cells that a name of `at` points to."""
    owner, _, member = name.rpartition(".")
    sheet = sheet_of(view)
    if owner == ACCOUNTS:
        figures = figures_sheet(year_of(view).batch)
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
