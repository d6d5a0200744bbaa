"""回收站: what lies in the bins of all years, to be taken back; nothing is ever deleted there."""

import re
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet, new_id
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING, entries
from selfeval_tui.store.names import BIN, NO_YEAR
from selfeval_tui.store.sheetfile.decode import decode


class BinKind(StrEnum):
    """Why a file came to lie in the bin; all but the first begin its name."""

    REMOVED = "删除的表"
    ELSEWHERE = "别处改动"
    """What another program had written, set aside when the program saved its own."""
    ORIGINAL = "原文件"
    """A file that could not be continued, as it was before."""
    DAMAGED = "读不出的"
    """A file that could not be read; its last good version took its place."""


_KINDS = "|".join(kind for kind in BinKind if kind is not BinKind.REMOVED)
_STAMPED = re.compile(rf"({_KINDS}) (\d{{8}}-\d{{6}}) (.*)")
_STAMP = "%Y%m%d-%H%M%S"


def bin_name(kind: BinKind, at: datetime, name: str) -> str:
    """What a file that is set aside is called, without its ending."""
    return f"{kind} {at:{_STAMP}} {name}"


@frozen
class Binned:
    """A file in a bin."""

    path: Path
    name: str
    """What the sheet was called."""
    year: str
    kind: BinKind
    at: datetime
    """When it was set aside or removed."""


def list_bins(saved: Path) -> tuple[Binned, ...]:
    """What lies in the bins below a folder of saved sheets, the latest first.

    Raises:
        StoreError: A folder cannot be read.
    """
    return tuple(sorted(_list(saved), key=lambda each: each.at, reverse=True))


def open_binned(binned: Binned) -> Sheet | Fault:
    """Read a file of a bin; it stays where it is."""
    try:
        data = read_file(binned.path)
    except OSError as error:
        advice = "请看它是否还在，是否正被别的程序打开。"
        return Fault(
            binned.path, None, f"“{binned.path.name}”读不出来（{reason(error)}）。{advice}"
        )
    return decode(data, binned.path)


def restored(sheet: Sheet, taken: frozenset[str]) -> Sheet:
    """A sheet out of the bin with an id that is free: its own where nothing else has it."""
    back = sheet.copy()
    if back.id in taken:
        back.id = new_id()
    return back


def _list(saved: Path) -> Iterator[Binned]:
    for folder in (saved, *(each for each in entries(saved, saved.parent) if each.is_dir())):
        if folder.name == BIN:
            continue
        year = NO_YEAR if folder == saved else folder.name
        for path in entries(folder / BIN, saved.parent):
            if path.suffix.lower() == ENDING:
                yield _binned(path, year)


def _binned(path: Path, year: str) -> Binned:
    stamped = _STAMPED.fullmatch(path.stem)
    if stamped is not None:
        kind, at, name = stamped.groups()
        return Binned(path, name, year, BinKind(kind), datetime.strptime(at, _STAMP).astimezone())
    try:
        written = path.stat().st_mtime
    except OSError as error:
        raise StoreError(f"“{path.name}”读不出来（{reason(error)}）。请看它是否还在。") from error
    return Binned(
        path, path.stem, year, BinKind.REMOVED, datetime.fromtimestamp(written).astimezone()
    )
