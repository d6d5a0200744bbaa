"""What lies open: the unit's own workspace, the 示例 once it was asked for, and their saving."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from selfeval_tui.problems import GoneError
from selfeval_tui.sheet import Address, Batch, Difference, Sheet
from selfeval_tui.store import SaveState, Workspace, demo_root
from selfeval_tui.store.order import in_order
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.journal.keeping import Keeping
from selfeval_tui.tui.preferences import read_preferences
from selfeval_tui.tui.saving import Saver, Start
from selfeval_tui.tui.session import Session, open_session

_IMPORT = "导入"


class Desk:
    """Keeps each session open until the program ends, so that no unsaved change is dropped.

    Args:
        root: The unit's own workspace.
        clock: The time of day, for the state of saving.
        start: Runs a coroutine beside the screen.
        tell: Called whenever the state of saving changed.
        typed: The texts being typed in a session.
        commit: Commits a text that is still being typed.
    """

    def __init__(
        self,
        root: Path,
        clock: Callable[[], datetime],
        start: Start,
        tell: Callable[[], None],
        typed: Callable[[Session], Iterable[Typing]],
        commit: Callable[[], None],
    ) -> None:
        self._root = root
        self._clock = clock
        self._start = start
        self._tell = tell
        self._typed = typed
        self._commit = commit
        self._savers: list[Saver] = []
        self.keeping: list[Keeping] = []
        """What is typed and not saved yet, kept for each session."""
        self._demo: Session | None = None
        self.preferences = read_preferences(root)
        """The unit's own settings, for all that is open."""
        self.own = self._open(Workspace(root))
        self.preferences.hindrance = self._hindrance
        if self.own.demo:
            self._demo = self.own
        self.current = self.own
        """The session that is shown."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All that is open."""
        return tuple(each.session for each in self._savers)

    @property
    def nothing_yet(self) -> bool:
        """Whether there is neither a sheet nor an unreadable file to show."""
        return not self.current.batch.sheets and not self.current.faults

    def enter_own(self) -> None:
        """Show the unit's own sheets."""
        self.current = self.own

    def adopt(self, sheets: Iterable[Sheet]) -> None:
        """Show the unit's own sheets with new ones among them, each at its place."""
        self.enter_own()
        put(self.own.batch, sheets, "新建表")

    def bring_in(self, sheets: Iterable[Sheet], merged: Iterable[Sheet]) -> None:
        """Show the unit's own sheets with what was imported, all of it one step.

        Args:
            sheets: The new ones.
            merged: Those that are there already, as they shall be.
        """
        from selfeval_tui.sheet.take_in import take_in

        self.enter_own()
        sheets, merged = tuple(sheets), tuple(merged)
        with self.own.batch.as_one(_IMPORT, Address((merged or sheets)[0].id)):
            take_in(self.own.batch, [(each, 0) for each in merged], (), _IMPORT)
            put(self.own.batch, sheets, _IMPORT)

    def take_list(self, sheets: Iterable[Sheet], changes: Iterable[Difference]) -> None:
        """Show the unit's own sheets with those of a list among them, all of it one step."""
        from selfeval_tui.sheet.carry import carry_out

        self.enter_own()
        sheets, changes = tuple(sheets), tuple(changes)
        touched = [each.id for each in sheets] + [each.address.sheet for each in changes]
        with self.own.batch.as_one("按清单新建", Address(touched[0])):
            put(self.own.batch, sheets, "新建表")
            carry_out(self.own.batch, changes, "按清单修改")

    @property
    def own_data(self) -> bool:
        """Whether the unit has sheets of its own; those of a 示例 opened by its folder are none."""
        return bool(self.own.batch.sheets) and not self.own.demo

    async def enter_demo(self) -> None:
        """Show the 示例, which is made on first use.

        Raises:
            StoreError: Its folder cannot be written.
        """
        if self._demo is None:
            from selfeval_tui.store.demo import make_demo

            self._demo = self._open(await asyncio.to_thread(make_demo, demo_root(self._root)))
        self.current = self._demo

    async def reopen(self) -> None:
        """Read the unit's own workspace anew, after a backup was put back into it."""
        files = self.own.workspace.files
        self.own.lock.release()
        self._savers = [each for each in self._savers if each.session is not self.own]
        for each in [each for each in self.keeping if each.session is self.own]:
            await each.end()
            self.keeping.remove(each)
        self.preferences = read_preferences(self._root)
        self.preferences.hindrance = self._hindrance
        self.own = self._open(Workspace(self._root, files=files))
        if self.own.demo:
            self._demo = self.own
        self.current = self.own

    def keep_versions(self) -> None:
        """Keep the versions that are due for the history; to be called now and then."""
        for saver in self._savers:
            saver.keep_versions()

    def renew_locks(self) -> None:
        """Look whether this window still has what it writes; to be called about once a minute."""
        for saver in self._savers:
            saver.renew()

    def release(self) -> None:
        """Give the workspaces back, at the end."""
        for saver in self._savers:
            saver.session.lock.release()

    @property
    def waiting(self) -> tuple[str, ...]:
        """Why changes are not saved that wait for the clerk; empty where none does."""
        every = (each.session for each in self._savers)
        waiting = (each for each in every if each.saving.status.state is SaveState.PENDING)
        return tuple(each.batch.read_only or each.saving.status.message for each in waiting)

    def touch(self) -> None:
        """Something was typed: keep it for the case of a crash."""
        for each in self.keeping:
            each.touch()

    async def save_before_end(self, *, last: bool) -> None:
        """Save what can be, and keep the rest for the next start; nothing is committed.

        Args:
            last: Whether the program ends; else it rests, and goes on.
        """
        # A drive that does not answer may keep the saving waiting for ever.
        for each in self.keeping:
            each.write_now()
        await self.flush()
        for each in self.keeping:
            if last:
                each.hold()
            else:
                each.touch()

    def hold(self) -> None:
        """Keep what is typed and not saved, before an unforeseen error closes the window."""
        for each in self.keeping:
            each.hold()

    async def end(self) -> None:
        """Keep nothing any longer, before the program ends."""
        for each in self.keeping:
            await each.end()

    async def flush(self) -> tuple[str, ...]:
        """Save everything now; the sentences say what could not be saved and why."""
        statuses = [await saver.flush() for saver in self._savers]
        return tuple(status.message for status in statuses if status.state is SaveState.FAILED)

    def _hindrance(self) -> str:
        """Why nothing may be written beside the sheets, in Chinese; empty where it may."""
        try:
            self.own.workspace.check_there()
        except GoneError as error:
            return error.message
        return self.own.batch.read_only

    def _open(self, workspace: Workspace) -> Session:
        session = open_session(workspace, self._clock, self.preferences)
        self._savers.append(Saver(session, self._start, self._tell, self._commit))
        self.keeping.append(Keeping(session, self._start, partial(self._typed, session)))
        return session


def put(batch: Batch, sheets: Iterable[Sheet], name: str) -> None:
    """Add sheets, each at its place, as one step.

    Args:
        batch: Where they go.
        sheets: The sheets.
        name: What the clerk did, in Chinese.
    """
    sheets = tuple(sheets)
    with batch.as_one(name, Address(sheets[0].id) if sheets else None):
        for sheet in sheets:
            batch.add_sheet(sheet, position_of(batch, sheet))


def position_of(batch: Batch, sheet: Sheet) -> int:
    """Where the new sheet stands in the order that all lists use."""
    return sum(1 for each in batch.sheets if in_order(each) <= in_order(sheet))
