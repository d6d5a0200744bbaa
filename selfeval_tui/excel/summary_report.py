"""自评结果汇总表: 预算数, 执行数 and 执行率 of every sheet, and their sums."""

from collections.abc import Sequence

from selfeval_tui.excel.report import NOTHING, Report, ReportColumn
from selfeval_tui.excel.summary_money import WAN, common_unit, money_of, plain, sums_of
from selfeval_tui.layout.box import Content
from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.names import about_unit, first_year
from selfeval_tui.layout.options import Rates
from selfeval_tui.sheet import Batch, Sheet, sheet_mark, sheet_subject
from selfeval_tui.spec.model import Align, Role

SUMMARY = "自评结果汇总表"
_COLUMNS = (
    ReportColumn("序号", 12),
    ReportColumn("附件号", 21),
    ReportColumn("项目", 63, Align.LEFT),
    ReportColumn("预算数（A）", 26),
    ReportColumn("执行数（B）", 26),
    ReportColumn("执行率", 22),
)
_SCORED = (
    ReportColumn("序号", 11),
    ReportColumn("附件号", 20),
    ReportColumn("项目", 53, Align.LEFT),
    ReportColumn("预算数（A）", 25),
    ReportColumn("执行数（B）", 25),
    ReportColumn("执行率", 18),
    ReportColumn("得分", 18),
)


def summary_report(batch: Batch, sheets: Sequence[Sheet], rates: Rates) -> Report:
    """The summary of sheets of one year; a column of scores where a form has them.

    Args:
        batch: Knows the computed values.
        sheets: Which of its sheets.
        rates: Which 执行率 to print where the typed one disagrees with the computed one.
    """
    unit = common_unit(sheets)
    money = [money_of(batch, sheet, rates, unit) for sheet in sheets]
    scores = [_score(batch, sheet, rates) for sheet in sheets]
    scored = any(score != "" for score in scores)
    rows = []
    for number, sheet in enumerate(sheets, start=1):
        one, score = money[number - 1], scores[number - 1]
        figures: tuple[Content, ...] = one.cells if one else (NOTHING,) * 3
        line = (str(number), sheet_mark(sheet), sheet_subject(sheet), *figures)
        rows.append((*line, score) if scored else line)
    several = sum(1 for each in money if each) > 1
    total = ("", "合计", "", *sums_of(money, unit)) if several else ()
    return Report(
        name=SUMMARY,
        title=f"{first_year(sheets)}绩效自评结果汇总表",
        about=about_unit(sheets),
        unit=f"单位：{unit or WAN}",
        columns=_SCORED if scored else _COLUMNS,
        rows=tuple(rows),
        total=(*total, "") if total and scored else total,
        demo=any(sheet.demo for sheet in sheets),
    )


def _score(batch: Batch, sheet: Sheet, rates: Rates) -> Content:
    """总分 as printed, where the form has one."""
    field = sheet.spec.field_with_role(Role.TOTAL)
    return plain(Contents(batch, sheet, rates).field(field.name)) if field else ""
