"""A field of one line: Textual's, made fit for input methods."""

from textual.geometry import Offset
from textual.reactive import reactive
from textual.widgets import Input


class LineInput(Input):
    """Stands still, because the window of an input method follows whatever is drawn last."""

    cursor_blink = reactive(default=False, init=False)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs; behind the last character Input is one off."""
        offset = super().cursor_screen_offset
        return offset - (1, 0) if self.cursor_at_end else offset
