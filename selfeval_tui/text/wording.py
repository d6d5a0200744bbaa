"""The sentences a clerk reads under a verdict: the one catalogue of this room."""

from decimal import Decimal

from selfeval_tui.text.numerals import format_number
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.rounding import rounded
from selfeval_tui.text.units import Kind

MET = "达到年初目标"
MISSED = "未达到年初目标"
_TEN_THOUSAND = Decimal(10000)
_ONE = Decimal(1)
_HUNDRED = Decimal(100)

_EXACT = frozenset({Operator.bare, Operator.eq})
_BOUNDS = frozenset({Operator.ge, Operator.gt, Operator.le, Operator.lt})
_SIGNED = _BOUNDS | {Operator.approx, Operator.near, Operator.over}
"""How these bind a figure is said in front of it."""
_COMPARED = _EXACT | _BOUNDS

BLANK_TARGET = "年初目标值未填"
BLANK_ACTUAL = "实际完成值未填"
NOT_APPLICABLE = "目标与实际均为不涉及"
NOT_APPLICABLE_TARGET = "目标为不涉及，不作评价"
NOTHING_PROMISED = "目标与实际均为“无”，没有可评价的内容"
VALUE_BESIDE_NA = "目标为不涉及，却填了实际值，请自行判断"
NA_BESIDE_VALUE = "有年初目标，实际却填不涉及，请自行判断"
SAME_WORDS = "实际与目标表述一致，达到年初目标"
RESTATED = "实际与目标值相同且带有比较符号或限定词，未见实际数"
DIFFERENT_WORDS = "实际与目标表述不同，请自行判断"
FIGURE_FOR_WORDS = "目标是文字，实际是数值，请自行判断"
NO_DIRECTION = "看不出该指标越高越好还是越低越好，请自行判断"
STANDARD_DIFFERS = "目标是标准或定额，实际与之不同，请自行判断"
MANY_AMOUNTS = "实际中有多个数值，对应不上目标，请自行判断"
MANY_TARGETS = "目标中有多个数值，与实际对应不上，请自行判断"
ASIDE = "实际中除数值外还有其他说明，请自行判断"
NEAR_YEAR_END = "未写年份，可能跨年，请自行判断"
DATE_UNCLEAR = "实际日期范围与目标日期交叉，请自行判断"
NOT_A_DATE = "目标是日期，实际不是日期，请自行判断"
DATE_FOR_FIGURE = "目标是数值，实际是日期，请自行判断"
ROUNDED_SHARE = "分数换算成百分比除不尽，与目标相差不足 0.5 个百分点，请自行判断"
FRACTION_BESIDE_FIGURE = "一方是分数，另一方的数没有百分号，请自行判断"
PERHAPS_DATE = "“月/日”与分数分不清，请写成几月几日，请自行判断"
BARE_SHARE = "目标是百分比，实际是不大于 1 的数，可能漏写百分号，请自行判断"
SCALE_SLIP = "实际未写单位，按目标单位相差过大，请自行判断"
NO_OCCASION = "实际称没有此类情况，目标却越高越好，请自行判断"
NO_MONEY_ZERO = "成本类目标的实际填“无”，看不出金额，请自行判断"


def judgement_for_figure(actual: str) -> str:
    """A judgement stands where a figure was promised."""
    return f"目标是数值，实际只写“{_short(actual)}”，未见实际数，请自行判断"


def judgement_for_date(actual: str) -> str:
    """A judgement stands where a date was promised."""
    return f"目标是日期，实际只写“{_short(actual)}”，未见实际日期，请自行判断"


def affirmed(actual: str) -> str:
    """The promise in words was plainly affirmed."""
    return f"目标为文字，实际为“{_short(actual)}”，{MET}"


def denied(actual: str) -> str:
    """The promise was plainly not kept."""
    return f"实际为“{_short(actual)}”，{MISSED}"


def partly(actual: str) -> str:
    """Only a part of the promise was kept, and nobody says how large a part."""
    return f"实际为“{_short(actual)}”，看不出是否达到年初目标，请自行判断"


def unit_mismatch(target: Quantity, actual: Quantity) -> str:
    """Amounts of two kinds."""
    ours, theirs = (
        "分数" if each.is_fraction else f"单位“{each.unit_text}”" for each in (target, actual)
    )
    return f"目标{ours}与实际{theirs}不能换算，请自行判断"


def per_mismatch(target: Quantity, actual: Quantity) -> str:
    """One amount is per something, the other is not."""
    return f"目标“{show(target)}”与实际“{show(actual)}”口径不同，请自行判断"


