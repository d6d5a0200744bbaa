"""Fractions: 1/3 and 三分之一 as shares, kept exact; 12/31 and 3/3 are none."""

import re
from decimal import Decimal
from math import gcd

from selfeval_tui.text.compound import FRACTION_SLASH
from selfeval_tui.text.units import Kind, Unit

_OVER = re.compile(rf"([/{FRACTION_SLASH}])(\d{{1,3}})(?=$|[以及左之内余多的,;。()≤<])", re.ASCII)
_MARK = "/"
_MONTHS, _DAYS, _SMALL = 12, 31, 10


def fraction_at(text: str, start: int, end: int) -> tuple[Decimal, Unit, int] | None:
    """The fraction whose upper figure stands in a prepared text.

    Args:
        text: A prepared text.
        start: Where the upper figure begins.
        end: Where it ends, at the stroke.

    Returns:
        The upper figure, the share it counts in and where the fraction ends: 2/6 is 1 of 1/3.
        None for a count (3/3), for what may be a month and day (12/31) and for a longer date.
    """
    match = _OVER.match(text, end)
    if match is None or not text[start:end].isdecimal() or text[start - 1 : start] == _MARK:
        return None
    part, whole = int(text[start:end]), int(match[2])
    if not 0 < part < whole or (match[1] == _MARK and _perhaps_day(part, whole)):
        return None
    common = gcd(part, whole)
    share = whole // common
    unit = Unit(f"{_MARK}{share}", Kind.ratio, Decimal(100) / share)
    return Decimal(part // common), unit, match.end()


def _perhaps_day(month: int, day: int) -> bool:
    return month <= _MONTHS and _SMALL < day <= _DAYS
