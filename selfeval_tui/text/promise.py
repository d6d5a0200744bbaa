"""Whether two targets promise the same in other signs: ≥95% and 不低于95%, 20万元 and 200000元."""

import re
from collections.abc import Iterable

from selfeval_tui.text import words
from selfeval_tui.text.dates import Moment
from selfeval_tui.text.fold import fold
from selfeval_tui.text.lexicon import Lexicon
from selfeval_tui.text.numerals import CHINESE_NUMERAL
from selfeval_tui.text.reading import Quantity, Reading
from selfeval_tui.text.target import read_target
from selfeval_tui.text.units import Kind

_SIZED = frozenset(
    {Kind.money, Kind.ratio, Kind.days, Kind.months, Kind.length, Kind.area, Kind.mass}
)
"""What is the same in a larger unit; a 台 is no 套."""
_SHARE = re.compile(rf"百分之(\d+(?:\.\d+)?|{CHINESE_NUMERAL})", re.ASCII)
_FIGURE = re.compile(rf"\d+(?:\.\d+)?|{CHINESE_NUMERAL}", re.ASCII)
_JOINTS = str.maketrans("", "", "-~至到/每")
"""What stands between two figures, or before a per part."""

Said = tuple[object, ...]
"""What is compared."""


def same_promise(one: str, other: str, *, indicator: str = "", level2: str = "") -> bool:
    """Whether two targets of one indicator say the same.

    A date or a single amount is compared as it is read, and the words around it as typed. Any
    other text counts as typed, but for its width, blanks and line ends.

    Args:
        one: A target as typed.
        other: Another one.
        indicator: The 三级指标.
        level2: The 二级指标.
    """
    first, second = (fold("".join(text.split())) for text in (one, other))
    if first == second:
        return True
    said = _said(read_target(first, indicator=indicator, level2=level2), fold(indicator))
    return bool(said) and said == _said(
        read_target(second, indicator=indicator, level2=level2), fold(indicator)
    )


def _said(reading: Reading, indicator: str) -> Said:
    """What a target says; empty where it holds more than can be compared."""
    if reading.date is not None:
        return _day(reading.date)
    text = _SHARE.sub(r"\1%", reading.text.replace(indicator, "", 1))
    figures = _FIGURE.findall(text)
    if len(reading.quantities) != 1 or reading.aside:
        return ()
    (quantity,) = reading.quantities
    if len(figures) != (1 if quantity.high is None else 2):
        return ()
    return (*_amount(quantity), _around(text, quantity))


def _day(moment: Moment) -> Said:
    """A deadline by its last day alone: 12月底前 is 12月31日前."""
    first = None if moment.bounded else moment.first
    words_around = moment.lead, moment.tail
    return moment.year, first, moment.last, moment.bounded, words_around, moment.since


def _amount(quantity: Quantity) -> Said:
    sized = quantity.kind in _SIZED
    factor = quantity.factor if sized else 1
    high = None if quantity.high is None else quantity.high * factor
    unit = quantity.kind if sized else quantity.unit
    return quantity.operator, quantity.value * factor, high, unit, quantity.per


def _around(text: str, quantity: Quantity) -> str:
    """The words that are neither figure, unit nor bound."""
    for part in filter(None, (quantity.unit, quantity.unit, quantity.per)):
        text = text.replace(part, "", 1)
    text = _FIGURE.sub(" ", text)
    return _without(text, (words.BEFORE, words.AFTER)).translate(_JOINTS).replace(" ", "")


def _without(text: str, known: Iterable[Lexicon[str]]) -> str:
    for lexicon in known:
        for start, end, _ in reversed(tuple(lexicon.find(text))):
            text = text[:start] + text[end:]
    return text
