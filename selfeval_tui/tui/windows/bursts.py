"""Pastes that an old console hands over as keystrokes, told from typing; pure.

A bracketed paste arrives as one event. An old console puts the keys of a paste into its queue all
at once instead, with Enter for each line end: the cells of a column would be committed one by one
and those of a block would go astray. No hand presses keys on both sides of Enter within one read.
"""

import re
from collections.abc import Callable

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste that it announces."""
ESCAPE = "\x1b"
QUIET = 0.03
"""Seconds without a key after which a paste is over; its keys come faster than a hand's."""
_TEXT_BEHIND = re.compile(r"[\r\n\t][^\x00-\x1f\x7f]")
_OTHER_KEYS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Ctrl with a letter, Backspace: no paste brings them."""


class Bursts:
    """Puts the marks of a paste around the keys of one.

    Args:
        clock: Seconds that go on steadily.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held = ""
        self._last = 0.0
        self._announced = False

    @property
    def holding(self) -> bool:
        """Whether keys of a paste are kept back until it is over."""
        return bool(self._held)

    def hear(self, text: str) -> str:
        """Take what one read of the console brought.

        Args:
            text: Characters and escape sequences.

        Returns:
            What to go on with: the same at once, or nothing while a paste is gathered.
        """
        if self._announced or ESCAPE in text:
            return self._release() + self._announcing(text)
        if not self._held and not is_burst(text):
            return text
        self._held += text
        self._last = self._clock()
        return ""

    def tick(self) -> str:
        """The gathered paste in its marks once no more keys come; nothing before."""
        over = self._held and self._clock() - self._last >= QUIET
        return self._release() if over else ""

    def _announcing(self, text: str) -> str:
        """Let a paste pass that the terminal itself announces, however many reads it takes."""
        self._announced = text.rfind(BEGIN) > text.rfind(END) or (
            self._announced and END not in text
        )
        return text

    def _release(self) -> str:
        text, self._held = self._held, ""
        return f"{BEGIN}{text}{END}" if text else ""


def is_burst(text: str) -> bool:
    """Whether keys that came in one read were pasted.

    Several characters alone are what an input method commits; Enter or Tab behind them ends a
    cell. Only a text behind Enter or Tab tells that nobody is typing.
    """
    return bool(_TEXT_BEHIND.search(text)) and not _OTHER_KEYS.search(text)
