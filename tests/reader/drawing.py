"""Grids drawn as text tables in a test's body."""

import re
from collections.abc import Sequence
from textwrap import dedent

from selfeval_tui.layout import ExportOptions, Layout, lay_out
from selfeval_tui.layout.box import column_letters
from selfeval_tui.layout.outline import shown
from selfeval_tui.reader.grid import Cell, Grid, in_order
from selfeval_tui.reader.read import read_grids
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.sheet import Batch, Sheet

LEFT, UP = "<", "^"
"""A place that belongs to the cell left of it or above it."""


def draw(text: str, name: str = "表", *, form: str = "", year: str = "") -> Grid:
    r"""A grid from lines of texts with `|` between them.

    `<` belongs to the cell on the left, `^` to the one above; `\n` is a line end in a cell. A
    place without any text is left out, unless it is merged. A line may go on behind a backslash.
    """
    whole = re.sub(r"\\\n\s*", "", dedent(text))
    lines = [line for line in whole.split("\n") if line.strip()]
    places = [[place.strip(" ") for place in line.split("|")] for line in lines]
    cells = []
    for row, line in enumerate(places):
        for col, said in enumerate(line):
            if said in (LEFT, UP):
                continue
            cols = _run(line[col + 1 :], LEFT)
            rows = _run([below[col] for below in places[row + 1 :] if col < len(below)], UP)
            if said or rows > 1 or cols > 1:
                shown_text = said.replace("\\n", "\n")
                origin = f"{column_letters(col)}{row + 1}"
                cells.append(Cell(row, col, shown_text, origin, rows, cols))
    return Grid(name, in_order(cells), form, year)


def _run(places: Sequence[str], sign: str) -> int:
    count = 1
    for place in places:
        if place != sign:
            break
        count += 1
    return count


def grid_of(layout: Layout, *, marked: bool = True) -> Grid:
    """A layout as a grid, as if a file had been written and opened.

    Args:
        layout: What was printed.
        marked: Whether the file says that this program printed it.
    """
    cells = (
        Cell(
            row=box.row,
            col=box.col,
            text=shown(box.content),
            origin=f"{column_letters(box.col)}{box.row + 1}",
            rows=box.rows,
            cols=box.cols,
            continues=box.style.spread,
        )
        for box in layout.boxes
    )
    form, year = (layout.form, layout.year) if marked else ("", "")
    return Grid(layout.name, in_order(cells), form, year, frozenset(layout.breaks))


def printed(sheet: Sheet, *, marked: bool = True) -> Grid:
    """A sheet that was printed, alone in its batch."""
    return grid_of(lay_out(Batch([sheet]), sheet, ExportOptions()), marked=marked)


def read(*grids: Grid | str) -> SheetRead:
    """The only sheet in some grids."""
    (found,) = read_all(*grids)
    assert isinstance(found, SheetRead), found
    return found


def read_all(*grids: Grid | str) -> tuple[SheetRead | PageUnread, ...]:
    """Every sheet in some grids; texts are drawn."""
    return read_grids([draw(each) if isinstance(each, str) else each for each in grids])


def indicators(read: SheetRead, table: str = "指标") -> list[tuple[str, ...]]:
    """The rows of a table, each as the texts of its columns in the form's order."""
    columns = [column.name for column in read.sheet.spec.table(table).columns]
    rows = read.sheet.tables[table].values()
    return [tuple(row.cells.get(name, "") for name in columns) for row in rows]


def left_over(read: SheetRead) -> dict[str, str]:
    """What was not understood: texts by their origin."""
    return {each.origin: each.text for each in read.not_understood}
