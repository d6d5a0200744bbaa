"""Draws a table of a form: header, fixed or free rows, side label, merged neighbours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from selfeval_tui.layout.box import CENTERED, LEFT, Content, Style
from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.drawing import Drawing, TableRows
from selfeval_tui.layout.heights import ROW_LIMIT
from selfeval_tui.sheet import Row
from selfeval_tui.spec.model import Column, Kind, TableBlock

Cells = dict[str, Content]
_FIRST_ROWS = 3


def draw_table(
    drawing: Drawing, table: TableBlock, rows: Iterable[Row], contents: Contents
) -> None:
    """Draw a whole table.

    Args:
        drawing: Where to.
        table: The table of the form.
        rows: What was typed, in the clerk's order.
        contents: What the cells print.
    """
    first = drawing.rows
    if table.head:
        _draw_header(drawing, table)
    body = drawing.rows
    if table.free:
        _draw_free_rows(drawing, table, list(rows), contents)
        if table.head:
            drawing.tables.append(TableRows(first, drawing.rows))
    else:
        _draw_fixed_rows(drawing, table, {row.id: row for row in rows}, contents)
    if table.side is not None and drawing.rows > first:
        drawing.put_label(first, 0, table.side.span, table.side.label, drawing.rows - first)
    gaps = _gaps(drawing, table)
    for row in range(first, drawing.rows):
        drawing.fill(row, gaps)
    _keep_together(drawing, table, first, body)


def _keep_together(drawing: Drawing, table: TableBlock, first: int, body: int) -> None:
    """A header stays with its first rows, beside the side label; a fixed table stays whole."""
    last = drawing.rows - 1
    end = min(body + _FIRST_ROWS, last) if table.free else last
    drawing.together.update(range(first, end))


def _draw_header(drawing: Drawing, table: TableBlock) -> None:
    row = drawing.new_row()
    columns = [table.row_label] if table.row_label else []
    for column in [*columns, *table.columns]:
        drawing.put_label(row, column.at, column.span, column.label or column.name)


def _draw_fixed_rows(
    drawing: Drawing, table: TableBlock, rows: dict[str, Row], contents: Contents
) -> None:
    for fixed in table.rows:
        row = drawing.new_row()
        if table.row_label:
            drawing.put_label(row, table.row_label.at, table.row_label.span, fixed.label)
        cells = contents.row(table, rows.get(fixed.id, Row(fixed.id)), fixed.fixed)
        for column in table.columns:
            at = contents.at(column.name, table.name, fixed.id)
            drawing.put(row, column.at, column.span, cells[column.name], _style(column), at=at)


def _draw_free_rows(
    drawing: Drawing, table: TableBlock, typed: Sequence[Row], contents: Contents
) -> None:
    rows = [contents.row(table, row, {}) for row in typed]
    first = drawing.rows
    drawing.rows += len(rows)
    starts = {0, len(rows)}
    for column in table.columns:
        if column.group:
            starts.update(_boundaries(drawing, column, rows))
            runs: Iterable[tuple[int, int]] = _runs(starts)
        else:
            runs = ((index, 1) for index in range(len(rows)))
        style = _style(column)
        for index, count in runs:
            content = rows[index][column.name]
            at = contents.at(column.name, table.name, typed[index].id)
            drawing.put(first + index, column.at, column.span, content, style, count, at=at)


def _boundaries(drawing: Drawing, column: Column, rows: Sequence[Cells]) -> Iterator[int]:
    """The rows that begin a cell of their own in a column of merged neighbours.

    Blanks are not equal to each other, and a text too long for one row stays in its row.
    """
    previous: Content = ""
    for index, cells in enumerate(rows):
        content = cells[column.name]
        alone = content == "" or drawing.height(content, column.at, column.span) > ROW_LIMIT
        if alone or content != previous:
            yield index
        previous = "" if alone else content


def _runs(starts: set[int]) -> Iterator[tuple[int, int]]:
    """First row and number of rows of each cell."""
    ordered = sorted(starts)
    return ((start, end - start) for start, end in pairwise(ordered))


def _style(column: Column) -> Style:
    return LEFT if column.kind is Kind.LONG else CENTERED


def _gaps(drawing: Drawing, table: TableBlock) -> tuple[tuple[int, int], ...]:
    """The columns of the grid that the table leaves out."""
    covered = [(column.at, column.span) for column in table.columns]
    if table.row_label:
        covered.append((table.row_label.at, table.row_label.span))
    if table.side:
        covered.append((0, table.side.span))
    return drawing.gaps(covered)
