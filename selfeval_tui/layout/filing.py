"""Which files an export makes of which sheets, what each is called, and the date it states."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from selfeval_tui.layout.names import file_stem, workbook_stem
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store.names import numbered

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stated as the date of a file whose sheet says none; never the clock."""

_DATE = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")


def files_of(
    batch: Batch, sheets: Sequence[Sheet], options: ExportOptions
) -> Iterator[tuple[str, Sequence[Sheet]]]:
    """Which files an export makes: the name of each without its ending, and its sheets."""
    return _one_file_a_year(sheets) if options.one_workbook else _own_files(batch, sheets, options)


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
    """Each sheet with a name of its own."""
    groups = [(sheet,) for sheet in sheets]
    return zip(stems_of(batch, groups, options), groups, strict=True)


def stems_of(
    batch: Batch,
    groups: Iterable[Sequence[Sheet]],
    options: ExportOptions,
    is_kept: Callable[[str], bool] = lambda _stem: False,
) -> Iterator[str]:
    """What files with these sheets are called; equal names get a number, whatever their case.

    Args:
        batch: Knows the computed values.
        groups: The sheets of each file.
        options: How a file of one sheet is named.
        is_kept: Whether a name belongs to a file that is never written to.
    """
    taken: set[str] = set()
    for group in groups:
        lone = len(group) == 1
        stem = file_stem(batch, group[0], options.pattern) if lone else workbook_stem(group)
        free = numbered(stem, lambda name: name.lower() in taken or is_kept(name))
        taken.add(free.lower())
        yield free


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
