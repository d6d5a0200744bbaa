"""Reads the rows of an indicator table from the places where its columns were found."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from selfeval_tui.reader.found import FreeTable
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, joined
from selfeval_tui.reader.parts import Target, join_target
from selfeval_tui.reader.tables import is_sum
from selfeval_tui.spec.model import Role
from selfeval_tui.text import strip_controls

LEVELS = (Role.LEVEL1, Role.LEVEL2)


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
    """The filled rows of a table; what only repeats a text that is merged over it is none.

    Args:
        page: The grid's part that the table stands in.
        table: Where it stands.
        sure: Whether this program printed it, so that every row counts.
    """
    for span in _spans(page, table):
        row = RowRead(span.start, span.stop)
        for column, col in table.columns:
            row.texts[column.name] = _text(page, col, span)
        # A paragraph between two parts of the table, or below it, is no row of it.
        if span.start not in page.grid.lines and _counts(table, row, sure=sure):
            _join_target(page, table, row)
            yield row


def _spans(page: Page, table: FreeTable) -> Iterator[range]:
    """The grid rows of each row: several where a text goes on, or all its cells are higher."""
    cols = [col for column, col in table.columns if column.role not in LEVELS]
    every = [col for _, col in table.columns]
    first = table.first
    while first < table.end:
        end = first + 1
        while end < table.end and (
            any(_goes_on(page, col, end) for col in every)
            or (bool(cols) and all(_covers(page, col, end) for col in cols))
        ):
            end += 1
        yield range(first, end)
        first = end


def _goes_on(page: Page, col: int, row: int) -> bool:
    """Whether a text goes on in this row."""
    above = page.at(row - 1, col)
    return above is not None and above.continues and above.end == row


def _covers(page: Page, col: int, row: int) -> bool:
    """Whether a cell that begins above reaches into this row."""
    cell = page.at(row, col)
    return cell is not None and cell.row < row


def _text(page: Page, col: int, rows: range) -> Text:
    """The text of a column in a row; what is only repeated at a page break counts once."""
    cells: list[Cell] = []
    row = rows.start
    while row < rows.stop:
        cell = page.at(row, col)
        if cell is None:
            row += 1
            continue
        cells.append(cell)
        row = max(cell.end, row + 1)
    parts = [
        cell
        for upper, cell in zip((None, *cells), cells, strict=False)
        if upper is None or upper.continues or upper.text != cell.text
    ]
    notes = dict.fromkeys(cell.note for cell in parts if cell.note)
    return Text(strip_controls(joined(tuple(parts))), tuple(cells), "；".join(notes))


def _counts(table: FreeTable, row: RowRead, *, sure: bool) -> bool:
    """Whether a grid row is a row of the table, and neither empty nor a sum."""
    if sure:
        return any(each.text.strip() for each in row.texts.values())
    if _is_wide(table, row):
        return False
    if any(is_sum(cell.text) for cell in row.cells() if cell.row == row.first):
        return False
    return any(
        cell.text.strip() and cell.row >= row.first
        for column, _ in table.columns
        if column.role not in LEVELS
        for cell in row.texts[column.name].cells
    )


def _is_wide(table: FreeTable, row: RowRead) -> bool:
    """Whether one text stands across the indicator and what is promised: it is a heading."""
    cells = {
        column.role: row.texts[column.name].cells
        for column, _ in table.columns
        if column.role in {Role.INDICATOR, Role.TARGET, Role.ACTUAL}
    }
    indicator = cells.pop(Role.INDICATOR, ())
    return any(cell in indicator for others in cells.values() for cell in others)


def _join_target(page: Page, table: FreeTable, row: RowRead) -> None:
    """Put 指标性质 and 计量单位 into the target's text, where the form has no place for them."""
    target = table.block.with_role(Role.TARGET) or table.block.with_role(Role.TARGET_VALUE)
    if target is None or target.name not in row.texts or not table.beside:
        return
    span = range(row.first, row.end)
    beside = {role: _text(page, col, span) for role, col in table.beside}
    value = row.texts[target.name]
    joint: Target = join_target(value.text, {role: text.text for role, text in beside.items()})
    cells = [cell for role in joint.parts for cell in beside[role].cells]
    note = "；".join(filter(None, (value.note, joint.note)))
    row.texts[target.name] = Text(joint.text, (*value.cells, *cells), note)
