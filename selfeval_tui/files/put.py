"""Writes a file that goes out: whole and in its place, or refused with a sentence."""

import os
from collections.abc import Iterable
from errno import EACCES, EPERM
from pathlib import Path

from attrs import field, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store import write_file
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.names import numbered

_HOLDERS = {".xlsx": " WPS 或 Excel ", ".docx": " WPS 或 Word ", ".pdf": "看 PDF 的软件"}
"""What may hold a file of that kind open."""


@frozen
class Made:
    """A file that is to be written."""

    path: Path
    sheets: tuple[Sheet, ...]
    data: bytes
    notes: tuple[str, ...] = ()


@frozen
class Exported:
    """A file that was written."""

    path: Path
    sheets: tuple[Sheet, ...]
    replaced: bool = False
    """Whether an earlier file of that name was replaced."""
    notes: tuple[str, ...] = ()
    """What the clerk should look at in it, one Chinese sentence each."""


@frozen
class Refused:
    """A file that could not be written; an earlier one of that name is as it was."""

    path: Path
    sheets: tuple[Sheet, ...]
    message: str
    """What happened and what to do, in Chinese."""
    data: bytes = field(default=b"", repr=False)
    """What it would hold; empty where it could not be made at all."""
    other: Path | None = None
    """A free name to use instead; None where another name would not help."""
    notes: tuple[str, ...] = ()
    """As of the file that was written under another name."""


Outcome = Exported | Refused


def put(made: Made) -> Outcome:
    """Write a file, replacing an earlier one of that very name."""
    path = made.path
    replaced = is_there(path)
    try:
        write_file(path, made.data)
    except StoreError as error:
        other = _free_path(path)
        message = _sentence(path, error, other)
        return Refused(path, made.sheets, message, made.data, other, made.notes)
    return Exported(path, made.sheets, replaced, made.notes)


def _free_path(path: Path) -> Path:
    """A path beside this one, which is never free itself, with a number behind its name."""

    def beside(stem: str) -> Path:
        return path.with_name(stem + path.suffix)

    return beside(numbered(path.stem, lambda stem: stem == path.stem or is_there(beside(stem))))


def _sentence(path: Path, error: StoreError, other: Path) -> str:
    cause = error.__cause__
    held = isinstance(cause, OSError) and cause.errno in {EACCES, EPERM}
    if held and is_there(path) and os.access(path.parent, os.W_OK):
        return (
            f"“{path.name}”没有导出：它可能正在{_HOLDERS[path.suffix]}里打开，原文件未动。"
            f"请关闭它再导出，或者另存为“{other.name}”。"
        )
    return error.message


def put_elsewhere(refused: Refused) -> Outcome:
    """Write a refused file under the free name that was offered."""
    if refused.other is None:
        return refused
    return put(Made(refused.other, refused.sheets, refused.data, refused.notes))


def handed_out(outcomes: Iterable[Outcome]) -> tuple[Sheet, ...]:
    """The sheets that went into a file, each once, in the order of the files."""
    written = (each for each in outcomes if isinstance(each, Exported))
    return tuple({sheet.id: sheet for each in written for sheet in each.sheets}.values())
