"""The names of a row of indicators; each depends on its row, the form and the accounts alone."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from selfeval_tui.checks import amounts
from selfeval_tui.checks.levels import level
from selfeval_tui.checks.member import Member, the
from selfeval_tui.checks.reckon import round_to
from selfeval_tui.checks.views import RowView
from selfeval_tui.sheet.accounts import account_rate
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Role
from selfeval_tui.text import Operator, Quantity, Reading, VerdictCode, fold, format_number

_WHOLE_COST = ("预算控制", "成本控制数", "项目总成本", "总成本", "预算总额", "项目预算")
"""What a cost indicator is called that speaks of the project's whole money."""
_NO_WHOLE = ("率", "比例", "情况", "性")
_CAPPED = re.compile(
    r"(合格|达标|覆盖|准确|正确|到位|及时|完好|参与|通过|知晓|入学|巩固|普及|合规|优良|满意)[率度]$"
)
_LIMITS = {Operator.lt, Operator.le, Operator.gt, Operator.ge}
_EXACT = {Operator.bare, Operator.eq}


def _of_row(role: Role) -> Member[RowView]:
    return Member(
        lambda view: view.text_of(role).strip() or BLANK, lambda view: the(view.cell_of(role))
    )


def _at_actual(value: Callable[[RowView], Value]) -> Member[RowView]:
    return Member(value, lambda view: the(view.cell_of(Role.ACTUAL)))


def _at_target(value: Callable[[RowView], Value]) -> Member[RowView]:
    return Member(value, lambda view: the(view.cell_of(Role.TARGET)))


def _of_accounts(value: Callable[[RowView], Value]) -> Member[RowView]:
    """What the accounts of the sheet's year say; other sheets' changes are followed anyway."""
    return Member(value, lambda view: the(view.cell_of(Role.ACTUAL)), around=("年度",))


def _code(view: RowView) -> Value:
    code = view.verdict.code
    return BLANK if code is VerdictCode.blank else code.label


def _is_bound(reading: Reading) -> bool:
    """Whether an actual says a limit instead of a number: 不足12次."""
    return any(quantity.operator in _LIMITS for quantity in reading.quantities)


def _one(reading: Reading) -> Quantity | None:
    return reading.quantities[0] if len(reading.quantities) == 1 else None


def _one_figure(reading: Reading) -> Value:
    """The figure of a text that holds one; blank otherwise."""
    quantity = _one(reading)
    return quantity.value if quantity else BLANK


def _unit(reading: Reading) -> Value:
    return (reading.quantities[0].unit_text or BLANK) if reading.quantities else BLANK


def _gap(view: RowView) -> Value:
    """How far the actual lies from the target: 33个百分点, 6次（50%）; blank between two units."""
    target, actual = _one(view.verdict.target), _one(view.verdict.actual)
    if target is None or actual is None or actual.operator not in _EXACT:
        return BLANK
    if actual.unit_text not in {target.unit_text, ""} or target.high is not None:
        return BLANK
    gap = format_number(abs(actual.value - target.value))
    if target.unit == "%":
        return f"{gap}个百分点"
    ratio = view.verdict.ratio
    share = "" if ratio is None else f"（{format_number(round_to(abs(ratio - 1) * 100, 1))}%）"
    return f"{gap}{target.unit_text}{share}"


def _account_value(view: RowView) -> Value:
    found = account_rate(view.sheet.batch, view.address)
    return found.value if found else BLANK


def _account_figures(view: RowView) -> Value:
    found = account_rate(view.sheet.batch, view.address)
    return (found.figures or BLANK) if found else BLANK


def _is_whole_cost(view: RowView) -> Value:
    name = fold(view.text_of(Role.INDICATOR))
    return any(words in name for words in _WHOLE_COST) and not name.endswith(_NO_WHOLE)


def _is_capped(view: RowView) -> Value:
    """Whether the indicator is a share of a whole, which never passes 100 %: 合格率, 满意度."""
    return _CAPPED.search(fold(view.text_of(Role.INDICATOR))) is not None


def _is_blank(view: RowView) -> Value:
    roles = (Role.INDICATOR, Role.TARGET, Role.ACTUAL)
    return not any(view.text_of(role).strip() for role in roles)


def _home(view: RowView) -> Value:
    """The 一级指标 that a 二级指标 belongs to where it is another one of the form; else empty."""
    own, second = (level(view.text_of(role)) for role in (Role.LEVEL1, Role.LEVEL2))
    homes = view.sheet.homes
    if own not in homes or not second or second in homes[own]:
        return ""
    return next((f"{first}指标" for first, seconds in homes.items() if second in seconds), "")


ROW: Mapping[str, Member[RowView]] = {
    "一级指标": _of_row(Role.LEVEL1),
    "二级指标": _of_row(Role.LEVEL2),
    "三级指标": _of_row(Role.INDICATOR),
    "目标": _of_row(Role.TARGET),
    "实际": _of_row(Role.ACTUAL),
    "本行原因": _of_row(Role.REASON),
    "行号": Member(lambda view: Decimal(view.number), lambda view: (view.address,)),
    "空行": Member(_is_blank),
    "应属一级": Member(_home),
    "成本控制行": _at_target(_is_whole_cost),
    "不过百": _at_actual(_is_capped),
    "判定": _at_actual(_code),
    "差距": _at_actual(_gap),
    "实际是界限": _at_actual(lambda view: _is_bound(view.verdict.actual)),
    "目标是数值": _at_target(lambda view: bool(view.verdict.target.quantities)),
    "实际是数值": _at_actual(lambda view: bool(view.verdict.actual.quantities)),
    "目标不涉及": _at_target(lambda view: view.verdict.target.operator is Operator.not_applicable),
    "实际不涉及": _at_actual(lambda view: view.verdict.actual.operator is Operator.not_applicable),
    "目标单位": _at_target(lambda view: _unit(view.verdict.target)),
    "实际单位": _at_actual(lambda view: _unit(view.verdict.actual)),
    "目标数": _at_target(lambda view: _one_figure(view.verdict.target)),
    "实际数": _at_actual(lambda view: _one_figure(view.verdict.actual)),
    "账上比率": _of_accounts(_account_value),
    "账上算式": _of_accounts(_account_figures),
    "目标元": _at_target(lambda view: amounts.money_in_yuan(view.verdict.target)),
    "实际元": _at_actual(lambda view: amounts.money_in_yuan(view.verdict.actual)),
    "目标精度": _at_target(lambda view: amounts.money_step(view.verdict.target)),
    "实际精度": _at_actual(lambda view: amounts.money_step(view.verdict.actual)),
}
"""What a row of indicators says, scores apart."""
