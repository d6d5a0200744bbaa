"""What the keys that move the cursor do; mixed into the grid."""

from typing import TYPE_CHECKING

from selfeval_tui.tui.fill.block import stretched, whole
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.lines import Spot
from selfeval_tui.tui.fill.movement import Movement

if TYPE_CHECKING:
    from textual.widget import Widget

    Mixed = Widget
else:
    # Textual takes the styles of a widget from its first base that is one; this must not be it.
    Mixed = object


class Moves(Mixed):
    """Moves the cursor, or stretches a selection, by key."""

    drawing: Drawing
    movement: Movement
    cursor: Spot
    origin: Spot | None
    goal: int

    def move_to(self, spot: Spot, *, sideways: bool = True) -> None:
        """Put the cursor on a box."""
        raise NotImplementedError

    def select(self, start: Spot, end: Spot) -> None:
        """Select a block."""
        raise NotImplementedError

    def action_cursor_up(self) -> None:
        """To the box above."""
        self._vertical(-1)

    def action_cursor_down(self) -> None:
        """To the box below."""
        self._vertical(1)

    def action_cursor_left(self) -> None:
        """To the box on the left."""
        self.move_to(self.movement.sideways(self.cursor, -1))

    def action_cursor_right(self) -> None:
        """To the box on the right."""
        self.move_to(self.movement.sideways(self.cursor, 1))

    def action_row_start(self) -> None:
        """To the first box of the line."""
        self.move_to(self.movement.sideways(self.cursor, -len(self.drawing.lines)))

    def action_row_end(self) -> None:
        """To the last box of the line."""
        self.move_to(self.movement.sideways(self.cursor, len(self.drawing.lines)))

    def action_select_up(self) -> None:
        """Select the box above too."""
        self._stretch(down=-1)

    def action_select_down(self) -> None:
        """Select the box below too."""
        self._stretch(down=1)

    def action_select_left(self) -> None:
        """Select the box on the left too."""
        self._stretch(right=-1)

    def action_select_right(self) -> None:
        """Select the box on the right too."""
        self._stretch(right=1)

    def action_select_row_start(self) -> None:
        """Select as far as the first box of the line."""
        self._stretch(right=-len(self.drawing.lines))

    def action_select_row_end(self) -> None:
        """Select as far as the last box of the line."""
        self._stretch(right=len(self.drawing.lines))

    def select_table(self) -> None:
        """Select all rows of the table, or all fields around the cursor."""
        block = whole(self.drawing.sheet_lines, self.cursor)
        end = stretched(self.drawing.sheet_lines, Spot(block.last, block.right))
        self.select(block.corner, end)

    def action_page_up(self) -> None:
        """A window up."""
        self._vertical(1 - max(2, self.size.height - 1))

    def action_page_down(self) -> None:
        """A window down."""
        self._vertical(max(2, self.size.height - 1) - 1)

    def action_first_cell(self) -> None:
        """To the first box of the sheet."""
        self.move_to(self.movement.first())

    def action_last_cell(self) -> None:
        """To the last box of the sheet."""
        self.move_to(self.movement.last())

    def action_previous_section(self) -> None:
        """To the section before."""
        self.move_to(self.movement.section(self._section() - 1))

    def action_next_section(self) -> None:
        """To the section after."""
        self.move_to(self.movement.section(self._section() + 1))

    def _stretch(self, *, down: int = 0, right: int = 0) -> None:
        end = stretched(self.drawing.sheet_lines, self.cursor, down=down, right=right)
        self.select(self.origin or self.cursor, end)

    def _vertical(self, by: int) -> None:
        self.move_to(self.movement.vertical(self.cursor, by, self.goal), sideways=False)

    def _section(self) -> int:
        return self.drawing.lines[self.cursor.line].section
