"""A sheet while it is drawn, row after row, before the height of any row is known."""

from collections.abc import Iterable
from itertools import accumulate

from attrs import Factory, define

from selfeval_tui.layout.box import LABEL, Box, Content, Style
from selfeval_tui.layout.heights import content_height, line_room
from selfeval_tui.layout.wrap import balance
from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Font


@define
class TableRows:
    """Where a table stands: its header row and the first row below it."""

    header: int
    end: int


@define
class Drawing:
    """Boxes on a grid, and which rows belong together."""

    columns: tuple[float, ...]
    """Widths in millimetres."""
    boxes: list[Box] = Factory(list)
    rows: int = 0
    together: set[int] = Factory(set)
    """Rows that stay on one page with the row below."""
    tables: list[TableRows] = Factory(list)
    """The tables whose header may be repeated on the next page."""
    _edges: list[float] = Factory(list)

    def __attrs_post_init__(self) -> None:
        self._edges = [0.0, *accumulate(self.columns)]

    def mm(self, col: int, cols: int) -> float:
        """The width of neighbouring columns."""
        return self._edges[col + cols] - self._edges[col]

    def new_row(self) -> int:
        """Begin a row below; returns its index."""
        self.rows += 1
        return self.rows - 1

    def height(self, content: Content, col: int, cols: int, font: Font = Font.BODY) -> int:
        """The pixels that a content would need there."""
        return content_height(content, self.mm(col, cols), font)

    def put(
        self,
        row: int,
        col: int,
        cols: int,
        content: Content,
        style: Style,
        rows: int = 1,
        least: int = 0,
        at: Address | None = None,
    ) -> None:
        """Draw a box at least so many pixels high."""
        height = max(least, self.height(content, col, cols, style.font))
        self.boxes.append(Box(row, col, rows, cols, content, style, height, at))

    def put_label(self, row: int, col: int, cols: int, label: str, rows: int = 1) -> None:
        """Draw a label of the form; a narrow one gets its line breaks written out."""
        room = line_room(self.mm(col, cols), LABEL.font)
        self.put(row, col, cols, balance(label, room), LABEL, rows)

    def gaps(self, covered: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Where a row is not covered: first column and number of columns of each gap.

        Args:
            covered: First column and number of columns of what is there.
        """
        found, reached = [], 0
        for col, cols in sorted([*covered, (len(self.columns), 0)]):
            if col > reached:
                found.append((reached, col - reached))
            reached = max(reached, col + cols)
        return tuple(found)

    def fill(self, row: int, gaps: Iterable[tuple[int, int]]) -> None:
        """Draw empty boxes where a row has none."""
        for col, cols in gaps:
            self.put(row, col, cols, "", LABEL)
