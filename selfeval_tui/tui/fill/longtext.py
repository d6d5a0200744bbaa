"""The editor for texts of several lines, at the foot of the grid."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.widgets import TextArea

from selfeval_tui.tui.fill.overlay import Opening, Overlay, Owner, beside, heard
from selfeval_tui.tui.keys import Where, bindings

MOST_LINES = 12


class LongEditor(Overlay, TextArea, can_focus=False):
    """Edits a long text; Enter begins a new line.

    Args:
        owner: The area around it.
    """

    WHERE = Where.LONG
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LONG)]
    HEARD = heard(bindings(Where.LONG), TextArea.BINDINGS)

    def __init__(self, owner: Owner) -> None:
        super().__init__(compact=True, highlight_cursor_line=False)
        self.owner = owner
        self.cursor_blink = False
        self._kept = self._loaded = ""

    @property
    def value_text(self) -> str:
        """The text as it stands; to the letter what it was where nothing was typed."""
        return self._kept if self.text == self._loaded else self.text

    def begin(self, opening: Opening) -> None:
        """Take up a text; nothing is selected, so that no key replaces a page of work."""
        self.load_text(opening.text)
        # The editor knows one sort of line end only.
        self._kept, self._loaded = opening.text, self.text
        before = self.text if opening.at is None else self.text[: opening.at]
        row = before.count("\n")
        self.move_cursor((row, len(before) - before.rfind("\n") - 1))

    def park(self) -> None:
        """Leave the terminal's own cursor in the text."""
        self.app.cursor_position = self.cursor_screen_offset

    def place(self, cell: Region, room: Size) -> Region:
        """As wide as the grid; below the cell, or above it where there is no room."""
        height = max(1, min(MOST_LINES, room.height // 2))
        y = beside(cell, height, room.height)
        return Region(0, y, room.width, height)

    def take(self, text: str) -> None:
        """Put a text in, line ends included."""
        done = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)

    def action_line_break(self) -> None:
        """Begin a new line."""
        self.take("\n")

    async def hear(self, event: events.Key) -> bool:
        """Act on a key."""
        if event.key == "enter":
            self.take("\n")
            return True
        return await super().hear(event)
