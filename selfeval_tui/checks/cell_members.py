"""The names of a single cell; each depends on the cell and the form alone."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from selfeval_tui.checks import years
from selfeval_tui.checks.member import Member
from selfeval_tui.checks.views import CellView
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Kind, Role
from selfeval_tui.text import fold, read_actual

_NUMERIC = {Kind.MONEY, Kind.NUMBER, Kind.PERCENT}
_VITAL = {Role.PROJECT_NAME, Role.BUDGET, Role.SPENT}
"""What every project sheet says, in whatever form."""
_NOTHING = re.compile(r"[-/\\]{1,3}|无|不涉及|不适用")
"""What stands in a cell for figures that has none to hold."""
_TICKED = re.compile("[☑√✓✔■●☒✅]")
_BOXES = re.compile("[☑√✓✔■●☒✅□☐○]")


def _is_readable(view: CellView) -> Value:
    """Whether a cell for figures holds one, or says that there is none."""
    field, said = view.field, fold(view.text)
    if _NOTHING.fullmatch(said):
        return True
    if value_of(field, view.text) is not BLANK:
        return True
    if field.role is Role.YEAR:
        return bool(years.first_year(said))
    return field.kind is Kind.NUMBER and len(read_actual(view.text).quantities) == 1


def _is_option(view: CellView) -> Value:
    """Whether a choice names one of the form's options."""
    return any(fold(option) in fold(view.text) for option in view.field.options)


def _ticks(view: CellView) -> Value:
    """How many options of a choice are ticked, or named where no boxes stand in the text."""
    if _BOXES.search(view.text):
        return Decimal(len(_TICKED.findall(view.text)))
    said = fold(view.text)
    return Decimal(max(1, sum(1 for option in view.field.options if fold(option) in said)))


def _stands_in_indicators(view: CellView) -> Value:
    """Whether the cell belongs to a row of indicators, which rules about rows look after."""
    table = view.address.table
    return bool(table) and view.sheet.sheet.spec.table(table).judged


def _of_form(value: Callable[[CellView], Value]) -> Member[CellView]:
    return Member(value, of_form=True)


CELL: Mapping[str, Member[CellView]] = {
    "内容": Member(lambda view: view.text.strip() or BLANK, lambda view: (view.address,)),
    "栏目": _of_form(lambda view: view.field.label or view.field.name),
    "必填": _of_form(lambda view: view.field.required and not view.field.calc),
    "关键栏": _of_form(lambda view: view.field.role in _VITAL),
    "指标栏": _of_form(_stands_in_indicators),
    "数值栏": _of_form(lambda view: view.field.kind in _NUMERIC),
    "选择栏": _of_form(lambda view: view.field.kind is Kind.CHOICE),
    "备注栏": _of_form(lambda view: view.field.role is Role.NOTES),
    "选项": _of_form(lambda view: view.field.options),
    "可读": Member(_is_readable),
    "表样选项": Member(_is_option),
    "勾选数": Member(_ticks),
}
"""What a single cell says."""
