"""Reads the rows of an indicator table from the places where its columns were found."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from selfeval_tui.reader.found import FreeTable
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, joined
from selfeval_tui.reader.tables import is_part_total
from selfeval_tui.spec.model import Role
from selfeval_tui.text import strip_controls

_LEVELS = frozenset({Role.LEVEL1, Role.LEVEL2})


@frozen
class Text:
    """The text of one place, and the cells that it was read from."""

    text: str
    cells: tuple[Cell, ...]
    note: str = ""


@define
class RowRead:
    """One row of a table as it stands in the grid."""

    first: int
    end: int
    """The first grid row below it: a long text may take several."""
    texts: dict[str, Text] = Factory(dict)
    """By column, blank ones included."""

    def cells(self) -> Iterator[Cell]:
        """Every cell that it was read from."""
        for text in self.texts.values():
            yield from text.cells


def rows_of(page: Page, table: FreeTable, *, sure: bool) -> Iterator[RowRead]:
    """The rows of a table; those that only repeat what is merged over them are none.

    Args:
        page: The grid's part that the table stands in.
        table: Where it stands.
        sure: Whether this program printed it, so that every row counts.
    """
    for first, end in row_spans(page, table):
        row = RowRead(first, end)
        for column, col in table.columns:
            row.texts[column.name] = _text(page, col, first, end)
        if _counts(table, row, sure=sure):
            yield row


def row_spans(page: Page, table: FreeTable) -> Iterator[tuple[int, int]]:
    """First and end of the grid rows that each row takes: several where a text goes on."""
    cols = [col for _, col in table.columns]
    first = table.first
    while first < table.end:
        end = first + 1
        while end < table.end and any(_goes_on(page, col, end) for col in cols):
            end += 1
        yield first, end
        first = end


def _goes_on(page: Page, col: int, row: int) -> bool:
    """Whether a text goes on in this row."""
    above = page.at(row - 1, col)
    return above is not None and above.continues and above.end == row


def _text(page: Page, col: int, first: int, end: int) -> Text:
    """The text of a column in a row; what is only repeated at a page break counts once."""
    cells: list[Cell] = []
    row = first
    while row < end:
        cell = page.at(row, col)
        if cell is not None:
            last = cells[-1] if cells else None
            again = last is not None and not last.continues and last.text == cell.text
            if not again:
                cells.append(cell)
            row = max(cell.end, row + 1)
        else:
            row += 1
    return Text(strip_controls(joined(tuple(cells))), tuple(cells))


def _counts(table: FreeTable, row: RowRead, *, sure: bool) -> bool:
    """Whether a grid row is a row of its own."""
    texts = row.texts
    if not any(each.text.strip() for each in texts.values()):
        return False
    if sure:
        return True
    own = [
        text
        for column, _ in table.columns
        if column.role not in _LEVELS
        and (text := texts[column.name]).text.strip()
        and any(cell.row >= row.first for cell in text.cells)
    ]
    if any(is_part_total(cell.text) for cell in row.cells() if cell.row == row.first):
        return False
    return bool(own)
