"""Temporary files that an interrupted program left in a workspace, cleared at the next opening.

Whoever holds the workspace may clear them. Nothing but a name that `temporary_name` makes is
touched, and that only when it is old: a file that another PC were still writing would be written
anew by it, because its save fails with a sentence and the old version stands.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from selfeval_tui.store.disk.files import DISK, Files

_OURS = re.compile(r"\.[0-9a-f]{12}\.tmp")
_OLD = 60
"""Seconds; a whole save takes a fraction of one."""
_PLACES = {".": 0, "saved": 3, "exports": 2}
"""Where a workspace is written to, and how deep; it may lie in a folder full of other things."""


def clear_leftovers(root: Path, now: float | None = None, files: Files = DISK) -> tuple[Path, ...]:
    """Delete the temporary files and folders of interrupted writes below a workspace.

    Links are not followed. What cannot be read or deleted stays: it does no harm.

    Args:
        root: The workspace, which this program holds.
        now: The time, in seconds since the epoch; the clock's where None.
        files: The file system.

    Returns:
        What was deleted.
    """
    before = (time.time() if now is None else now) - _OLD
    places = ((root / name, depth) for name, depth in _PLACES.items())
    found = [
        path
        for place, depth in places
        if place == root or _is_folder(place)
        for path in _found(place, depth)
    ]
    return tuple(path for path in found if _clear(path, before, files))


def _found(folder: Path, depth: int) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                yield folder / entry.name
            elif depth and entry.is_dir(follow_symlinks=False):
                yield from _found(folder / entry.name, depth - 1)


def _clear(path: Path, before: float, files: Files) -> bool:
    """Delete one if it is old; a folder only with old files in it, since no write nests them."""
    with suppress(OSError):
        inside = tuple(path.iterdir()) if _is_folder(path) else ()
        old = all(each.lstat().st_mtime < before for each in (path, *inside))
        if not old or any(_is_folder(each) for each in inside):
            return False
        for each in inside:
            files.remove(each)
        if _is_folder(path):
            files.remove_folder(path)
        else:
            files.remove(path)
        return True
    return False


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
