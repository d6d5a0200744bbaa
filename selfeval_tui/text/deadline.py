"""Compare a promised date with the date reached."""

from selfeval_tui.text import wording, words
from selfeval_tui.text.dates import Moment
from selfeval_tui.text.outcome import Outcome, met, missed, person
from selfeval_tui.text.reading import Reading
from selfeval_tui.text.units import Kind

_LATE_IN_YEAR, _EARLY_IN_YEAR = 10, 3
_MONTHS_IN_YEAR = 12
_WHOLE_YEAR = ((1, 1), (12, 31))


def judge_deadline(target: Reading, actual: Reading, name: str = "") -> Outcome:
    """Judge a row whose target is a date.

    Args:
        target: A reading with a date.
        actual: Whatever the clerk wrote.
        name: The folded 三级指标, which may speak of a start (开工时间).

    Returns:
        met or missed for two dates that are plainly ordered; missed for a plain "not done".
    """
    if target.date is None:
        return person(wording.NOT_A_DATE)
    if actual.date is None:
        return _by_words(target, actual)
    if _turned(actual.date) or not _same_event(target.date, actual.date, name):
        return person(wording.ASIDE)
    if target.date.returns is not actual.date.returns:
        return person(wording.DATE_UNCLEAR)
    if target.date.since is not None:
        return _in_period(target, actual, target.date, actual.date)
    return _by_calendar(target, actual, target.date, actual.date)


def _by_words(target: Reading, actual: Reading) -> Outcome:
    text = actual.text
    if text in words.NOT_DONE or text in words.NOTHING:
        return missed(wording.denied(actual.raw.strip()))
    if text in words.PARTLY:
        return person(wording.partly(actual.raw.strip()))
    if target.date is not None and _fills(target.date, actual):
        return met(wording.period_filled(target.raw.strip(), actual.raw.strip()))
    if actual.quantities:
        return person(wording.NOT_A_DATE)
    return person(wording.judgement_for_date(actual.raw.strip()))


def _turned(moment: Moment) -> bool:
    around = f"{moment.lead} {moment.tail}"
    return any(group == "aside" for _, _, group in words.ASIDE.find(around))


def _same_event(target: Moment, actual: Moment, name: str) -> bool:
    """A start is not a completion."""
    starting = any(word in name for word in words.START)
    return _starts(target, starting=starting) == _starts(actual, starting=starting)


def _starts(moment: Moment, *, starting: bool) -> bool:
    """Whether a date is a start: it says so, or the indicator does and it names no end."""
    around = f"{moment.lead}{moment.tail}"
    if "开" in moment.tail or any(word in around for word in words.START):
        return True
    return starting and not any(word in around for word in words.END)


def _fills(period: Moment, actual: Reading) -> bool:
    """Whether 全年 or a number of months is the whole promised period (1-12月)."""
    if period.since is None or period.since != period.year:
        return False
    months = period.last[0] - period.first[0] + 1
    if actual.text in words.WHOLE_YEAR:
        return months == _MONTHS_IN_YEAR
    quantities = actual.quantities
    if len(quantities) != 1 or quantities[0].kind is not Kind.months:
        return False
    return quantities[0].span.point == months / quantities[0].factor


def _in_period(promise: Reading, done: Reading, target: Moment, actual: Moment) -> Outcome:
    """The same period is kept, a day or month in it too; another may be shorter, longer or late."""
    if _extent(target, actual) == _extent(actual, target):
        return met(wording.period_filled(promise.raw.strip(), done.raw.strip()))
    long = actual.since is not None or (actual.first, actual.last) == _WHOLE_YEAR
    if long or _extent(actual, target)[1] < _extent(target, actual)[0]:
        return person(wording.DATE_UNCLEAR)
    return _by_calendar(promise, done, target, actual)


def _extent(moment: Moment, other: Moment) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last day, with the years if both moments name theirs."""
    if not (moment.year and other.year):
        return moment.first, moment.last
    return (moment.since or moment.year, *moment.first), (moment.year, *moment.last)


def _by_calendar(promise: Reading, done: Reading, target: Moment, actual: Moment) -> Outcome:
    promised, reached = promise.raw.strip(), done.raw.strip()
    if not (target.year and actual.year):
        if target.last[0] >= _LATE_IN_YEAR and actual.last[0] <= _EARLY_IN_YEAR:
            return person(wording.NEAR_YEAR_END)
        years = (0, 0)
    else:
        years = (target.year, actual.year)
    overlap = years[0] == years[1] and target.first <= actual.last and actual.first <= target.last
    if target.before_month and overlap:
        return person(wording.DATE_UNCLEAR)
    if (years[1], *actual.last) <= (years[0], *target.last):
        return met(wording.date_verdict(promised, reached, met=True))
    if not actual.bounded and (years[1], *actual.first) > (years[0], *target.last):
        return missed(wording.date_verdict(promised, reached, met=False))
    return person(wording.DATE_UNCLEAR)
