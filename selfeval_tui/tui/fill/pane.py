"""A window of lines that are made elsewhere; new lines never move the other widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from selfeval_tui.tui.fill.flow import Row
from selfeval_tui.tui.fill.paint import Palette, paint
from selfeval_tui.tui.fill.palette import TONE_CLASSES, palette_of
from selfeval_tui.tui.glyphs import here


class Pane(Widget):
    """Shows rows of pieces from the top; what is below its end is not shown."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    @dataclass
    class Pointed(Message):
        """A piece was clicked that stands for an action."""

        action: str

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._palette: Palette | None = None

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; those that stay the same are not painted again."""
        before, self._rows = self._rows, rows
        width = self.content_size.width
        for y, (old, new) in enumerate(zip_longest(before, rows, fillvalue=())):
            if old != new:
                self.refresh(Region(0, y, width, 1))

    @property
    def text(self) -> str:
        """What it shows, without styles."""
        return "\n".join("".join(piece.text for piece in row) for row in self._rows)

    def on_click(self, event: events.Click) -> None:
        """Do what the piece under the mouse stands for."""
        row = self._rows[event.y] if event.y < len(self._rows) else ()
        end = 0
        for piece in row:
            end += cell_len(piece.text)
            if event.x < end:
                if piece.action:
                    self.post_message(self.Pointed(piece.action))
                return

    def notify_style_update(self) -> None:
        """Take the styles anew."""
        super().notify_style_update()
        self._palette = None

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        if self._palette is None:
            self._palette = palette_of(self)
        row = self._rows[y] if y < len(self._rows) else ()
        return paint([row], [self.size.width], self._palette, here().more, pad=0)
