"""Puts what is being typed on the disk, beside the screen, a fraction of a second later."""

import asyncio
from collections.abc import Callable, Iterable

from selfeval_tui.store.unsaved.journal import Journal
from selfeval_tui.store.unsaved.journal_text import Record, Typing, Unsaved
from selfeval_tui.tui.saving import Start
from selfeval_tui.tui.session import Session

SOON = 0.2
"""Seconds from a key to the writing of it; what is left of half a second is for the disk."""
LATER = 1.0
"""Seconds until one looks whether what was kept is still needed."""

_Key = tuple[tuple[Typing, ...], tuple[tuple[str, int], ...]]


class Keeping:
    """Keeps the texts being typed and the sheets not saved yet, one record at a time.

    Nothing is taken down when a key comes in, only that one came; the texts are gathered once for
    all keys of a fraction of a second.

    Args:
        session: Whose work is kept.
        start: Runs a coroutine beside the screen.
        typed: The texts being typed.
    """

    def __init__(
        self, session: Session, start: Start, typed: Callable[[], Iterable[Typing]]
    ) -> None:
        self.session = session
        self.journal = Journal(session.workspace)
        self._start = start
        self._typed = typed
        self._timer: asyncio.TimerHandle | None = None
        self._kept: _Key = (), ()
        """What the file holds."""
        self._writing = False
        self._ended = False
        self._number = 0
        self._resting = False
        """Whether nothing new came since one looked last."""
        self.problem = ""
        """Why the latest record is not on any disk; empty where it is."""
        self.holds_typing = False
        """Whether a text that was being typed is kept for the next start."""
        self._stop = session.batch.listen(lambda _step: self.touch())

    def touch(self) -> None:
        """Something was typed or changed: write it down soon."""
        if self._resting and self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._look_in(SOON)

    def saved(self) -> None:
        """The state of saving changed: sheets that are saved now are not kept any longer."""
        if self._kept[1]:
            self.touch()

    def write_now(self) -> str:
        """Write in this thread and wait for it, as before the program is ended from outside.

        Returns:
            Why it could not be written, in Chinese; empty where it was.
        """
        return self.journal.write(*self._gather()[1:])

    def hold(self) -> str:
        """Write a last time, in this thread: the program ends, and asks about it when it opens.

        Returns:
            Why it could not be written, in Chinese; empty where it was.
        """
        if not self._ended:
            self._stop_looking()
            _key, record, number = self._gather()
            self.problem = self.journal.write(record, number)
            self.holds_typing = bool(record.typings) and not self.problem
        return self.problem

    async def end(self) -> None:
        """Keep nothing any longer: all is saved, or the clerk does not want it."""
        self._stop_looking()
        self._number += 1
        await asyncio.to_thread(self.journal.write, Record(""), self._number)

    def _stop_looking(self) -> None:
        if not self._ended:
            self._ended = True
            self._stop()
        if self._timer is not None:
            self._timer.cancel()

    def _look_in(self, seconds: float) -> None:
        if self._timer is None and not self._ended:
            self._resting = seconds == LATER
            self._timer = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        """Write what is typed now, if that is another record than the one that is kept."""
        self._timer = None
        if self._ended:
            return
        if self._writing:
            self._look_in(SOON)
            return
        key, record, number = self._gather()
        needed = bool(record) or self._resting
        if key != self._kept and needed:
            self._writing = True
            self._start(self._write(key, record, number))
        elif record:
            self._writing = True
            self._start(self._write_where_gone(key, record, number))
        elif not needed:
            # A new text takes the place of one that is saved as a rule: the file stays a while.
            self._look_in(LATER)

    def _gather(self) -> tuple[_Key, Record, int]:
        self._number += 1
        typings = tuple(self._typed())
        unsaved = self.session.saving.unsaved
        batch, workspace = self.session.batch, self.session.workspace
        sheets = tuple(
            Unsaved(batch.sheet(each).copy(), workspace.base_of(each)) for each in unsaved
        )
        record = Record(f"{self.session.clock():%Y-%m-%d %H:%M}", typings, sheets)
        return (typings, tuple(unsaved.items())), record, self._number

    async def _write_where_gone(self, key: _Key, record: Record, number: int) -> None:
        if not await asyncio.to_thread(self.journal.stands):
            await self._write(key, record, number)
            return
        self._writing = False
        self._look_in(LATER)

    async def _write(self, key: _Key, record: Record, number: int) -> None:
        self.problem = await asyncio.to_thread(self.journal.write, record, number)
        self._writing = False
        if not self.problem:
            self._kept = key
        if record:
            self._look_in(LATER)
