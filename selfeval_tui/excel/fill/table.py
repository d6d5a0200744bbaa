"""Finds the rows of a table in an empty form, and carries its numbering on."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from selfeval_tui.excel.fill.cells import cell_at, is_formula
from selfeval_tui.excel.fill.rows import covering
from selfeval_tui.excel.fill.shift import RowShift
from selfeval_tui.reader.fill.filling import TableFill

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SUM = re.compile(r"\s*(?:合\s*计|总\s*计|总\s*分)")


def body_of(sheet: "Worksheet", table: TableFill) -> range:
    """The rows of a table, counted from 1: framed rows belong to it though they are empty.

    Blank rows without a frame below it are room, and a row of 合计 is no row of indicators.
    """
    first, end = table.table.first + 1, table.table.end + 1
    columns = [col + 1 for col in table.names]
    end = next((row for row in range(first, end) if _is_foot(sheet, row, columns)), end)
    while end > first and not any(_has(sheet, end - 1, col) for col in columns):
        end -= 1
    while end <= sheet.max_row and _is_more(sheet, end, columns):
        end += 1
    return range(first, max(first, end))


def _is_foot(sheet: "Worksheet", row: int, columns: Collection[int]) -> bool:
    """Whether a row is cut into other cells than the table's, or sums it up."""
    if any(covering(sheet, row, col)[1] != col for col in columns):
        return True
    texts = (cell_at(sheet, row, col).value for col in range(1, max(columns, default=0) + 1))
    return any(isinstance(text, str) and _SUM.match(text) for text in texts)


def renumber(sheet: "Worksheet", shift: RowShift, columns: Collection[int]) -> None:
    """Carry 序号 on: columns of the template that count its rows from 1 count the new ones."""
    for col in range(1, sheet.max_column + 1):
        if col in columns:
            continue
        kept = [row for row in range(shift.first, shift.last + 1) if row not in shift.added()]
        numbers = [(shift.source(row) - shift.first + 1, _number(sheet, row, col)) for row in kept]
        if len(numbers) > 1 and all(number == wanted for wanted, number in numbers):
            for row in range(shift.first, shift.last + 1):
                cell_at(sheet, row, col).value = row - shift.first + 1


def _number(sheet: "Worksheet", row: int, col: int) -> int | None:
    value = cell_at(sheet, row, col).value
    text = str(value).strip() if isinstance(value, int | str) else ""
    return int(text) if text.isdecimal() and len(text) < 4 else None


def _has(sheet: "Worksheet", row: int, col: int) -> bool:
    """Whether a cell shows anything, or has a frame of its own."""
    cell = cell_at(sheet, row, col)
    border = cell.border
    framed = any(side and side.style for side in (border.bottom, border.left, border.right))
    return framed or is_formula(cell) or cell.value not in {None, ""}


def _is_more(sheet: "Worksheet", row: int, columns: Collection[int]) -> bool:
    """Whether a row below is an empty one of the table."""
    free = all(_is_free(sheet, row, col) for col in columns)
    return free and not _is_foot(sheet, row, columns)


def _is_free(sheet: "Worksheet", row: int, col: int) -> bool:
    """Whether a cell is empty and framed."""
    cell = cell_at(sheet, row, col)
    return cell.value is None and bool(cell.border.bottom and cell.border.bottom.style)
