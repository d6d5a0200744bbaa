"""Saves after each step, in a thread, one save at a time; the batch stays in the main thread."""

import asyncio
from collections.abc import Callable, Coroutine

from selfeval_tui.store import SaveState, SaveStatus
from selfeval_tui.tui.session import Session

Start = Callable[[Coroutine[None, None, None]], object]
"""Runs a coroutine beside the screen."""


class Saver:
    """Listens to a batch and writes what changed.

    Args:
        session: What is saved.
        start: Runs the saving beside the screen.
        tell: Called in the main thread whenever the state of saving changed.
    """

    def __init__(self, session: Session, start: Start, tell: Callable[[], None]) -> None:
        self.session = session
        self._start = start
        self._tell = tell
        self._turn = asyncio.Lock()
        self._waiting = False
        session.batch.listen(lambda _step: self.request())

    def request(self) -> None:
        """Save soon; steps that come meanwhile are saved together."""
        if not self._waiting:
            self._waiting = True
            self._start(self._save_soon())

    def keep_versions(self) -> None:
        """Save the versions that are due for the history; to be called now and then.

        What could not be saved before is tried again: nobody has to notice that there is room.
        """
        session = self.session
        session.keeper.rest()
        if session.keeper.waiting or session.saving.status.state is SaveState.FAILED:
            self.request()

    async def flush(self) -> SaveStatus:
        """Save now and wait for it; the status says whether it worked."""
        saving = self.session.saving
        async with self._turn:
            self._waiting = False
            while (work := saving.work()) is not None:
                self._tell()
                saving.settle(await asyncio.to_thread(saving.write, work))
                self._tell()
                if saving.status.state is SaveState.FAILED:
                    break
        return saving.status

    async def _save_soon(self) -> None:
        await self.flush()
