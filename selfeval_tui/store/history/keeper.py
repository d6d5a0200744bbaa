"""When a version of a sheet is due; it only takes copies, and somebody else writes them."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from selfeval_tui.sheet import Batch, Sheet, Step
from selfeval_tui.sheet.earlier import before_step, changed_in_bulk, changed_stage
from selfeval_tui.store.history.keep import Wanted

REST = timedelta(minutes=10)
"""Without a change; what was typed before it is then kept."""
OPENED = "打开时"
RESTED = "停笔十分钟"


class Keeper:
    """Follows a batch and takes a copy of each sheet when a version of it is due.

    At opening, after ten minutes without a change, before a change in bulk, and whenever a sheet
    is finalised, handed in or opened again.

    Args:
        batch: The sheets, as they were opened just now.
        clock: The time of day.
    """

    def __init__(self, batch: Batch, clock: Callable[[], datetime]) -> None:
        self._batch = batch
        self._clock = clock
        self._opened = clock()
        self._as_opened = {sheet.id for sheet in batch.sheets}
        self._changed: set[str] = set()
        self._last = self._opened
        self._wanted: list[Wanted] = []
        self._unwritten: list[Wanted] = []
        self._stop = batch.listen(self._follow)

    @property
    def waiting(self) -> bool:
        """Whether a version is due; those that could not be written wait for the next one.

        A window that may only look keeps none.
        """
        return bool(self._wanted or self._as_opened) and not self._batch.read_only

    def take(self) -> tuple[Wanted, ...]:
        """The versions that wait, oldest first; they count as written from now on."""
        for sheet in self._batch.sheets:
            if sheet.id in self._as_opened:
                self._want(sheet.copy(), OPENED, self._opened)
        self._as_opened.clear()
        taken = tuple(sorted(self._unwritten + self._wanted, key=lambda each: each.at))
        self._unwritten.clear()
        self._wanted.clear()
        return taken

    def put_back(self, unwritten: Iterable[Wanted]) -> None:
        """Let versions wait that could not be written."""
        self._unwritten += unwritten

    def rest(self) -> None:
        """Look at the clock: after a rest, what was changed before it is due."""
        now = self._clock()
        if not self._changed or now - self._last < REST:
            return
        for sheet in self._batch.sheets:
            if sheet.id in self._changed:
                self._want(sheet.copy(), RESTED, now)
        self._changed.clear()

    def stop(self) -> None:
        """Follow the batch no longer."""
        self._stop()

    def _follow(self, step: Step) -> None:
        now = self._clock()
        sheets = {sheet.id: sheet for sheet in self._batch.sheets}
        bulk = changed_in_bulk(step)
        for each in step.sheets:
            if each in self._as_opened:
                self._as_opened.discard(each)
                self._want(before_step(step, each, sheets.get(each)), OPENED, self._opened)
            elif each in bulk:
                self._want(before_step(step, each, sheets.get(each)), self._before(step), now)
        for each in changed_stage(step) & sheets.keys():
            self._want(sheets[each].copy(), step.name, now)
        self._changed.update(step.sheets)
        self._last = now

    def _before(self, step: Step) -> str:
        """What is said of the state before a step, which undo and redo name like the step."""
        again = "撤销或重做" if self._batch.can_redo else ""
        return f"{again}{step.name}之前"

    def _want(self, sheet: Sheet | None, why: str, at: datetime) -> None:
        if sheet is not None:
            self._wanted.append(Wanted(sheet, why, at))
