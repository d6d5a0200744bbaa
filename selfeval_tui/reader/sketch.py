"""A form while it is laid over a page: what was found so far, and which cells that took."""

from collections.abc import Iterable

from attrs import Factory, define

from selfeval_tui.reader.found import Anchors, Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, joined
from selfeval_tui.reader.words import Words


@define
class Sketch:
    """What is known of one sheet on a page."""

    page: Page
    words: Words
    anchors: Anchors
    known: frozenset[str]
    """Every label of every form: a cell that says one holds no value."""
    sure: bool
    """Whether this program printed the page, so that each thing stands where it puts it."""
    tables: list[range] = Factory(list)
    """Rows that tables take; no label of a field stands there."""
    taken: set[tuple[int, int]] = Factory(set)

    def take(self, cells: Iterable[Cell]) -> None:
        """Say that cells were used: nothing else is read from them."""
        self.taken.update((cell.row, cell.col) for cell in cells)

    def label(self, *cells: Cell) -> None:
        """Say that cells are labels of the form."""
        self.anchors.labels.extend(cells)
        self.take(cells)

    def free(self, cell: Cell) -> bool:
        """Whether nothing was read from a cell yet."""
        return (cell.row, cell.col) not in self.taken

    def in_table(self, row: int) -> bool:
        """Whether a row belongs to a table."""
        return any(row in rows for rows in self.tables)

    def is_label(self, cell: Cell) -> bool:
        """Whether a cell says what a label of some form says."""
        keys = self.page.keys(cell)
        if not keys.whole:
            return False
        if keys.whole in self.known or keys.plain in self.known:
            return True
        return self.words.leads(cell.text)

    def put(self, name: str, spot: Spot) -> None:
        """Say where a field stands; where it was found before, this is a further place."""
        self.take(spot.cells)
        before = self.anchors.fields.get(name)
        if before is None:
            self.anchors.fields[name] = spot
        elif _says(before) or not _says(spot):
            self.anchors.again.append((name, spot))
        else:
            self.anchors.fields[name] = spot
            self.anchors.again.append((name, before))


def _says(spot: Spot) -> bool:
    return bool(text_of(spot).strip())


def text_of(spot: Spot) -> str:
    """What stands at a spot, to the letter."""
    text = joined(spot.cells)
    return text[len(spot.before) : len(text) - len(spot.after)]
