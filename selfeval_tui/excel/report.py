"""Tables of our own beside the official sheets: a title, a line about whom, columns, rows."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from attrs import frozen

from selfeval_tui.excel.write import write_workbook
from selfeval_tui.layout.box import LABEL, Content, Layout, Style
from selfeval_tui.layout.compose import as_layout
from selfeval_tui.layout.drawing import Drawing, TableRows
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.paper import PORTRAIT, Paper
from selfeval_tui.spec.model import Align, Font

_ROW_PIXELS = 30
"""How high a row is at least (22.5 pt): a table of few lines need not be cramped."""
_TITLE = Style(Font.TITLE, Align.CENTER, framed=False)
_FIRST_ROWS = 2
FIRST_ROW = 4
"""Where the rows begin inside the workbook, counted from 1 as formulas do."""
NOTHING = "—"
"""Stands where a sheet has no such figure."""


@frozen
class ReportColumn:
    """A column of a report."""

    label: str
    mm: float
    """Its width; those of all columns are as wide as the paper prints."""
    align: Align = Align.CENTER


@frozen
class Report:
    """What such a table says."""

    name: str
    """Of the sheet inside its workbook."""
    title: str
    about: str
    """Above the table, at the left."""
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Content, ...], ...]
    unit: str = ""
    """Above the table, at the right."""
    total: tuple[Content, ...] = ()
    """The last row; none where empty."""
    note: str = ""
    """Below the table."""
    demo: bool = False
    paper: Paper = PORTRAIT


def write_reports(reports: Iterable[Report], options: ExportOptions, day: date) -> bytes:
    """A workbook with a sheet for each report; the day is the one that its file states.

    Raises:
        ExportError: A cell could not be written.
    """
    created = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return write_workbook([lay_out_report(each) for each in reports], options, created)


def lay_out_report(report: Report) -> Layout:
    """The report as boxes, cut into pages that repeat the header of the table."""
    drawing = Drawing(tuple(column.mm for column in report.columns))
    drawing.put(drawing.new_row(), 0, len(report.columns), report.title, _TITLE)
    _draw_about(drawing, report)
    header = drawing.new_row()
    for col, column in enumerate(report.columns):
        drawing.put_label(header, col, 1, column.label)
    styles = [Style(align=column.align) for column in report.columns]
    for row in report.rows:
        _draw_row(drawing, row, styles)
    if report.total:
        _keep_last_row(drawing)
        _draw_row(drawing, report.total, [LABEL] * len(styles))
    drawing.tables.append(TableRows(header, drawing.rows))
    drawing.together.update(range(min(header + _FIRST_ROWS, drawing.rows - 1)))
    if report.note:
        _keep_last_row(drawing)
        note = Style(align=Align.LEFT, framed=False)
        drawing.put(drawing.new_row(), 0, len(report.columns), report.note, note)
    return as_layout(drawing, report.name, demo=report.demo, paper=report.paper)


def _draw_about(drawing: Drawing, report: Report) -> None:
    row, whole = drawing.new_row(), len(report.columns)
    right = 2 if report.unit else 0
    left = Style(Font.META, Align.LEFT, framed=False)
    drawing.put(row, 0, whole - right, report.about, left)
    if right:
        unit = Style(Font.META, Align.RIGHT, framed=False)
        drawing.put(row, whole - right, right, report.unit, unit)


def _draw_row(drawing: Drawing, cells: Sequence[Content], styles: Sequence[Style]) -> None:
    row = drawing.new_row()
    for col, (content, style) in enumerate(zip(cells, styles, strict=True)):
        drawing.put(row, col, 1, content, style, least=_ROW_PIXELS)


def _keep_last_row(drawing: Drawing) -> None:
    drawing.together.add(drawing.rows - 1)
