"""The functions of rules that reckon: rates, amounts, and how figures are said."""

from decimal import ROUND_HALF_UP, Decimal

from selfeval_tui.checks.amounts import last_digit
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.text import fold, format_number, parse_number

_PAIR = 2
_HALF = Decimal("0.5")
_HUNDREDTH = Decimal("0.01")
_HUNDRED = Decimal(100)
_TEN_THOUSAND = Decimal(10000)


def stands_for(printed: Value, ratio: Value) -> Value:
    """近似: whether a printed rate stands for a ratio, or for one between two of them.

    94% stands for 93.5% up to 94.5%: half of its last digit, both ends included. A figure without
    a percent sign may also be the ratio itself, as 0.952.
    """
    low, high = ratio if isinstance(ratio, tuple) and len(ratio) == _PAIR else (ratio, ratio)
    if not (isinstance(printed, str) and isinstance(low, Decimal) and isinstance(high, Decimal)):
        return BLANK
    body = fold(printed)
    number = parse_number(body.rstrip("%"))
    if number is None:
        return BLANK
    step = last_digit(number)
    if _meets(number, step, low * _HUNDRED, high * _HUNDRED):
        return True
    return not body.endswith("%") and _meets(number, min(step, _HUNDREDTH), low, high)


def _meets(number: Decimal, step: Decimal, low: Decimal, high: Decimal) -> bool:
    return low - step * _HALF <= number <= high + step * _HALF


def same_amount(first: Value, first_step: Value, second: Value, second_step: Value) -> Value:
    """同额: whether two amounts agree as far as the coarser one was printed."""
    values = (first, first_step, second, second_step)
    if not all(isinstance(value, Decimal) for value in values):
        return BLANK
    numbers = [value for value in values if isinstance(value, Decimal)]
    slack = max(numbers[1], numbers[3]) * _HALF
    return abs(numbers[0] - numbers[2]) <= slack


def size(value: Value) -> Value:
    """绝对值 of a number."""
    return abs(value) if isinstance(value, Decimal) else BLANK


def as_percent(value: Value) -> Value:
    """百分: a ratio as a percentage with at most two decimals, 0.952 as 95.2%."""
    if not isinstance(value, Decimal):
        return BLANK
    return f"{format_number(round_to(value * _HUNDRED, 2))}%"


def points_between(first: Value, second: Value) -> Value:
    """百分点: how far two ratios are apart, as 1.2个百分点."""
    if not isinstance(first, Decimal) or not isinstance(second, Decimal):
        return BLANK
    points = (round_to(ratio * _HUNDRED, 2) for ratio in (first, second))
    return f"{format_number(abs(next(points) - next(points)))}个百分点"


def as_10k(value: Value) -> Value:
    """万元: an amount in 元 as an amount in 万元 with its unit."""
    if not isinstance(value, Decimal):
        return BLANK
    return f"{format_number(value / _TEN_THOUSAND)}万元"


def round_to(number: Decimal, digits: int) -> Decimal:
    """Half-up to so many decimals."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
