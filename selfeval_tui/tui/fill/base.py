"""What all screens with a grid have in common: the grid, what is said of its cell, the keys."""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from selfeval_tui.sheet import Address, Preview, Step
from selfeval_tui.spec.model import Field
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.fill.actions.place import DetailTurned
from selfeval_tui.tui.fill.area import EditingArea
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.explain import About, explain
from selfeval_tui.tui.fill.modeline import ModeLine
from selfeval_tui.tui.fill.overlay import Move
from selfeval_tui.tui.fill.pane import Pane
from selfeval_tui.tui.fill.panes import Detail, Status
from selfeval_tui.tui.fill.status import Counts, status_row
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Key, Where
from selfeval_tui.tui.life.refused import refused
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.titleline import SaveNotice
from selfeval_tui.tui.titles import save_notice

if TYPE_CHECKING:
    from selfeval_tui.checks.groups import Problems
    from selfeval_tui.tui.checking import Outlook


class GridScreen(Frame):
    """A grid of cells that are filled as in Excel.

    Args:
        session: What is open.
        drawing: The cells.
        at: Where the cursor begins; the first cell where None.
        notice: What is said at first.
    """

    WHERE = Where.GRID
    UNDOES: ClassVar[bool] = True

    def __init__(
        self, session: Session, drawing: Drawing, at: Address | None = None, notice: str = ""
    ) -> None:
        super().__init__(session)
        self._drawing = drawing
        self._area = EditingArea(session, drawing)
        self._detail, self._status = Detail(), Status()
        self._keys = ModeLine(Where.GRID)
        self._at = at
        self._notice = notice
        self._noticed_at: Address | None = None
        self._save_notice = ""
        self._counts: Counts = {}
        self._outlook: Outlook | None = None
        self._typing: Preview | None = None
        self._stop: Callable[[], None] | None = None
        self._deaf: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Title above, status and keys below, the grid between."""
        yield self.title_pane()
        yield SaveNotice(self.session)
        yield from self.body()
        yield self._status
        yield self._keys

    def title_pane(self) -> Widget:
        """The first line."""
        raise NotImplementedError

    @property
    def area(self) -> EditingArea:
        """The grid with its editors."""
        return self._area

    def refresh_status(self) -> None:
        """The batch or its saving changed: show it."""
        found = self.problems
        self._counts = found.counts if found else {}
        self._show_status()

    def _show_status(self) -> None:
        """Show the state of saving beside the counts of before: those take a moment to ask for."""
        saving, demo = self.session.standing, self.session.demo
        if self._save_notice and self._save_notice in self._notice:
            # It is told above as long as it holds, and not below when it holds no more.
            self._notice = self._notice if save_notice(saving) == self._save_notice else ""
        progress = self._drawing.tally.progress
        row = status_row(progress, self._counts, saving, here(), demo=demo, notice=self._notice)
        self._status.show([row])
        notice = save_notice(saving)
        if notice != self._save_notice:
            # The notice takes a line of its own, so that telling it lays out the whole screen.
            self._save_notice = notice
            self.query_one(SaveNotice).tell()

    @property
    def place(self) -> Address:
        """The cell under the cursor."""
        return self._area.grid.address

    @property
    def problems(self) -> "Problems | None":
        """What a reviewer would say of the sheet, and of the text being typed; None at first."""
        outlook = self._foretold
        return outlook.sheet if outlook else self.session.checking.problems(self.sheet_id)

    @property
    def _foretold(self) -> "Outlook | None":
        """What would follow from the text being typed; None while nobody types."""
        return self._outlook if self._area.editing else None

    @property
    def _of_year(self) -> "Problems | None":
        outlook = self._foretold
        return outlook.year if outlook else self.session.checking.problems()

    def being_typed(self) -> Iterator[Typing]:
        """The text in the open editor."""
        yield from self._area.being_typed()

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
        """Put the cursor on a cell; a text that is being typed is committed."""
        self.commit_edit()
        self._area.grid.go_to(address)

    def help_address(self) -> Address | None:
        """The cell under the cursor, if it holds anything."""
        return self._area.grid.address if self.help_field() else None

    def help_field(self) -> Field | None:
        """The field under the cursor."""
        return self._area.grid.box.field

    # What happens.

    def on_mount(self) -> None:
        """Follow the batch while the screen lives."""
        batch = self.session.batch
        self._stop = batch.listen(self._stepped)
        self._deaf = batch.hear_refusals(self._refused)
        self._area.grid.focus(scroll_visible=False)
        if self._at is not None:
            self._area.grid.go_to(self._at)
        self._noticed_at = self._area.grid.address
        self.tell_title()
        self.tell()
        self.call_after_refresh(self._begin_checking)

    def on_unmount(self) -> None:
        """Follow no more."""
        if self._stop is not None:
            self._stop()
        self._deaf()

    def on_screen_resume(self) -> None:
        """What stood in front is gone; a text that was being typed is still there."""
        self._area.park()
        self.tell_problems()

    def on_editing_area_cursor_moved(self) -> None:
        """Explain the cell under the cursor."""
        if self._area.editing:
            return
        if self._area.grid.address != self._noticed_at:
            self.cursor_left()
        self.tell()

    def on_editing_area_typed(self, message: EditingArea.Typed) -> None:
        """Explain the text that is being typed."""
        if self._area.editing and message.address == self._area.grid.address:
            self._typing = self.session.batch.preview(message.address, message.text)
            self._explain(self._typing)
            # The letter is seen first; what a reviewer would say of it follows.
            self.call_after_refresh(self._foretell, self._typing)

    def on_editing_area_mode_changed(self, message: EditingArea.ModeChanged) -> None:
        """Other keys work now."""
        self._keys.turn_to(message.where)

    def on_editing_area_menu_wanted(self, message: EditingArea.MenuWanted) -> None:
        """Offer it beside the mouse."""
        self.open_menu(message.at)

    def on_editing_area_noticed(self, message: EditingArea.Noticed) -> None:
        """Say it in the status line."""
        self.announce(message.text)

    async def on_pane_pointed(self, message: Pane.Pointed) -> None:
        """A count in the status line, or a line of the problems, leads to what it is about."""
        if self._area.knows(message.action):
            await self.do(message.action)
        else:
            await self.app.run_action(message.action)

    def on_detail_turned(self, message: DetailTurned) -> None:
        """Show more of what is said of the cell."""
        self._detail.turn(message.pages)

    def announce(self, words: str) -> None:
        """Say something in the status line; it stays until the cursor moves or an editor closes."""
        self._notice = words
        self._noticed_at = None if self._area.editing else self._area.grid.address
        self.refresh_status()

    def cursor_left(self) -> None:
        """The cursor came to another cell: what was said of the one before is not said any more."""
        self._notice, self._noticed_at = "", None

    def still_there(self) -> bool:
        """Whether there is anything left to show."""
        raise NotImplementedError

    def tell_title(self) -> None:
        """Write the first line."""

    def tell(self) -> None:
        """Say what is to be said of the cell under the cursor."""
        self._outlook = self._typing = None
        self._keys.follow()
        self._explain(None)
        self.refresh_status()

    def tell_problems(self) -> None:
        """Say what a reviewer would say now, beside what it is said of."""
        # It may come after the screen was left, whose lines go first.
        there = self._keys.is_attached and self.still_there()
        found = self.problems if there else None
        if found is not None:
            places = found.places.items()
            self._area.grid.mark({address: each.severity for address, each in places})
            self.tell()

    def _foretell(self, preview: Preview) -> None:
        if self._area.editing and preview is self._typing:
            self._outlook = self.session.checking.preview(preview.address, preview.text)
            self._explain(preview)
            self.tell_outlook()

    def tell_outlook(self) -> None:
        """Say what a reviewer would say if the text being typed stood there."""
        self.refresh_status()

    def _begin_checking(self) -> None:
        self.session.checking.begin()
        self.tell_problems()

    def _refused(self, sheets: Collection[str]) -> None:
        """A locked sheet was to be changed, by undo for instance."""
        self.announce(refused(self.session.batch, sheets))

    def _stepped(self, step: Step) -> None:
        """The batch changed: paint what was touched; what was said of the step before is over."""
        if not self.still_there():
            return
        self.cursor_left()
        # The first frame that shows the step does not say 已保存 of it.
        self._show_status()
        self._area.apply(step)
        self.tell_title()
        self._keys.follow()
        # The step is seen first; what a reviewer says of it follows.
        self.call_after_refresh(self.tell_problems)

    def _explain(self, preview: Preview | None) -> None:
        grid = self._area.grid
        found, today = self._of_year, self.session.clock().date()
        said = found.about(grid.address) if found else ()
        settled = found.settled.get(grid.address, ()) if found else ()
        about = About(self.session.batch, grid.address, here(), preview, today, said, settled)
        self._detail.tell(explain(about))
