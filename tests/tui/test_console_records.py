"""What a Windows console reports while a clerk types Chinese, on fake records.

Each row of the tables is one record as consoles are known to send it.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.tui.windows.records import (
    CAPS_LOCK,
    ENHANCED,
    LEFT_ALT,
    NOTHING,
    NUM_LOCK,
    SHIFT,
    VK_ALT,
    VK_IN_PROGRESS,
    KeyRecord,
    SizeRecord,
    hear,
    is_kept,
    join,
)

STATES = [0, SHIFT, NUM_LOCK, CAPS_LOCK, NUM_LOCK | CAPS_LOCK, NUM_LOCK | SHIFT]


def units(text: str) -> list[str]:
    """A text as the console counts it: halves apart."""
    data = text.encode("utf-16-le")
    return [data[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(data), 2)]


def typed(text: str, state: int = 0) -> list[KeyRecord]:
    """What an input method commits: each unit down and up, without a virtual key."""
    return [KeyRecord(down, 0, unit, state) for unit in units(text) for down in (True, False)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("text", ["？", "“《（", "绩效自评", "𠮷𣎴", "a1."])
def test_what_an_input_method_commits_arrives_whatever_is_locked(text: str, state: int) -> None:
    """NumLock is on at every accountant's desk; Shift is held for ？《（."""
    assert hear(typed(text, state)).text == text


@pytest.mark.parametrize(
    ("what", "virtual_key", "state"),
    [
        ("Shift", 0x10, SHIFT),
        ("Ctrl", 0x11, 0x0008),
        ("Alt", VK_ALT, LEFT_ALT),
        ("CapsLock", 0x14, CAPS_LOCK),
        ("NumLock", 0x90, NUM_LOCK | ENHANCED),
        ("the Windows key", 0x5B, ENHANCED),
        ("nothing at all", 0, 0),
        ("nothing, with NumLock", 0, NUM_LOCK),
        ("a key the input method took", VK_IN_PROGRESS, 0),
    ],
)
def test_noise_is_no_input(what: str, virtual_key: int, state: int) -> None:
    """A modifier alone says nothing, and nothing is typed for it."""
    assert not is_kept(KeyRecord(True, virtual_key, NOTHING, state)), what


@pytest.mark.parametrize(
    ("virtual_key", "character", "state"),
    [
        (0x41, "a", 0),
        (0x41, "A", CAPS_LOCK),
        (0x0D, "\r", NUM_LOCK),
        (0x5A, "\x1a", 0x0008),
        (0x20, NOTHING, 0x0008),
        (0, "\x1b", 0),
        (0xE7, "表", 0),
    ],
)
def test_keys_are_heard_once(virtual_key: int, character: str, state: int) -> None:
    """When they go down and not when they come up; Ctrl+Space is a zero with a key of its own."""
    down, up = (KeyRecord(way, virtual_key, character, state) for way in (True, False))
    assert hear([down, up]).text == character


def test_a_held_key_counts_as_often_as_the_console_says() -> None:
    """A slow moment must not swallow repetitions."""
    assert hear([KeyRecord(True, 0x08, "\x7f", 0, repeat=3)]).text == "\x7f" * 3
    assert hear([KeyRecord(True, 0x41, "a", 0, repeat=0)]).text == "a"


def test_alt_and_a_number_make_one_character() -> None:
    """It comes with Alt going up; an old console pastes 汉字 in this way too."""
    digits = [KeyRecord(True, 0x60 + digit, NOTHING, LEFT_ALT) for digit in (2, 3)]
    alt_down = KeyRecord(True, VK_ALT, NOTHING, LEFT_ALT)
    alt_up = KeyRecord(False, VK_ALT, "汉", 0)
    assert hear([alt_down, *digits, alt_up]).text == "汉"
    assert hear([alt_down, KeyRecord(False, VK_ALT, NOTHING, 0)]).text == ""


def test_halves_are_joined_across_batches() -> None:
    """A batch may end in the middle of 𠮷."""
    first, second = units("𠮷")
    begun = hear([KeyRecord(True, 0, "一"), KeyRecord(True, 0, first)])
    assert (begun.text, begun.half) == ("一", first)
    ended = hear([KeyRecord(True, 0, second), KeyRecord(True, 0, "人")], begun.half)
    assert (ended.text, ended.half) == ("𠮷人", "")


def test_a_lost_half_is_shown_and_stops_nothing() -> None:
    """Textual's reading of the keyboard ends at such a half."""
    first, second = units("𠮷")
    assert join(f"{first}甲{second}乙") == ("\ufffd甲\ufffd乙", "")


def test_the_last_size_counts() -> None:
    """While a window is dragged many come at once."""
    heard = hear([SizeRecord(80, 25), *typed("甲"), SizeRecord(120, 36)])
    assert (heard.text, heard.size) == ("甲", (120, 36))
    assert hear(typed("甲")).size is None


@given(text=st.text(), cuts=st.lists(st.integers(0, 40)), state=st.sampled_from(STATES))
def test_any_text_survives_any_division_into_batches(
    text: str, cuts: list[int], state: int
) -> None:
    """However the console cuts what was typed."""
    text = text.replace(NOTHING, "")
    records = typed(text, state)
    got, half, start = "", "", 0
    for cut in [*sorted(cuts), len(records)]:
        heard = hear(records[start : max(cut, start)], half)
        got, half, start = got + heard.text, heard.half, max(cut, start)
    assert got + half == text
