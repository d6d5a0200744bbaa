"""The grids of a document, with the elements that their cells were read from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from selfeval_tui.reader.archive import MOST_CELLS, UnfitError
from selfeval_tui.reader.grid import Cell, Grid, in_order
from selfeval_tui.word.read.controls import said_by_controls
from selfeval_tui.word.read.markup import child, unwrapped
from selfeval_tui.word.read.oddities import Oddity
from selfeval_tui.word.read.place import Placed, PlacedTable, nearest, placed
from selfeval_tui.word.read.story import Item, PageEnd, Paragraph, Table, story_of
from selfeval_tui.word.read.text import Shown, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTINUED = re.compile(r"[（(【\[]?\s*(续\s*表|接上[表页]|续上[表页])[^，。；]{0,12}")
"""What stands between the parts of one table: （续表）."""
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[、.．）)][^，。；：]{1,20}")
"""What may stand between the parts of one sheet: 二、预算执行情况."""
_SAME_WIDTH = 240
"""Twentieths of a point (4 mm) that two parts of one table may differ in width."""
_FEWEST = 5
"""A sheet has no fewer columns; small lists under headings of a report are no parts of one."""
_MOST_PARTS = 20
"""Of one table; a year's sheets have two or three."""


@frozen(eq=False)
class Drawn:
    """A grid of a document."""

    grid: Grid
    elements: "Mapping[tuple[int, int], Element]"
    """The `w:tc` or `w:p` of each cell, by its first row and column."""


def drawn_grids(root: "Element") -> tuple[Drawn, ...]:
    """Every table of a document with the paragraphs about it, in their order.

    A paragraph belongs to the table below it, unless the page is ended in between, or to the last
    table. Two tables as wide as each other are one grid where nothing stands between them but 续表
    or a heading with a Chinese number.

    Args:
        root: The `w:document`.

    Raises:
        UnfitError: A table covers more places than any sheet.
    """
    said = said_by_controls(root)
    body = child(root, "body")
    parts = _parts(() if body is None else story_of(unwrapped(body), said))
    return tuple(part.drawn(said) for part in _joined(parts))


@define
class _Part:
    """A table and the paragraphs about it."""

    number: int
    """Of the table in the document, from 1."""
    table: PlacedTable
    above: list[Paragraph]
    below: list[Paragraph] = Factory(list)
    cut: bool = False
    """Whether a page was ended by hand above it."""
    more: "list[_Part]" = Factory(list)
    """What continues it."""

    def drawn(self, said: "Mapping[Element, str]") -> Drawn:
        """The grid."""
        drawer = _Drawer(max(1, self._columns()), Shown(said))
        for part in (self, *self.more):
            name = f"表{part.number}"
            drawer.paragraphs(part.above, f"{name}上方")
            drawer.table(part.table, name)
            drawer.paragraphs(part.below, f"{name}下方")
        return drawer.finished(f"表{self.number}")

    def _columns(self) -> int:
        return len(self.table.edges) - 1

    def take(self, lower: "_Part") -> bool:
        """Continue this one with the next, where nothing stands between and the widths agree."""
        upper = (self, *self.more)[-1]
        between = [*upper.below, *lower.above]
        if between and self._columns() < _FEWEST:
            return False
        if len(self.more) > _MOST_PARTS or not all(_is_heading(each) for each in between):
            return False
        if lower.cut and not any(_is_continued(each) for each in between):
            return False
        tables = _on_one_grid([self.table, *(each.table for each in self.more), lower.table])
        if tables is None:
            return False
        self.more.append(lower)
        for part, table in zip((self, *self.more), tables, strict=True):
            part.table = table
        return True


def _is_continued(between: Paragraph) -> bool:
    return _CONTINUED.fullmatch(between.text.strip()) is not None


def _is_heading(between: Paragraph) -> bool:
    return _HEADING.fullmatch(between.text.strip()) is not None or _is_continued(between)


