"""Raises rows of a foreign sheet where a text needs more lines than the template left room for."""

from collections.abc import Iterable
from copy import copy
from typing import TYPE_CHECKING

from selfeval_tui.excel.fill.cells import cell_at, give_look
from selfeval_tui.excel.fill.rows import Area
from selfeval_tui.layout.heights import CELL_MARGIN_MM, LINE_FACTOR, ROW_LIMIT, WIDTH_USE
from selfeval_tui.layout.paper import PIXELS_PER_MM, POINTS_PER_MM, POINTS_PER_PIXEL
from selfeval_tui.layout.wrap import count_lines

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PADDING = 4
"""Points above and below the lines of a cell."""
_LARGE = 12
"""From this size on a digit of 宋体 is 8 pixels wide, and below 7."""
_USUAL_WIDTH, _USUAL_HEIGHT, _USUAL_SIZE = 8.43, 13.5, 11.0
_LIMIT = ROW_LIMIT * POINTS_PER_PIXEL


def make_room(sheet: "Worksheet", areas: Iterable[Area]) -> tuple[Area, ...]:
    """Raise rows so that the texts of some cells are seen whole.

    Args:
        sheet: The page; rows are never lowered, and what fits is left as it is.
        areas: The cells that were written, each with all that is merged into it.

    Returns:
        The cells whose texts need more than their rows may have.
    """
    short = []
    digit = _digit(sheet)
    for area in sorted(areas, key=lambda each: each[2] - each[0]):
        needed = _needed(sheet, area, digit)
        if needed and not _raise(sheet, area, needed):
            short.append(area)
    return tuple(short)


def _needed(sheet: "Worksheet", area: Area, digit: int) -> float:
    """The points that a cell's text needs; 0 where one line does."""
    top, left, _, right = area
    cell = cell_at(sheet, top, left)
    text = "" if cell.value is None or not isinstance(cell.value, str | list) else str(cell.value)
    if not text:
        return 0
    size = cell.font.size or _USUAL_SIZE
    width = digit * sum(_digits(sheet, col) for col in range(left, right + 1)) / PIXELS_PER_MM
    half_ems = 2 / (size / POINTS_PER_MM)
    if count_lines(text, max(2, int(width * half_ems))) < 2:
        return 0
    room = int((width - CELL_MARGIN_MM) * WIDTH_USE * half_ems)
    lines = count_lines(text, max(2, room))
    if not cell.alignment.wrap_text:
        alignment = copy(cell.alignment)
        alignment.wrap_text, alignment.shrink_to_fit = True, False
        give_look(cell, {"alignment": alignment})
    return float(lines * size * LINE_FACTOR + _PADDING)


def _raise(sheet: "Worksheet", area: Area, needed: float) -> bool:
    """Spread what is lacking over the rows of a cell; False where they may not be so high."""
    rows = range(area[0], area[2] + 1)
    lacking = needed - sum(_height(sheet, row) for row in rows)
    if lacking <= 0:
        return True
    each = lacking / len(rows)
    enough = True
    for row in rows:
        height = _height(sheet, row) + each
        enough = enough and height <= _LIMIT
        sheet.row_dimensions[row].height = round(min(height, _LIMIT) + 0.124, 2)
    return enough


def _height(sheet: "Worksheet", row: int) -> float:
    own = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    return float(own or sheet.sheet_format.defaultRowHeight or _USUAL_HEIGHT)


def _digit(sheet: "Worksheet") -> int:
    """The pixels of a digit of the workbook's usual font: widths are counted in them."""
    from openpyxl.cell import Cell

    usual = Cell(sheet, 1, 1).font.size or _USUAL_SIZE
    return 8 if usual >= _LARGE else 7


def _digits(sheet: "Worksheet", col: int) -> float:
    """How wide a column is."""
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= col <= (dimension.max or 0):
            return 0 if dimension.hidden else float(dimension.width)
    return float(sheet.sheet_format.defaultColWidth or _USUAL_WIDTH)
