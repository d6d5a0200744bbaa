"""The last good version of a file that is damaged, and putting it in the file's place."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.disk.system import read_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.history.shelf import Kept, ids_with_versions, latest_readable
from selfeval_tui.store.names import file_name, safe_name, same_label
from selfeval_tui.store.sheetfile.decode import decode, newer_format
from selfeval_tui.store.sheetfile.parse import read_toml
from selfeval_tui.store.workspace import Workspace

_ID = re.compile(rb"""^\s*["']?id["']?\s*=\s*["']([^"'\r\n]+)["']""", re.MULTILINE)


@frozen
class Rescue:
    """A damaged file, and the version that can take its place."""

    fault: Fault
    kept: Kept
    sheet: Sheet


def find_rescues(
    workspace: Workspace, faults: Iterable[Fault], open_ids: Collection[str]
) -> tuple[Rescue, ...]:
    """Which of the files that cannot be used have a good version in the history.

    Args:
        workspace: Where they lie.
        faults: What is wrong with them; only damaged files count, not a second copy of a sheet
            nor a file that another program holds.
        open_ids: The sheets that were opened; those are not missing.

    Returns:
        One for each file that has one; a history that cannot be looked at has none.
    """
    try:
        return tuple(_find(workspace, faults, {safe_name(each) for each in open_ids}))
    except StoreError:
        return ()


def carry_out(workspace: Workspace, rescue: Rescue, at: datetime) -> Path:
    """Move the damaged bytes to 回收站 and save the version as the sheet's file.

    Args:
        workspace: Where the file lies.
        rescue: What takes the place of what.
        at: The time.

    Returns:
        Where the damaged bytes are now.

    Raises:
        StoreError: The bytes could not be moved, and nothing happened; or the version could not
            be written yet, and is still in the history.
    """
    aside = workspace.set_aside(rescue.fault.path, at)
    workspace.save(rescue.sheet)
    return aside


def _find(workspace: Workspace, faults: Iterable[Fault], taken: set[str]) -> Iterator[Rescue]:
    ids = [each for each in ids_with_versions(workspace.saved) if each not in taken]
    for fault in faults if ids else ():
        data = _damaged(fault.path)
        found = _version_for(workspace, fault.path, data, ids) if data is not None else None
        if found is not None:
            kept, sheet = found
            ids.remove(safe_name(sheet.id))
            yield Rescue(fault, kept, sheet)


def _damaged(path: Path) -> bytes | None:
    """The bytes of a file that is there and can be read, but is no sheet any more."""
    try:
        data = read_file(path)
    except OSError:
        return None
    parsed = read_toml(data, path)
    if not isinstance(parsed, Fault) and newer_format(parsed[1]):
        return None
    return data if isinstance(decode(data, path), Fault) else None


def _version_for(
    workspace: Workspace, path: Path, data: bytes, ids: Iterable[str]
) -> tuple[Kept, Sheet] | None:
    """The last version of the sheet that a file was: by an id in it, else by its name."""
    named = {safe_name(each.decode(errors="replace")) for each in _ID.findall(data)}
    for each in sorted(ids, key=lambda sheet_id: sheet_id not in named):
        found = latest_readable(workspace.saved, each)
        if found is None or found[1].sheet.demo != workspace.demo:
            continue
        kept, version = found
        if each in named or (
            same_label(path.stem, file_name(version.sheet))
            and kept.path.parents[2].name == path.parent.name
        ):
            return kept, version.sheet
    return None
