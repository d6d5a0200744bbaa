"""What is typed and not saved yet lies on the disk within half a second, and is found again.

Each running program that has something to keep has one small file: in the workspace where that
can be written, else in the user's own folder for such things. It is no sheet and in no backup, and
goes with a clean end. After an unclean one it stays until the clerk decides about it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock

from attrs import frozen

from selfeval_tui.clock import local_time
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import new_id
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.disk.writer import move_file, remove_file, write_file
from selfeval_tui.store.folder import entries
from selfeval_tui.store.names import BIN, free_name
from selfeval_tui.store.roots import state_folder
from selfeval_tui.store.unsaved.journal_text import Record, decode_record, encode_record
from selfeval_tui.store.workspace import Workspace

_BEGINS, _ENDS = ".正在输入-", ".json"
_OURS = re.compile(rf"{re.escape(_BEGINS)}[0-9a-z]+{re.escape(_ENDS)}")
_DAMAGED = "读不出的输入记录"


class Journal:
    """The file of this program; threads may share it, and the latest record wins.

    Args:
        workspace: Whose work is kept.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._name = f"{_BEGINS}{new_id()}{_ENDS}"
        self._lock = Lock()
        self._latest = 0
        self._written: tuple[Path, ...] = ()
        """Where the file stands, or may stand."""

    def write(self, record: Record, number: int) -> str:
        """Put a record on the disk, in place of the one before.

        Args:
            record: What is not saved yet; an empty one takes the file away.
            number: Grows with each record. A thread that comes too late writes nothing.

        Returns:
            Why it could not be written anywhere, in Chinese; empty where it was.
        """
        with self._lock:
            if number <= self._latest:
                return ""
            self._latest = number
            return self._write(encode_record(record)) if record else self._remove(())

    def _write(self, data: bytes) -> str:
        why = ""
        for folder in _places(self._workspace):
            path = folder / self._name
            # What is written there without being confirmed has to go, too.
            self._written = tuple({*self._written, path})
            try:
                write_file(path, data, _files(self._workspace, folder))
            except StoreError as error:
                why = why or error.message
                continue
            self._remove((path,))
            return ""
        return why

    def _remove(self, but: tuple[Path, ...]) -> str:
        """Take away the files but the latest; one that stays is offered needlessly, no more."""
        why = ""
        for path in self._written:
            if path in but:
                continue
            try:
                remove_file(path, _files(self._workspace, path.parent))
            except StoreError as error:
                why = error.message
        self._written = but
        return why

    def stands(self) -> bool:
        """Whether the latest record is still there; a window that took over may have removed it."""
        with self._lock, suppress(OSError):
            return all(DISK.is_there(path) for path in self._written)
        return False

    def is_own(self, path: Path) -> bool:
        """Whether a file is the one of this program."""
        return path.name == self._name


@frozen
class Found:
    """A journal that another program left, without a clean end."""

    path: Path
    record: Record


@frozen
class FoundAll:
    """What was left in a workspace."""

    journals: tuple[Found, ...] = ()
    """The earliest first."""
    damaged: tuple[str, ...] = ()
    """A sentence for each file that could not be read, and where it is now."""


def find_journals(workspace: Workspace, own: Journal | None = None) -> FoundAll:
    """What programs left that ended without saving, or could not save.

    Args:
        workspace: Where to look; the caller holds it, so that no other program is at work there.
        own: The journal of this program, which is left out.

    Returns:
        Each journal stays until it is taken away by `drop`; one that is damaged is moved to 回收站.
    """
    found, damaged = look_at_journals(workspace, own)
    told = (why or _set_aside(workspace, path) for path, why in damaged)
    return FoundAll(found, tuple(told))


def look_at_journals(
    workspace: Workspace, own: Journal | None = None
) -> tuple[tuple[Found, ...], tuple[tuple[Path, str], ...]]:
    """What lies there, and nothing is moved: the program may be open in a window.

    Returns:
        The journals, the earliest first, and the files that are none, each with what the system
        says of it where it did not let us read it.
    """
    found: list[Found] = []
    damaged: list[tuple[Path, str]] = []
    for path in _files_of(workspace, own):
        try:
            record = decode_record(read_file(path, within=path.parent))
        except OSError as error:
            why = f"“{path.name}”里有上次没存完的输入，读不出来（{reason(error)}）。"
            damaged.append((path, why))
            continue
        if record is None:
            damaged.append((path, ""))
        elif record not in (each.record for each in found):
            found.append(Found(path, record))
    return tuple(sorted(found, key=lambda each: each.record.at)), tuple(damaged)


def drop(workspace: Workspace, found: Found) -> None:
    """Take a journal away that the clerk decided about.

    Raises:
        StoreError: It could not be deleted.
    """
    for folder in _places(workspace):
        path = folder / found.path.name
        remove_file(path, _files(workspace, folder))


def _places(workspace: Workspace) -> Iterator[Path]:
    """Where a journal may stand; a workspace that is not there is not made for it."""
    if _is_folder(workspace.root):
        yield workspace.root
    yield _elsewhere(workspace.root)


def _elsewhere(root: Path) -> Path:
    """The user's own folder for this workspace, whose name does not say which one it is."""
    return state_folder() / sha256(str(root.absolute()).encode(errors="replace")).hexdigest()[:16]


def _files_of(workspace: Workspace, own: Journal | None) -> Iterator[Path]:
    for folder in _places(workspace):
        try:
            there = entries(folder)
        except StoreError:
            # Whoever cannot read the workspace is told so when its sheets are read.
            continue
        for path in there:
            if _OURS.fullmatch(path.name) and not (own and own.is_own(path)):
                yield path


def _set_aside(workspace: Workspace, path: Path) -> str:
    what = "上次没存完的输入有一份记录，已损坏，读不出来"
    inside = path.parent == workspace.root
    folder = workspace.saved / BIN if inside else path.parent
    try:
        taken = [each.stem for each in entries(folder)]
        name = free_name(f"{_DAMAGED} {local_time():%Y%m%d-%H%M%S}", taken)
        aside = folder / f"{name}{_ENDS}"
        move_file(path, aside, _files(workspace, path.parent))
    except StoreError as error:
        return f"{what}。{error.message}"
    return f"{what}；它放在“{BIN if inside else folder}”里的“{aside.name}”。"


def _files(workspace: Workspace, folder: Path) -> Files:
    """The file system of a place: the workspace's own is not asked about other places."""
    return workspace.files if folder == workspace.root else DISK


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
