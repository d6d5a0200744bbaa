"""Writes layouts into a workbook with XlsxWriter, which is imported on first use only."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from selfeval_tui.excel.formats import NORMAL, Formats
from selfeval_tui.excel.seal import seal_of
from selfeval_tui.layout.box import Box, Formula, Layout, Number, column_letters
from selfeval_tui.layout.marks import marks_of
from selfeval_tui.layout.names import free_sheet_name
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.outline import is_numbered
from selfeval_tui.layout.paper import (
    A4,
    BOTTOM_MM,
    HEADER_MM,
    LEFT_MM,
    MM_PER_INCH,
    PIXELS_PER_MM,
    RIGHT_MM,
    TOP_MM,
)
from selfeval_tui.problems import ExportError

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

ENDING = ".xlsx"
"""Of a workbook's file."""
_DEFAULT_COLUMN_PIXELS = 72
"""What the Normal style of 宋体 12 makes of a column without a width."""
_MARGIN_FONT = '&"宋体,Regular"'


def write_workbook(layouts: Sequence[Layout], options: ExportOptions, created: datetime) -> bytes:
    """A workbook with one sheet for each layout; the same input gives the same bytes.

    Args:
        layouts: The sheets in their order.
        options: Page numbers and the face of titles.
        created: The date that the file states; nothing else is said about who made it and where.

    Raises:
        ExportError: A cell could not be written; nothing is ever cut silently.
    """
    from xlsxwriter import Workbook

    data = BytesIO()
    workbook = Workbook(
        data,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": dict(NORMAL),
            "default_column_width": _DEFAULT_COLUMN_PIXELS,
        },
    )
    workbook.set_properties({"author": "", "created": created})
    formats = Formats(workbook, options.title_font)
    names: list[str] = []
    for layout in layouts:
        names.append(free_sheet_name(layout.name, names))
        sheet = workbook.add_worksheet(names[-1])
        _set_up_page(sheet, layout, options)
        _write_grid(sheet, layout, formats)
        for name, said in (*marks_of(layout, names[-1]), *seal_of(layout, names[-1])):
            workbook.set_custom_property(name, said, "text")
    workbook.close()
    return data.getvalue()


def _set_up_page(sheet: "Worksheet", layout: Layout, options: ExportOptions) -> None:
    sheet.set_paper(A4)
    if layout.landscape:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_margins(*(mm / MM_PER_INCH for mm in (LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM)))
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    # Always one page wide: with a stand-in for the face columns would spill onto further pages.
    sheet.fit_to_pages(1, 0 if layout.breaks else 1)
    sheet.print_area(0, 0, len(layout.rows) - 1, len(layout.columns) - 1)
    sheet.set_start_page(1)
    if layout.breaks:
        sheet.set_h_pagebreaks(list(layout.breaks))
    if layout.titles is not None:
        sheet.repeat_rows(*layout.titles)
    margin = {"margin": HEADER_MM / MM_PER_INCH}
    sheet.set_header(f"&R{_MARGIN_FONT}&12{layout.header}" if layout.header else "", margin)
    numbered = is_numbered(layout, page_numbers=options.page_numbers)
    # 共 N 页 is not printed: programs disagree whether it counts the sheet or the workbook.
    sheet.set_footer(f"&C{_MARGIN_FONT}&10— &P —" if numbered else "", margin)


def _write_grid(sheet: "Worksheet", layout: Layout, formats: Formats) -> None:
    for col, mm in enumerate(layout.columns):
        sheet.set_column_pixels(col, col, round(mm * PIXELS_PER_MM))
    for row, height in enumerate(layout.rows):
        sheet.set_row(row, height)
    for box in layout.boxes:
        if _write_box(sheet, box, formats) != 0:
            raise ExportError(f"“{layout.name}”第 {box.row + 1} 行有一格写不进表格文件，没有导出。")
    # Figures typed as text are meant so; no green corners.
    whole = f"A1:{column_letters(len(layout.columns) - 1)}{len(layout.rows)}"
    sheet.ignore_errors({"number_stored_as_text": whole})


def _write_box(sheet: "Worksheet", box: Box, formats: Formats) -> int:
    """Write a box; what the library returns is 0 where everything was taken."""
    content = box.content
    style = box.style
    row, col = box.row, box.col
    look = formats.get(style) if isinstance(content, str) else formats.get(style, content.format)
    status = 0
    if box.rows > 1 or box.cols > 1:
        status = sheet.merge_range(row, col, box.end - 1, col + box.cols - 1, "", look)
    match content:
        case Number():
            written = sheet.write_number(row, col, content.value, look)
        case Formula():
            written = sheet.write_formula(row, col, content.in_row(row), look, content.value)
        case "":
            written = sheet.write_blank(row, col, None, look)
        case _:
            written = sheet.write_string(row, col, content, look)
    return status or written
