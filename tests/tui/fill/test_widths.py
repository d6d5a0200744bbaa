"""Columns share the width of the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.tui.fill.lay import GUTTER, VERDICT_TRACK
from selfeval_tui.tui.fill.lines import Track
from selfeval_tui.tui.fill.widths import NARROWEST, column_widths

DEPARTMENT = (
    GUTTER, Track(10), Track(14, 1), Track(16, 3), Track(10), Track(12, 2), Track(12, 2),
    VERDICT_TRACK,
)  # fmt: skip

tracks = st.lists(
    st.builds(Track, st.integers(1, 30), st.integers(0, 4), st.booleans(), st.booleans()),
    min_size=1, max_size=9,
)  # fmt: skip


@given(tracks, st.integers(0, 250))
def test_the_columns_fill_the_line_exactly(columns: list[Track], width: int) -> None:
    """Whatever the screen, no cell is left over and none is missing."""
    widths = column_widths(columns, width)
    assert sum(widths) == width
    assert all(each >= 0 for each in widths)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (132, (3, 10, 18, 30, 10, 21, 21, 19)),
        (87, (3, 9, 14, 16, 10, 12, 12, 11)),
        (79, (3, 9, 9, 15, 9, 11, 12, 11)),
        (66, (3, 9, 9, 14, 9, 11, 11, 0)),
    ],
)
def test_the_indicator_gets_what_is_spare_and_gives_last(
    width: int, expected: tuple[int, ...]
) -> None:
    """Of 附件2's columns those that need not grow give way first."""
    assert column_widths(DEPARTMENT, width) == expected


def test_a_header_is_not_cut_while_there_is_another_way() -> None:
    """年初目标值 keeps its 11 cells; the other columns and the words of the verdict give way."""
    tracks = (Track(20), Track(20, header=11), VERDICT_TRACK)
    assert column_widths(tracks, 31) == (9, 11, 11)
    assert column_widths(tracks, 20) == (9, 11, 0)
    assert column_widths(tracks, 18)[1] < 11


def test_the_words_of_the_verdict_go_before_columns_become_unreadable() -> None:
    """On a narrow screen the mark at the left is enough."""
    widths = column_widths(DEPARTMENT, 58)
    assert widths[-1] == 0
    assert min(widths[1:-1]) >= NARROWEST


@given(st.integers(30, 250))
def test_the_gutter_never_changes(width: int) -> None:
    """The marks stand in the same place on every screen."""
    assert column_widths(DEPARTMENT, width)[0] == GUTTER.min
