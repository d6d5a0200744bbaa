"""Somebody outside wants the program to end: once is enough, twice does not wait."""

import signal
from threading import Thread
from typing import NoReturn

import pytest

from selfeval_tui.tui.ending import Ending


class LeftError(Exception):
    """The process would have ended."""


def leave(status: int) -> NoReturn:
    """End the process."""
    raise LeftError(status)


def test_who_asks_twice_does_not_wait() -> None:
    """The first signal begins the saving, the second one ends the process with its own status."""
    begun: list[int] = []
    ending = Ending(begun.append, leave)
    assert not ending.is_asked
    ending.asked(signal.SIGTERM)
    assert begun == [143]
    with pytest.raises(LeftError, match="130"):
        ending.asked(signal.SIGINT)
    assert begun == [143]


def test_a_window_that_is_gone_says_so_often_and_in_no_hurry() -> None:
    """Each thread that reads or writes notices it; the saving is waited for."""
    begun: list[int] = []
    ending = Ending(begun.append, leave)
    ending.gone()
    ending.gone()
    assert begun == [129]
    assert ending.is_gone


def test_windows_waits_until_all_is_saved() -> None:
    """The thread in which Windows says that the window is closed goes on when the end is over."""
    begun: list[int] = []
    ending = Ending(begun.append, leave)
    closing = Thread(target=ending.wait)
    closing.start()
    ending.over()
    closing.join()
    assert begun == [129]
