"""A sheet while it is read: what goes into it, and which cells are accounted for."""

from attrs import Factory, define

from selfeval_tui.reader.found import Anchors, Leftover, Piece
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page
from selfeval_tui.sheet import Sheet, new_sheet


@define
class Reading:
    """What was read of a sheet so far."""

    page: Page
    anchors: Anchors
    sheet: Sheet
    sure: bool
    """Whether this program printed the page."""
    targets_only: bool = False
    pieces: list[Piece] = Factory(list)
    leftovers: list[Leftover] = Factory(list)
    notices: list[str] = Factory(list)
    done: set[tuple[int, int]] = Factory(set)
    """The cells that are accounted for."""

    @classmethod
    def begin(cls, page: Page, anchors: Anchors, *, demo: bool) -> "Reading":
        """An empty sheet of the form that was recognised."""
        sheet = new_sheet(anchors.spec, starter=False, demo=demo)
        reading = cls(page, anchors, sheet, sure=page.grid.form == anchors.spec.id)
        reading.notices += anchors.notices
        reading.account(*anchors.labels)
        return reading

    def account(self, *cells: Cell) -> None:
        """Say that cells are read, or are labels."""
        self.done.update((cell.row, cell.col) for cell in cells)

    def leave(self, cell: Cell, why: str, text: str = "") -> None:
        """List what the form has no place for."""
        self.account(cell)
        self.leftovers.append(Leftover(text or cell.text, cell.origin, why))

    def say(self, place: str, text: str, cell: Cell, note: str = "") -> None:
        """List what was read."""
        self.pieces.append(Piece(place, text, cell.origin, note))
