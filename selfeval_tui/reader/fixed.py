"""The heads of tables with fixed rows, and the labels left of them."""

import re
from collections.abc import Iterator

from selfeval_tui.reader.columns import assign
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import filled
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import TableBlock

_MONEY = re.compile(
    r"(?:项目|年度|本年|部门)?(?:支出)?(?:预算|资金)(?:执行|投入|使用|安排|支出|到位)?(?:及执行)?(?:情况)?"
)
_GOALS = re.compile(r"(?:项目|年度|当年)?(?:总体|绩效)?(?:总)?目标(?:完成)?(?:情况)?")
"""What families print left of the money, and left of the goals."""
_HIGHEST = 3
"""Rows of a header's cell."""


def find_heads(sketch: Sketch, table: TableBlock) -> dict[str, Cell]:
    """The cells that head the columns: of the row that names most of them."""
    names = sketch.words.columns[table.name]
    rows: dict[int, list[Cell]] = {}
    for cell in sketch.page.filled:
        if cell.rows > _HIGHEST or not sketch.free(cell) or sketch.in_table(cell.row):
            continue
        if names.find(sketch.page.keys(cell)) is not None:
            rows.setdefault(cell.row, []).append(cell)
    best: dict[str, Cell] = {}
    for cells in rows.values():
        # What is higher than its neighbours stands left of the goals.
        least = min(cell.rows for cell in cells)
        low = [each for each in cells if table.row_label or each.rows == least]
        found = assign(sketch.page, names, low)
        if len(found) > len(best):
            best = found
    return best


def take_sides(sketch: Sketch, table: TableBlock, rows: range) -> None:
    """The labels that stand left of the table, repeated at page breaks or not."""
    for cell in _sides(sketch, rows):
        keys = sketch.page.keys(cell)
        said = _GOALS if table.row_label is None else _MONEY
        if sketch.words.is_side(keys) or said.fullmatch(keys.plain):
            sketch.label(cell)


def _sides(sketch: Sketch, rows: range) -> Iterator[Cell]:
    for row in rows:
        for cell in sketch.page.row(row):
            if cell.row in (row, rows.start) and filled(cell) and sketch.free(cell):
                yield cell
