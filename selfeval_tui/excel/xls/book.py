"""The sheets of an old workbook (.xls) by xlrd; imported on first use only."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from xlrd import open_workbook
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XLRDError,
    error_text_from_code,
)
from xlrd.book import Book
from xlrd.formatting import XF
from xlrd.sheet import Sheet

from selfeval_tui.excel.grid.build import ERROR, Area, Look, Raw, RawPage
from selfeval_tui.excel.grid.dates import FIRST_1900, FIRST_1904
from selfeval_tui.excel.grid.format import BUILTINS, GENERAL, LOCAL
from selfeval_tui.excel.grid.over import Lying, said_of
from selfeval_tui.excel.xls.records import CHARTS, PICTURES, TICKS
from selfeval_tui.excel.xls.scan import Part, Scanned
from selfeval_tui.text import strip_controls

_SPREAD = frozenset({3, 4})
"""How lines fill a cell's height: justified, distributed."""
_EMPTY = frozenset({XL_CELL_BLANK, XL_CELL_EMPTY})


class UnreadableError(ValueError):
    """The library could not read it."""


def read_pages(scanned: Scanned) -> tuple[RawPage, ...]:
    """The sheets of a workbook that was looked through.

    Raises:
        UnreadableError: It is damaged; the library also raises what it stumbles over.
    """
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            book = open_workbook(
                logfile=nowhere,
                file_contents=scanned.stream,
                formatting_info=True,
                ragged_rows=True,
            )
        except XLRDError as error:
            raise UnreadableError(str(error)) from error
        looks = [_look(book, each) for each in book.xf_list]
        first = FIRST_1904 if book.datemode else FIRST_1900
        pairs = zip(book.sheets(), scanned.sheets, strict=True)
        return tuple(
            RawPage(
                strip_controls(sheet.name),
                dict(_cells(sheet, looks)),
                tuple(_areas(sheet)),
                frozenset(row for row, _, _ in sheet.horizontal_page_breaks),
                first,
                bool(cast(Any, sheet).show_zero_values),
                bool(sheet.visibility),
                frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
                tuple((col, col) for col, info in sheet.colinfo_map.items() if info.hidden),
                tuple(said_of(_lying(part))),
            )
            for sheet, part in pairs
        )


def _look(book: Book, look: XF) -> Look:
    known = book.format_map.get(look.format_key)
    code = known.format_str if known is not None else None
    if look.format_key in LOCAL or not code:
        code = BUILTINS.get(look.format_key, GENERAL)
    spread = look.alignment is not None and look.alignment.vert_align in _SPREAD
    return Look(code, spread)


def _cells(sheet: Sheet, looks: list[Look]) -> Iterator[tuple[tuple[int, int], Raw]]:
    for row in range(sheet.nrows):
        for col, kind in enumerate(sheet.row_types(row)):
            if kind not in _EMPTY:
                look = looks[sheet.cell_xf_index(row, col)]
                yield (row, col), _raw(kind, sheet.cell_value(row, col), look)


def _raw(kind: int, value: object, look: Look) -> Raw:
    match value:
        case str():
            return Raw(strip_controls(value), look)
        case _ if kind == XL_CELL_ERROR and isinstance(value, int):
            return Raw(error_text_from_code.get(value, "#N/A"), note=ERROR)
        case int() | float():
            return Raw(bool(value) if kind == XL_CELL_BOOLEAN else value, look)
    return Raw("")


def _areas(sheet: Sheet) -> Iterator[Area]:
    for top, bottom, left, right in sheet.merged_cells:
        if top < bottom and left < right:
            yield Area(top, left, bottom - top, right - left)


def _lying(part: Part) -> Lying:
    def count(types: frozenset[int]) -> int:
        return sum(part.objects[each] for each in types)

    return Lying(
        count(PICTURES), count(CHARTS), count(TICKS), part.ticked, part.notes, tuple(part.texts)
    )
