"""The names that rules speak, and what each of them says of a place.

A member reads roles, never labels, so that one rule serves every family of forms. Texts are as
typed; money is in the form's own unit unless the name ends in 元; rates are ratios. What is not
typed, or cannot be read, is blank.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Generic, TypeVar

from attrs import frozen

from selfeval_tui.checks import amounts
from selfeval_tui.checks.views import BatchView, CellView, RowView, SheetView
from selfeval_tui.sheet import Address
from selfeval_tui.sheet.accounts import account_rate
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Kind, Role
from selfeval_tui.text import Operator, Reading, VerdictCode, fold

ViewType = TypeVar("ViewType")
_FULL = Decimal(100)
_WHOLE_COST = ("预算控制", "成本控制数", "项目总成本", "总成本", "预算总额", "项目预算")
"""What a cost indicator is called that speaks of the project's whole money."""


@frozen
class Member(Generic[ViewType]):
    """One name of a place."""

    value: Callable[[ViewType], Value]
    cells: Callable[[ViewType], Iterable[Address]] = lambda _view: ()
    """The cells to look at, where it speaks of any."""


def _the(cell: Address | None) -> tuple[Address, ...]:
    return () if cell is None else (cell,)


def _text(role: Role) -> Member[SheetView]:
    return Member(
        lambda view: view.text_of(role).strip() or BLANK, lambda view: _the(view.cell_of(role))
    )


def _number(role: Role) -> Member[SheetView]:
    return Member(lambda view: _read(view, role), lambda view: _the(view.cell_of(role)))


def _read(view: SheetView, role: Role) -> Value:
    cell = view.cell_of(role)
    return value_of(view.field_at(cell), view.batch.typed(cell)) if cell else BLANK


def _computed(role: Role) -> Member[SheetView]:
    def value(view: SheetView) -> Value:
        cell = view.cell_of(role)
        found = view.batch.computed(cell) if cell else None
        return BLANK if found is None else found

    return Member(value, lambda view: _the(view.cell_of(role)))


def _in_yuan(role: Role) -> Member[SheetView]:
    def value(view: SheetView) -> Value:
        cell = view.cell_of(role)
        return amounts.in_yuan(view.field_at(cell), view.batch.typed(cell)) if cell else BLANK

    return Member(value, lambda view: _the(view.cell_of(role)))


def _step(role: Role) -> Member[SheetView]:
    def value(view: SheetView) -> Value:
        cell = view.cell_of(role)
        return amounts.step_in_yuan(view.field_at(cell), view.batch.typed(cell)) if cell else BLANK

    return Member(value, lambda view: _the(view.cell_of(role)))


def _money_unit(view: SheetView) -> Value:
    cell = view.cell_of(Role.SPENT)
    return (view.field_at(cell).unit or BLANK) if cell else BLANK


def _levels(view: SheetView) -> Value:
    """The standard 一级/二级 pairs of the form."""
    return tuple(
        f"{first}/{second}"
        for table in view.sheet.spec.tables
        for first, seconds in table.skeleton.items()
        for second in seconds
    )


def _standard_names(view: SheetView) -> Value:
    """The 三级指标 that the form itself brings."""
    return tuple(
        row[column.name]
        for table in view.sheet.spec.tables
        if (column := table.with_role(Role.INDICATOR))
        for row in table.starter
        if column.name in row
    )


Holds = Callable[[RowView], bool]


def _rows_where(holds: Holds, role: Role = Role.ACTUAL) -> Member[SheetView]:
    """The 三级指标 of the rows for which something holds, and their cells of a role."""

    def value(view: SheetView) -> Value:
        names = (row.text_of(Role.INDICATOR).strip() for row in view.rows if holds(row))
        return "、".join(name for name in names if name) or BLANK

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


def _is_not_applicable(row: RowView) -> bool:
    readings = row.verdict.target, row.verdict.actual
    return all(reading.operator is Operator.not_applicable for reading in readings)


def _is_classified(row: RowView) -> bool:
    return _is_not_applicable(row) and bool(row.text_of(Role.CATEGORY).strip())


