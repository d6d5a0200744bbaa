"""What is to be written where in a form that others drew; no file format is known here."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from attrs import Factory, define, evolve, frozen

from selfeval_tui.layout.box import Content, Formula, Number
from selfeval_tui.layout.measure import width
from selfeval_tui.layout.outline import shown
from selfeval_tui.reader.found import FreeTable, Piece, Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.labels import folded
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.foreign.aliases import plain


@frozen
class Edit:
    """A part of a cell's text that is replaced; what stands around it keeps its look."""

    start: int
    end: int
    text: str


@frozen
class Fill:
    """What one cell of the template gets."""

    cell: Cell
    place: str
    """As the form calls it: `项目名称`, `资金.合计.预算数`."""
    content: Content
    """The whole cell, where there are no edits."""
    edits: tuple[Edit, ...] = ()
    typed: str = ""
    """What the clerk typed, told of where a formula of the template stays instead."""
    figure: Decimal | None = None
    """What such a formula computes."""

    @property
    def text(self) -> str:
        """What the cell shows afterwards."""
        return edited(self.cell.text, self.edits) if self.edits else shown(self.content)


_PADDING = " \t\u3000\xa0"
_LEAST_ROOM = 2
"""Half ems between a value and the next label in the same line."""

NO_CHANGE = (Edit(0, 0, ""),)
"""A cell that is recognised and says already what it should."""


@define
class Planned:
    """What was planned so far."""

    values: list[Fill] = Factory(list)
    homeless: list[Piece] = Factory(list)
    notices: list[str] = Factory(list)

    def one_a_cell(self) -> tuple[Fill, ...]:
        """One fill a cell: several values may stand in one, as 单位名称：… 填报日期：…."""
        cells: dict[tuple[int, int], Fill] = {}
        for fill in self.values:
            at = fill.cell.row, fill.cell.col
            other = cells.get(at)
            if other is None or not (other.edits and fill.edits):
                cells[at] = fill
                continue
            edits = tuple(sorted({*other.edits, *fill.edits}, key=lambda each: each.start))
            cells[at] = Fill(fill.cell, f"{other.place}、{fill.place}", "", edits)
        return tuple(cells.values())


@frozen
class TableFill:
    """The rows that a free table (指标) of the template gets."""

    table: FreeTable
    rows: tuple[Mapping[int, Content], ...]
    """What each row shows, by the grid's columns."""
    names: Mapping[int, str]
    """What the sheet calls those columns."""
    groups: frozenset[int]
    """The columns in which equal neighbours are one merged cell."""
    computed: frozenset[int]
    place: str
    """The sheet's name of the table."""

    def place_of(self, row: int, col: int) -> str:
        """What the form calls a cell: `指标[3].年初目标值`."""
        return f"{self.place}[{row + 1}].{self.names[col]}"

    def in_words_of(self, printed: Iterable[tuple[int, str]]) -> "TableFill":
        """The same with what the template prints: 产出指标 stays 产出指标（50分） there.

        Args:
            printed: The texts of the template's columns of merged neighbours, by column.
        """
        known = {(col, plain(folded(text))): text for col, text in printed if text.strip()}

        def said(col: int, content: Content) -> Content:
            if col not in self.groups or not isinstance(content, str) or not content.strip():
                return content
            own = known.get((col, folded(content)), "")
            return own if len(folded(own)) > len(folded(content)) else content

        rows = ({col: said(col, content) for col, content in row.items()} for row in self.rows)
        return evolve(self, rows=tuple(rows))

    def runs(self, col: int) -> tuple[tuple[int, int], ...]:
        """First row and number of rows of each cell of a column of merged neighbours.

        A group of 二级指标 never reaches over the end of its 一级指标; blanks stand alone.
        """
        before = [each for each in sorted(self.groups) if each <= col]
        starts = [
            row
            for row in range(len(self.rows))
            if row == 0
            or self.rows[row][col] == ""
            or any(self.rows[row][each] != self.rows[row - 1][each] for each in before)
        ]
        return tuple(
            (start, end - start)
            for start, end in zip(starts, [*starts[1:], len(self.rows)], strict=True)
        )


@frozen
class Filling:
    """One sheet laid into one page of the template."""

    sheet: Sheet
    page: str
    """The name of the grid."""
    values: tuple[Fill, ...]
    tables: tuple[TableFill, ...]
    missing: tuple[str, ...]
    """The labels of the form that the template does not have."""
    homeless: tuple[Piece, ...]
    """What was typed and has no place in the template."""
    notices: tuple[str, ...]

    @property
    def top(self) -> int:
        """The first row of the grid that is written."""
        rows = [each.cell.row for each in self.values]
        return min([*rows, *(each.table.header for each in self.tables)], default=0)


@frozen
class PageFilled:
    """What was written into one page of a file."""

    filled: tuple[Piece, ...]
    """With where it stands in the filled file."""
    notices: tuple[str, ...]


@frozen
class FileFilled:
    """A filled file, not yet on the disk."""

    data: bytes
    pages: tuple[PageFilled, ...]
    """One for each sheet that was filled in, in their order."""
    too_long: tuple[str, ...] = ()
    """Cells whose text no such file holds: it is cut there, and not to be used."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with its parts replaced."""
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def as_value(content: Content) -> Content:
    """A content that refers to no other cell: the places of our own layout mean nothing here."""
    return Number(content.value, content.format) if isinstance(content, Formula) else content


def fills(
    place: str, spot: Spot, content: Content, typed: str = "", figure: Decimal | None = None
) -> Iterator[Fill]:
    """The value in its first cell; cells in which it would go on are emptied."""
    first, *rest = spot.cells
    if spot.before or spot.after:
        label = spot.before.rstrip(_PADDING)
        end = len(first.text) - len(spot.after)
        room = spot.before[len(label) :] if spot.after else ""
        text = shown(content)
        edit = Edit(min(len(label), end), end, text + _left_of(room, text))
        yield Fill(first, place, edit.text, (edit,), typed, figure)
    else:
        yield Fill(first, place, content, (), typed, figure)
    for cell in rest:
        if cell.text:
            yield Fill(cell, place, "")


def _left_of(room: str, text: str) -> str:
    """What is left of the blanks to write into, so that what stands behind stays where it was."""
    wanted = width(room) - width(text)
    while room and width(room) > max(wanted, _LEAST_ROOM):
        room = room[1:]
    return room


def figure_of(content: Content) -> Decimal | None:
    """The number that a content is; None for a text."""
    return None if isinstance(content, str) else content.value
