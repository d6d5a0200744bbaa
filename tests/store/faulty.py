"""Every call of the writer refused in turn, and what must hold during and after it."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from errno import EACCES, EBUSY, EDQUOT, EINTR, EIO, EMFILE, ENOSPC, EPERM, EROFS, ESTALE, EXDEV
from pathlib import Path

from attrs import frozen

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.store import Autosave, SaveState, SaveStatus, Workspace
from selfeval_tui.store.disk.leftovers import clear_leftovers
from selfeval_tui.store.names import BIN
from tests.store.build import project
from tests.store.watched import Call, Watched

ERRORS = (ENOSPC, EIO, EACCES, EROFS, EPERM, EBUSY, EXDEV, EINTR, EDQUOT, EMFILE, ESTALE)
NOON = datetime(2024, 4, 23, 12, tzinfo=UTC)
FAR_LATER = 2**40

Snapshot = Mapping[str, bytes]
"""Every file below a folder, but the temporary ones, by its path."""


@frozen
class Fault:
    """Which call fails, and how."""

    at: int
    """Counted from 0 after the fault was set."""
    number: int
    """The error's; 0 writes fewer bytes than were given and refuses the rest as a full disk."""
    lasting: bool = False
    """Whether all later calls fail, too."""


class Faulty(Watched):
    """A file system with a fault that begins at one call."""

    def __init__(self) -> None:
        self.fault: Fault | None = None
        self.calls = 0
        self.met: Call | None = None
        """The first call that was refused."""

    def set(self, fault: Fault | None) -> None:
        """Have a fault from now on, or none."""
        self.fault, self.calls, self.met = fault, 0, None

    def write(self, handle: int, data: memoryview) -> int:
        """Write; a disk that fills up takes half before it refuses."""
        if self._due() and self.fault and not self.fault.number:
            os.write(handle, data[: len(data) // 2])
        return super().write(handle, data)

    def before(self, call: Call) -> None:
        """Refuse the call if it is its turn."""
        due = self._due()
        self.calls += 1
        if due and self.fault:
            self.met = self.met or call
            number = self.fault.number or ENOSPC
            raise OSError(number, os.strerror(number), *map(str, call.paths))

    def _due(self) -> bool:
        fault = self.fault
        return fault is not None and (
            self.calls >= fault.at if fault.lasting else self.calls == fault.at
        )


class Desk:
    """One saved sheet that is about to be changed, always with the same ids."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = Faulty()
        self.workspace = Workspace(root, demo=False, files=self.files)
        self.sheet = project()
        self.sheet.id = "own"
        self.workspace.save(self.sheet)
        self.batch = Batch([self.sheet])
        self.saving = Autosave(self.workspace, self.batch, lambda: NOON)

    def type(self, name: str, text: str) -> None:
        """Another text in one field."""
        self.batch.set(Address(self.sheet.id, name), text)

    def ready(self, deed: str) -> None:
        """Do what comes before a deed."""
        if deed == "taken back":
            self.batch.remove_sheet(self.sheet.id)
            self.saving.save_now()

    def do(self, deed: str) -> SaveStatus:
        """Change the sheet and have it saved."""
        DEEDS[deed](self)
        return self.saving.save_now()


DEEDS: Mapping[str, Callable[[Desk], object]] = {
    "edited": lambda desk: desk.type("单位名称", "二" * 50),
    "renamed": lambda desk: desk.type("项目名称", "乙项目"),
    "in another year": lambda desk: desk.type("年度", "2024"),
    "removed": lambda desk: desk.batch.remove_sheet(desk.sheet.id),
    "taken back": lambda desk: desk.batch.undo(),
}


def snapshot(root: Path) -> Snapshot:
    """What lies below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".tmp"
    }


def temporary(root: Path) -> list[Path]:
    """The temporary files below a folder."""
    return list(root.rglob("*.tmp"))


def done(deed: str, root: Path) -> Snapshot:
    """What lies there after a deed without a fault."""
    desk = Desk(root)
    desk.ready(deed)
    assert desk.do(deed).state is SaveState.SAVED
    return snapshot(root)


def harm_of(deed: str, fault: Fault, wanted: Snapshot, root: Path) -> list[str] | None:
    """What a fault did, besides delaying a save; nothing, if the promise holds.

    Args:
        deed: What is done while the fault is there.
        fault: The fault.
        wanted: What lies on the disk when the deed is done.
        root: A folder that does not exist.

    Returns:
        The harm; None where the deed has no such call.
    """
    desk = Desk(root)
    desk.ready(deed)
    before = snapshot(root)
    desk.files.set(fault)
    status = desk.do(deed)
    if desk.files.met is None:
        return None
    harm = _during(status, before, snapshot(root), wanted)
    if not fault.lasting and temporary(root):
        harm.append("a temporary file is left")
    desk.files.set(None)
    return harm + _afterwards(desk, wanted)


def _during(status: SaveStatus, before: Snapshot, during: Snapshot, wanted: Snapshot) -> list[str]:
    harm = []
    if status.state is SaveState.SAVED and during != wanted:
        harm.append("called saved and is not")
    if status.state is not SaveState.SAVED and not _says_what_to_do(status.message):
        harm.append(f"no sentence: {status.message}")
    if not set(during.values()) <= {*before.values(), *wanted.values()}:
        harm.append("a file is neither the old nor the new one")
    if not during:
        harm.append("the sheet is gone")
    if "旧文件未动" in status.message and not before.items() <= during.items():
        harm.append("said to be untouched and is not")
    return harm


def _afterwards(desk: Desk, wanted: Snapshot) -> list[str]:
    """Saving works again, leaves what it always leaves, and blames nobody."""
    harm = []
    status = desk.saving.save_now()
    if (status.state, status.message) != (SaveState.SAVED, ""):
        harm.append(f"afterwards: {status.state}, {status.message}")
    if not _same_but_for_copies(snapshot(desk.root), wanted):
        harm.append(f"afterwards: {sorted(snapshot(desk.root))}")
    clear_leftovers(desk.root, FAR_LATER)
    if temporary(desk.root):
        harm.append("a temporary file stays")
    if Workspace(desk.root, demo=False).load().faults:
        harm.append("a fault at the next opening")
    return harm


def _same_but_for_copies(found: Snapshot, wanted: Snapshot) -> bool:
    """Whether all is as wanted; a disk that let nothing be deleted may keep a copy in the bin."""
    more = {path: data for path, data in found.items() if path not in wanted}
    return wanted.items() <= found.items() and all(
        BIN in path and data in wanted.values() for path, data in more.items()
    )


def _says_what_to_do(message: str) -> bool:
    return "，" in message and "请" in message and message.endswith("。")
