"""What saving 附件2 costs besides the disk's own sync, and how long it holds up the screen."""

import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, Sample, at_most, in_turns
from bench.programs import demo_workspace
from selfeval_tui.sheet import Batch
from selfeval_tui.store import Autosave, SaveState, Workspace
from selfeval_tui.store.disk.files import Files

ROUNDS = 15
EDITS = 20
SAVE_MS = 25
COPY_MS = 2


def run() -> list[Figure]:
    """Edit a cell, have its sheet saved; the time that syncs take is left out and told beside."""
    with demo_workspace() as root:
        desk = _Desk(root)
        save, copy = in_turns([desk.save, desk.copy], ROUNDS)
        sync = Sample(tuple(desk.files.spent))
    note = f"processor time; the disk's own sync took {sync.median * 1000:.1f} ms more by the clock"
    return [
        at_most("a cell of 附件2 typed and saved, sync aside", save, "ms", SAVE_MS, note),
        at_most("what of it holds up the screen: copying the sheet", copy, "ms", COPY_MS),
    ]


class _TimedSync(Files):
    """The disk, with a note of how long its syncs took."""

    def __init__(self) -> None:
        self.spent: list[float] = []
        """What the syncs of each save took, by the clock."""
        self.worked = 0.0
        """What those of the present save took of the processor."""

    def begin(self) -> None:
        """Another save is about to be made."""
        self.spent.append(0.0)
        self.worked = 0.0

    def sync(self, handle: int) -> None:
        begin, worked = time.perf_counter(), time.process_time()
        super().sync(handle)
        self.spent[-1] += time.perf_counter() - begin
        self.worked += time.process_time() - worked


class _Desk:
    """附件2 being edited."""

    def __init__(self, root: Path) -> None:
        self.files = _TimedSync()
        workspace = Workspace(root, files=self.files)
        self._batch = Batch(workspace.load().sheets)
        self._saving = Autosave(workspace, self._batch)
        unit = next(sheet for sheet in self._batch.sheets if sheet.spec.kind == "department")
        self._cells = [cell for cell in unit.addresses() if cell.name == "实际完成值"]
        self._typed = 0

    def save(self) -> float:
        """The median time of one save, in milliseconds, without its syncs."""
        return Sample(tuple(self._each(self._saved) for _ in range(EDITS))).median

    def copy(self) -> float:
        """The median time in which nothing can be typed, in milliseconds."""
        return Sample(tuple(self._each(self._copied) for _ in range(EDITS))).median

    def _each(self, measure: Callable[[], float]) -> float:
        self._typed += 1
        cell = self._cells[self._typed % len(self._cells)]
        self._batch.set(cell, f"{self._typed}.5%")
        self.files.begin()
        return measure() * 1000

    def _saved(self) -> float:
        """Processor time, as other programs on the cores would count in the time of day."""
        begin = time.process_time()
        status = self._saving.save_now()
        spent = time.process_time() - begin
        assert status.state is SaveState.SAVED, status.message
        return spent - self.files.worked

    def _copied(self) -> float:
        begin = time.perf_counter()
        work = self._saving.work()
        spent = time.perf_counter() - begin
        assert work is not None
        result = self._saving.write(work)
        begin = time.perf_counter()
        self._saving.settle(result)
        return spent + time.perf_counter() - begin
