"""Saving without being asked: what the screen shows as 已保存 is on the disk."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from attrs import Factory, define, evolve, frozen

from selfeval_tui.clock import local_time
from selfeval_tui.problems import ConflictError, StoreError
from selfeval_tui.sheet import Batch, Sheet, Step
from selfeval_tui.sheet.change import SheetChange
from selfeval_tui.store.history.keep import Wanted, keep_all
from selfeval_tui.store.history.keeper import Keeper
from selfeval_tui.store.window.lock import Holder, WorkspaceLock
from selfeval_tui.store.workspace import Workspace


class SaveState(StrEnum):
    """What can truthfully be said about the batch and the disk."""

    IDLE = "idle"
    """Nothing was changed since the batch was opened."""
    SAVING = "saving"
    """Something typed is not on the disk yet."""
    SAVED = "saved"
    """Everything typed is on the disk."""
    FAILED = "failed"
    """Something typed could not be written; the next save tries again."""
    PENDING = "pending"
    """Something typed is not written before the clerk decides: others changed it, too."""
    READ_ONLY = "read-only"
    """Nothing is written: another window has the workspace."""


@frozen
class SaveStatus:
    """The state, when everything was last on the disk, and what the clerk should know."""

    state: SaveState
    at: datetime | None = None
    message: str = ""


@frozen
class _Task:
    sheet: Sheet
    stamp: int
    """Which change of the sheet this copy holds; a later one makes it dirty again."""
    removed: bool


@frozen
class SaveWork:
    """Copies of the sheets to write; the batch may change while they are written."""

    tasks: tuple[_Task, ...]
    versions: tuple[Wanted, ...] = ()
    """Earlier versions for the history; they are written first."""


@frozen
class SaveResult:
    """What became of a `SaveWork`."""

    done: tuple[_Task, ...]
    failures: tuple[str, ...]
    """A Chinese sentence for each sheet that could not be written."""
    notices: tuple[str, ...]
    """What saving had to do beyond saving."""
    unkept: tuple[Wanted, ...] = ()
    """The versions that could not be written."""
    pending: tuple[tuple[str, str], ...] = ()
    """The ids of sheets that somebody else changed, each with a Chinese sentence."""
    holder: Holder | None = None
    """The window that has the workspace by now; nothing was written then."""


@define
class _Dirty:
    """The sheets that differ from the disk, each with the number of its latest change."""

    stamps: dict[str, int] = Factory(dict)
    removed: dict[str, Sheet] = Factory(dict)
    count: int = 0

    def mark(self, sheet_id: str) -> None:
        """A sheet differs from the disk, whatever is there."""
        self.count += 1
        self.stamps[sheet_id] = self.count

    def note(self, step: Step) -> None:
        """Mark the sheets of a step."""
        for change in step.changes:
            self.mark(change.sheet)
            if isinstance(change, SheetChange):
                self.removed.pop(change.sheet, None)
                if change.after is None:
                    self.removed[change.sheet] = change.content

    def settle(self, task: _Task) -> None:
        """Unmark a sheet unless it changed after its copy was taken."""
        if self.stamps.get(task.sheet.id) == task.stamp:
            del self.stamps[task.sheet.id]
            self.removed.pop(task.sheet.id, None)


class Autosave:
    """Follows a batch and keeps the workspace's files as it is.

    The screen's thread calls `work` and `settle`; `write` may run in another thread. One work is
    under way at a time, so that an older copy never overwrites a newer one.

    Args:
        workspace: Where the sheets are saved.
        batch: The sheets; its present state is taken to be on the disk.
        clock: The time now.
        keeper: Takes the versions for the history; none are kept where None.
        lock: Says whether this window may write; it always may where None.
    """

    def __init__(
        self,
        workspace: Workspace,
        batch: Batch,
        clock: Callable[[], datetime] | None = None,
        keeper: Keeper | None = None,
        lock: WorkspaceLock | None = None,
    ) -> None:
        self._workspace = workspace
        self._batch = batch
        self._clock = clock or local_time
        self._dirty = _Dirty()
        self._keeper = keeper
        self._lock = lock
        self._pending: dict[str, str] = {}
        self.holder: Holder | None = None
        """The window that has the workspace; nothing is written before `resume`."""
        self._under_way = False
        self._status = SaveStatus(SaveState.IDLE)
        self._stop = batch.listen(self._changed)

    @property
    def status(self) -> SaveStatus:
        """What can truthfully be said now."""
        return self._status

    @property
    def unsaved(self) -> Mapping[str, int]:
        """The sheets that the disk does not have as they are, each with its latest change."""
        stamps, removed = self._dirty.stamps, self._dirty.removed
        return {sheet: stamp for sheet, stamp in stamps.items() if sheet not in removed}

    @property
    def unwritten(self) -> bool:
        """Whether anything was changed here that the disk does not have."""
        return bool(self._dirty.stamps)

    @property
    def pending(self) -> frozenset[str]:
        """The ids of the sheets that somebody else changed, too; they wait for `resume`."""
        return frozenset(self._pending)

    def save_anew(self) -> None:
        """Have every sheet written again, as into a workspace that is made anew."""
        self._workspace.begin_anew()
        for sheet in self._batch.sheets:
            self._dirty.mark(sheet.id)

    def resume(self, decided: Iterable[str] = ()) -> None:
        """Write again, as when the clerk decided, or has the workspace again.

        Args:
            decided: Sheets that are written even where nothing was typed since.
        """
        self.holder = None
        self._pending.clear()
        there = {sheet.id for sheet in self._batch.sheets}
        for each in there.intersection(decided):
            self._dirty.mark(each)
        if self._status.state is SaveState.PENDING:
            state = SaveState.SAVING if self._dirty.stamps else SaveState.IDLE
            self._status = evolve(self._status, state=state, message="")

    def work(self) -> SaveWork | None:
        """Copies of the sheets that are not on the disk as they are.

        Returns:
            The work to `write` and then `settle`; None where there is nothing to write or a work
            is under way.
        """
        keeping = self._keeper is not None and self._keeper.waiting
        wanted = [each for each in self._dirty.stamps if each not in self._pending]
        if self._under_way or self.holder or self._batch.read_only or not (wanted or keeping):
            return None
        self._under_way = True
        versions = self._keeper.take() if self._keeper else ()
        stamps = self._dirty.stamps
        return SaveWork(tuple(self._task(each, stamps[each]) for each in wanted), versions)

    def write(self, work: SaveWork) -> SaveResult:
        """Write the copies; any thread may do this, and only the workspace is touched."""
        try:
            # Before the lock is, which would be made anew.
            self._workspace.check_there()
            if self._lock is None:
                return self._write(work)
            with self._lock.turn() as holder:
                if holder is None:
                    return self._write(work)
        except StoreError as error:
            return SaveResult((), (error.message,), (), work.versions)
        return SaveResult((), (), (), work.versions, holder=holder)

    def _write(self, work: SaveWork) -> SaveResult:
        done: list[_Task] = []
        failures: list[str] = []
        pending: list[tuple[str, str]] = []
        unkept, lost = keep_all(self._workspace, work.versions)
        for task in work.tasks:
            try:
                if task.removed:
                    self._workspace.remove(task.sheet)
                else:
                    self._workspace.save(task.sheet)
            except ConflictError as error:
                pending.append((task.sheet.id, error.message))
            except StoreError as error:
                failures.append(error.message)
            else:
                done.append(task)
        notices = self._workspace.take_notices()
        if not failures:
            # Where the work itself was not saved, its history is not worth a word.
            notices = (*lost, *notices)
        return SaveResult(tuple(done), tuple(failures), notices, unkept, tuple(pending))

    def settle(self, result: SaveResult) -> SaveStatus:
        """Take note of what was written; what was changed meanwhile stays to be saved."""
        self._under_way = False
        if self._keeper is not None:
            self._keeper.put_back(result.unkept)
        for task in result.done:
            self._dirty.settle(task)
        self._pending.update(result.pending)
        self.holder = result.holder
        said = (*result.failures, *self._pending.values(), *result.notices)
        messages = dict.fromkeys(said)
        status = evolve(self._status, message="\n".join(messages))
        if result.failures:
            self._status = evolve(status, state=SaveState.FAILED)
        elif self._pending or (self.holder and self._dirty.stamps):
            self._status = evolve(status, state=SaveState.PENDING)
        elif self._dirty.stamps:
            self._status = evolve(status, state=SaveState.SAVING)
        elif result.done:
            self._status = evolve(status, state=SaveState.SAVED, at=self._clock())
        else:
            # Only versions were kept: nothing that anybody typed came to the disk.
            self._status = status
        return self._status

    def save_now(self) -> SaveStatus:
        """Save in this thread and wait for it, as before the program ends.

        A work that is under way in another thread must have been settled.
        """
        work = self.work()
        return self.settle(self.write(work)) if work else self._status

    def stop(self) -> None:
        """Follow the batch no longer."""
        self._stop()

    def _changed(self, step: Step) -> None:
        self._dirty.note(step)
        # A failure stays on the screen until a save succeeds: typing on does not cure it. What
        # waits for the clerk stays, too.
        if self._status.state not in {SaveState.FAILED, SaveState.PENDING}:
            self._status = evolve(self._status, state=SaveState.SAVING, message="")

    def _task(self, sheet_id: str, stamp: int) -> _Task:
        removed = self._dirty.removed.get(sheet_id)
        if removed is not None:
            return _Task(removed, stamp, removed=True)
        return _Task(self._batch.sheet(sheet_id).copy(), stamp, removed=False)
