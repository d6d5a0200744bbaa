"""A part of a grid that is looked over: what stands where, and which cells may be which label."""

from collections.abc import Iterator

from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.reader.labels import Keys, keys_of

_WIDEST = 256
"""Columns; a merge that goes on for ever is looked at no further."""
_BELOW = 64
"""Rows looked at below the last filled one: an empty form ends with empty cells."""

Place = tuple[int, int]


class Page:
    """Some rows of a grid.

    Args:
        grid: The grid.
        first: Their first row.
        end: The first row below them; all rows where None.
    """

    def __init__(self, grid: Grid, first: int = 0, end: int | None = None) -> None:
        inside = [each for each in grid.cells if each.row >= first]
        self.grid = grid
        self.cells = inside if end is None else [each for each in inside if each.row < end]
        self.filled = [each for each in self.cells if each.text.strip()]
        self.first = first
        self.end = max((each.row for each in self.filled), default=first) + 1
        """The first row below everything that is filled."""
        self.width = min(max((each.right for each in self.cells), default=0), _WIDEST)
        self._covering = self._cover()
        self._rows: dict[int, tuple[Cell, ...]] = {}
        self._keys = {(each.row, each.col): keys_of(each.text) for each in self.filled}
        self._by_key: dict[str, list[Cell]] = {}
        for cell in self.filled:
            keys = self._keys[cell.row, cell.col]
            for key in {keys.whole, keys.plain, keys.bare}:
                if key:
                    self._by_key.setdefault(key, []).append(cell)

    def _cover(self) -> dict[Place, Cell]:
        last = self.end + _BELOW
        found: dict[Place, Cell] = {}
        for cell in self.cells:
            if cell.rows == cell.cols == 1:
                found[cell.row, cell.col] = cell
                continue
            for row in range(cell.row, min(cell.end, last)):
                for col in range(cell.col, min(cell.right, _WIDEST)):
                    found[row, col] = cell
        return found

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that covers a place; None where the file has none."""
        return self._covering.get((row, col))

    def keys(self, cell: Cell) -> Keys:
        """What a cell may be known by."""
        found = self._keys.get((cell.row, cell.col))
        return found if found is not None else keys_of(cell.text)

    def called(self, key: str) -> list[Cell]:
        """The filled cells that may be known by a word, in reading order."""
        return self._by_key.get(key, [])

    def words(self) -> frozenset[str]:
        """Everything that a cell may be known by."""
        return frozenset(self._by_key)

    def row(self, row: int) -> tuple[Cell, ...]:
        """The cells that cover a row, from left to right, each once."""
        found = self._rows.get(row)
        if found is None:
            found = self._rows[row] = tuple(self._across(row))
        return found

    def _across(self, row: int) -> Iterator[Cell]:
        col = 0
        while col < self.width:
            cell = self._covering.get((row, col))
            if cell is not None:
                yield cell
            col = cell.right if cell is not None else col + 1

    def begun(self, row: int) -> Iterator[Cell]:
        """The filled cells that begin in a row."""
        return (each for each in self.row(row) if each.row == row and each.text.strip())

    def chain(self, cell: Cell) -> Iterator[Cell]:
        """A cell and those below in which its text goes on."""
        yield cell
        while cell.continues:
            below = self.at(cell.end, cell.col)
            if below is None or below.row < cell.end:
                return
            yield below
            cell = below


def filled(cell: Cell | None) -> bool:
    """Whether a cell shows anything but blanks."""
    return cell is not None and bool(cell.text.strip())


def joined(cells: tuple[Cell, ...]) -> str:
    """The text of cells one below the other: a line each, unless one goes on in the next."""
    text = ""
    begun = False
    for upper, cell in zip((None, *cells), cells, strict=False):
        if begun and not (upper is not None and upper.continues) and cell.text:
            text += "\n"
        text += cell.text
        begun = begun or bool(cell.text)
    return text