def _is_unclassified(row: RowView) -> bool:
    return _is_not_applicable(row) and not row.text_of(Role.CATEGORY).strip()


def _is_repeated(row: RowView) -> bool:
    """Whether another row of the sheet has the same 一级, 二级 and 三级指标."""
    return row.sheet.names.get(row.name, 0) > 1


SHEET: Mapping[str, Member[SheetView]] = {
    "附件号": _text(Role.ATTACHMENT),
    "标题": _text(Role.TITLE),
    "算得标题": _computed(Role.TITLE),
    "年度": _text(Role.YEAR),
    "单位名称": _text(Role.UNIT_NAME),
    "填报日期": _text(Role.DATE),
    "项目名称": _text(Role.PROJECT_NAME),
    "主管部门": _text(Role.DEPARTMENT),
    "年度目标": _text(Role.GOAL),
    "原因": _text(Role.REASON),
    "改进": _text(Role.IMPROVEMENT),
    "预算数": _number(Role.BUDGET),
    "执行数": _number(Role.SPENT),
    "执行率": _number(Role.RATE),
    "执行率原文": _text(Role.RATE),
    "算得执行率": _computed(Role.RATE),
    "预算数元": _in_yuan(Role.BUDGET),
    "执行数元": _in_yuan(Role.SPENT),
    "预算数精度": _step(Role.BUDGET),
    "执行数精度": _step(Role.SPENT),
    "金额单位": Member(_money_unit),
    "基本支出总额": _number(Role.BASIC_TOTAL),
    "项目支出总额": _number(Role.PROJECT_TOTAL),
    "项目支出总额原文": _text(Role.PROJECT_TOTAL),
    "算得项目支出总额": _computed(Role.PROJECT_TOTAL),
    "附件号格式": Member(lambda view: view.sheet.spec.attachment),
    "标准层级": Member(_levels),
    "数量未达到行": _rows_where(_is_missed_quantity),
    "质量全满行": _rows_where(_is_full_quality),
    "不涉及行": _rows_where(_is_not_applicable, Role.CATEGORY),
    "不涉及已分类行": _rows_where(_is_classified, Role.CATEGORY),
    "不涉及未分类行": _rows_where(_is_unclassified, Role.CATEGORY),
    "重复行": _rows_where(_is_repeated, Role.INDICATOR),
    "标准指标": Member(_standard_names),
}
"""What a sheet says."""


def _of_row(role: Role) -> Member[RowView]:
    return Member(
        lambda view: view.text_of(role).strip() or BLANK, lambda view: _the(view.cell_of(role))
    )


def _at_actual(value: Callable[[RowView], Value]) -> Member[RowView]:
    return Member(value, lambda view: _the(view.cell_of(Role.ACTUAL)))


def _at_target(value: Callable[[RowView], Value]) -> Member[RowView]:
    return Member(value, lambda view: _the(view.cell_of(Role.TARGET)))


def _code(view: RowView) -> Value:
    code = view.verdict.code
    return BLANK if code is VerdictCode.blank else code.label


def _is_bound(reading: Reading) -> bool:
    """Whether an actual says a limit instead of a number: 不足12次."""
    limits = {Operator.lt, Operator.le, Operator.gt, Operator.ge}
    return any(quantity.operator in limits for quantity in reading.quantities)


def _one_figure(reading: Reading) -> Value:
    """The figure of a text that holds one; blank otherwise."""
    return reading.quantities[0].value if len(reading.quantities) == 1 else BLANK


def _unit(reading: Reading) -> Value:
    return (reading.quantities[0].unit_text or BLANK) if reading.quantities else BLANK


def _ratio(view: RowView) -> Value:
    return BLANK if view.verdict.ratio is None else view.verdict.ratio


def _is_whole_cost(view: RowView) -> Value:
    name = fold(view.text_of(Role.INDICATOR))
    return any(words in name for words in _WHOLE_COST) and not name.endswith(("率", "比例"))


def _account_value(view: RowView) -> Value:
    found = account_rate(view.sheet.batch, view.address)
    return found.value if found else BLANK