def _parts(story: "Iterator[Item] | tuple[()]") -> list[_Part]:
    parts: list[_Part] = []
    waiting: list[Paragraph] = []
    cut = False
    for item in story:
        match item:
            case Paragraph():
                waiting.append(item)
            case PageEnd():
                cut = True
                if parts:
                    parts[-1].below += waiting
                    waiting = []
            case Table():
                parts.append(_Part(len(parts) + 1, placed(item.element), waiting, cut=cut))
                waiting, cut = [], False
    if parts:
        parts[-1].below += waiting
    return parts


def _joined(parts: Sequence[_Part]) -> list[_Part]:
    whole: list[_Part] = []
    for part in parts:
        if not whole or not whole[-1].take(part):
            whole.append(part)
    return whole


def _on_one_grid(tables: Sequence[PlacedTable]) -> list[PlacedTable] | None:
    """Tables with the columns of all of them; None where their widths are not alike."""
    counts = {len(each.edges) for each in tables}
    right = [each.edges[-1] for each in tables]
    if max(right) - min(right) > _SAME_WIDTH:
        return None
    if len(counts) == 1 and all(_near(each.edges, tables[0].edges) for each in tables):
        return list(tables)
    if not all(right):
        return None
    edges: list[int] = []
    for edge in sorted({edge for each in tables for edge in each.edges}):
        if not edges or edge - edges[-1] > _SAME_WIDTH:
            edges.append(edge)
    moved = [_moved(each, edges) for each in tables]
    return None if None in moved else [each for each in moved if each is not None]


def _near(one: Sequence[int], other: Sequence[int]) -> bool:
    return all(abs(left - right) <= _SAME_WIDTH for left, right in zip(one, other, strict=True))


def _moved(table: PlacedTable, edges: Sequence[int]) -> PlacedTable | None:
    """A table on the edges of several; None where two of its own would be one."""
    columns = [nearest(edges, edge) for edge in table.edges]
    if len(set(columns)) < len(columns):
        return None
    cells = []
    for cell in table.cells:
        left, right = columns[cell.col], columns[cell.col + cell.cols]
        cells.append(
            Placed(cell.row, left, right - left, cell.element, cell.number, cell.rows, cell.covered)
        )
    return evolve(table, edges=tuple(edges), cells=tuple(cells))


@define
class _Drawer:
    """Draws paragraphs and tables one below the other on one grid."""

    _columns: int
    _shown: Shown
    _cells: list[Cell] = Factory(list)
    _elements: "dict[tuple[int, int], Element]" = Factory(dict)
    _lines: set[int] = Factory(set)
    _rows: int = 0
    _places: int = 0

    def paragraphs(self, paragraphs: Sequence[Paragraph], where: str) -> None:
        """Rows over the whole width."""
        for number, each in enumerate(paragraphs, start=1):
            origin = f"{where}第{number}段"
            # It is read again for what is told of it: its place was not known before.
            text = text_of((each.element,), origin, self._shown).strip("\n")
            self._draw(Cell(self._rows, 0, text, origin, cols=self._columns), each.element)
            self._lines.add(self._rows)
            self._rows += 1

    def table(self, table: PlacedTable, name: str) -> None:
        """The cells of a table."""
        for each in table.cells:
            origin = _origin(name, each.number)
            text = text_of(unwrapped(each.element), origin, self._shown)
            row = self._rows + each.row
            self._draw(Cell(row, each.col, text, origin, each.rows, each.cols), each.element)
            for element, number in each.covered:
                self._look_under(element, _origin(name, number))
        self._rows += table.rows

    def _look_under(self, covered: "Element", origin: str) -> None:
        if text_of(unwrapped(covered), origin, Shown(self._shown.said)).strip():
            self._shown.met.meet(Oddity.COVERED, origin)

    def _draw(self, cell: Cell, element: "Element") -> None:
        self._places += cell.rows * cell.cols
        if self._places > MOST_CELLS:
            raise UnfitError("里的表太大")
        self._cells.append(cell)
        self._elements[cell.row, cell.col] = element

    def finished(self, name: str) -> Drawn:
        """What was drawn."""
        told = self._shown.met.told()
        grid = Grid(name, in_order(self._cells), lines=frozenset(self._lines), notices=told)
        return Drawn(grid, self._elements)


def _origin(table: str, number: tuple[int, int]) -> str:
    return f"{table} 第{number[0]}行第{number[1]}格"
