"""Compare one promised amount with what was reached."""

from decimal import Decimal

from selfeval_tui.text import wording
from selfeval_tui.text.align import align
from selfeval_tui.text.outcome import Outcome, VerdictCode, met, missed, person
from selfeval_tui.text.reading import Confidence, Direction, Operator, Quantity
from selfeval_tui.text.span import Span
from selfeval_tui.text.units import Kind

# Plainly about as much as was promised; further off is for a person, far off a miss.
_LEEWAY = Decimal("0.05")
_APPROX_LOW, _APPROX_HIGH = Decimal("0.8"), Decimal("1.2")


class Promise:
    """One promised amount with its direction.

    `leaning` is what the indicator means, which an = sign hides.
    """

    __slots__ = ("direction", "exceed_ratio", "leaning", "quantity", "sure")

    def __init__(
        self,
        quantity: Quantity,
        direction: Direction,
        leaning: Direction | None,
        confidence: Confidence,
        exceed_ratio: Decimal,
    ) -> None:
        self.quantity = quantity
        self.direction = direction
        self.leaning = leaning
        self.sure = confidence is not Confidence.unsure
        self.exceed_ratio = exceed_ratio

    def accepts(self) -> Span:
        """The numbers that keep the promise."""
        quantity = self.quantity
        span = quantity.span
        if quantity.operator is Operator.bare or quantity.operator is Operator.over:
            return _one_sided(quantity.value, self.direction)
        if quantity.operator is Operator.range and quantity.kind is Kind.ratio:
            return span if self.direction is Direction.lower else Span(span.low, None)
        if quantity.operator in {Operator.approx, Operator.near}:
            slack = abs(quantity.value) * _LEEWAY
            low, high = quantity.value - slack, quantity.value + slack
            upward, downward = (
                self.direction is way for way in (Direction.higher, Direction.lower)
            )
            return Span(None if downward else low, None if upward else high)
        return span


def compare(promise: Promise, actual: Quantity) -> Outcome:
    """Judge one amount against its promise.

    Args:
        promise: The promised amount and its direction.
        actual: The amount reached.

    Returns:
        met, exceeded or missed with the arithmetic; person where the answer is open.
    """
    target = promise.quantity
    span = align(target, actual)
    if isinstance(span, str):
        return person(span)
    ratio = _ratio(target, span)
    if span.point is not None and span.point == target.value and target.high is None:
        return _at_target(promise, actual, ratio)
    if not promise.sure:
        return person(wording.NO_DIRECTION, ratio)
    return _outside_or_inside(promise, actual, span, ratio)


def _outside_or_inside(
    promise: Promise, actual: Quantity, span: Span, ratio: Decimal | None
) -> Outcome:
    target, accepted = promise.quantity, promise.accepts()
    if target.kind is Kind.grade:
        return person(wording.beyond_equal(target, actual), ratio)
    if span.within(accepted):
        return _kept(promise, actual, ratio)
    if span.apart(accepted):
        return _broken(promise, actual, span, ratio)
    return person(wording.not_decisive(target, actual))


def _at_target(promise: Promise, actual: Quantity, ratio: Decimal | None) -> Outcome:
    strict = promise.quantity.operator in {Operator.gt, Operator.lt}
    why = wording.figure_verdict(promise.quantity, actual, ratio, met=not strict)
    return missed(why, ratio) if strict else met(why, ratio)


def _kept(promise: Promise, actual: Quantity, ratio: Decimal | None) -> Outcome:
    target = promise.quantity
    lower_bound = target.operator in {Operator.ge, Operator.gt} or (
        target.operator is Operator.bare and promise.direction is Direction.higher
    )
    far = ratio is not None and ratio >= promise.exceed_ratio
    exceeded = lower_bound and far and Kind.ratio not in (target.kind, actual.kind)
    why = wording.figure_verdict(target, actual, ratio, met=True, exceeded=exceeded)
    return Outcome(VerdictCode.exceeded if exceeded else VerdictCode.met, why, ratio)


def _broken(promise: Promise, actual: Quantity, span: Span, ratio: Decimal | None) -> Outcome:
    target = promise.quantity
    above = span.low is not None and span.low >= target.value
    if _open_question(promise, span, above=above):
        why = wording.beyond_equal(target, actual)
        return person(wording.STANDARD_DIFFERS if target.operator is Operator.bare else why, ratio)
    return missed(wording.figure_verdict(target, actual, ratio, met=False), ratio)


def _open_question(promise: Promise, span: Span, *, above: bool) -> bool:
    """Whether passing an exact, approximate or two-sided target is no plain miss."""
    target = promise.quantity
    if target.operator is Operator.bare:
        return promise.direction is Direction.equal
    if target.operator is Operator.eq:
        if target.value == 0 and promise.leaning is not Direction.higher:
            return False
        better_above = promise.leaning is not Direction.lower
        return above is better_above or promise.leaning is Direction.equal
    if target.operator is Operator.range:
        return above is not (promise.direction is Direction.lower)
    if target.operator in {Operator.approx, Operator.near}:
        low, high = target.value * _APPROX_LOW, target.value * _APPROX_HIGH
        return not span.apart(Span(low, high))
    return False


def _one_sided(value: Decimal, direction: Direction) -> Span:
    if direction is Direction.lower:
        return Span(None, value)
    if direction is Direction.equal:
        return Span(value, value)
    return Span(value, None)


def _ratio(target: Quantity, span: Span) -> Decimal | None:
    if span.point is None or not target.value or target.high is not None:
        return None
    return span.point / target.value
