"""The clipboard of Windows: one program at a time may open it, so opening is tried again."""

import time
from collections.abc import Callable
from typing import Protocol, TypeVar

TRIES = 20
PAUSE = 0.03
"""Seconds between two tries; another program holds the clipboard for a moment only."""

Result = TypeVar("Result")


class ClipboardCalls(Protocol):
    """The calls of the system that are needed; between `open` and `close` nobody else has it."""

    def open(self) -> bool:
        """Take hold of the clipboard; False while another program holds it."""

    def close(self) -> None:
        """Let go of it."""

    def get(self) -> str:
        """The text on it; empty where it holds none."""

    def put(self, text: str) -> bool:
        """Replace what is on it; False where the system refuses."""


class WindowsBoard:
    """Reads and writes the clipboard of Windows.

    Args:
        calls: The calls of the system.
        wait: Waits for some seconds.
    """

    def __init__(self, calls: ClipboardCalls, wait: Callable[[float], None] = time.sleep) -> None:
        self._calls = calls
        self._wait = wait

    def read(self) -> str | None:
        """The text on it; None while another program does not let go of it."""
        return self._opened(self._calls.get)

    def write(self, text: str) -> bool:
        """Put a text on it; line ends stay as they are."""
        return self._opened(lambda: self._calls.put(text)) or False

    def _opened(self, use: Callable[[], Result]) -> Result | None:
        for _attempt in range(TRIES):
            if self._calls.open():
                try:
                    return use()
                finally:
                    self._calls.close()
            self._wait(PAUSE)
        return None
