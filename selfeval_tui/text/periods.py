"""Stretches of time with two ends (`2023年1-12月`) and days that return (`每月15日前`)."""

import re

from selfeval_tui.text.dates import Moment, read_moment

_JOINT = re.compile(r"[-~至到]")
_START = re.compile(
    r"(?:自|从)?(?:(?P<year>20\d\d)[年.]?度?)?(?:(?P<month>1[0-2]|0?[1-9])月?份?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]?|[初底])?)?起?",
    re.ASCII,
)
_RETURNING = re.compile(
    r"(?P<lead>每个?月|每年|每季度?|次月|当月|下月)的?(?P<day>[12]\d|3[01]|0?[1-9])[日号]"
    r"(?P<bound>之?以?前|之?以?内)?(?P<tail>\D{0,12})",
    re.ASCII,
)
_ANY_MONTH = 0


def read_time(text: str) -> Moment | None:
    """Read a folded text as a date, a period or a day that returns, or None when it is none."""
    return read_moment(text) or _returning(text) or _period(text)


def _returning(text: str) -> Moment | None:
    match = _RETURNING.fullmatch(text)
    if match is None:
        return None
    day = (_ANY_MONTH, int(match["day"]))
    return Moment(0, day, day, bool(match["bound"]), match["lead"], match["tail"])


def _period(text: str) -> Moment | None:
    """The last joint that has a start before it and a date after it: 2023年1月至2023年12月."""
    for joint in _JOINT.finditer(text):
        start = _START.fullmatch(text[: joint.start()])
        end = read_moment(text[joint.end() :])
        if start is None or end is None or end.lead or not (start["year"] or start["month"]):
            continue
        return _between(start, end)
    return None


def _between(start: re.Match[str], end: Moment) -> Moment | None:
    since = int(start["year"] or end.year)
    year = end.year or since
    first = (int(start["month"] or 1), int(start["day"] or 1))
    if (since, first) > (year, end.last):
        return None
    return Moment(year, first, end.last, end.bounded, "", end.tail, since)
