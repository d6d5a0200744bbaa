"""The 填报 screen: one sheet, walked from cell to cell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

from selfeval_tui.sheet import Address, Preview, Step
from selfeval_tui.spec.model import Field
from selfeval_tui.tui.fill.actions.place import EndReached, PlaceWanted, SheetWanted
from selfeval_tui.tui.fill.area import EditingArea
from selfeval_tui.tui.fill.drawing import sheet_drawing
from selfeval_tui.tui.fill.explain import Explainer
from selfeval_tui.tui.fill.modeline import ModeLine
from selfeval_tui.tui.fill.offer import Offer, offer_after
from selfeval_tui.tui.fill.overlay import Move
from selfeval_tui.tui.fill.panes import Detail, Sections, SheetTitle, Status
from selfeval_tui.tui.fill.status import status_row
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Key, Where
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style
from selfeval_tui.tui.titleline import SaveNotice
from selfeval_tui.tui.titles import save_notice


class FillScreen(Frame):
    """Fills one sheet of the session's batch.

    Args:
        session: What is open.
        sheet_id: The sheet.
        at: Where the cursor begins; the first cell where None.
        notice: What is said at first.
    """

    CSS = style("fill/fill.tcss")
    WHERE = Where.GRID
    UNDOES: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so.
        (0, "-narrow"),
        (100, "-listed"),
        (120, "-beside"),
        (140, "-roomy"),
        (180, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012

    @dataclass
    class SheetRequested(Message):
        """The clerk wants to fill another sheet."""

        sheet_id: str
        at: Address | None = None
        notice: str = ""

    def __init__(
        self, session: Session, sheet_id: str, at: Address | None = None, notice: str = ""
    ) -> None:
        super().__init__(session)
        self._sheet_id = sheet_id
        self._drawing = sheet_drawing(session.batch, sheet_id, here())
        self._area = EditingArea(session, self._drawing)
        self._title, self._sections = SheetTitle(), Sections()
        self._detail, self._status = Detail(), Status()
        self._keys = ModeLine(Where.GRID)
        self._at = at
        self._notice = notice
        self._noticed_at: Address | None = None
        self._offer: Offer | None = None
        self._save_notice = ""
        self._stop: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """Title above, status and keys below, the sheet between."""
        yield self._title
        yield SaveNotice(self.session)
        yield from self.body()
        yield self._status
        yield self._keys

    def body(self) -> Iterator[Widget]:
        """Sections, grid and detail; the style sheet says which of them are side by side."""
        yield Container(self._sections, Container(self._area, self._detail, id="fill-middle"))

    @property
    def sheet_id(self) -> str:
        """The sheet that is being filled."""
        return self._sheet_id

    @property
    def area(self) -> EditingArea:
        """The grid with its editors."""
        return self._area

    def refresh_status(self) -> None:
        """The batch or its saving changed: show it."""
        saving, demo = self.session.saving.status, self.session.demo
        self._status.show(
            [status_row(self._drawing.tally, saving, here(), demo=demo, notice=self._notice)]
        )
        notice = save_notice(saving)
        if notice != self._save_notice:
            # The notice takes a line of its own, so that telling it lays out the whole screen.
            self._save_notice = notice
            self.query_one(SaveNotice).tell()

    def commit_edit(self) -> None:
        """Commit a text that is still being typed, before the screen is left."""
        self._area.finish(Move.STAY)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key makes sense here; the footer leaves out what does not."""
        return self._area.offers(action) and super().check_action(action, parameters)

    def menu_keys(self) -> Iterator[Key]:
        """What can be done to the cell or row under the cursor."""
        return (key for key in super().menu_keys() if self._area.in_menu(key.action))

    @property
    def menu_place(self) -> Offset:
        """The cell under the cursor."""
        return self.app.cursor_position

    async def do(self, action: str) -> None:
        """Do what a key of the grid does."""
        await self._area.do(action)

    def go_to(self, address: Address) -> None:
        """Put the cursor on a cell of this sheet; a text that is being typed is committed."""
        self.commit_edit()
        self._area.grid.go_to(address)

    def help_field(self) -> Field | None:
        """The field under the cursor."""
        return self._area.grid.box.field

    # What happens.

    def on_mount(self) -> None:
        """Follow the batch while the screen lives."""
        self._stop = self.session.batch.listen(self._stepped)
        self._area.grid.focus(scroll_visible=False)
        if self._at is not None:
            self._area.grid.go_to(self._at)
        self._noticed_at = self._area.grid.address
        self._tell_title()
        self._tell()

    def on_unmount(self) -> None:
        """Follow no more."""
        if self._stop is not None:
            self._stop()

    def on_screen_resume(self) -> None:
        """What stood in front is gone; a text that was being typed is still there."""
        self._area.park()

    def on_editing_area_cursor_moved(self) -> None:
        """Explain the cell under the cursor."""
        if self._area.editing:
            return
        if self._area.grid.address != self._noticed_at:
            self._notice, self._noticed_at, self._offer = "", None, None
        self._tell()

    def on_editing_area_typed(self, message: EditingArea.Typed) -> None:
        """Explain the text that is being typed."""
        if self._area.editing and message.address == self._area.grid.address:
            self._explain(self.session.batch.preview(message.address, message.text))

    def on_editing_area_mode_changed(self, message: EditingArea.ModeChanged) -> None:
        """Other keys work now."""
        self._keys.turn_to(message.where)

    def on_editing_area_menu_wanted(self, message: EditingArea.MenuWanted) -> None:
        """Offer it beside the mouse."""
        self.open_menu(message.at)

    def on_editing_area_noticed(self, message: EditingArea.Noticed) -> None:
        """Say it in the status line."""
        self._announce(message.text)

    def on_sheet_wanted(self, message: SheetWanted) -> None:
        """Ask for the sheet before or after this one, round and round."""
        ids = [sheet.id for sheet in self.session.batch.sheets]
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
        self._announce(message.words)

    def on_end_reached(self, message: EndReached) -> None:
        """Offer what comes next; who goes on once more goes there."""
        if message.leaving and self._offer and self._offer.to:
            self.on_place_wanted(PlaceWanted(self._offer.to, self._offer.welcome))
            return
        self._offer = offer_after(self.session.batch, self._sheet_id)
        self._announce(self._offer.words)

    def _announce(self, words: str) -> None:
        """Say something in the status line; it stays until the cursor moves or an editor closes."""
        self._notice = words
        self._noticed_at = None if self._area.editing else self._area.grid.address
        self.refresh_status()

    def on_sections_chosen(self, message: Sections.Chosen) -> None:
        """Go to a section."""
        if message.number < len(self._drawing.sheet_lines.sections):
            self.commit_edit()
            self._area.grid.move_to(self._area.grid.movement.section(message.number))

    def _stepped(self, step: Step) -> None:
        """The batch changed: paint what was touched."""
        if self._sheet_id not in {sheet.id for sheet in self.session.batch.sheets}:
            return
        self._area.apply(step)
        self._tell_title()
        self._tell()

    def _tell_title(self) -> None:
        batch = self.session.batch
        ids = [sheet.id for sheet in batch.sheets]
        sheet = batch.sheet(self._sheet_id)
        number = ids.index(self._sheet_id) + 1
        self._title.tell(sheet, demo=self.session.demo, number=number, count=len(ids))

    def _tell(self) -> None:
        section = self._drawing.lines[self._area.grid.cursor.line].section
        self._sections.tell(self._drawing, section)
        self._keys.follow()
        self._explain(None)
        self.refresh_status()

    def _explain(self, preview: Preview | None) -> None:
        grid = self._area.grid
        explainer = Explainer(
            self.session.batch, grid.address, here(), preview, self.session.clock().date()
        )
        self._detail.tell(explainer.remarks())
