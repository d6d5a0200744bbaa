"""The editor of one line that lies over a cell; Input draws it and leads the input method."""

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.widgets import Input
from textual.widgets.input import Selection

from selfeval_tui.tui.fill.overlay import Opening, Overlay, Owner, heard
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput

SEVERAL_LINES = "粘贴的内容有多行，已全部放入这一格；Esc取消"
LEAST_WIDTH = 20
"""An input method needs room for what is not yet committed."""


class CellEditor(Overlay, LineInput, can_focus=False):
    """Edits a text of one line; every key is handled in the order in which it was typed.

    Args:
        owner: The area around it.
    """

    WHERE = Where.EDITOR
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EDITOR)]
    HEARD = heard(bindings(Where.EDITOR), Input.BINDINGS)

    def __init__(self, owner: Owner) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.owner = owner

    @property
    def value_text(self) -> str:
        """The text as it stands."""
        return self.value

    def begin(self, opening: Opening) -> None:
        """Take up a text; an empty cell shows an example of what is written there."""
        self.placeholder = f"如 {opening.field.example}" if opening.field.example else ""
        self.value = opening.text
        start = 0 if opening.selected else len(opening.text)
        self.selection = Selection(start, len(opening.text))

    def park(self) -> None:
        """Leave the terminal's own cursor in the text."""
        self.app.cursor_position = self.cursor_screen_offset

    def place(self, cell: Region, room: Size) -> Region:
        """Over the cell, hanging over its neighbours where it is narrow."""
        width = min(max(cell.width, LEAST_WIDTH), room.width)
        x = max(0, min(cell.x, room.width - width))
        y = max(0, min(cell.y, room.height - 1))
        return Region(x, y, width, 1)

    def take(self, text: str) -> None:
        """Put a text in; one of several lines goes on in the larger editor."""
        line = text.removesuffix("\n")
        start, end = sorted(self.selection)
        if "\n" in line or "\t" in line:
            whole = self.value[:start] + line + self.value[end:]
            self.owner.widen(whole, start + len(line), SEVERAL_LINES)
        else:
            self.replace(line, start, end)

    def action_line_break(self) -> None:
        """Go on in the larger editor, on a new line."""
        start, end = sorted(self.selection)
        self.owner.widen(f"{self.value[:start]}\n{self.value[end:]}", start + 1)
