"""The whole sheet as one list of lines under one cursor; only touched lines are painted again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from selfeval_tui.sheet import Address, Step
from selfeval_tui.tui.fill.block import Block, run_of
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.lines import Box, LineKind, Spot
from selfeval_tui.tui.fill.movement import Movement
from selfeval_tui.tui.fill.moves import Moves
from selfeval_tui.tui.fill.paint import NONE
from selfeval_tui.tui.fill.palette import TONE_CLASSES, palette_of
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import RIGHT_BUTTON

if TYPE_CHECKING:
    from selfeval_tui.checks import Severity

LEFT_BUTTON = 1


class SheetGrid(Moves, ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a sheet, moves the cursor, and says which box the mouse is on.

    Args:
        drawing: The sheet; texts live in its batch, never here.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.MOVE)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *TONE_CLASSES,
        "sheet-grid--cursor",
        "sheet-grid--chosen",
    }

    @dataclass
    class Moved(Message):
        """The cursor came to another box, or the box under it changed."""

    @dataclass
    class Shifted(Message):
        """The lines lie elsewhere on the screen: scrolled, or another size."""

        resized: bool

    @dataclass
    class Clicked(Message):
        """A box was clicked; `again` if the cursor stood there already."""

        spot: Spot
        again: bool

    @dataclass
    class MenuWanted(Message):
        """A box was clicked with the right button."""

        spot: Spot
        at: Offset
        """Where the mouse is on the screen."""

    @dataclass
    class Dragged(Message):
        """The mouse selects from one box to another."""

        start: Spot
        end: Spot

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.movement = Movement(drawing.sheet_lines, drawing.widths)
        self.cursor = self.movement.first()
        self.origin: Spot | None = None
        """Where a selection began."""
        self._pressed: Spot | None = None
        self._dragged: Spot | None = None
        self.goal = 0
        """The column of the screen that moves up and down keep to."""
        self._unstyled = True

    # What stands where.

    @property
    def box(self) -> Box:
        """The box under the cursor."""
        return self.drawing.sheet_lines.box(self.cursor)

    @property
    def address(self) -> Address:
        """The cell under the cursor."""
        return self.drawing.sheet_lines.address(self.cursor)

    @property
    def block(self) -> Block:
        """What is selected; the box under the cursor where nothing else is."""
        return Block.between(self.origin or self.cursor, self.cursor)

    @property
    def room(self) -> Size:
        """The cells that lines are drawn on, without the scroll bar."""
        return self.scrollable_content_region.size

    def region_of(self, spot: Spot) -> Region:
        """Where a box is drawn, counted from the grid's own corner; it may lie outside."""
        left = self.movement.left_edge(spot)
        width = self.drawing.widths(self.drawing.lines[spot.line])[spot.box]
        return Region(left, spot.line - self.scroll_offset.y, width, 1)

    def spot_at(self, offset: Offset) -> Spot | None:
        """The box at, or nearest to, a place of the grid."""
        number = offset.y + self.scroll_offset.y
        on_header = offset.y == 0 and self._pinned() is not None
        if on_header or not 0 <= number < len(self.drawing.lines):
            return None
        return self.movement.nearest(number, offset.x)

    # What changes.

    def move_to(self, spot: Spot, *, sideways: bool = True) -> None:
        """Put the cursor on a box and show it; nothing else is selected any more.

        Args:
            spot: The box.
            sideways: Whether later moves up and down start from this column.
        """
        self._put(None, spot, sideways=sideways)

    def select(self, start: Spot, end: Spot) -> None:
        """Select a block of one table or column of fields, with the cursor on its `end`."""
        self._put(start, end, sideways=True)

    def _put(self, origin: Spot | None, spot: Spot, *, sideways: bool) -> None:
        before, left = self.block, self.cursor
        self.origin, self.cursor = origin, spot
        if sideways:
            self.goal = self.movement.left_edge(spot)
        for number in {left.line, spot.line, *before.changed(self.block)}:
            self.refresh_line(number)
        self.reveal()
        self.post_message(self.Moved())

    def go_to(self, address: Address) -> None:
        """Put the cursor on a cell, or on a row where the address names no cell."""
        lines = self.drawing.sheet_lines
        spot = lines.spots.get(address)
        if spot is None and address.of_row in lines.rows:
            spot = self.movement.nearest(lines.rows[address.of_row], self.goal)
        if spot is not None:
            self.move_to(spot)

    def apply(self, step: Step) -> None:
        """Paint again what a step touched."""
        here, before = self.cursor, self.address
        touched = self.drawing.apply(step)
        if touched is not None:
            for number in touched:
                self.refresh_line(number)
            return
        self.movement = Movement(self.drawing.sheet_lines, self.drawing.widths)
        self.origin = self._pressed = None
        self._measure()
        line = min(here.line, len(self.drawing.lines) - 1)
        found = self.drawing.sheet_lines.spots.get(before)
        self.cursor = found or self.movement.vertical(Spot(line, 0), 0, self.goal)
        self.refresh()
        self.post_message(self.Moved())

    def mark(self, places: Mapping[Address, "Severity"]) -> None:
        """Mark the lines with findings; see `Drawing.mark`."""
        for number in self.drawing.mark(places):
            self.refresh_line(number)

    def reveal(self) -> None:
        """Scroll so that the cursor is seen, with a line above it."""
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        if self.cursor.line <= top:
            self._scroll(max(0, self.cursor.line - 1))
        elif self.cursor.line >= top + height:
            self._scroll(self.cursor.line - height + 1)
        self.park()

    def park(self) -> None:
        """Leave the terminal's own cursor here: an input method opens its window at it."""
        if self.has_focus:
            region = self.region_of(self.cursor)
            self.app.cursor_position = self.content_region.offset + region.offset

    # What Textual asks.

    def notify_style_update(self) -> None:
        """Take the styles anew."""
        super().notify_style_update()
        self._unstyled = True

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window; a table's header stays at the top while its rows pass."""
        if self._unstyled:
            self._restyle()
        number = y + self.scroll_offset.y
        header = self._pinned()
        if header is not None and y == 0:
            return self.drawing.strip(header)
        if number >= len(self.drawing.lines):
            return Strip.blank(self.size.width, self.rich_style)
        cursor = self.cursor.box if number == self.cursor.line else None
        chosen = self.block.on(number) if self.origin else NONE
        at_top = header is not None and y == 1
        return self.drawing.strip(number, cursor=cursor, chosen=chosen, top=at_top)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The overlay and the terminal's cursor follow."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.park()
            self.post_message(self.Shifted(resized=False))

    def on_resize(self) -> None:
        """Columns are as wide as there is room."""
        self._measure()
        self.goal = self.movement.left_edge(self.cursor)
        self.reveal()
        self.post_message(self.Shifted(resized=True))

    def on_focus(self) -> None:
        """The terminal's cursor comes along."""
        self.park()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin here; with Shift it begins where the one before did."""
        if event.button == LEFT_BUTTON:
            begun = self.origin or self.cursor
            self._pressed = begun if event.shift else self.spot_at(event.offset)
            self._dragged = None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the mouse goes with its button down."""
        if event.button == LEFT_BUTTON and self._pressed is not None:
            self._drag(self._pressed, event.offset)

    def on_click(self, event: events.Click) -> None:
        """Say which box was clicked; the end of a selection is no click."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = None
        spot = self.spot_at(event.offset)
        if event.button == RIGHT_BUTTON:
            if spot is not None:
                self.post_message(self.MenuWanted(spot, event.screen_offset))
        elif event.shift and pressed is not None:
            self._drag(pressed, event.offset)
        elif spot is not None and dragged is None:
            self.post_message(self.Clicked(spot, spot == self.cursor))

    def _drag(self, start: Spot, offset: Offset) -> None:
        """Say how far the mouse selects, if that is another box than before."""
        end = self.spot_at(offset)
        reached = end is not None and end.line in run_of(self.drawing.sheet_lines, start.line)
        if end is not None and reached and end != (self._dragged or start):
            self._dragged = end
            self.post_message(self.Dragged(start, end))

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, force=True)

    def _measure(self) -> None:
        self.drawing.resize(self.room.width)
        self.virtual_size = Size(self.room.width, len(self.drawing.lines))

    def _restyle(self) -> None:
        self._unstyled = False
        cursor = self.get_component_rich_style("sheet-grid--cursor", partial=True)
        chosen = self.get_component_rich_style("sheet-grid--chosen", partial=True)
        self.drawing.restyle(palette_of(self), cursor, chosen)

    def _pinned(self) -> int | None:
        """The header that stays at the top: that of the table whose rows begin the window."""
        top = self.scroll_offset.y
        if top >= len(self.drawing.lines) or self.drawing.lines[top].kind is not LineKind.ROW:
            return None
        return self.drawing.header_of(top)
