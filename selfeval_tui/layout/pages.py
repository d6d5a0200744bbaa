"""Which rows stand on which page, and what is repeated where a page ends."""

from collections.abc import Sequence

from attrs import evolve, frozen

from selfeval_tui.layout.box import Box
from selfeval_tui.layout.drawing import Drawing, TableRows
from selfeval_tui.layout.heights import raise_rows, row_heights
from selfeval_tui.layout.paper import (
    PAGE_USE,
    PIXELS_PER_MM,
    PORTRAIT,
    Paper,
)

SQUEEZE = 1.18
"""A sheet at most this much higher than its page is printed smaller, on that one page."""


@frozen
class Pages:
    """A drawing with its heights, cut into pages."""

    heights: tuple[int, ...]
    """Of the rows, in pixels."""
    boxes: tuple[Box, ...]
    """None of them crosses a page."""
    breaks: tuple[int, ...] = ()
    """The rows that begin a page, but for the first."""
    titles: tuple[int, int] | None = None
    """First and last row of the header that following pages repeat."""


def cut_into_pages(drawing: Drawing, paper: Paper = PORTRAIT) -> Pages:
    """Find the heights and the page breaks of a drawing.

    What fits on one page, if need be a little smaller, stays on one. Else a row is never cut; a
    box over several rows ends at the page's foot and begins again, with its text, on the next.
    """
    heights = row_heights(drawing.boxes, drawing.rows)
    # A grid wider than the paper is printed smaller, so that a page holds more of it.
    page = paper.height * PIXELS_PER_MM * max(1.0, sum(drawing.columns) / paper.width)
    if sum(heights) <= page * SQUEEZE:
        return Pages(tuple(heights), tuple(drawing.boxes))
    breaker = _Breaker(drawing, heights, int(page * PAGE_USE))
    repeated = None
    starts, final = breaker.run(None)
    for table in drawing.tables:
        if any(table.header < start < table.end for start in starts):
            repeated = table.header
            starts, final = breaker.run(table)
            break
    boxes = _cut_boxes(drawing.boxes, [0, *starts, drawing.rows])
    titles = None if repeated is None else (repeated, repeated)
    return Pages(tuple(final), tuple(boxes), tuple(starts), titles)


def uncut(drawing: Drawing, paper: Paper = PORTRAIT) -> Pages:
    """The heights of a drawing for a program that cuts pages itself.

    The header of the first table that goes beyond one page is to be repeated.
    """
    heights = row_heights(drawing.boxes, drawing.rows)
    page = paper.height * PIXELS_PER_MM
    repeated = next((each for each in drawing.tables if sum(heights[: each.end]) > page), None)
    if sum(heights) <= page * SQUEEZE:
        repeated = None
    titles = None if repeated is None else (repeated.header, repeated.header)
    return Pages(tuple(heights), tuple(drawing.boxes), titles=titles)


class _Breaker:
    """Fills page after page.

    Args:
        drawing: The boxes and which rows belong together.
        heights: The rows' own heights.
        page: What a page holds, in pixels.
    """

    def __init__(self, drawing: Drawing, heights: Sequence[int], page: int) -> None:
        self._together = drawing.together
        self._tall = [box for box in drawing.boxes if box.rows > 1]
        self._heights = heights
        self._page = page

    def run(self, repeated: TableRows | None) -> tuple[list[int], list[int]]:
        """The rows that begin a page but for the first, and the final heights of all rows."""
        # A page that repeats the header begins with a row of the table, lest it head nothing.
        together = self._together | ({repeated.end - 1} if repeated else set())
        starts: list[int] = []
        final: list[int] = []
        start = 0
        while start < len(self._heights):
            room = self._page
            if repeated is not None and start > repeated.header:
                room -= self._heights[repeated.header]
            page = self._fill(start, room, together)
            final += page
            start += len(page)
            starts.append(start)
        return starts[:-1], final

    def _fill(self, start: int, room: int, together: set[int]) -> list[int]:
        """The heights of the rows that one page takes, at least one."""
        end, used = start, 0
        while end < len(self._heights) and used + self._heights[end] <= room:
            used += self._heights[end]
            end += 1
        fallback = end = max(end, start + 1)
        while end > start:
            if end == len(self._heights) or end - 1 not in together:
                rows = self._raised(start, end)
                if sum(rows) <= room:
                    return rows
            end -= 1
        return self._raised(start, fallback)

    def _raised(self, start: int, end: int) -> list[int]:
        """The heights of a page's rows once the boxes cut at its edges hold their text."""
        rows = list(self._heights[start:end])
        cut = (box.cut(start, end) for box in self._tall if box.row < end and box.end > start)
        raise_rows(rows, [evolve(box, row=box.row - start) for box in cut])
        return rows


def _cut_boxes(boxes: Sequence[Box], edges: Sequence[int]) -> list[Box]:
    """The boxes with those that cross a page cut in two, each part with the whole text."""
    found: list[Box] = []
    page_of = [
        page for page, start in enumerate(edges[:-1]) for _ in range(edges[page + 1] - start)
    ]
    for box in boxes:
        first, last = page_of[box.row], page_of[box.end - 1]
        if first == last and box.style.top and box.style.bottom:
            found.append(box)
            continue
        found.extend(box.cut(edges[page], edges[page + 1]) for page in range(first, last + 1))
    return found
