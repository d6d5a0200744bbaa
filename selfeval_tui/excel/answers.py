"""修改说明: each remark of the bureau, what was changed, or why nothing was."""

from collections.abc import Iterator, Sequence
from datetime import date

from selfeval_tui.excel.report import NOTHING, Report, ReportColumn, write_reports
from selfeval_tui.layout.box import Content
from selfeval_tui.layout.names import about_unit, first_year
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.paper import LANDSCAPE
from selfeval_tui.sheet import Batch, Remark, Sheet, print_cell, sheet_mark
from selfeval_tui.sheet.remarks import is_there, place_of_remark, text_at
from selfeval_tui.spec.model import Align

ANSWERS = "修改说明"
_COLUMNS = (
    ReportColumn("序号", 11),
    ReportColumn("表", 20),
    ReportColumn("栏目", 36),
    ReportColumn("意见", 60, Align.LEFT),
    ReportColumn("修改前", 40),
    ReportColumn("修改后", 40),
    ReportColumn("说明", 50, Align.LEFT),
)


def answers_report(batch: Batch, sheets: Sequence[Sheet]) -> Report | None:
    """The list over sheets of one year; None where the bureau remarked on nothing."""
    remarks = [(sheet, remark) for sheet in sheets for remark in sheet.remarks.values()]
    if not remarks:
        return None
    left = sum(1 for _, remark in remarks if remark.is_open)
    return Report(
        name=ANSWERS,
        title=f"{first_year(sheets)}绩效自评{ANSWERS}",
        about=about_unit(sheets),
        columns=_COLUMNS,
        rows=tuple(
            (str(number), *_cells(batch, sheet, remark))
            for number, (sheet, remark) in enumerate(remarks, start=1)
        ),
        note=f"还有 {left} 条意见没有答复。" if left else "",
        demo=any(sheet.demo for sheet in sheets),
        paper=LANDSCAPE,
    )


def write_answers(report: Report, options: ExportOptions, today: date) -> bytes:
    """The workbook.

    Raises:
        ExportError: A cell could not be written.
    """
    return write_reports([report], options, today)


def _cells(batch: Batch, sheet: Sheet, remark: Remark) -> Iterator[Content]:
    at = place_of_remark(sheet.id, remark)
    yield sheet_mark(sheet)
    yield print_cell(sheet, at) if is_there(sheet, at) else f"{remark.name}（行已删去）"
    yield remark.text
    if not remark.name:
        yield from (NOTHING, NOTHING)
    else:
        yield remark.before
        yield _after(batch, sheet, remark)
    yield _said(remark)


def _after(batch: Batch, sheet: Sheet, remark: Remark) -> str:
    """What the cell says now, which is what the bureau gets."""
    at = place_of_remark(sheet.id, remark)
    if remark.is_open or not is_there(sheet, at):
        return remark.after
    return text_at(batch, at)


def _said(remark: Remark) -> str:
    return f"{remark.answer.label}。{remark.reason}" if remark.reason else remark.answer.label
