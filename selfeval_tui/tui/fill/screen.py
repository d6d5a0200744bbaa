"""The 填报 screen: one sheet, walked from cell to cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from selfeval_tui.sheet import Address
from selfeval_tui.tui.fill.actions.place import EndReached, PlaceWanted, SheetWanted
from selfeval_tui.tui.fill.base import GridScreen
from selfeval_tui.tui.fill.drawing import sheet_drawing
from selfeval_tui.tui.fill.offer import Offer, offer_after
from selfeval_tui.tui.fill.panes import Sections, SheetTitle
from selfeval_tui.tui.fill.problems import ProblemPane
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.life.state import SinceFinal
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style


class FillScreen(GridScreen):
    """Fills one sheet of the session's batch.

    Args:
        session: What is open.
        sheet_id: The sheet.
        at: Where the cursor begins; the first cell where None.
        notice: What is said at first.
    """

    CSS = style("fill/fill.tcss")
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so.
        (0, "-narrow"),
        (100, "-listed"),
        (120, "-beside"),
        (140, "-roomy"),
        (180, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (24, "-usual"),
        (30, "-high"),
        (45, "-tall"),
    ]

    @dataclass
    class SheetRequested(Message):
        """The clerk wants to fill another sheet."""

        sheet_id: str
        at: Address | None = None
        notice: str = ""

    def __init__(
        self, session: Session, sheet_id: str, at: Address | None = None, notice: str = ""
    ) -> None:
        super().__init__(session, sheet_drawing(session.batch, sheet_id, here()), at, notice)
        self._sheet_id = sheet_id
        self._title, self._sections = SheetTitle(), Sections()
        self._found = ProblemPane()
        self._offer: Offer | None = None
        self._standing = SinceFinal(session)

    def title_pane(self) -> Widget:
        """Which sheet this is."""
        return self._title

    def body(self) -> Iterator[Widget]:
        """Sections, grid and detail, the problems below; the style sheet sets them side by side."""
        yield Container(self._sections, Container(self._area, self._detail, id="fill-middle"))
        yield self._found

    @property
    def sheet_id(self) -> str:
        """The sheet that is being filled."""
        return self._sheet_id

    # What happens.

    def on_sheet_wanted(self, message: SheetWanted) -> None:
        """Ask for the sheet before or after this one, round and round."""
        ids = [sheet.id for sheet in self.session.batch.printed]
        if self._sheet_id not in ids:
            # What stands beside the sheets comes after the last one.
            ids.append(self._sheet_id)
        wanted = ids[(ids.index(self._sheet_id) + message.by) % len(ids)]
        if wanted != self._sheet_id:
            self.post_message(self.SheetRequested(wanted))

    def on_place_wanted(self, message: PlaceWanted) -> None:
        """Show a cell of this sheet or of another one, and say why."""
        if message.address.sheet != self._sheet_id:
            to = message.address
            self.post_message(self.SheetRequested(to.sheet, to, message.words))
            return
        self.go_to(message.address)
        self.announce(message.words)

    def on_end_reached(self, message: EndReached) -> None:
        """Offer what comes next; who goes on once more goes there."""
        if message.leaving and self._offer and self._offer.to:
            self.on_place_wanted(PlaceWanted(self._offer.to, self._offer.welcome))
            return
        self._offer = offer_after(self.session.batch, self._sheet_id)
        self.announce(self._offer.words)

    def on_sections_chosen(self, message: Sections.Chosen) -> None:
        """Go to a section."""
        if message.number < len(self._drawing.sheet_lines.sections):
            self.commit_edit()
            self._area.grid.move_to(self._area.grid.movement.section(message.number))

    def on_problem_pane_chosen(self, message: ProblemPane.Chosen) -> None:
        """Go to the next cell of a group of problems."""
        from selfeval_tui.checks.settle import place_of

        places = [place for place in map(place_of, message.group) if place.name or place.table]
        if places:
            at = self._area.grid.address
            following = places.index(at) + 1 if at in places else 0
            self.go_to(places[following % len(places)])

    def cursor_left(self) -> None:
        """The offer at the end of the sheet is over, too."""
        super().cursor_left()
        self._offer = None

    def still_there(self) -> bool:
        """Whether the sheet was not removed."""
        return self._sheet_id in {sheet.id for sheet in self.session.batch.sheets}

    def tell_title(self) -> None:
        """Name the sheet and its place among the others."""
        sheet = self.session.batch.sheet(self._sheet_id)
        self._title.tell(self.session, sheet, self._standing.words(sheet))

    def tell(self) -> None:
        """Say which section the cursor is in, and what there is to be said of the cell."""
        section = self._drawing.lines[self._area.grid.cursor.line].section
        self._sections.tell(self._drawing, section)
        self._found.tell(self.problems, self._area.grid.address)
        super().tell()

    def tell_outlook(self) -> None:
        """Show it below the grid, too."""
        self._found.tell(self.problems, self._area.grid.address)
        super().tell_outlook()
