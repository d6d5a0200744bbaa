"""Where the cells of a document's table stand: columns are found from spans, or from widths.

Each row of a document has cells of its own; a column is where the edges of cells meet.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from selfeval_tui.word.read.markup import (
    REMOVED,
    child,
    children,
    name_of,
    number_of,
    says_something,
    unwrapped,
    value_of,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_COLUMNS = 500
"""More than any program draws; what a row has beyond is in its last column."""
_NEAR = 80
"""Twentieths of a point (1.4 mm): edges that are no farther apart are one for the eye."""


_MEASURED = frozenset({"dxa", "pct", ""})


@define(eq=False)
class Placed:
    """A cell, or the cells that are merged into one."""

    row: int
    """Counted from 0."""
    col: int
    cols: int
    element: "Element"
    """The `w:tc` that holds the text."""
    number: tuple[int, int]
    """Its row and its place in the row as a person counts them, from 1."""
    rows: int = 1
    covered: "list[tuple[Element, tuple[int, int]]]" = Factory(list)
    """Those that it covers, with their numbers."""


@frozen
class PlacedTable:
    """A table with its cells on one grid."""

    rows: int
    edges: tuple[int, ...]
    """Of the columns, in twentieths of a point: one more than there are columns."""
    cells: tuple[Placed, ...]


@frozen
class _Piece:
    """One cell of a row."""

    cells: "tuple[tuple[Element, int], ...]"
    """Its `w:tc` and those that are merged into it from the right, with their places."""
    span: int
    width: int
    """0 where it is not said."""
    down: str
    """`restart` or `continue` of a merge over rows; empty for none."""


@frozen
class _Line:
    """One `w:tr`."""

    before: int
    before_width: int
    pieces: tuple[_Piece, ...]
    after: int


def placed(table: "Element") -> PlacedTable:
    """The cells of a `w:tbl` on one grid, those of its content controls among them.

    Rows that were deleted while changes were tracked are left out, but count.
    """
    rows = [each for each in unwrapped(table) if name_of(each) == "tr"]
    kept = [(number, row) for number, row in enumerate(rows, start=1) if not _gone(row)]
    lines = [(number, _line(row)) for number, row in kept]
    widths = tuple(number_of(each, "w") for each in children(child(table, "tblGrid"), "gridCol"))
    starts, edges = _columns([line for _, line in lines], widths)
    cells: list[Placed] = []
    open_: dict[tuple[int, int], Placed] = {}
    for row, ((number, line), bounds) in enumerate(zip(lines, starts, strict=True)):
        begun, open_ = _place_row(row, number, line, bounds, open_)
        cells += begun
    repeated = sum(child(each, "trPr", "tblHeader") is not None for _, each in kept)
    return PlacedTable(len(lines), edges, tuple(_without_seam(cells, repeated)))


def _without_seam(cells: list[Placed], row: int) -> Iterator[Placed]:
    """The cells with an empty one of the repeated header joined to what stands open below it.

    A person sees one cell where no line is drawn; Word cannot merge it, lest it be repeated whole.
    """
    below = {(cell.col, cell.cols): cell for cell in cells if cell.row == row}
    for cell in cells:
        lower = below.get((cell.col, cell.cols))
        if (
            lower is None
            or cell.row + cell.rows != row
            or not (_is_open(cell, "bottom") and _is_open(lower, "top"))
            or says_something(cell.element)
        ):
            yield cell
            continue
        lower.row, lower.rows = cell.row, lower.rows + cell.rows
        lower.covered.insert(0, (cell.element, cell.number))


def _is_open(cell: Placed, side: str) -> bool:
    """Whether no line is drawn there: it says so, or names those at its left and right only."""
    borders = child(cell.element, "tcPr", "tcBorders")
    line = child(borders, side)
    if line is not None:
        return value_of(line) in {"nil", "none"}
    return all(child(borders, each) is not None for each in ("left", "right"))


def _gone(row: "Element") -> bool:
    return any(True for each in REMOVED for _ in children(child(row, "trPr"), each))


def _line(row: "Element") -> _Line:
    properties = child(row, "trPr")
    pieces: list[_Piece] = []
    cells = (each for each in unwrapped(row) if name_of(each) == "tc")
    for place, cell in enumerate(cells, start=1):
        piece = _piece(cell, place)
        if pieces and _merge(child(cell, "tcPr", "hMerge")) == "continue":
            piece = _united(pieces.pop(), piece)
        pieces.append(piece)
    return _Line(
        min(number_of(child(properties, "gridBefore")), MOST_COLUMNS),
        _width(child(properties, "wBefore")),
        tuple(pieces),
        min(number_of(child(properties, "gridAfter")), MOST_COLUMNS),
    )


def _piece(cell: "Element", place: int) -> _Piece:
    properties = child(cell, "tcPr")
    return _Piece(
        ((cell, place),),
        min(max(1, number_of(child(properties, "gridSpan"))), MOST_COLUMNS),
        _width(child(properties, "tcW")),
        _merge(child(properties, "vMerge")),
    )


def _united(left: _Piece, right: _Piece) -> _Piece:
    return _Piece(
        left.cells + right.cells, left.span + right.span, left.width + right.width, left.down
    )


def _merge(element: "Element | None") -> str:
    return "" if element is None else value_of(element) or "continue"


def _width(element: "Element | None") -> int:
    return number_of(element, "w") if value_of(element, "type") in _MEASURED else 0


def _columns(
    lines: Sequence[_Line], widths: tuple[int, ...]
) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """For each row the columns where its cells begin and where the last one ends, and the edges."""
    spans = [[line.before, *(piece.span for piece in line.pieces)] for line in lines]
    ends = {sum(each) + line.after for each, line in zip(spans, lines, strict=True)}
    if len(ends) > 1 and all(piece.width for line in lines for piece in line.pieces):
        return _by_widths(lines)
    count = min(max(ends, default=0), MOST_COLUMNS)
    starts = [tuple(min(each, count) for each in accumulate(line)) for line in spans]
    known = len(widths) == count and all(widths)
    return starts, tuple(accumulate(widths if known else (0,) * count, initial=0))


def _by_widths(lines: Sequence[_Line]) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """The columns where spans contradict each other: by where the edges of cells meet."""
    edges = [
        tuple(accumulate([line.before_width, *(piece.width for piece in line.pieces)]))
        for line in lines
    ]
    kept: list[int] = []
    for edge in sorted({0, *chain.from_iterable(edges)}):
        if not kept or edge - kept[-1] > _NEAR:
            kept.append(edge)
    del kept[MOST_COLUMNS + 1 :]
    return [tuple(nearest(kept, edge) for edge in line) for line in edges], tuple(kept)


def nearest(edges: Sequence[int], edge: int) -> int:
    """The number of the edge that is nearest; edges ascend."""
    after = bisect_left(edges, edge, hi=len(edges) - 1)
    return after - (after > 0 and edge - edges[after - 1] <= edges[after] - edge)


def _place_row(
    row: int,
    number: int,
    line: _Line,
    bounds: tuple[int, ...],
    above: dict[tuple[int, int], Placed],
) -> tuple[list[Placed], dict[tuple[int, int], Placed]]:
    """The new cells of a row, and those that the next row may continue."""
    cells: list[Placed] = []
    continued: dict[tuple[int, int], Placed] = {}
    for piece, col, end in zip(line.pieces, bounds[:-1], bounds[1:], strict=True):
        (element, place), *others = [(each, (number, place)) for each, place in piece.cells]
        cell = above.get((col, end)) if piece.down == "continue" else None
        if cell is not None:
            cell.rows = row + 1 - cell.row
            others.insert(0, (element, place))
        elif end > col:
            cell = Placed(row, col, end - col, element, place)
            cells.append(cell)
        elif cells:
            # It lies beyond the last column, or is too narrow for the eye.
            cells[-1].covered.append((element, place))
            continue
        else:
            continue
        cell.covered += others
        if piece.down:
            continued[col, end] = cell
    return cells, continued
