"""Read a target (年初目标值): what was promised, and which way is better."""

from selfeval_tui.text import words
from selfeval_tui.text.direction import harmful, meaning, says_none_of_harm
from selfeval_tui.text.fold import fold
from selfeval_tui.text.phrase import as_zero, read_phrase
from selfeval_tui.text.reading import (
    Confidence,
    Direction,
    DirectionSource,
    Operator,
    Quantity,
    Reading,
)
from selfeval_tui.text.trend import falls
from selfeval_tui.text.units import Kind

_BY_OPERATOR = {
    Operator.ge: Direction.higher,
    Operator.gt: Direction.higher,
    Operator.le: Direction.lower,
    Operator.lt: Direction.lower,
    Operator.eq: Direction.equal,
}
_TIMES = frozenset({Kind.days, Kind.workdays, Kind.months})


def read_target(
    raw: str, *, indicator: str = "", level2: str = "", direction: Direction | None = None
) -> Reading:
    """Read a target.

    Args:
        raw: The text as typed.
        indicator: The 三级指标; its meaning decides the direction when no comparator does.
        level2: The 二级指标; a 成本指标 is better lower.
        direction: The clerk's own word, which overrules everything.

    Returns:
        What was understood; never raises.
    """
    reading = read_phrase(raw)
    if not reading.quantities:
        return _promise_of_none(reading, indicator)
    if direction is not None:
        return reading.directed(direction, DirectionSource.clerk)
    first = reading.quantities[0]
    known = _BY_OPERATOR.get(first.operator)
    if known is not None:
        return reading.directed(known, DirectionSource.comparator)
    return _by_meaning(reading, first, fold(indicator), fold(level2))


def _promise_of_none(reading: Reading, indicator: str) -> Reading:
    """无投诉 promises 0; so does 无 beside an indicator that names something unwanted."""
    if reading.operator is not Operator.qualitative:
        return reading
    bare = reading.text in words.NOTHING and harmful(fold(indicator))
    if not bare and not says_none_of_harm(reading.text):
        return reading
    zero = as_zero(reading)
    return zero.directed(Direction.lower, DirectionSource.indicator)


def _by_meaning(reading: Reading, first: Quantity, name: str, level2: str) -> Reading:
    found = meaning(name, first.kind) or meaning(reading.text, first.kind)
    if found is Direction.equal and first.kind not in {Kind.money, None}:
        found = None
    if falls(reading.text):
        # 下降5% promises a fall of at least 5%: of what nobody wants, more is better.
        found = None if found is Direction.higher and not falls(name) else Direction.higher
        if found is None:
            return reading.directed(Direction.higher, DirectionSource.default, Confidence.unsure)
    if "成本" in level2 and first.kind is not Kind.ratio and found is not Direction.equal:
        saving = found is Direction.higher and meaning(name[-4:]) is Direction.higher
        found = Direction.higher if saving and first.kind is not Kind.money else Direction.lower
    nothing = not first.value and first.operator is Operator.bare
    if nothing and found is not Direction.lower:
        # 0台 promises nothing; whether more is good or bad, nobody says.
        return reading.directed(Direction.lower, DirectionSource.default, Confidence.unsure)
    if found is not None:
        return reading.directed(found, DirectionSource.indicator)
    return _by_default(reading, first, name, level2)


def _by_default(reading: Reading, first: Quantity, name: str, level2: str) -> Reading:
    confidence, direction = Confidence.likely, Direction.higher
    if not first.value:
        direction = Direction.lower
    elif name.endswith(("占比", "比重")):
        confidence = Confidence.unsure
    elif first.kind in _TIMES:
        direction = Direction.lower
        confidence = Confidence.likely if "时效" in level2 else Confidence.unsure
    elif first.kind is Kind.money and "数量" not in level2 and "效益" not in level2:
        confidence = Confidence.unsure
    return reading.directed(direction, DirectionSource.default, confidence)
