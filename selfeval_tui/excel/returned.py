"""A workbook that came back from the bureau: its comments and coloured cells as remarks."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.excel.untrusted import open_untrusted
from selfeval_tui.layout.box import Box, Layout, column_letters
from selfeval_tui.layout.compose import lay_out
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.sheet import Address, Batch, Sheet, field_at, sheet_mark
from selfeval_tui.sheet.remark_lines import Placed, find_cell
from selfeval_tui.spec.model import Kind, Role
from selfeval_tui.text import fold, strip_controls

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles.fills import PatternFill
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 2000
_MOST = 500
"""Remarks of one workbook; a page painted all over asks nothing of each cell."""
_COLOURED = "标了颜色，请核对"
_TICKED = frozenset({Kind.CHOICE, Kind.FLAGS})
"""Kinds of cells that are printed in other words than they are typed."""
_THREADED = re.compile(r"^\[[^\]]{1,40}\].*?\n\s*(?:Comment|注释|批注)[:：]\s*", re.DOTALL)
"""What Excel puts in front of a comment of the newer sort for programs that know the old one."""
_BARE_COLOURS = frozenset({"00000000", "FFFFFFFF", "00FFFFFF"})
_BARE_INDEXES = frozenset({1, 9, 64, 65})
_BACKGROUND_THEMES = frozenset({0})


def read_returned(path: Path, batch: Batch) -> tuple[Placed, ...]:
    """The remarks of a workbook that this program once exported.

    Args:
        path: The file.
        batch: The sheets it was made of; rows may have come and gone since.

    Raises:
        StoreError: It cannot be read, is no workbook, or is too large for one.
    """
    return remarks_in(open_untrusted(path), batch)


def remarks_in(book: "Workbook", batch: Batch) -> tuple[Placed, ...]:
    """The same for a workbook that was read already."""
    layouts = {sheet.id: lay_out(batch, sheet, ExportOptions()) for sheet in batch.sheets}
    found = chain.from_iterable(_remarks(page, batch, layouts) for page in book.worksheets)
    return tuple(islice(found, _MOST))


def _sheet_of(page: "Worksheet", batch: Batch, layouts: Mapping[str, Layout]) -> Sheet | None:
    """The sheet that a page shows: by the page's name, or by the 附件号 at its head."""
    names = {layouts[sheet.id].name: sheet for sheet in batch.sheets}
    if page.title in names:
        return names[page.title]
    head = fold(_text(page, 0, 0))
    return next((sheet for sheet in batch.sheets if fold(sheet_mark(sheet)) == head), None)


def _remarks(page: "Worksheet", batch: Batch, layouts: Mapping[str, Layout]) -> Iterator[Placed]:
    sheet = _sheet_of(page, batch, layouts)
    cells = _Map(batch, sheet, layouts[sheet.id]) if sheet else None
    for cells_of_row in page.iter_rows():
        for cell in cells_of_row:
            said = _said(cell)
            if not said and not _is_coloured(cell):
                continue
            row, col = (cell.row or 1) - 1, (cell.column or 1) - 1
            where = f"{page.title}!{cell.coordinate}"
            if cells is None:
                yield Placed(where, said or _COLOURED, None)
                continue
            at, label = cells.find(page, row, col, said)
            text = said or _of_colour(batch, at, _text(page, row, col))
            yield Placed(where, f"{label}{text}", at)


def _said(cell: "Cell | MergedCell") -> str:
    """A comment without what the program that wrote it put in front."""
    comment = getattr(cell, "comment", None)
    if comment is None:
        return ""
    text = strip_controls(str(comment.text or ""))[: 2 * _LONGEST]
    text = _THREADED.sub("", text, count=1)
    author = str(comment.author or "")
    for mark in (f"{author}:", f"{author}："):
        if author and text.startswith(mark):
            text = text.removeprefix(mark)
    return text.strip()[:_LONGEST]


def _is_coloured(cell: "Cell | MergedCell") -> bool:
    """Whether somebody painted it; what this program writes has no ground colour at all."""
    fill: PatternFill | None = getattr(cell, "fill", None)
    if fill is None or getattr(fill, "fill_type", None) is None:
        return False
    colour = fill.fgColor
    match colour.type:
        case "rgb":
            return str(colour.rgb).upper() not in _BARE_COLOURS
        case "indexed":
            return colour.indexed not in _BARE_INDEXES
        case "theme":
            return colour.theme not in _BACKGROUND_THEMES or bool(colour.tint)
    return True


def _of_colour(batch: Batch, at: Address, shown: str) -> str:
    """What a coloured cell asks, and what it says in the workbook if that is something else."""
    if not at.name or field_at(batch.sheet(at.sheet).spec, at).kind in _TICKED:
        return _COLOURED
    ours = fold(batch.typed(at) or batch.computed_text(at))
    differs = shown and ours and not _is_number(shown) and ours not in fold(shown)
    return f"{_COLOURED}；退回的表上写的是“{shown}”" if differs else _COLOURED


def _is_number(text: str) -> bool:
    """Whether it is a figure, which a workbook keeps in another form than it shows it."""
    return bool(re.fullmatch(r"-?\d+(\.\d+)?(E-?\d+)?", text))


def _text(page: "Worksheet", row: int, col: int) -> str:
    value = page.cell(row + 1, col + 1).value
    return "" if value is None else strip_controls(str(value)).strip()


def _folded(text: str) -> str:
    return fold("".join(text.split()))


@frozen
class _Map:
    """Where the cells of a sheet are printed now, and what its rows are recognised by."""

    batch: Batch
    sheet: Sheet
    layout: Layout

    def find(self, page: "Worksheet", row: int, col: int, said: str) -> tuple[Address, str]:
        """The cell that was printed there, and what to put in front of the remark.

        Rows that came or went above it since are seen by the labels beside.
        """
        for ours in self._rows_like(page, row):
            box = self._box(ours, col)
            if box is not None and box.at is not None:
                return box.at, ""
            if box is not None and isinstance(box.content, str) and box.content.strip():
                label = "".join(box.content.split())
                return find_cell(self.sheet, f"{label}：{said}"), f"{label}："
        place = f"{column_letters(col)}{row + 1}"
        label = _text(page, row, col)
        return Address(self.sheet.id), f"（{place}{' ' if label else ''}{label[:20]}）"

    def _rows_like(self, page: "Worksheet", row: int) -> Iterator[int]:
        """Our rows that have the same labels in the same columns, the nearest first."""
        for ours in sorted(range(len(self.layout.rows)), key=lambda each: abs(each - row)):
            labels = self._labels(ours)
            alike = all(_folded(_text(page, row, col)) == said for col, said in labels)
            if alike if labels else ours == row:
                yield ours

    def _labels(self, row: int) -> list[tuple[int, str]]:
        """What a row is recognised by: its printed labels, or its indicator's name."""
        return [
            (box.col, _folded(box.content))
            for box in self.layout.boxes
            if box.row == row and isinstance(box.content, str) and box.content and self._tells(box)
        ]

    def _tells(self, box: Box) -> bool:
        if box.at is None:
            return True
        column = (
            self.sheet.spec.table(box.at.table).with_role(Role.INDICATOR) if box.at.table else None
        )
        return column is not None and column.name == box.at.name

    def _box(self, row: int, col: int) -> Box | None:
        return next(
            (
                box
                for box in self.layout.boxes
                if box.row <= row < box.end and box.col <= col < box.col + box.cols
            ),
            None,
        )
