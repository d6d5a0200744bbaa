"""The grid with its editors: who hears a key, and what the grid's keys do."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message

from selfeval_tui.sheet import Address, Batch, Step
from selfeval_tui.text import has_controls, strip_controls
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.editing import DROPPED, READ_ONLY, Editing
from selfeval_tui.tui.fill.editor import CellEditor
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.fill.longtext import LongEditor
from selfeval_tui.tui.fill.overlay import Move, heard
from selfeval_tui.tui.fill.rows import delete_row, insert_below
from selfeval_tui.tui.keys import Where, bindings

NO_FREE_TABLE = "这里不能加减行，请先移到指标的一行上"


class EditingArea(Container, inherit_bindings=False):
    """Hands keys and pastes to the open editor or to the grid, in the order they were typed.

    Args:
        batch: What is edited.
        drawing: The sheet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.GRID)]
    HEARD = heard(bindings(Where.GRID))
    MOVES = heard(bindings(Where.MOVE))

    @dataclass
    class CursorMoved(Message):
        """The cursor came to another cell, or the cell under it changed."""

    @dataclass
    class Typed(Message):
        """The text in the editor changed."""

        address: Address
        text: str

    @dataclass
    class ModeChanged(Message):
        """Other keys work now."""

        where: Where

    @dataclass
    class Noticed(Message):
        """Something is to be said; it stays until the cursor moves."""

        text: str

    @dataclass
    class SheetWanted(Message):
        """The clerk wants another sheet of the batch, so many after this one."""

        by: int

    def __init__(self, batch: Batch, drawing: Drawing) -> None:
        super().__init__()
        self._batch = batch
        self.grid = SheetGrid(drawing)
        self._editing = Editing(batch, self.grid, self._turned, self._say)

    def compose(self) -> ComposeResult:
        """The editors are hidden; their layer lies above that of the grid."""
        yield from self._editing.overlays
        # Last, so that its place in the order of painting is the same with and without an editor:
        # otherwise all of it is painted again whenever one opens or closes.
        yield self.grid

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return self._editing.overlay is not None

    def edit(self, typed: str | None = None) -> None:
        """Open the editor of the cell under the cursor; see `Editing.begin`."""
        self._editing.begin(typed)

    def finish(self, move: Move) -> None:
        """Commit the text of the open editor, if any, and move on."""
        self._editing.finish(move)

    def park(self) -> None:
        """Leave the terminal's own cursor in the open editor, else in the cell."""
        self.grid.park()
        self._editing.place(reveal=False)

    def apply(self, step: Step) -> None:
        """The batch changed: paint what a step touched."""
        self.grid.apply(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The grid's keys are not heard while an editor is open."""
        del action, parameters
        return not self.editing

    # Who hears what.

    async def on_key(self, event: events.Key) -> None:
        """Give a key to the open editor, else to the grid."""
        overlay = self._editing.overlay
        if await (overlay.hear(event) if overlay else self._hear(event)):
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted text to the open editor, else put it into the cell."""
        event.stop()
        text = strip_controls(event.text)
        if has_controls(event.text):
            self._say(DROPPED)
        if self._editing.overlay:
            self._editing.overlay.take(text)
        elif text:
            self.edit(text)

    async def _hear(self, event: events.Key) -> bool:
        """Act on a key of the grid; a printable one begins a text."""
        if event.key in self.HEARD:
            await self.run_action(self.HEARD[event.key])
        elif event.key in self.MOVES:
            await self.grid.run_action(self.MOVES[event.key])
        elif event.is_printable and event.character:
            self.edit(event.character)
        else:
            return False
        return True

    # What the widgets say.

    def on_sheet_grid_shifted(self, message: SheetGrid.Shifted) -> None:
        """The editor follows its cell."""
        message.stop()
        self._editing.place(reveal=message.resized)

    def on_sheet_grid_moved(self, message: SheetGrid.Moved) -> None:
        """Pass it on: Textual lets a message that was caused from here go no further than here."""
        message.stop()
        self.post_message(self.CursorMoved())

    def on_sheet_grid_clicked(self, message: SheetGrid.Clicked) -> None:
        """The first click moves, the second one edits; an open editor is finished before."""
        message.stop()
        self.finish(Move.STAY)
        if message.again:
            self.edit()
        else:
            self.grid.move_to(message.spot)

    def on_input_changed(self, message: CellEditor.Changed) -> None:
        """A text of one line changed."""
        self._typed(message)

    def on_text_area_changed(self, message: LongEditor.Changed) -> None:
        """A long text changed."""
        self._typed(message)

    def on_option_list_option_highlighted(self, message: ChoiceList.OptionHighlighted) -> None:
        """Another option is highlighted."""
        self._typed(message)

    def _typed(self, message: Message) -> None:
        message.stop()
        if self._editing.overlay is not None:
            self.post_message(self.Typed(self.grid.address, self._editing.overlay.value_text))

    def _turned(self) -> None:
        overlay = self._editing.overlay
        self.post_message(self.ModeChanged(overlay.WHERE if overlay else Where.GRID))

    def _say(self, text: str) -> None:
        self.post_message(self.Noticed(text))

    # What the grid's keys do.

    def action_edit(self) -> None:
        """Go on with the text of the cell."""
        self.edit()

    def action_clear(self) -> None:
        """Empty the cell."""
        if self.grid.box.fixed or self.grid.box.field is None:
            self._say(READ_ONLY)
        else:
            self._batch.set(self.grid.address, "")

    def action_next_cell(self) -> None:
        """To the next cell to fill."""
        self.grid.move_to(self.grid.movement.following(self.grid.cursor))

    def action_previous_cell(self) -> None:
        """To the cell to fill before this one."""
        self.grid.move_to(self.grid.movement.preceding(self.grid.cursor))

    def action_next_sheet(self) -> None:
        """To the next sheet."""
        self.post_message(self.SheetWanted(1))

    def action_previous_sheet(self) -> None:
        """To the sheet before."""
        self.post_message(self.SheetWanted(-1))

    def action_insert_row(self) -> None:
        """Add a row below this one."""
        to = insert_below(self._batch, self.grid.address)
        if to is None:
            self._say(NO_FREE_TABLE)
        else:
            self.grid.go_to(to)

    def action_delete_row(self) -> None:
        """Remove this row."""
        if not delete_row(self._batch, self.grid.address):
            self._say(NO_FREE_TABLE)
