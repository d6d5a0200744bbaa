"""The grid with its editors: who hears a key."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset
from textual.message import Message

from selfeval_tui.sheet import Address, Step
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.fill.actions import CHANGING, Hand, every_action
from selfeval_tui.tui.fill.actions.pasting import Pasting
from selfeval_tui.tui.fill.actions.place import EndReached
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.clip import Clip
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.editing import Editing
from selfeval_tui.tui.fill.editor import CellEditor
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.fill.longtext import LongEditor
from selfeval_tui.tui.fill.overlay import Move, heard
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.session import Session


class EditingArea(Container, inherit_bindings=False):
    """Hands keys and pastes to the open editor or to the grid, in the order they were typed.

    Args:
        session: What is open.
        drawing: The sheet.
    """

    ALLOW_SELECT: ClassVar[bool] = False
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
    class MenuWanted(Message):
        """The clerk asks what can be done to the cell under the cursor."""

        at: Offset

    @dataclass
    class Noticed(Message):
        """Something is to be said; it stays until the cursor moves."""

        text: str

    def __init__(self, session: Session, drawing: Drawing) -> None:
        super().__init__()
        self.grid = SheetGrid(drawing)
        clip = Clip(self.grid, session.workspace.root, self._say)
        self._editing = Editing(
            session.batch, self.grid, self._turned, self._say, self._ended, clip, self._take
        )
        hand = Hand(session, self.grid, self._editing, self._say, self.post_message)
        self._pasting = Pasting(hand)
        self._told_block = False
        self._actions = every_action(hand)

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

    def being_typed(self) -> Iterator[Typing]:
        """The text in the open editor, unless it is the cell's."""
        return self._editing.being_typed()

    def park(self) -> None:
        """Leave the terminal's own cursor in the open editor, else in the cell."""
        self.grid.park()
        self._editing.place(reveal=False)

    def apply(self, step: Step) -> None:
        """The batch changed: paint what a step touched."""
        self.grid.apply(step)

    async def do(self, name: str) -> None:
        """Do what a key of the grid does; an open editor is finished before."""
        self.finish(Move.STAY)
        if name in CHANGING and self._editing.refuses():
            return
        done = self._actions[name].run()
        if isawaitable(done):
            await done

    def knows(self, name: str) -> bool:
        """Whether an action is one of the grid's."""
        return name in self._actions

    def in_menu(self, name: str) -> bool:
        """Whether an action is done to the cell or row under the cursor."""
        return name in self._actions and self._actions[name].of_cell

    def offers(self, name: str) -> bool:
        """Whether an action makes sense where the cursor stands; others than the grid's do."""
        return name not in self._actions or self._actions[name].offered()

    # Who hears what.

    async def on_key(self, event: events.Key) -> None:
        """Give a key to the open editor, else to the grid."""
        overlay = self._editing.overlay
        heard = await (overlay.hear(event) if overlay else self._hear(event))
        # The grid is focused under an open editor, and must not move away from it.
        if heard or event.key in self.MOVES:
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted text to the open editor, to the cell, or to many of them."""
        event.stop()
        self._take(event.text)

    def _take(self, text: str) -> None:
        if not self._editing.refuses():
            self._pasting.take(text)

    async def _hear(self, event: events.Key) -> bool:
        """Act on a key of the grid; a printable one begins a text."""
        if event.key in self.HEARD:
            await self.do(self.HEARD[event.key])
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
        if self.grid.block.several or self._told_block:
            self._tell_block()

    def on_sheet_grid_dragged(self, message: SheetGrid.Dragged) -> None:
        """The mouse selects; an open editor is finished before."""
        message.stop()
        self.finish(Move.STAY)
        self.grid.select(message.start, message.end)

    def on_sheet_grid_clicked(self, message: SheetGrid.Clicked) -> None:
        """The first click moves, the second one edits; an open editor is finished before."""
        message.stop()
        self.finish(Move.STAY)
        if message.again:
            self.edit()
        else:
            self.grid.move_to(message.spot)

    def on_sheet_grid_menu_wanted(self, message: SheetGrid.MenuWanted) -> None:
        """The cursor comes along, unless the mouse is on what is selected."""
        message.stop()
        self.finish(Move.STAY)
        if message.spot.box not in self.grid.block.on(message.spot.line):
            self.grid.move_to(message.spot)
        self.post_message(self.MenuWanted(message.at))

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

    def _ended(self) -> None:
        self.post_message(EndReached(leaving=False))

    def _tell_block(self) -> None:
        """Say what is selected, or take that back."""
        block = self.grid.block
        self._say(block.words if block.several else "")
        self._told_block = block.several

    def _say(self, text: str) -> None:
        self._told_block = False
        self.post_message(self.Noticed(text))
