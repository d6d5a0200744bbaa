"""Bring an actual amount into the target's unit, or say why that cannot be done."""

from collections.abc import Callable
from decimal import Decimal

from selfeval_tui.text import wording
from selfeval_tui.text.numerals import MULTIPLIERS
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.span import Span
from selfeval_tui.text.units import COUNTS, Kind, comparable

_THOUSAND, _DAY = Decimal(1000), Decimal(86_400_000)
_HALF_POINT = Decimal("0.5")
# The sheet is about one year: 3次/年 and 3次 are the same.
_YEARLY = frozenset({"年", "年度", "全年"})


def align(target: Quantity, actual: Quantity) -> Span | str:
    """The actual's span in the target's unit.

    Args:
        target: What was promised.
        actual: What was reached.

    Returns:
        The span, or a Chinese sentence why the two cannot be set side by side.
    """
    if target.per != actual.per and not _same_per(target, actual):
        return wording.per_mismatch(target, actual)
    if target.kind is None or actual.kind is None:
        return _bare(target, actual)
    if (
        target.kind is Kind.scale
        or actual.kind is Kind.scale
        or comparable(target.kind, actual.kind)
    ):
        return _converted(target, actual)
    if target.unit == f"{actual.unit}次" and actual.operator is Operator.bare:
        # Each of 342家 was visited at least once.
        return Span(actual.value * actual.factor, None).scaled(1 / target.factor)
    loose = _loose(target, actual)
    if loose is None and _same_count(target, actual):
        return actual.span
    return loose if loose is not None else wording.unit_mismatch(target, actual)


def _same_count(target: Quantity, actual: Quantity) -> bool:
    """The same number of what two count words count: 3件 answers 3张."""
    counted = {target.kind, actual.kind} <= COUNTS | {Kind.visit}
    return counted and target.value * target.factor == actual.value * actual.factor


def _same_per(target: Quantity, actual: Quantity) -> bool:
    """A per part left out is forgiven to a bare figure, to a year and to equals."""
    if target.per and actual.per:
        return False
    if not actual.unit or (target.per or actual.per) in _YEARLY:
        return True
    if target.kind is not actual.kind:
        return False
    return actual.value * actual.factor == target.value * target.factor


def _bare(target: Quantity, actual: Quantity) -> Span | str:
    if Kind.ratio in (target.kind, actual.kind):
        if target.is_fraction or actual.is_fraction:
            return wording.FRACTION_BESIDE_FIGURE
        bare = actual if actual.kind is None else target
        if 0 < abs(bare.value) <= 1 and not (target.value == actual.value == 0):
            return wording.BARE_SHARE
    elif actual.kind is None and _large(target) and _slip(target, actual):
        return wording.SCALE_SLIP
    return actual.span


def _converted(target: Quantity, actual: Quantity) -> Span | str:
    if target.kind is Kind.ratio and _rounded(target, actual):
        return wording.ROUNDED_SHARE
    return actual.span.scaled(actual.factor / target.factor)


def _rounded(target: Quantity, actual: Quantity) -> bool:
    """Whether one side may be the other rounded: 33.3% beside 1/3."""
    if target.is_fraction is actual.is_fraction:
        return False
    apart = abs(target.value * target.factor - actual.value * actual.factor)
    return 0 < apart < _HALF_POINT


def _large(quantity: Quantity) -> bool:
    """Whether a unit may be left out by mistake for its small one: 万元 for 元, 万㎡ for ㎡."""
    return quantity.factor >= _THOUSAND or quantity.unit.startswith(tuple(MULTIPLIERS))


def _slip(target: Quantity, actual: Quantity) -> bool:
    return bool(target.value) and abs(actual.value) >= abs(target.value) * 500


def _loose(target: Quantity, actual: Quantity) -> Span | None:
    """Kinds with no fixed rate between them, but with bounds: a month has 28 to 31 days."""
    if actual.operator is not Operator.bare:
        return None
    bounds = _LOOSE.get((target.kind, actual.kind))
    return bounds(actual.value * actual.factor).scaled(1 / target.factor) if bounds else None


def _months_in_days(months: Decimal) -> Span:
    if months % 12 == 0:
        years = months / 12
        return Span(years * 365 * _DAY, years * 366 * _DAY)
    return Span(months * 28 * _DAY, months * 31 * _DAY)


# What an amount of the second kind is in the base unit of the first.
_LOOSE: dict[tuple[Kind | None, Kind | None], Callable[[Decimal], Span]] = {
    (Kind.days, Kind.months): _months_in_days,
    (Kind.months, Kind.days): lambda time: Span(time / _DAY / 31, time / _DAY / 28),
    (Kind.workdays, Kind.days): lambda time: Span(time / _DAY / 2, time / _DAY),
    (Kind.days, Kind.workdays): lambda days: Span(days * _DAY, (days * 2 + 2) * _DAY),
    (Kind.visit, Kind.person): lambda people: Span(people, None),
}
