"""Somebody outside wants the program to end: a signal, or a window that was closed.

All is saved first. Whoever asks a second time does not wait for that: what was called saved is on
the disk, and the terminal is given back in any case.
"""

import os
from collections.abc import Callable
from threading import Event
from typing import NoReturn, Protocol

STATUS = 128
"""What a shell adds to the number of the signal that ended a program."""
HUNG_UP = 1
"""The number of the signal that says that the window was closed; it is this on every system."""
CLOSING = 4.5
"""Seconds; Windows ends a program five seconds after its window was closed."""


class Ending:
    """Begins the end once, and knows when it is over.

    Args:
        begin: Has all saved and the program left with a status; called in the thread of whoever
            asks, also in the middle of a signal.
        at_once: Gives the terminal back and ends the process now, with a status.
    """

    def __init__(
        self, begin: Callable[[int], None], at_once: Callable[[int], NoReturn] = os._exit
    ) -> None:
        self._begin = begin
        self.at_once: Callable[[int], NoReturn] = at_once
        """How the process ends where nobody waits for the saving; a driver knows better."""
        self._asked = False
        self.is_gone = False
        """Whether there is no window any more to write to."""
        self._over = Event()

    def asked(self, number: int) -> None:
        """End the program for a reason that has the number of a signal."""
        if self._asked:
            self.at_once(STATUS + number)
        self._asked = True
        self._begin(STATUS + number)

    @property
    def is_asked(self) -> bool:
        """Whether somebody outside wants the program to end."""
        return self._asked

    def gone(self) -> None:
        """The window is no longer there; it says so more than once, and is in no hurry."""
        self.is_gone = True
        if not self._asked:
            self.asked(HUNG_UP)

    def wait(self) -> None:
        """End the program because its window is closed, and wait until all is saved."""
        self.gone()
        self._over.wait(CLOSING)

    def over(self) -> None:
        """The program has ended: nobody need wait any longer."""
        self._over.set()


class Endable(Protocol):
    """A program on a screen that can be asked to end, and to rest."""

    ending: Ending

    def rest(self, sleep: Callable[[], None]) -> None:
        """Save, and then let the process be stopped by a function that returns afterwards."""

    def failed(self, error: BaseException) -> None:
        """Close because of an unforeseen error; any thread may say so."""

    def action_repaint(self) -> None:
        """Draw everything again."""
