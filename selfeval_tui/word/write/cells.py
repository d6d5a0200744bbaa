"""Which tables a layout becomes in a document, and what covers each place of their rows."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import evolve, frozen

from selfeval_tui.layout.box import Box, Layout, Style
from selfeval_tui.layout.paper import POINTS_PER_PIXEL

_GAP = Style(framed=False)


@frozen
class TableRows:
    """The rows of a layout that become one table."""

    first: int
    end: int
    titled: bool
    """Whether the first one is the header that pages repeat."""
    goes_on: bool
    """Whether another table stands right below it."""


def head_rows(layout: Layout) -> int:
    """How many rows at the top are lines of text without a frame over the whole width."""
    whole = len(layout.columns)
    lines = {
        box.row
        for box in layout.boxes
        if not box.style.framed and box.rows == 1 and box.cols == whole
    }
    return next(row for row in range(len(layout.rows) + 1) if row not in lines)


def tables_of(layout: Layout) -> tuple[TableRows, ...]:
    """The tables: only one of its own can repeat a header that stands in the midst.

    It ends where the label beside its rows does.
    """
    first, last = head_rows(layout), len(layout.rows)
    if layout.titles is None:
        header = end = last
    else:
        header = layout.titles[0]
        beside = [box.end for box in layout.boxes if box.row == header and box.rows > 1]
        end = max(beside, default=last)
    tables = (
        TableRows(first, header, titled=False, goes_on=header < last),
        TableRows(header, end, titled=True, goes_on=end < last),
        TableRows(end, last, titled=False, goes_on=False),
    )
    return tuple(each for each in tables if each.first < each.end)


def covering(layout: Layout, table: TableRows) -> list[list[Box]]:
    """For each row of a table the boxes that cover it, from left to right, without a gap."""
    rows: list[list[Box]] = [[] for _ in range(table.first, table.end)]
    for box in layout.boxes:
        for part in _parts(box, table):
            for row in range(max(part.row, table.first), min(part.end, table.end)):
                rows[row - table.first].append(part)
    whole = [
        list(_without_gaps(sorted(boxes, key=lambda box: box.col), row, len(layout.columns)))
        for row, boxes in enumerate(rows, start=table.first)
    ]
    if table.goes_on:
        # The table below draws the line between them.
        whole[-1] = [evolve(box, style=evolve(box.style, bottom=False)) for box in whole[-1]]
    return whole


def _parts(box: Box, table: TableRows) -> tuple[Box, ...]:
    """A box; one that goes on below the repeated header is empty there, as on further pages."""
    if not table.titled or box.row != table.first or box.rows == 1:
        return (box,)
    upper = evolve(box, rows=1, content="", style=evolve(box.style, bottom=False))
    lower = evolve(box, row=box.row + 1, rows=box.rows - 1, style=evolve(box.style, top=False))
    return (upper, lower)


def _without_gaps(boxes: Sequence[Box], row: int, columns: int) -> Iterator[Box]:
    reached = 0
    for box in boxes:
        if box.col > reached:
            yield Box(row, reached, 1, box.col - reached, "", _GAP)
        yield box
        reached = box.col + box.cols
    if reached < columns:
        yield Box(row, reached, 1, columns - reached, "", _GAP)


def kept_rows(layout: Layout) -> set[int]:
    """The rows that stay with the row below: a page's end must not cut a text in merged cells."""
    kept = set(layout.together)
    kept.update(table.end - 1 for table in tables_of(layout) if table.goes_on)
    for box in layout.boxes:
        if box.rows > 1:
            reached = accumulate(layout.rows[box.row : box.end])
            needed = box.height * POINTS_PER_PIXEL
            kept.update(box.row + row for row, height in enumerate(reached) if height < needed)
    return kept
