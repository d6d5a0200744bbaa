"""From the raw cells of a sheet to a grid of texts, whichever library read them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from attrs import evolve, frozen

from selfeval_tui.excel.grid.dates import FIRST_1900
from selfeval_tui.excel.grid.format import GENERAL
from selfeval_tui.excel.grid.shown import Shown, Value, shown
from selfeval_tui.layout.box import column_letters
from selfeval_tui.layout.marks import marks_in
from selfeval_tui.reader.grid import Cell, Grid, in_order

ERROR = "公式出错，读作文字"
"""Noted with #DIV/0! and the like."""
_MOST_NAMED = 8
"""Cells that a notice names one by one."""


@frozen
class Look:
    """How a cell looks, as far as it says how its value is read."""

    code: str = GENERAL
    """The number format."""
    spread: bool = False
    """Lines fill the whole height: so a text of ours is printed that goes on in the cell below."""


PLAIN = Look()


@frozen
class Raw:
    """A cell as it is stored."""

    value: Value
    look: Look = PLAIN
    note: str = ""


@frozen
class Area:
    """A merged range."""

    row: int
    col: int
    rows: int
    cols: int

    def places(self) -> Iterator[tuple[int, int]]:
        """All that it covers."""
        for row in range(self.row, self.row + self.rows):
            for col in range(self.col, self.col + self.cols):
                yield row, col


@frozen(eq=False)
class RawPage:
    """A sheet as it is stored; rows and columns are counted from 0."""

    name: str
    cells: Mapping[tuple[int, int], Raw]
    areas: Iterable[Area] = ()
    breaks: frozenset[int] = frozenset()
    first: datetime = FIRST_1900
    """What dates are counted from."""
    zeros: bool = True
    """Whether noughts are shown."""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """First and last of each run."""
    notices: tuple[str, ...] = ()


def grids_of(pages: Iterable[RawPage], properties: Mapping[str, str]) -> tuple[Grid, ...]:
    """The grids of a workbook's sheets that show anything or have something to tell.

    Args:
        pages: The sheets in their order.
        properties: The workbook's own, which say form and year where this program printed it.
    """
    grids = (grid_of(page, *marks_in(properties, page.name)) for page in pages)
    return tuple(grid for grid in grids if grid.notices or any(grid.filled()))


def grid_of(page: RawPage, form: str = "", year: str = "") -> Grid:
    """The grid of a sheet.

    Args:
        page: What was read of it.
        form: The form that the workbook says it was printed from.
        year: 年度, where the workbook says it.
    """
    cells, spread = _cells(page)
    cells = _continued(cells, spread)
    notices = (*_hidden(page, cells), *_unshown(cells), *page.notices)
    return Grid(page.name, cells, form, year, breaks=page.breaks, notices=notices)


def _cells(page: RawPage) -> tuple[tuple[Cell, ...], set[tuple[int, int]]]:
    """The cells in reading order, and the places of those that are spread."""
    taken: set[tuple[int, int]] = set()
    found: list[Cell] = []
    for area in sorted(page.areas, key=lambda each: (each.row, each.col)):
        places = set(area.places())
        if taken.isdisjoint(places):
            taken |= places
            found.append(_cell(page, (area.row, area.col), area.rows, area.cols))
    found += (_cell(page, at) for at in page.cells if at not in taken)
    spread = {at for at, raw in page.cells.items() if raw.look.spread}
    return in_order(found), spread


def _cell(page: RawPage, at: tuple[int, int], rows: int = 1, cols: int = 1) -> Cell:
    row, col = at
    raw = page.cells.get(at)
    said = _shown(page, raw) if raw else Shown("")
    return Cell(row, col, said.text, place(row, col), rows, cols, note=said.note)


def _shown(page: RawPage, raw: Raw) -> Shown:
    if raw.value == 0 and not page.zeros and not isinstance(raw.value, bool):
        return Shown("", "存的是 0，表上设成不显示")
    said = shown(raw.value, raw.look.code, page.first)
    return evolve(said, note=raw.note) if raw.note else said


def _continued(cells: tuple[Cell, ...], spread: set[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells, with those marked whose text goes on in the one below."""
    if not spread:
        return cells
    widths = {(cell.row, cell.col): cell.cols for cell in cells}
    return tuple(
        evolve(cell, continues=True)
        if cell.text
        and (cell.row, cell.col) in spread
        and widths.get((cell.end, cell.col)) == cell.cols
        else cell
        for cell in cells
    )


def place(row: int, col: int) -> str:
    """What a spreadsheet calls a cell: C7."""
    return f"{column_letters(col)}{row + 1}"


def named(places: Iterable[str]) -> str:
    """Places in a sentence: the first few of many."""
    listed = list(places)
    said = "、".join(listed[:_MOST_NAMED])
    return f"{said} 等 {len(listed)} 处" if len(listed) > _MOST_NAMED else said


def _unshown(cells: Iterable[Cell]) -> Iterator[str]:
    """Figures that the sheet hides: nobody sees them, so they are not read, but told."""
    hidden = [cell.origin for cell in cells if cell.note and not cell.text]
    if hidden:
        yield f"{named(hidden)} 存有数字，但表上设成不显示，没有读入"


def _hidden(page: RawPage, cells: Iterable[Cell]) -> Iterator[str]:
    """What is hidden and was read all the same: a text is a text."""
    filled = [cell for cell in cells if cell.text.strip()]
    if page.hidden and filled:
        yield "这是隐藏的工作表，也读入了"
    rows = sorted({cell.row for cell in filled} & page.hidden_rows)
    if rows:
        yield f"隐藏的行也读入了：{named(f'第 {row + 1} 行' for row in rows)}"
    columns = sorted({cell.col for cell in filled})
    inside = [col for col in columns if any(a <= col <= b for a, b in page.hidden_columns)]
    if inside:
        yield f"隐藏的列也读入了：{named(f'{column_letters(col)} 列' for col in inside)}"
