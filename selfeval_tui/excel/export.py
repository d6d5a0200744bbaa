"""Exports sheets into a folder: one workbook each, or one for all; whole files or none."""

import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from errno import EACCES, EPERM
from pathlib import Path

from attrs import frozen

from selfeval_tui.excel.write import write_workbook
from selfeval_tui.layout.compose import lay_out
from selfeval_tui.layout.names import file_stem, workbook_stem
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store import write_file
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.names import numbered

ENDING = ".xlsx"
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stated as the date of a file whose sheet says none; never the clock."""

_DATE = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")


@frozen
class Exported:
    """A file that was written."""

    path: Path
    sheets: tuple[Sheet, ...]
    replaced: bool = False
    """Whether an earlier file of that name was replaced."""


@frozen
class Refused:
    """A file that could not be written; an earlier one of that name is as it was."""

    path: Path
    sheets: tuple[Sheet, ...]
    message: str
    """What happened and what to do, in Chinese."""
    other: Path
    """A free name to use instead: give it to `export_file`."""


def export_sheets(
    batch: Batch, sheets: Sequence[Sheet], folder: Path, options: ExportOptions
) -> tuple[Exported | Refused, ...]:
    """Export sheets of a batch; an earlier file of the same name is replaced.

    Args:
        batch: Knows the computed values.
        sheets: Which of its sheets, in the order of the workbook.
        folder: Where to; made where it is missing.
        options: The clerk's choices.

    Returns:
        What became of each file, in the order of the sheets.
    """
    return tuple(
        export_file(batch, group, folder / f"{stem}{ENDING}", options)
        for stem, group in files_of(batch, sheets, options)
    )


def files_of(
    batch: Batch, sheets: Sequence[Sheet], options: ExportOptions
) -> Iterator[tuple[str, Sequence[Sheet]]]:
    """Which files an export makes: the name of each without its ending, and its sheets."""
    return _one_file_a_year(sheets) if options.one_workbook else _own_files(batch, sheets, options)


def export_file(
    batch: Batch, sheets: Sequence[Sheet], path: Path, options: ExportOptions
) -> Exported | Refused:
    """Export sheets into one file of that very name, replacing an earlier one.

    Returns:
        The written file; or, where the system refused it, why and a free name beside it.
    """
    layouts = [lay_out(batch, sheet, options) for sheet in sheets]
    data = write_workbook(layouts, options, created_on(sheets))
    replaced = is_there(path)
    try:
        write_file(path, data)
    except StoreError as error:
        other = _free_path(path)
        return Refused(path, tuple(sheets), _sentence(path, error, other), other)
    return Exported(path, tuple(sheets), replaced)


def _one_file_a_year(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Sequence[Sheet]]]:
    """One workbook for each year, which its name states."""
    return ((workbook_stem(group), group) for group in by_year(sheets))


def by_year(sheets: Sequence[Sheet]) -> Iterator[list[Sheet]]:
    """The sheets of each year, in the order in which the years are met."""
    years = dict.fromkeys(sheet.with_role(Role.YEAR).strip() for sheet in sheets)
    for year in years:
        yield [sheet for sheet in sheets if sheet.with_role(Role.YEAR).strip() == year]


def _own_files(
    batch: Batch, sheets: Sequence[Sheet], options: ExportOptions
) -> Iterator[tuple[str, Sequence[Sheet]]]:
    """Each sheet with a name of its own; equal names get a number, whatever their case."""
    taken: set[str] = set()
    for sheet in sheets:
        stem = numbered(
            file_stem(batch, sheet, options.pattern), lambda name: name.lower() in taken
        )
        taken.add(stem.lower())
        yield stem, (sheet,)


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
            f"“{path.name}”没有导出：它可能正在 WPS 或 Excel 里打开，原文件未动。"
            f"请关闭它再导出，或者另存为“{other.name}”。"
        )
    return error.message


def created_on(sheets: Sequence[Sheet]) -> datetime:
    """填报日期 of the first sheet that states one; never the clock."""
    for sheet in sheets:
        found = _DATE.search(sheet.with_role(Role.DATE))
        if found:
            try:
                year, month, day = map(int, found.groups())
                return datetime(year, month, day, tzinfo=UTC)
            except ValueError:
                continue
    return NO_DATE
