"""Compare a promised date with the date reached."""

from selfeval_tui.text import wording, words
from selfeval_tui.text.dates import Moment
from selfeval_tui.text.outcome import Outcome, met, missed, person
from selfeval_tui.text.reading import Reading

_LATE_IN_YEAR, _EARLY_IN_YEAR = 10, 3


def judge_deadline(target: Reading, actual: Reading) -> Outcome:
    """Judge a row whose target is a date.

    Args:
        target: A reading with a date.
        actual: Whatever the clerk wrote.

    Returns:
        met or missed for two dates that are plainly ordered; missed for a plain "not done".
    """
    if target.date is None:
        return person(wording.NOT_A_DATE)
    if actual.date is None:
        return _by_words(actual)
    if _turned(actual.date) or not _same_event(target.date, actual.date):
        return person(wording.ASIDE)
    return _by_calendar(target, actual, target.date, actual.date)


def _by_words(actual: Reading) -> Outcome:
    text = actual.text
    if text in words.NOT_DONE or text in words.NOTHING:
        return missed(wording.denied(actual.raw.strip()))
    if text in words.PARTLY:
        return missed(wording.partly(actual.raw.strip()))
    if actual.quantities:
        return person(wording.NOT_A_DATE)
    return person(wording.judgement_for_date(actual.raw.strip()))


def _turned(moment: Moment) -> bool:
    around = f"{moment.lead} {moment.tail}"
    return any(group == "aside" for _, _, group in words.ASIDE.find(around)) or "开工" in around


def _same_event(target: Moment, actual: Moment) -> bool:
    """A start is not a completion."""
    return ("开" in target.tail or "启动" in target.tail) == (
        "开" in actual.tail or "启动" in actual.tail
    )


def _by_calendar(promise: Reading, done: Reading, target: Moment, actual: Moment) -> Outcome:
    promised, reached = promise.raw.strip(), done.raw.strip()
    if not (target.year and actual.year):
        if target.last[0] >= _LATE_IN_YEAR and actual.last[0] <= _EARLY_IN_YEAR:
            return person(wording.NEAR_YEAR_END)
        years = (0, 0)
    else:
        years = (target.year, actual.year)
    if (years[1], *actual.last) <= (years[0], *target.last):
        return met(wording.date_verdict(promised, reached, met=True))
    if (years[1], *actual.first) > (years[0], *target.last):
        return missed(wording.date_verdict(promised, reached, met=False))
    return person(wording.DATE_UNCLEAR)
