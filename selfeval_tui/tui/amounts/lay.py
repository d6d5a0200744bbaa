"""A line for each sheet that has a money table: 附件号, 预算数, 执行数, 执行率, 项目名称."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from selfeval_tui.sheet import Address, Batch, Sheet, money_cell, sheet_mark
from selfeval_tui.spec.model import Field, Role
from selfeval_tui.tui.fill.lay import GUTTER
from selfeval_tui.tui.fill.lines import Box, Line, LineKind, Part, Section, SheetLines, Track

TITLE = "各表金额"
MONEY = (Role.BUDGET, Role.SPENT)
WIDEST_MARK = 14
AMOUNT_TRACK = Track(15, grow=1)
RATE_TRACK = Track(24)
"""Room for a rate with the computed one beside it: 94%（按B/A应为95.2%）."""
NAME_TRACK = Track(12, grow=1)
UNIT_TRACK = Track(6, rigid=True)

_MARK = Box(Part.MARK)


def lay_amounts(batch: Batch) -> SheetLines:
    """Lay out the amounts of all sheets.

    Returns:
        A header, and a line for each sheet with a money table; its total row counts where it
        has several.
    """
    sheets = [sheet for sheet in batch.sheets if has_amounts(sheet)]
    units = {unit for sheet in sheets for unit in [_unit(sheet)]}
    tracks = _tracks(sheets, several=len(units) > 1)
    unit = f"（{units.pop()}）" if len(units) == 1 else ""
    names = ("附件号", f"预算数{unit}", f"执行数{unit}", "执行率", *(() if unit else ("单位",)))
    labels = tuple(Box(Part.LABEL, name) for name in (*names, "项目名称"))
    lines = [Line(LineKind.HEADER, (_MARK, *labels), tracks, 0)]
    for sheet in sheets:
        boxes = _boxes(sheet, with_unit=not unit)
        lines.append(Line(LineKind.ROW, (_MARK, *boxes), tracks, 0))
    return SheetLines(tuple(lines), (Section(TITLE, 0),))


def has_amounts(sheet: Sheet) -> bool:
    """Whether a sheet has a money table."""
    return all(money_cell(sheet, role) is not None for role in MONEY)


def _boxes(sheet: Sheet, *, with_unit: bool) -> Iterator[Box]:
    yield _of_sheet(sheet, Role.ATTACHMENT, sheet.spec.name)
    for role in MONEY:
        yield _of_money(sheet, role, fixed=False)
    yield _of_money(sheet, Role.RATE, fixed=True)
    if with_unit:
        yield Box(Part.LABEL, _unit(sheet))
    yield _of_sheet(sheet, Role.PROJECT_NAME, "")


def _of_sheet(sheet: Sheet, role: Role, otherwise: str) -> Box:
    """A field that says which sheet this is; it is read here and filled on the sheet."""
    field = sheet.spec.field_with_role(role)
    if field is None:
        return Box(Part.LABEL, otherwise)
    return Box(Part.VALUE, address=Address(sheet.id, field.name), field=field, fixed=True)


def _of_money(sheet: Sheet, role: Role, *, fixed: bool) -> Box:
    cell = money_cell(sheet, role)
    if cell is None:
        return Box(Part.LABEL)
    return Box(Part.VALUE, address=cell, field=_column(sheet, cell), fixed=fixed)


def _column(sheet: Sheet, cell: Address) -> Field:
    return sheet.spec.table(cell.table).column(cell.name)


def _unit(sheet: Sheet) -> str:
    cell = money_cell(sheet, Role.BUDGET)
    return _column(sheet, cell).unit if cell else ""


def _tracks(sheets: Sequence[Sheet], *, several: bool) -> tuple[Track, ...]:
    widest = max((cell_len(sheet_mark(sheet)) for sheet in sheets), default=0) + 2
    mark = Track(min(max(widest, 8), WIDEST_MARK), rigid=True)
    units = (UNIT_TRACK,) if several else ()
    return (GUTTER, mark, AMOUNT_TRACK, AMOUNT_TRACK, RATE_TRACK, *units, NAME_TRACK)
