"""Which versions of a sheet stay: the newest ones, and one a day for some time."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

NEWEST = 50
DAYS = 90
"""Today and the days before it, each with the last version of that day."""


def worth_keeping(times: Iterable[datetime], today: date) -> frozenset[datetime]:
    """Which of the versions stay.

    Args:
        times: When each was kept; no two at the same time.
        today: The day it is.
    """
    newest_first = sorted(times, reverse=True)
    since = today - timedelta(days=DAYS - 1)
    # The first of a day that is met is its last one; the dictionary keeps the earlier key.
    of_day: dict[date, datetime] = {}
    for at in newest_first:
        if at.date() >= since:
            of_day.setdefault(at.date(), at)
    return frozenset(newest_first[:NEWEST]) | frozenset(of_day.values())
