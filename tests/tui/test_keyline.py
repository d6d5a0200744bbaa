"""The keys at the foot of the screen: what fits, and what always does."""

import pytest

from selfeval_tui.tui.keyline import LISTS_ALL, Hint, footer_keys, place, rows_of
from selfeval_tui.tui.keys import Key, Where

PLACES = (Where.OVERVIEW, Where.GRID, Where.EXPORT, Where.EXPORTED, Where.START)


def _key(action: str, label: str) -> Key:
    return Key(Where.GRID, action, "f1", label, "")


def _labels(hints: list[Hint]) -> list[str]:
    return [hint.key.label for hint in hints]


def test_hints_stand_side_by_side_and_go_on_below() -> None:
    """Two cells between them, one in front."""
    keys = [_key("a", "一一"), _key("b", "二二"), _key("c", "三三")]
    hints = list(place(keys, 20, 2))
    assert [(hint.row, hint.start) for hint in hints] == [(0, 1), (0, 10), (1, 1)]


def test_what_does_not_fit_is_left_out_but_the_list_of_all_stays() -> None:
    """更多 is the last one, wherever room ends."""
    keys = [*(_key("a", "一一") for _ in range(9)), _key(LISTS_ALL, "更多")]
    hints = list(place(keys, 20, 2))
    assert _labels(hints) == ["一一", "一一", "一一", "更多"]
    assert all(hint.end <= 20 for hint in hints)


def test_the_list_of_all_may_begin_a_row() -> None:
    """Where the first row is just full."""
    hints = list(place([_key("a", "一一"), _key("a", "一一"), _key(LISTS_ALL, "更多")], 19, 2))
    assert [(hint.row, hint.start) for hint in hints] == [(0, 1), (0, 10), (1, 1)]


@pytest.mark.parametrize("width", [72, 80, 120, 200])
@pytest.mark.parametrize("where", PLACES)
def test_no_hint_is_cut_on_any_screen(where: Where, width: int) -> None:
    """Two rows at most, and the list of all commands last."""
    hints = list(place(tuple(footer_keys(where)), width, 2))
    assert all(hint.end <= width for hint in hints)
    assert rows_of(hints) <= 2
    assert hints[-1].key.action == LISTS_ALL
    assert {hint.key.action for hint in hints} >= {"help", "export"}
