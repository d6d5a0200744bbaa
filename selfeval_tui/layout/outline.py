"""What stands on each page of a layout, with the header rows that a following page repeats."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from selfeval_tui.layout.box import Box, Content, Layout
from selfeval_tui.text.rounding import rounded


@frozen
class Page:
    """One printed page: rows and boxes counted from its own top."""

    number: int
    """Counted from 1."""
    count: int
    """How many pages the layout has."""
    columns: tuple[float, ...]
    """Widths in millimetres."""
    rows: tuple[float, ...]
    """Heights in points."""
    boxes: tuple[Box, ...]
    repeated: int = 0
    """How many of its rows, from the top, repeat the header of the page before."""
    header: str = ""
    numbered: bool = False
    """Whether its number is printed at the foot."""


def pages_of(layout: Layout, *, page_numbers: bool | None = None) -> tuple[Page, ...]:
    """Every page of a layout in its order.

    Args:
        layout: The sheet.
        page_numbers: Whether pages are numbered; None numbers only what prints on several.
    """
    edges = [0, *layout.breaks, len(layout.rows)]
    numbered = is_numbered(layout, page_numbers=page_numbers)
    return tuple(
        _page(layout, number, edges[number - 1], edges[number], numbered=numbered)
        for number in range(1, len(edges))
    )


def is_numbered(layout: Layout, *, page_numbers: bool | None) -> bool:
    """Whether the pages of a layout bear numbers; None asks whether there are several."""
    return layout.pages > 1 if page_numbers is None else page_numbers


def shown(content: Content) -> str:
    """A content as a printed page shows it: a number in its own format."""
    if isinstance(content, str):
        return content
    return _in_format(content.value, content.format)


def _page(layout: Layout, number: int, start: int, end: int, *, numbered: bool) -> Page:
    repeats = layout.titles is not None and start > layout.titles[1]
    head = _titles(layout) if repeats else ()
    offset = len(_title_rows(layout)) if repeats else 0
    own = (box for box in layout.boxes if start <= box.row < end)
    return Page(
        number=number,
        count=layout.pages,
        columns=layout.columns,
        rows=(*(_title_rows(layout) if repeats else ()), *layout.rows[start:end]),
        boxes=(*head, *(evolve(box, row=box.row - start + offset) for box in own)),
        repeated=offset,
        header=layout.header,
        numbered=numbered,
    )


def _title_rows(layout: Layout) -> tuple[float, ...]:
    if layout.titles is None:
        return ()
    first, last = layout.titles
    return layout.rows[first : last + 1]


def _titles(layout: Layout) -> Iterator[Box]:
    """The boxes of the repeated rows; one that goes on below them is repeated without its text."""
    assert layout.titles is not None
    first, last = layout.titles
    for box in layout.boxes:
        if first <= box.row <= last:
            cut = box.cut(first, last + 1)
            text = box.content if box.end <= last + 1 else ""
            yield evolve(cut, row=cut.row - first, content=text)


def _in_format(value: Decimal, look: str) -> str:
    """A number as the formats of this room show it: 0.00, #,##0 and 0.0%."""
    percent = look.endswith("%")
    places = len(look.removesuffix("%").partition(".")[2])
    digits = rounded(value * 100 if percent else value, places)
    grouped = "," if look.startswith("#,") else ""
    return f"{digits:{grouped}f}{'%' if percent else ''}"
