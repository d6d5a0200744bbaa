"""Saves after each step, in a thread, one save at a time; the batch stays in the main thread."""

import asyncio
from collections.abc import Callable, Coroutine

from selfeval_tui.store import SaveState, SaveStatus
from selfeval_tui.store.window.lock import Holder
from selfeval_tui.tui.merging.words import ENDED, losing
from selfeval_tui.tui.session import Session

Start = Callable[[Coroutine[None, None, None]], object]
"""Runs a coroutine beside the screen."""


class Saver:
    """Listens to a batch and writes what changed.

    Args:
        session: What is saved.
        start: Runs the saving beside the screen.
        tell: Called in the main thread whenever the state of saving changed.
        commit: Commits a text that is still being typed.
    """

    def __init__(
        self,
        session: Session,
        start: Start,
        tell: Callable[[], None],
        commit: Callable[[], None] = lambda: None,
    ) -> None:
        self.session = session
        self._start = start
        self._tell = tell
        self._commit = commit
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

    def renew(self) -> None:
        """Look whether this window still has the workspace; to be called about once a minute."""
        self._start(self._renew())

    async def flush(self) -> SaveStatus:
        """Save now and wait for it; the status says whether it worked."""
        saving = self.session.saving
        async with self._turn:
            self._waiting = False
            while (work := saving.work()) is not None:
                self._tell()
                saving.settle(await asyncio.to_thread(saving.write, work))
                if saving.holder is not None:
                    self._lose(saving.holder)
                self._tell()
                if saving.status.state is SaveState.FAILED:
                    break
        return saving.status

    async def _renew(self) -> None:
        async with self._turn:
            holder = await asyncio.to_thread(self.session.lock.renew)
        if holder is not None:
            self._lose(holder)
        elif self.session.batch.read_only:
            self.session.batch.read_only = ENDED
        self._tell()

    def _lose(self, holder: Holder) -> None:
        """Close the batch, after a text that is being typed came into it: it is offered later."""
        if not self.session.batch.read_only:
            self._commit()
            self.session.saving.holder = holder
            self.session.batch.read_only = losing(holder, self.session.clock())

    async def _save_soon(self) -> None:
        await self.flush()
