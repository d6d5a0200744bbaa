"""Exporting the nine sheets, against XlsxWriter writing the same cells and formats."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from bench.figures import Figure, in_turns, ratio
from bench.programs import demo_workspace
from selfeval_tui.excel import write_workbook
from selfeval_tui.excel.formats import NORMAL, TEXT, properties
from selfeval_tui.layout import ExportOptions, Layout, Style, lay_out
from selfeval_tui.layout.box import Formula, Number
from selfeval_tui.sheet import Batch
from selfeval_tui.store import Workspace

ROUNDS = 15
GOAL = 1.5
CREATED = datetime(2024, 4, 23, tzinfo=UTC)

Cell = tuple[int, int, int, int, Any, Style, str]
"""First row and column, last row and column, content, look, number format."""


def run() -> list[Figure]:
    """Layout and writing of nine files, and the bare writing of what was laid out."""
    options = ExportOptions()
    with demo_workspace() as root:
        batch = Batch(Workspace(root).load().sheets)
    layouts = [lay_out(batch, sheet, options) for sheet in batch.sheets]
    plain = [(_cells(layout), layout) for layout in layouts]
    ours, bare = in_turns([lambda: _ours(batch, options), lambda: _bare(plain)], ROUNDS)
    note = f"CPU medians {ours.median:.0f} ms and {bare.median:.0f} ms"
    return [ratio("export of nine sheets ÷ XlsxWriter from a plain list", ours, bare, GOAL, note)]


def _ours(batch: Batch, options: ExportOptions) -> float:
    begin = time.process_time()
    for sheet in batch.sheets:
        write_workbook([lay_out(batch, sheet, options)], options, CREATED)
    return (time.process_time() - begin) * 1000


def _bare(plain: Sequence[tuple[list[Cell], Layout]]) -> float:
    begin = time.process_time()
    for cells, layout in plain:
        _write(cells, layout)
    return (time.process_time() - begin) * 1000


def _cells(layout: Layout) -> list[Cell]:
    cells: list[Cell] = []
    for box in layout.boxes:
        last = (box.row + box.rows - 1, box.col + box.cols - 1)
        match box.content:
            case Formula() as formula:
                content: Any = formula.value
                number = formula.format
            case Number() as typed:
                content, number = typed.value, typed.format
            case text:
                content, number = text, TEXT
        cells.append((box.row, box.col, *last, content, box.style, number))
    return cells


def _write(cells: list[Cell], layout: Layout) -> None:
    """What a program that knew every cell beforehand would write."""
    workbook = Workbook(BytesIO(), {"in_memory": True, "default_format_properties": dict(NORMAL)})
    sheet = workbook.add_worksheet("1")
    formats: dict[tuple[Style, str], Any] = {}
    for row, height in enumerate(layout.rows):
        sheet.set_row(row, height)
    for first_row, first_col, last_row, last_col, content, style, number in cells:
        key = (style, number)
        if key not in formats:
            formats[key] = workbook.add_format(properties(style, number, "宋体"))
        look = formats[key]
        if (first_row, first_col) != (last_row, last_col):
            sheet.merge_range(first_row, first_col, last_row, last_col, "", look)
        if isinstance(content, str):
            sheet.write_string(first_row, first_col, content, look)
        else:
            sheet.write_number(first_row, first_col, content, look)
    workbook.close()
