"""From a cell's text to an undirected Reading: the part that targets and actuals share."""

from functools import partial

from attrs import evolve

from selfeval_tui.text import words
from selfeval_tui.text.dates import Moment, read_moment
from selfeval_tui.text.fold import fold, strip_controls
from selfeval_tui.text.quantity import MOST, amounts
from selfeval_tui.text.reading import Confidence, Operator, Reading

_DATE_SIGNS = frozenset("年月季底-./")
_HAS_FIGURE = frozenset("0123456789一二三四五六七八九十百两")
_COMPLETION = frozenset({"", "完成", "完工", "竣工", "前完成", "建成", "结束", "实施完成"})


def read_phrase(raw: str) -> Reading:
    """Read a cell without regard to its indicator.

    Args:
        raw: The text as typed; anything over 500 characters is prose.

    Returns:
        A Reading whose direction is not yet decided.
    """
    text = fold(strip_controls(raw))
    make = partial(Reading, raw, text)
    if not text:
        return make(Operator.blank)
    if text in words.NOT_APPLICABLE:
        return make(Operator.not_applicable)
    if len(raw) > MOST or _HAS_FIGURE.isdisjoint(text):
        moment = None if len(raw) > MOST else _moment(text)
        return make(Operator.by_date, date=moment) if moment else make(Operator.qualitative)
    moment = _moment(text)
    if moment:
        return make(Operator.by_date, date=moment)
    return _with_amounts(make(Operator.qualitative))


def _moment(text: str) -> Moment | None:
    if _DATE_SIGNS.isdisjoint(text) and not (len(text) == 8 and text.isdecimal()):
        return None
    return read_moment(text)


def _with_amounts(reading: Reading) -> Reading:
    found = amounts(reading.text)
    if not found:
        return reading
    quantities = tuple(amount.quantity for amount in found)
    plain = len(found) == 1 and len(reading.text) <= 20
    confidence = Confidence.sure if plain else Confidence.likely
    return evolve(
        reading, operator=quantities[0].operator, quantities=quantities, confidence=confidence
    )
