"""What is written to a terminal, whatever becomes of it."""

from collections.abc import Callable
from typing import TextIO

GIVEN_BACK = (
    "\x18"  # Breaks off a sequence that was not written to its end.
    "\x1b[?2026l"  # What is drawn from now on shows at once.
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # The mouse is the terminal's.
    "\x1b[?2048l"  # A new size is not reported as text.
    "\x1b[?2004l"  # What is pasted comes without marks.
    "\x1b[?1004l"  # Nor is it reported which window has the focus.
    "\x1b[?7h"  # Lines wrap.
    "\x1b[<u"  # Keys are reported the old way.
    "\x1b[?1049l"  # The former screen is back.
    "\x1b[0m\x1b[?25h"  # Plain letters, and a cursor.
)
"""What gives a terminal back, wherever the program was interrupted."""


class Steady:
    """A stream to a terminal; once that is gone, what is written goes nowhere.

    Textual writes in a thread of its own, whose death would keep the program waiting for ever.

    Args:
        stream: The terminal.
        gone: Told when it is no longer there.
    """

    def __init__(self, stream: TextIO, gone: Callable[[], None]) -> None:
        self._stream = stream
        self._gone = gone

    def write(self, text: str) -> int:
        """Write a text, or notice that nobody reads it."""
        try:
            self._stream.write(text)
        except (OSError, ValueError):
            self._gone()
        return len(text)

    def flush(self) -> None:
        """Have it shown, or notice that nobody sees it."""
        try:
            self._stream.flush()
        except (OSError, ValueError):
            self._gone()

    def fileno(self) -> int:
        """The number of the terminal's file."""
        return self._stream.fileno()
