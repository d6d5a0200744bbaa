"""The grid and the one editor over it: who hears a key, and what becomes of a text."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message

from selfeval_tui.sheet import Address, Batch, Step
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import strip_controls
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.editor import CellEditor
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.fill.longtext import LongEditor
from selfeval_tui.tui.fill.overlay import Move, Opening, Overlay, heard
from selfeval_tui.tui.fill.rows import delete_row, insert_below
from selfeval_tui.tui.keys import Where, bindings

READ_ONLY = "这里是表样印好的文字，不用填写"
NO_FREE_TABLE = "这里不能加减行，请先移到指标的一行上"
SEVERAL_LINES = "粘贴的内容有多行，已全部放入这一格；Esc取消"
DROPPED = "已去掉看不见的控制字符，其余照原样保留"


class EditingArea(Container, inherit_bindings=False):
    """Owns the editors and routes keys in the order in which they were typed.

    Args:
        batch: What is edited.
        drawing: The sheet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.GRID)]
    HEARD = heard(bindings(Where.GRID))
    MOVES = heard(bindings(Where.MOVE))

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
        self._cell = CellEditor(self)
        self._long = LongEditor(self)
        self._choice = ChoiceList(self)
        self._open: Overlay | None = None

    def compose(self) -> ComposeResult:
        """The editors are hidden; their layer lies above that of the grid."""
        yield self._cell
        yield self._long
        yield self._choice
        # Last, so that its place in the order of painting is the same with and without an editor:
        # otherwise all of it is painted again whenever one opens or closes.
        yield self.grid

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return self._open is not None

    @property
    def where(self) -> Where:
        """Whose keys work now."""
        return self._open.WHERE if self._open else Where.GRID

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The grid's keys are not heard while an editor is open."""
        del action, parameters
        return not self.editing

    # Who hears what.

    async def on_key(self, event: events.Key) -> None:
        """Give a key to the open editor, else to the grid."""
        heard_by = self._open.hear(event) if self._open else self._hear(event)
        if await heard_by:
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted text to the open editor, else put it into the cell."""
        event.stop()
        text = strip_controls(event.text)
        if text != event.text.replace("\r\n", "\n").replace("\r", "\n"):
            self.post_message(self.Noticed(DROPPED))
        if self._open:
            self._open.take(text)
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

    # The life of a text.

    def edit(self, typed: str | None = None) -> None:
        """Open the editor of the cell under the cursor.

        Args:
            typed: What was typed or pasted there and replaces the old text; None to go on with
                the old one.
        """
        box = self.grid.box
        if box.fixed or box.field is None:
            self.post_message(self.Noticed(READ_ONLY))
            return
        old = self._batch.typed(self.grid.address)
        overlay = self._overlay_for(box.field, old if typed is None else typed)
        text = old if typed is None or overlay is self._choice else ""
        self._begin(overlay, Opening(box.field, text, selected=True))
        if typed is not None:
            overlay.take(typed)
            if overlay is self._long and box.field.kind is not Kind.LONG:
                self.post_message(self.Noticed(SEVERAL_LINES))

    def finish(self, move: Move) -> None:
        """Commit the text of the open editor and move on."""
        if self._open is None:
            return
        text = self._open.value_text
        self._close()
        self._commit(text)
        grid = self.grid
        match move:
            case Move.DOWN:
                grid.action_cursor_down()
            case Move.UP:
                grid.action_cursor_up()
            case Move.NEXT:
                grid.move_to(grid.movement.following(grid.cursor))
            case Move.PREVIOUS:
                grid.move_to(grid.movement.preceding(grid.cursor))
            case Move.STAY:
                grid.move_to(grid.cursor)

    def cancel(self) -> None:
        """Close the open editor; the cell stays as it was."""
        if self._open is not None:
            self._close()
            self.grid.move_to(self.grid.cursor)

    def widen(self, text: str) -> None:
        """Go on with a text of several lines where there is room for it."""
        field = self.grid.box.field
        if field is None:
            return
        self._close()
        self._begin(self._long, Opening(field, text, selected=False))
        self.post_message(self.Noticed(SEVERAL_LINES))

    def apply(self, step: Step) -> None:
        """The batch changed: paint what a step touched."""
        self.grid.apply(step)

    def _overlay_for(self, field: Field, text: str) -> Overlay:
        if field.kind is Kind.CHOICE and field.options:
            return self._choice
        several = "\n" in text.removesuffix("\n") or "\t" in text
        if field.kind is Kind.LONG or several or cell_len(text) >= self.grid.size.width:
            return self._long
        return self._cell

    def _begin(self, overlay: Overlay, opening: Opening) -> None:
        self._open = overlay
        overlay.begin(opening)
        overlay.display = True
        self._place()
        self.post_message(self.ModeChanged(overlay.WHERE))

    def _close(self) -> None:
        if self._open is not None:
            self._open.display = False
            self._open = None
            self.post_message(self.ModeChanged(Where.GRID))

    def _commit(self, text: str) -> None:
        if strip_controls(text) != text:
            self.post_message(self.Noticed(DROPPED))
        self._batch.set(self.grid.address, text)

    def _place(self) -> None:
        """Lay the editor over its cell, and the terminal's cursor into it."""
        if self._open is None:
            return
        self.grid.reveal()
        room = self._open.place(self.grid.region_of(self.grid.cursor), self.grid.size)
        if self._open is self._long:
            self.grid.reveal(below=room.height)
        self._open.styles.offset = room.offset
        self._open.styles.width = room.width
        self._open.styles.height = room.height
        self.call_after_refresh(self._park)

    def _park(self) -> None:
        if self._open is not None:
            self._open.park()

    # What the widgets say.

    def on_sheet_grid_shifted(self, message: SheetGrid.Shifted) -> None:
        """The editor follows its cell."""
        message.stop()
        self._place()

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
        if self._open is not None:
            self.post_message(self.Typed(self.grid.address, self._open.value_text))

    # What the grid's keys do.

    def action_edit(self) -> None:
        """Go on with the text of the cell."""
        self.edit()

    def action_clear(self) -> None:
        """Empty the cell."""
        box = self.grid.box
        if box.fixed or box.field is None:
            self.post_message(self.Noticed(READ_ONLY))
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
            self.post_message(self.Noticed(NO_FREE_TABLE))
        else:
            self.grid.go_to(to)

    def action_delete_row(self) -> None:
        """Remove this row."""
        if not delete_row(self._batch, self.grid.address):
            self.post_message(self.Noticed(NO_FREE_TABLE))
