"""Where the versions of a sheet lie: 历史/<the sheet's id>/20240423-103205.toml, in each year.

The name is the time and nothing else, so that the path stays short on Windows.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.sheet import Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING, entries
from selfeval_tui.store.kept.version import Version, read_version
from selfeval_tui.store.names import safe_name, year_folder

HISTORY = "历史"
"""The folder, beside the sheets of a year; nothing in it is loaded as a sheet."""
WHAT = "历史里的一版"
_STAMP = "%Y%m%d-%H%M%S"
_NAMED = re.compile(r"\d{8}-\d{6}")


@frozen
class Kept:
    """A version that is kept, before it is read."""

    path: Path
    at: datetime
    """Where the clerk is; no time zone is written down."""

    @property
    def mark(self) -> str:
        """What it is called on a command line: 20240423-103205."""
        return self.path.stem


def versions_of(saved: Path, sheet_id: str) -> tuple[Kept, ...]:
    """The versions of a sheet in all years, the newest first.

    Raises:
        StoreError: A folder cannot be read.
    """
    found = (
        kept
        for folder in _shelves(saved)
        for path in entries(folder / safe_name(sheet_id), saved.parent)
        if (kept := _kept(path)) is not None
    )
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def ids_with_versions(saved: Path) -> tuple[str, ...]:
    """The sheets that have versions, those that are gone among them.

    Raises:
        StoreError: A folder cannot be read.
    """
    found = (
        path.name
        for shelf in _shelves(saved)
        for path in entries(shelf, saved.parent)
        if path.is_dir()
    )
    return tuple(dict.fromkeys(found))


def read_kept(kept: Kept) -> Version | Fault:
    """Read a version; a damaged one is told and stays."""
    return read_version(kept.path, WHAT)


def latest_readable(saved: Path, sheet_id: str) -> tuple[Kept, Version] | None:
    """The last version of a sheet that can be read; None where there is none.

    Raises:
        StoreError: A folder cannot be read.
    """
    for kept in versions_of(saved, sheet_id):
        version = read_kept(kept)
        if isinstance(version, Version):
            return kept, version
    return None


def path_for(saved: Path, sheet: Sheet, at: datetime) -> Path:
    """Where a version of a sheet is kept."""
    year = year_folder(sheet.with_role(Role.YEAR))
    return saved / year / HISTORY / safe_name(sheet.id) / f"{at:{_STAMP}}{ENDING}"


def _shelves(saved: Path) -> Iterator[Path]:
    return (folder / HISTORY for folder in entries(saved, saved.parent) if folder.is_dir())


def _kept(path: Path) -> Kept | None:
    if path.suffix != ENDING or not _NAMED.fullmatch(path.stem):
        return None
    try:
        at = datetime.strptime(path.stem, _STAMP)  # noqa: DTZ007 - See `Kept.at`.
    except ValueError:
        return None
    return Kept(path, at)
