"""The names of a sheet, and what each of them says.

A member reads roles, never labels. Texts are as typed; money is in the form's own unit unless the
name ends in 元; rates are ratios. What is not typed, or cannot be read, is blank.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from selfeval_tui.checks import amounts
from selfeval_tui.checks.member import Member, computed, figure, read, text, the
from selfeval_tui.checks.views import RowView, SheetView
from selfeval_tui.sheet import Address
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Role
from selfeval_tui.text import Operator, VerdictCode

_FULL = Decimal(100)
_FAR_OVER, _FAR_UNDER = 1000, 5000
"""How many times one amount is the other where only the units explain it."""
_NOT_REACHED = {VerdictCode.missed, VerdictCode.partly, VerdictCode.person}

Holds = Callable[[RowView], bool]


def _rows_where(holds: Holds, role: Role = Role.ACTUAL) -> Member[SheetView]:
    """The 三级指标 of the rows for which something holds, and their cells of a role."""

    def value(view: SheetView) -> Value:
        names = (row.text_of(Role.INDICATOR).strip() for row in view.rows if holds(row))
        return "、".join(dict.fromkeys(name for name in names if name)) or BLANK

    def cells(view: SheetView) -> Iterable[Address]:
        found = (row.cell_of(role) for row in view.rows if holds(row))
        return (cell for cell in found if cell is not None)

    return Member(value, cells)


def _is_missed_quantity(row: RowView) -> bool:
    return "数量" in row.text_of(Role.LEVEL2) and row.verdict.code is VerdictCode.missed


def _is_full_quality(row: RowView) -> bool:
    if "质量" not in row.text_of(Role.LEVEL2):
        return False
    quantities = row.verdict.actual.quantities
    return len(quantities) == 1 and quantities[0].unit == "%" and quantities[0].value == _FULL


def _is_output(row: RowView) -> bool:
    return "产出" in "".join(row.text_of(Role.LEVEL1).split())


def _is_output_not_reached(row: RowView) -> bool:
    return _is_output(row) and row.verdict.code in _NOT_REACHED


def _is_not_applicable(row: RowView) -> bool:
    readings = row.verdict.target, row.verdict.actual
    return all(reading.operator is Operator.not_applicable for reading in readings)


def _is_classified(row: RowView) -> bool:
    return _is_not_applicable(row) and bool(row.text_of(Role.CATEGORY).strip())


def _is_unclassified(row: RowView) -> bool:
    return _is_not_applicable(row) and not row.text_of(Role.CATEGORY).strip()


def _is_repeated(row: RowView) -> bool:
    """Whether another row of the sheet has the same 一级, 二级 and 三级指标."""
    return row.sheet.names.get(row.name, 0) > 1 and not _is_not_applicable(row)


def _reasons_of_rows(view: SheetView) -> Value:
    reasons = (row.text_of(Role.REASON).strip() for row in view.rows)
    return "；".join(reason for reason in reasons if reason) or BLANK


def _standard_names(view: SheetView) -> Value:
    """The 三级指标 that the form itself brings."""
    return tuple(
        row[column.name]
        for table in view.sheet.spec.tables
        if (column := table.with_role(Role.INDICATOR))
        for row in table.starter
        if column.name in row
    )


def _rate_bounds(view: SheetView) -> Value:
    """The lowest and the highest 执行率 that the printed amounts, being rounded, allow."""
    spent, budget = figure(view, Role.SPENT), figure(view, Role.BUDGET)
    if not isinstance(spent, Decimal) or not isinstance(budget, Decimal):
        return BLANK
    return amounts.rate_bounds(spent, budget) or BLANK


def _in_two_units(view: SheetView) -> Value:
    """Whether one of 预算数 and 执行数 was probably typed in 元 and one in 万元."""
    spent, budget = figure(view, Role.SPENT), figure(view, Role.BUDGET)
    if not isinstance(spent, Decimal) or not isinstance(budget, Decimal) or min(spent, budget) <= 0:
        return False
    return spent >= budget * _FAR_OVER or budget >= spent * _FAR_UNDER


def _at_rate(value: Callable[[SheetView], Value]) -> Member[SheetView]:
    return Member(value, lambda view: the(view.cell_of(Role.RATE)))


OWN: Mapping[str, Member[SheetView]] = {
    "附件号": text(Role.ATTACHMENT),
    "标题": text(Role.TITLE),
    "算得标题": computed(Role.TITLE),
    "年度": text(Role.YEAR),
    "单位名称": text(Role.UNIT_NAME),
    "填报日期": text(Role.DATE),
    "项目名称": text(Role.PROJECT_NAME),
    "主管部门": text(Role.DEPARTMENT),
    "年度目标": text(Role.GOAL),
    "原因": text(Role.REASON),
    "各行原因": Member(_reasons_of_rows),
    "改进": text(Role.IMPROVEMENT),
    "预算数": read(Role.BUDGET),
    "执行数": read(Role.SPENT),
    "执行率": read(Role.RATE),
    "执行率原文": text(Role.RATE),
    "算得执行率": computed(Role.RATE),
    "执行率范围": _at_rate(_rate_bounds),
    "疑似单位不同": Member(_in_two_units),
    "预算数元": read(Role.BUDGET, amounts.in_yuan),
    "执行数元": read(Role.SPENT, amounts.in_yuan),
    "预算数精度": read(Role.BUDGET, amounts.step_in_yuan),
    "执行数精度": read(Role.SPENT, amounts.step_in_yuan),
    "基本支出总额": read(Role.BASIC_TOTAL),
    "项目支出总额": read(Role.PROJECT_TOTAL),
    "算得项目支出总额": computed(Role.PROJECT_TOTAL),
    "数量未达到行": _rows_where(_is_missed_quantity),
    "质量全满行": _rows_where(_is_full_quality),
    "产出行": _rows_where(_is_output),
    "产出未达到行": _rows_where(_is_output_not_reached),
    "不涉及已分类行": _rows_where(_is_classified, Role.CATEGORY),
    "不涉及未分类行": _rows_where(_is_unclassified, Role.CATEGORY),
    "重复行": _rows_where(_is_repeated, Role.INDICATOR),
    "标准指标": Member(_standard_names),
}
"""What a sheet says, scores apart."""
