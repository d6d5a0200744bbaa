"""备份: everything of a workspace that cannot be made again, in one zip."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from errno import EFBIG, EINVAL
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.inside import leads_outside
from selfeval_tui.store.disk.system import is_there, read_file, reason
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.history.archive import MANIFEST, SAVED, manifest, may_be_kept
from selfeval_tui.store.pack import pack
from selfeval_tui.store.settings import FILE
from selfeval_tui.store.workspace import Workspace

ENDING = ".zip"


@frozen
class BackedUp:
    """A backup that was written."""

    path: Path
    files: int
    left_out: tuple[str, ...]
    """What lies below `saved` and was not taken: its name fits no system, it is a link, no file
    or far too large."""

    @property
    def said(self) -> str:
        """What became of it, for the clerk."""
        more = f"没有放进去（名字不合用、是链接或者太大）：{'、'.join(self.left_out)}。"
        return f"备份了 {self.files} 个文件，写在“{self.path}”。" + (more if self.left_out else "")


def write_backup(workspace: Workspace, path: Path, beside: Iterable[str], at: datetime) -> BackedUp:
    """Write a backup; a file that is there already is never replaced.

    Args:
        workspace: What is backed up.
        path: The zip.
        beside: Further files of the workspace, by their paths below it: what it changes of the
            rules; those that are not there are left out.
        at: The time.

    Raises:
        StoreError: The zip is there already or could not be written, or a file not be read.
    """
    if is_there(path):
        raise StoreError(f"已有“{path}”这个文件，没有覆盖它。请给备份另起一个名字。")
    names = list(_below(workspace.root / SAVED, workspace.root))
    names += [each for each in dict.fromkeys((FILE, *beside)) if is_there(workspace.root / each)]
    taken = [each for each in names if _may_be_taken(workspace.root, each)]
    read = {each: _read(workspace.root / each) for each in taken}
    files = {name: data for name, data in read.items() if data is not None}
    if not files:
        raise StoreError(f"“{workspace.root}”里没有可备份的东西，没有写备份。")
    made = f"{at:%Y-%m-%d %H:%M}"
    write_file(path, pack({MANIFEST: manifest(files, made), **files}, at), workspace.files)
    return BackedUp(path, len(files), tuple(each for each in names if each not in files))


def _below(folder: Path, root: Path) -> Iterator[str]:
    """Every file below a folder that is not hidden; a link to a folder counts as one."""
    for where, folders, files in os.walk(folder, onerror=_refuse) if is_there(folder) else ():
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        links = [each for each in folders if (Path(where) / each).is_symlink()]
        for each in sorted([*files, *links]):
            if not each.startswith("."):
                yield (Path(where) / each).relative_to(root).as_posix()


def _may_be_taken(root: Path, name: str) -> bool:
    path = root / name
    return may_be_kept(name) and not path.is_symlink() and not leads_outside(path, root)


def _read(path: Path) -> bytes | None:
    """The bytes of a file; None for what no program of ours wrote."""
    try:
        return read_file(path)
    except OSError as error:
        if error.errno in {EFBIG, EINVAL}:
            return None
        raise _unreadable(path, error) from error


def _refuse(error: OSError) -> None:
    raise _unreadable(Path(str(error.filename)), error) from error


def _unreadable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"“{path}”读不出来（{reason(error)}），没有写备份。请看它是否正被别的程序打开。"
    )
