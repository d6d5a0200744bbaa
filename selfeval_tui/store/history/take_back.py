"""Putting a backup back into a workspace: what is there is kept first, and it is all or nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from attrs import Factory, define, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.sheet.bring_back import compare
from selfeval_tui.store.disk.inside import check_inside
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.disk.writer import remove_file, write_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING, names_in
from selfeval_tui.store.history.archive import SAVED
from selfeval_tui.store.history.backup import ENDING as ZIP
from selfeval_tui.store.history.backup import write_backup
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.opened_backup import OpenedBackup
from selfeval_tui.store.names import BIN, free_name, numbered
from selfeval_tui.store.on_disk import bytes_on_disk
from selfeval_tui.store.settings import FILE
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.workspace import Workspace

BEFORE = "恢复备份之前"
_YEAR_DEPTH = 3
"""saved/2023/附件1-1 甲.toml; a sheet may also lie in `saved` itself."""


@frozen
class Outlook:
    """What putting a backup back would do to a workspace."""

    backup: OpenedBackup
    new: tuple[str, ...]
    """Sheets that the workspace has not, by name."""
    other: tuple[str, ...]
    """Sheets that say something else there, and in how many places."""
    staying: tuple[str, ...]
    """Sheets that the backup has not; they stay."""
    same: int
    """How many sheets say the same."""
    empty: bool
    """Whether nothing is there that could change."""

    def lines(self) -> Iterator[str]:
        """What a clerk should know before saying yes."""
        yield f"备份做于 {self.backup.created}，有 {len(self.backup.files)} 个文件，校验值都对。"
        if self.new:
            yield f"增加 {len(self.new)} 张表：{'、'.join(self.new)}"
        if self.other:
            yield f"改回 {len(self.other)} 张表：{'、'.join(self.other)}"
        if self.same:
            yield f"相同的 {self.same} 张表不动。"
        if self.staying:
            yield f"备份里没有的 {len(self.staying)} 张表留着：{'、'.join(self.staying)}"


@frozen
class TakenBack:
    """What was done."""

    files: int
    """How many were written; what was the same already is not counted."""
    before: Path | None
    """The backup of what was there before; None where nothing was."""

    @property
    def said(self) -> str:
        """What became of it, for the clerk."""
        kept = f"恢复前的各表已留进历史，整个文件夹备份在“{self.before}”。" if self.before else ""
        return f"恢复了 {self.files} 个文件。{kept}"


def look_ahead(backup: OpenedBackup, workspace: Workspace) -> Outlook:
    """What putting a backup back would do; nothing is changed.

    Raises:
        StoreError: It would mix 示例 and own sheets.
    """
    loaded = workspace.load()
    there = {sheet.id: sheet for sheet in loaded.sheets}
    coming = {sheet.id: sheet for sheet in _sheets(backup.files).values()}
    empty = not there and not loaded.faults
    if not empty and any(sheet.demo != workspace.demo for sheet in coming.values()):
        raise StoreError(f"“{backup.path.name}”与“{workspace.root}”一个是示例、一个是本单位的。")
    compared = {each: compare(there[each], coming[each]) for each in coming if each in there}
    return Outlook(
        backup,
        tuple(sheet_label(sheet) for each, sheet in coming.items() if each not in there),
        tuple(
            f"{sheet_label(coming[each])}（{found.words}）"
            for each, found in compared.items()
            if not found.same
        ),
        tuple(sheet_label(sheet) for each, sheet in there.items() if each not in coming),
        sum(found.same for found in compared.values()),
        empty=empty,
    )


def take_back(
    backup: OpenedBackup, workspace: Workspace, beside: Iterable[str], at: datetime
) -> TakenBack:
    """Put a backup back.

    Each sheet that is there is kept as a version first, and the whole workspace as a backup of
    its own. Where one file cannot be written, those before it are put as they were.

    Args:
        backup: What comes back.
        workspace: Where to; sheets that the backup has not stay.
        beside: What the workspace changes of the rules, as for `write_backup`.
        at: The time.

    Raises:
        StoreError: Something was refused, and everything is as it was.
    """
    outlook = look_ahead(backup, workspace)
    there = {sheet.id: workspace.path_of(sheet) for sheet in workspace.load().sheets}
    for sheet in workspace.load().sheets:
        keep(workspace, Wanted(sheet, BEFORE, at))
    before = None
    if not outlook.empty or any(is_there(workspace.root / each) for each in (FILE, *beside)):
        before = _keep_whole(workspace, beside, at)
    undoing = _Undoing(workspace)
    try:
        _exchange(backup, workspace.root, there, undoing)
    except StoreError as error:
        left = undoing.undo()
        told = f"有 {left} 个文件没能退回，原来的在“{before}”里。" if left else "已写的退回了原样。"
        raise StoreError(f"没有恢复，{told}{error.message}") from error
    return TakenBack(undoing.count, before)


def _keep_whole(workspace: Workspace, beside: Iterable[str], at: datetime) -> Path:
    """Back the workspace up as it is."""

    def taken(name: str) -> bool:
        return is_there(workspace.root / f"{name}{ZIP}")

    name = numbered(f"{BEFORE} {at:%Y%m%d-%H%M%S}", taken, " ({})")
    return write_backup(workspace, workspace.root / f"{name}{ZIP}", beside, at).path


def _exchange(
    backup: OpenedBackup, root: Path, there: Mapping[str, Path], undoing: "_Undoing"
) -> None:
    """Write every file to its place; a sheet that has another name by now loses that one."""
    coming = _sheets(backup.files)
    ids = {sheet.id for sheet in coming.values()}
    staying = {path for each, path in there.items() if each not in ids}
    written = set()
    for name, data in backup.files.items():
        path = root / name
        check_inside(path, root)
        if name in coming and path in staying:
            path = path.with_name(f"{free_name(path.stem, names_in(path.parent))}{ENDING}")
        undoing.write(path, data)
        written.add(path)
    for each in ids & there.keys():
        if there[each] not in written:
            undoing.remove(there[each])


def _sheets(files: Mapping[str, bytes]) -> dict[str, Sheet]:
    """The sheets among the files of a backup, by the names of their files."""
    found = {}
    for name, data in files.items():
        path = PurePosixPath(name)
        placed = path.parts[0] == SAVED and len(path.parts) <= _YEAR_DEPTH
        if placed and BIN not in path.parts and path.suffix.lower() == ENDING:
            sheet = decode(data, Path(name))
            if not isinstance(sheet, Fault):
                found[name] = sheet
    return found


@define
class _Undoing:
    """Writes and removes files, and can put everything as it was."""

    workspace: Workspace
    done: list[tuple[Path, bytes | None]] = Factory(list)

    @property
    def count(self) -> int:
        """How many files were changed."""
        return len(self.done)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, unless it says that already."""
        before = bytes_on_disk(path)
        if before != data:
            self.done.append((path, before))
            write_file(path, data, self.workspace.files)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        before = bytes_on_disk(path)
        if before is not None:
            self.done.append((path, before))
            remove_file(path, self.workspace.files)

    def undo(self) -> int:
        """Put everything as it was; folders that were made for it stay.

        Returns:
            How many files could not be put back.
        """
        left = 0
        for path, before in reversed(self.done):
            try:
                if before is None:
                    remove_file(path, self.workspace.files)
                elif bytes_on_disk(path) != before:
                    write_file(path, before, self.workspace.files)
            except StoreError:
                left += 1
        return left