def not_decisive(target: Quantity, actual: Quantity) -> str:
    """The actual is a bound, a range or an approximation that leaves both answers open."""
    return f"实际“{show(actual)}”不是确定的数，不足以判断是否达到目标“{show(target)}”，请自行判断"


def beyond_equal(target: Quantity, actual: Quantity) -> str:
    """An =, approximate or two-sided target that the actual passes."""
    if target.operator is Operator.range and actual.operator in _EXACT:
        return f"实际 {show(actual)} 不在目标 {show(target)} 之间，请自行判断"
    if target.operator in _EXACT:
        return f"目标为等于 {show(target)}，实际 {show(actual)} 与之不同，请自行判断"
    return f"实际 {show(actual)} 与目标 {show(target)} 不同，请自行判断"


def date_verdict(target: str, actual: str, *, met: bool) -> str:
    """A deadline kept or passed."""
    relation = "不晚于" if met else "晚于"
    return f"实际“{_short(actual)}”{relation}目标“{_short(target)}”，{MET if met else MISSED}"


def period_filled(target: str, actual: str) -> str:
    """The whole promised period was used."""
    return f"实际“{_short(actual)}”与目标“{_short(target)}”为同一期间，{MET}"


def figure_verdict(
    target: Quantity, actual: Quantity, ratio: Decimal | None, *, met: bool, exceeded: bool = False
) -> str:
    """The arithmetic of two amounts: `实际 3 万元 > 目标 2 万元，超出 50%，未达到年初目标`."""
    gap = "" if met and not exceeded else _gap(target, actual, ratio)
    end = f"{MET}（超出较多）" if exceeded else (MET if met else MISSED)
    return f"实际 {show(actual)}{_against(target, actual, met=met)}{gap}，{end}"


def show(quantity: Quantity, *, plain: bool = False) -> str:
    """An amount as it reads in a sentence; 元 from ten thousand up are shown in 万元."""
    value, unit = quantity.value, quantity.unit
    if unit == "元" and abs(value) >= _TEN_THOUSAND and quantity.high is None:
        value, unit = value / _TEN_THOUSAND, "万元"
    number = format_number(value)
    if quantity.high is not None:
        number = f"{number}–{format_number(quantity.high)}"
    per = f"/{quantity.per}" if quantity.per else ""
    sign = quantity.operator.label if quantity.operator in _SIGNED and not plain else ""
    return f"{sign}{number}{unit}{per}"


def percent(ratio: Decimal) -> str:
    """A ratio as a percentage with at most one decimal, rounded half up."""
    return f"{format_number(rounded(ratio * _HUNDRED, 1))}%"


def _against(target: Quantity, actual: Quantity, *, met: bool) -> str:
    """The relation and the target: ` ≥ 目标 95%` for a bound kept, else as the figures are."""
    if actual.operator in _EXACT and target.operator is Operator.range:
        return _beside_range(target, actual, met=met)
    if actual.operator not in _EXACT or target.operator not in _COMPARED:
        return f"，目标 {show(target)}"
    plain = show(target, plain=True)
    if met and target.operator in _BOUNDS:
        return f" {target.operator.label} 目标 {plain}"
    ours, theirs = _base(actual, target), _base(target, actual)
    relation = "=" if ours == theirs else (">" if ours > theirs else "<")
    return f" {relation} 目标 {plain}"


def _beside_range(target: Quantity, actual: Quantity, *, met: bool) -> str:
    """Where the figure lies: ` 不在目标 10–20人 之间`; a share above a range of shares keeps it."""
    ours, low, high = _base(actual, target), _base(target, actual), target.span.high or 0
    high *= _size(target, actual)
    if low <= ours <= high:
        return f" 在目标 {show(target)} 之间"
    if met:
        return f" {'高于' if ours > high else '低于'}目标 {show(target)}"
    return f" 不在目标 {show(target)} 之间"


def _base(quantity: Quantity, other: Quantity) -> Decimal:
    return quantity.value * _size(quantity, other)


def _size(quantity: Quantity, other: Quantity) -> Decimal:
    return quantity.factor if quantity.unit and other.unit else _ONE


def _gap(target: Quantity, actual: Quantity, ratio: Decimal | None) -> str:
    if ratio is None or target.kind is Kind.ratio or ratio < 0 or ratio > _TEN_THOUSAND:
        return _points(target, actual)
    if ratio > 1:
        return f"，超出 {percent(ratio - 1)}"
    return f"，完成目标的 {percent(ratio)}"


def _points(target: Quantity, actual: Quantity) -> str:
    if target.unit != "%" or actual.unit not in {"%", ""} or actual.operator is not Operator.bare:
        return ""
    return f"，相差 {format_number(abs(actual.value - target.value))} 个百分点"


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
