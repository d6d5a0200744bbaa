"""Gives a table of a foreign sheet the rows it needs: cells, merges and the look of a model row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.excel.fill.cells import Look, cell_at, give_look, is_formula, look_of
from selfeval_tui.excel.fill.follow import follow
from selfeval_tui.excel.fill.shift import RowShift

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 1."""


@frozen
class _Body:
    """The rows of the table as the template has them."""

    areas: Mapping[tuple[int, int], Area]
    """The merged range that covers a place."""

    def at(self, row: int, col: int) -> Area:
        """The cell that covers a place, merged or not."""
        return self.areas.get((row, col), (row, col, row, col))


def resize(sheet: "Worksheet", shift: RowShift, columns: Iterable[int]) -> None:
    """Make a table of the sheet have the wanted rows, without merging its own columns downwards.

    Args:
        sheet: The page.
        shift: The rows of the table, and how many they become.
        columns: The columns that will be written, by their first; the others keep what they have.
    """
    columns = tuple(columns)
    areas = [_area(each) for each in sheet.merged_cells.ranges]
    moving = [each for each in areas if each[2] >= shift.first]
    looks = _looks(sheet, shift, areas)
    for area in moving:
        _unmerge(sheet, area)
    _move_cells(sheet, shift)
    follow(sheet, shift)
    _copy_rows(sheet, shift)
    body = _Body({place: each for each in areas for place in _places(each, shift)})
    _dress(sheet, shift, body, looks)
    for area in moving:
        if not (shift.holds(area[0]) and shift.holds(area[2])):
            _merge(sheet, (shift.start(area[0]), area[1], shift.stop(area[2]), area[3]))
    for area in _merged_inside(shift, body, columns, sheet.max_column):
        _merge(sheet, area)


def merge_down(sheet: "Worksheet", row: int, col: int, count: int) -> None:
    """Make one cell of equal neighbours, as wide as the first of them."""
    if count < 2:
        return
    right = col
    for each in [*sheet.merged_cells.ranges]:
        area = _area(each)
        if area[1] == col and row <= area[0] and area[2] < row + count:
            right = area[3]
            _unmerge(sheet, area)
    first, last = cell_at(sheet, row, col), cell_at(sheet, row + count - 1, col)
    frame = copy(first.border)
    frame.bottom = copy(last.border.bottom)
    give_look(first, {"border": frame})
    _merge(sheet, (row, col, row + count - 1, right))


def covering(sheet: "Worksheet", row: int, col: int) -> Area:
    """The cell that covers a place, merged or not."""
    for each in sheet.merged_cells.ranges:
        area = _area(each)
        if area[0] <= row <= area[2] and area[1] <= col <= area[3]:
            return area
    return row, col, row, col


def _looks(
    sheet: "Worksheet", shift: RowShift, areas: Sequence[Area]
) -> dict[tuple[int, int], Look]:
    """How each merged cell of the table looks; taking a merge apart leaves only its first cell."""
    tops = ((top, left) for top, left, *_ in areas if shift.holds(top))
    return {(top, left): look_of(cell_at(sheet, top, left)) for top, left in tops}


def _places(area: Area, shift: RowShift) -> Iterable[tuple[int, int]]:
    """What a merged range covers of the table's rows, or of the row that serves as a model."""
    rows = range(max(area[0], min(shift.first, shift.model)), min(area[2] + 1, shift.end))
    return ((row, col) for row in rows for col in range(area[1], area[3] + 1))


def _move_cells(sheet: "Worksheet", shift: RowShift) -> None:
    """Move the last row of the table and everything below it."""
    from openpyxl.worksheet.cell_range import CellRange

    first, last = max(shift.end - 1, shift.first), sheet.max_row
    right = sheet.max_column
    if shift.delta < 0:
        for row in range(shift.last, first):
            for col in range(1, right + 1):
                del sheet[_name(row, col)]
    if shift.delta and last >= first:
        moved = CellRange(min_row=first, max_row=last, min_col=1, max_col=right)
        sheet.move_range(moved, rows=shift.delta)


def _copy_rows(sheet: "Worksheet", shift: RowShift) -> None:
    """Give added rows the look of the model, and its formulas for their own row."""
    from openpyxl.formula.translate import Translator

    added = shift.added()
    model = shift.model if shift.old != 1 else shift.last
    for col in range(1, sheet.max_column + 1) if added else ():
        source = cell_at(sheet, model, col)
        look = look_of(source)
        for row in added:
            target = cell_at(sheet, row, col)
            give_look(target, look)
            if is_formula(source) and isinstance(source.value, str):
                moved = Translator(source.value, source.coordinate)
                target.value = moved.translate_formula(_name(row, col))


def _dress(
    sheet: "Worksheet", shift: RowShift, body: _Body, looks: Mapping[tuple[int, int], Look]
) -> None:
    """Give the parts of what was one merged cell the look of its first."""
    for row in range(shift.first, shift.last + 1):
        source = shift.source(row)
        for col in range(1, sheet.max_column + 1):
            top, left, *_ = body.at(source, col)
            if left == col and (top, left) in looks:
                give_look(cell_at(sheet, row, col), looks[top, left])


def _merged_inside(
    shift: RowShift, body: _Body, columns: Sequence[int], right: int
) -> Iterator[Area]:
    """The merged cells of the table afterwards: own columns row by row, the others as they were."""
    for col in range(1, right + 1):
        runs: list[Area] = []
        last: Area | None = None
        for row in range(shift.first, shift.last + 1):
            area = body.at(shift.source(row), col)
            if area[1] != col or not _is_inside(area, shift):
                last = None
            elif area == last and area[0] != area[2] and col not in columns:
                runs[-1] = (*runs[-1][:2], row, area[3])
            else:
                runs.append((row, col, row, area[3]))
                last = area
        yield from runs


def _is_inside(area: Area, shift: RowShift) -> bool:
    """Whether a cell lies within the table, or within the header that serves as its model."""
    if not shift.old:
        return area[0] == area[2] == shift.model
    return shift.holds(area[0]) and shift.holds(area[2])


def _unmerge(sheet: "Worksheet", area: Area) -> None:
    """Take a merged cell apart; the library wants all its parts there, even under others."""
    for row in range(area[0], area[2] + 1):
        for col in range(area[1], area[3] + 1):
            cell_at(sheet, row, col)
    sheet.unmerge_cells(None, *area)


def _merge(sheet: "Worksheet", area: Area) -> None:
    if area[0] != area[2] or area[1] != area[3]:
        sheet.merge_cells(None, *area)


def _area(cells: object) -> Area:
    from openpyxl.worksheet.cell_range import CellRange

    assert isinstance(cells, CellRange)
    return cells.min_row, cells.min_col, cells.max_row, cells.max_col


def _name(row: int, col: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(col)}{row}"
