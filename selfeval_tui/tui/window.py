"""What every window of this program has: an end from outside, and a fault that is not printed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.worker import WorkerFailed

from selfeval_tui.tui.ending import Ending
from selfeval_tui.tui.in_turn import InTurn

_MOST_ASIDE = 10
"""Faults beside the work that are remembered; one that repeats itself says nothing new."""


class Window(InTurn, inherit_bindings=False):
    """Saves before it is ended or stopped; an unforeseen error closes it and is kept.

    Textual would print such an error with the values of all variables.
    """

    def __init__(self) -> None:
        self.ending = Ending(self._begin_end)
        self.fault: BaseException | None = None
        """The unforeseen error that closed the window."""
        self.aside: list[BaseException] = []
        """Unforeseen errors that did not: in what Python does when it throws something away."""
        self.next: Path | None = None
        """The workspace that is opened when the window has closed."""
        self._beside: asyncio.AbstractEventLoop | None = None
        super().__init__()

    async def save_everything(self, *, last: bool) -> None:
        """Put what was typed on the disk.

        Args:
            last: Whether the program ends; else it rests, and goes on.
        """

    def hold(self) -> None:
        """Keep what is being typed; called where an unforeseen error closes the window."""

    def on_load(self) -> None:
        """Hear of errors in tasks that nobody waits for."""
        self._beside = asyncio.get_running_loop()
        self._beside.set_exception_handler(self._task_failed)

    def open_next(self, root: Path) -> None:
        """Close, and open another workspace in place of this one."""
        self.next = root
        self.exit(0)

    # The end from outside.

    def _begin_end(self, status: int) -> None:
        if self._beside is None or self._beside.is_closed():
            # There is nothing left to save, or it is being saved after an unforeseen error.
            self.ending.at_once(status)
        self._beside.call_soon_threadsafe(
            lambda: self.run_worker(self._save_and_leave(status), group="ending")
        )

    async def _save_and_leave(self, status: int) -> None:
        try:
            await self.save_everything(last=True)
        finally:
            self.exit(None, return_code=status)

    def rest(self, sleep: Callable[[], None]) -> None:
        """Save, and then let the process be stopped; see `Endable`."""
        self.run_worker(self._save_and_rest(sleep), group="ending")

    async def _save_and_rest(self, sleep: Callable[[], None]) -> None:
        await self.save_everything(last=False)
        sleep()

    def action_repaint(self) -> None:
        """Draw everything again."""
        self.refresh(repaint=True, layout=True)

    # Unforeseen errors.

    def failed(self, error: BaseException) -> None:
        """Close the window because of an unforeseen error; any thread may say so."""
        if self._beside is not None and not self._beside.is_closed():
            self._beside.call_soon_threadsafe(self._handle_exception, error)
        elif self.fault is None:
            self.fault = error

    def failed_aside(self, error: BaseException) -> None:
        """Remember an error that nothing depends on."""
        if len(self.aside) < _MOST_ASIDE:
            self.aside.append(error)

    def _handle_exception(self, error: BaseException) -> None:
        """As Textual does, without its pictures of the error."""
        self._return_code = 1
        if isinstance(error, WorkerFailed):
            error = error.error
        if self._exception is None and isinstance(error, Exception):
            # For the tests, which raise it again.
            self._exception = error
            self._exception_event.set()
        if self.fault is None:
            self.fault = error
            self._hold_whatever_happens()
        self._close_messages_no_wait()

    def _hold_whatever_happens(self) -> None:
        try:
            self.hold()
        except Exception as error:  # noqa: BLE001 - What is wrong with the screen may be so here.
            self.failed_aside(error)

    def panic(self, *renderables: object) -> None:
        """Close without what Textual would print."""
        del renderables
        self._return_code = 1
        self._close_messages_no_wait()

    def _task_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            return  # Words about a task that was still waiting when the program ended.
        if self._exit or self.fault is not None:
            self.failed_aside(error)
        else:
            self._handle_exception(error)