def _account_figures(view: RowView) -> Value:
    found = account_rate(view.sheet.batch, view.address)
    return (found.figures or BLANK) if found else BLANK


INDICATOR: Mapping[str, Member[RowView]] = {
    "一级指标": _of_row(Role.LEVEL1),
    "二级指标": _of_row(Role.LEVEL2),
    "三级指标": _of_row(Role.INDICATOR),
    "指标分类": _of_row(Role.CATEGORY),
    "目标": _of_row(Role.TARGET),
    "实际": _of_row(Role.ACTUAL),
    "成本控制行": _at_target(_is_whole_cost),
    "行号": Member(lambda view: Decimal(view.number)),
    "判定": _at_actual(_code),
    "判定理由": _at_actual(lambda view: view.verdict.why or BLANK),
    "倍数": _at_actual(_ratio),
    "目标读数": _at_target(lambda view: view.verdict.target.describe()),
    "实际读数": _at_actual(lambda view: view.verdict.actual.describe()),
    "实际是界限": _at_actual(lambda view: _is_bound(view.verdict.actual)),
    "目标是数值": _at_target(lambda view: bool(view.verdict.target.quantities)),
    "实际是数值": _at_actual(lambda view: bool(view.verdict.actual.quantities)),
    "目标不涉及": _at_target(lambda view: view.verdict.target.operator is Operator.not_applicable),
    "实际不涉及": _at_actual(lambda view: view.verdict.actual.operator is Operator.not_applicable),
    "目标单位": _at_target(lambda view: _unit(view.verdict.target)),
    "实际单位": _at_actual(lambda view: _unit(view.verdict.actual)),
    "目标数": _at_target(lambda view: _one_figure(view.verdict.target)),
    "实际数": _at_actual(lambda view: _one_figure(view.verdict.actual)),
    "账上比率": _at_actual(_account_value),
    "账上算式": _at_actual(_account_figures),
    "目标元": _at_target(lambda view: amounts.money_in_yuan(view.verdict.target)),
    "实际元": _at_actual(lambda view: amounts.money_in_yuan(view.verdict.actual)),
    "目标精度": _at_target(lambda view: amounts.money_step(view.verdict.target)),
    "实际精度": _at_actual(lambda view: amounts.money_step(view.verdict.actual)),
}
"""What a row of indicators says."""


def _readable(view: CellView) -> Value:
    numeric = view.field.kind in {Kind.MONEY, Kind.NUMBER, Kind.PERCENT}
    return not numeric or value_of(view.field, view.text) is not BLANK


def _is_option(view: CellView) -> Value:
    if view.field.kind is not Kind.CHOICE or not view.field.options:
        return BLANK
    return view.text.strip() in view.field.options


CELL: Mapping[str, Member[CellView]] = {
    "内容": Member(lambda view: view.text.strip() or BLANK, lambda view: (view.address,)),
    "栏目": Member(lambda view: view.field.label or view.field.name),
    "必填": Member(lambda view: view.field.required and not view.field.calc),
    "可读": Member(_readable),
    "选项之一": Member(_is_option),
    "选项": Member(lambda view: view.field.options),
    "例子": Member(lambda view: view.field.example or BLANK),
    "是说明栏": Member(lambda view: view.field.role in {Role.NOTES, Role.TITLE}),
}
"""What a single cell says."""

BATCH: Mapping[str, Member[BatchView]] = {
    "本批单位名称": Member(lambda view: view.commonest(Role.UNIT_NAME) or BLANK),
    "本批年度": Member(lambda view: view.commonest(Role.YEAR) or BLANK),
    "本批填报日期": Member(lambda view: view.commonest(Role.DATE) or BLANK),
}
"""What the sheets of the year say together."""

KINDS = {"项目": "project", "部门": "department"}
"""How rules call the kinds of sheets: 项目.执行数 is that of every project sheet."""
ACCOUNTS = "账"
"""How a family's rules call the figures of the accounts: 账.基本支出."""
ROWS = "指标"
"""How rules call the rows of a sheet: 指标.判定 is that of every row."""
