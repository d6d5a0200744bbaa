"""Pastes that arrive as keystrokes; a clock that a test sets."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from selfeval_tui.tui.windows.bursts import BEGIN, END, Bursts, is_burst


class _Clock:
    """Goes on when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    """Stands still."""
    return _Clock()


@pytest.fixture
def bursts(clock: _Clock) -> Bursts:
    """On that clock."""
    return Bursts(clock)


@pytest.mark.parametrize(
    "text",
    ["1\r2", "1\t2\r3\t4\r", "\r12", "一次\r二次\r", "1\r" * 60, "甲\n乙", "\t\t7"],
)
def test_text_behind_enter_or_tab_in_one_read_is_a_paste(text: str) -> None:
    """No hand is so fast."""
    assert is_burst(text)


@pytest.mark.parametrize(
    "text",
    [
        "7",
        "\r",
        "\t",
        "达到年初目标",
        "180平方米\r",
        "7\t",
        "\r\r\r",
        "\t\t\t\t",
        "12\r\t",
        "",
        "\x03",
    ],
)
def test_typing_is_none(text: str) -> None:
    """A key, a word of an input method, a value with its Enter, a key that is held down."""
    assert not is_burst(text)


@pytest.mark.parametrize("text", ["7", "\r", "达到年初目标", "180平方米\r", "\x1b[A", "\x1b"])
def test_keys_pass_at_once(bursts: Bursts, text: str) -> None:
    """Nothing waits for a clock."""
    assert bursts.hear(text) == text
    assert not bursts.holding


def test_a_paste_is_gathered_until_the_keys_end(bursts: Bursts, clock: _Clock) -> None:
    """Several reads make one paste, whatever each of them brings."""
    assert bursts.hear("1\r2\r") == ""
    clock.now += 0.02
    assert bursts.tick() == ""
    assert bursts.hear("3") == ""
    clock.now += 0.02
    assert bursts.tick() == ""
    clock.now += 0.02
    assert bursts.tick() == f"{BEGIN}1\r2\r3{END}"
    assert not bursts.holding
    assert bursts.tick() == ""


def test_typing_goes_on_after_a_paste(bursts: Bursts, clock: _Clock) -> None:
    """The next key is a key again."""
    bursts.hear("1\r2\r")
    clock.now += 1
    bursts.tick()
    assert bursts.hear("7") == "7"
    assert bursts.hear("\r") == "\r"


def test_an_arrow_key_ends_a_paste(bursts: Bursts) -> None:
    """Its order stays."""
    bursts.hear("1\r2\r")
    assert bursts.hear("\x1b[A") == f"{BEGIN}1\r2\r{END}\x1b[A"


def test_an_announced_paste_passes_in_pieces(bursts: Bursts) -> None:
    """A new console puts the marks there itself; the middle of a long paste has none."""
    pieces = [f"{BEGIN}1\r2\r", "3\r4\r5", f"6\r7{END}", "8\r9"]
    assert [bursts.hear(piece) for piece in pieces] == [*pieces[:3], ""]


def test_textual_reads_it_as_one_paste(bursts: Bursts, clock: _Clock) -> None:
    """A column of sixty values is one event, then keys are keys."""
    column = "".join(f"{number}\r" for number in range(60))
    assert bursts.hear(column) == ""
    clock.now += 1
    parser = XTermParser()
    heard = [*parser.feed(bursts.tick()), *parser.feed(bursts.hear("7"))]
    assert [type(event) for event in heard] == [events.Paste, events.Key]
    assert isinstance(heard[0], events.Paste)
    assert heard[0].text == column
