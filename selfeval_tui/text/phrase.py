"""From a cell's text to an undirected Reading: the part that targets and actuals share."""

import re
from decimal import Decimal

from attrs import evolve

from selfeval_tui.text import words
from selfeval_tui.text.clean import clean
from selfeval_tui.text.compound import joined
from selfeval_tui.text.dates import Moment
from selfeval_tui.text.fold import fold, strip_controls
from selfeval_tui.text.matching import between
from selfeval_tui.text.periods import read_time
from selfeval_tui.text.quantity import Amount, amounts, in_doubt
from selfeval_tui.text.reading import Confidence, Operator, Quantity, Reading
from selfeval_tui.text.units import Kind, unit_at

MOST_CHARACTERS = 500
_DATE_SIGNS = frozenset("年月季底-./")
_HAS_FIGURE = frozenset("0123456789一二两三四五六七八九十百")
# 2023.12 may be a month, or a figure with two places.
_MONTH_OR_FIGURE = re.compile(r"(?P<lead>\D*)20\d\d\.(?:1[0-2]|0?[1-9])(?P<tail>\D*)", re.ASCII)
_NO_DEADLINE = frozenset({"ge", "gt", "eq"})
_CALENDAR = frozenset({Kind.days, Kind.months})


def read_phrase(raw: str, *, beside_a_figure: bool = False) -> Reading:
    """Read a cell without regard to its indicator.

    Args:
        raw: The text as typed; anything over 500 characters is prose.
        beside_a_figure: Whether its neighbour is a figure, so that 2023.12 is one, too.

    Returns:
        A Reading whose direction is not yet decided.
    """
    text = fold(strip_controls(raw))
    if not text:
        return Reading(raw, text, Operator.blank)
    if text in words.NOT_APPLICABLE:
        return Reading(raw, text, Operator.not_applicable)
    if len(raw) > MOST_CHARACTERS:
        return Reading(raw, text, Operator.qualitative)
    moment = _moment(text, beside_a_figure=beside_a_figure)
    if moment:
        return Reading(raw, text, Operator.by_date, date=moment)
    if _HAS_FIGURE.isdisjoint(text):
        return Reading(raw, text, Operator.qualitative)
    return _with_amounts(raw, text)


def as_zero(reading: Reading) -> Reading:
    """The same cell, understood as 0: 无投诉, 未发生."""
    return evolve(reading, quantities=(Quantity(Decimal(0)),))


def _moment(text: str, *, beside_a_figure: bool) -> Moment | None:
    if _DATE_SIGNS.isdisjoint(text) and not (len(text) == 8 and text.isdecimal()):
        return None
    moment = read_time(text)
    if moment and _is_figure(text, beside_a_figure=beside_a_figure):
        return None
    return moment


def _is_figure(text: str, *, beside_a_figure: bool) -> bool:
    """Whether what looks like a month is a figure: 2023.12万元, ≥2023.12; but not ≤2023.12."""
    match = _MONTH_OR_FIGURE.fullmatch(text)
    if match is None:
        return False
    unit = unit_at(match["tail"], 0)
    if unit:
        return unit[0].kind not in _CALENDAR
    if match["tail"]:
        return False
    return beside_a_figure or any(
        group in _NO_DEADLINE for _, _, group in words.BEFORE.find(match["lead"])
    )


def _with_amounts(raw: str, text: str) -> Reading:
    prepared = clean(joined(text))
    found = amounts(prepared)
    if not found:
        return Reading(raw, text, Operator.qualitative)
    quantities = tuple(amount.quantity for amount in found)
    if len(quantities) == 2:
        quantities = between(*quantities)
    plain = len(quantities) == 1 and len(text) <= 20
    return Reading(
        raw,
        text,
        quantities[0].operator,
        quantities,
        confidence=Confidence.sure if plain else Confidence.likely,
        aside=(len(found) > 1 and in_doubt(found)) or _aside(prepared, found),
        listed=_listed(prepared, found),
    )


def _aside(text: str, found: list[Amount]) -> bool:
    around = [amount.before for amount in found]
    around.append(text[found[-1].end :])
    return any(
        group == "aside" for words_ in around if words_ for _, _, group in words.ASIDE.find(words_)
    )


def _listed(text: str, found: list[Amount]) -> bool:
    """Whether the amounts stand in a plain list of things (1台电脑4台打印机), not in sentences."""
    if len(found) < 2 or not any(amount.before.strip("、,;+和/及") for amount in found[1:]):
        return False
    return len(text) <= 60 and not any(
        word in amount.before for amount in found[1:] for word in words.SENTENCE
    )
