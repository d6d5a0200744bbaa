"""Which versions stay: whatever happened when, the newest fifty and one a day for ninety days."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.store.history.thin import DAYS, NEWEST, worth_keeping

NOW = datetime(2024, 4, 23, 18)  # noqa: DTZ001 - The time where the clerk is.
TODAY = NOW.date()

ages = st.integers(0, 200 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))
times = st.sets(ages.map(lambda age: NOW - age), max_size=300)


@given(times)
def test_nothing_comes_up_that_was_not_there(found: set[datetime]) -> None:
    """It only chooses."""
    assert worth_keeping(found, TODAY) <= found


@given(times)
def test_the_newest_ones_stay(found: set[datetime]) -> None:
    """However many there are of one day."""
    assert set(sorted(found)[-NEWEST:]) <= worth_keeping(found, TODAY)


@given(times)
def test_each_of_the_last_days_keeps_its_last_version(found: set[datetime]) -> None:
    """Ninety days back from today, today included."""
    staying = worth_keeping(found, TODAY)
    recent = {at for at in found if (TODAY - at.date()).days < DAYS}
    for day in {at.date() for at in recent}:
        assert max(at for at in recent if at.date() == day) in staying


@given(times)
def test_no_more_stays_than_was_promised(found: set[datetime]) -> None:
    """What is neither new nor the last of a recent day goes."""
    staying = worth_keeping(found, TODAY)
    older = sorted(staying)[:-NEWEST]
    assert len(staying) <= NEWEST + DAYS
    assert all((TODAY - at.date()).days < DAYS for at in older)
    assert len({at.date() for at in older}) == len(older)


@given(times)
def test_thinning_twice_is_thinning_once(found: set[datetime]) -> None:
    """What was worth keeping is still so."""
    staying = worth_keeping(found, TODAY)
    assert worth_keeping(staying, TODAY) == staying


@given(times, ages)
def test_a_further_version_lets_go_of_few(found: set[datetime], age: timedelta) -> None:
    """One that comes in puts at most one out of the newest, and one out of its day."""
    staying = worth_keeping(found, TODAY)
    after = worth_keeping(staying | {NOW - age}, TODAY)
    assert len(staying - after) <= 2


@given(st.lists(ages, max_size=120), st.integers(0, 120))
def test_no_day_is_ever_lost_by_thinning_in_between(gone: list[timedelta], every: int) -> None:
    """Thinned after each version or only at the end: the same days are there."""
    arriving = sorted({NOW - age for age in gone})
    kept: set[datetime] = set()
    for number, at in enumerate(arriving):
        kept.add(at)
        if every and number % every == 0:
            kept = set(worth_keeping(kept, at.date()))
    at_once = worth_keeping(arriving, TODAY)
    assert worth_keeping(kept, TODAY) == at_once
