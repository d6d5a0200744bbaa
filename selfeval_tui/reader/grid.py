"""The neutral grid: what stands where in a table, whichever program wrote it.

A page of a workbook is one grid. A table of a document is one, with the paragraphs above it as
rows that cover the whole width.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen


@frozen
class Cell:
    """One cell, or the range that was merged into one."""

    row: int
    """The first row, counted from 0."""
    col: int
    text: str
    """What it shows, to the letter, with \\n for line ends; empty where nothing is shown."""
    origin: str
    """Where a person finds it in the file: `C7`, or `表1 第3行第2格`, or `表1上方第2段`."""
    rows: int = 1
    cols: int = 1
    continues: bool = False
    """The text goes on in the cell below: it was too long for one row."""
    note: str = ""
    """What was read otherwise than it is stored, in Chinese: 存的是 0.9523，显示为 95%."""

    @property
    def end(self) -> int:
        """The first row below it."""
        return self.row + self.rows

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.col + self.cols


@frozen(eq=False)
class Grid:
    """A table of texts; cells that are neither filled nor merged may be left out."""

    name: str
    """The page's name, or 表1 in a document."""
    cells: tuple[Cell, ...]
    """In reading order; none covers another."""
    form: str = ""
    """The id of the form that this program says it printed; empty for a file of others."""
    year: str = ""
    """年度 of the sheet, where this program printed it."""
    breaks: frozenset[int] = frozenset()
    """The rows that begin a printed page."""
    lines: frozenset[int] = frozenset()
    """The rows that are paragraphs outside of a document's tables."""
    notices: tuple[str, ...] = ()
    """What could not be taken from the file, in Chinese: pictures, formulas without a value."""

    def covering(self) -> dict[tuple[int, int], Cell]:
        """Every place of every cell, for looking through merges."""
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row, cell.end)
            for col in range(cell.col, cell.right)
        }

    def filled(self) -> Iterator[Cell]:
        """The cells that show something but blanks."""
        return (cell for cell in self.cells if cell.text.strip())


def in_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells in reading order."""
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.col)))
