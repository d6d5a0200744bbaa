"""A window of lines that are made elsewhere; new lines never move the other widgets."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.geometry import Region
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
