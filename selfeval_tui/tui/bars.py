"""Scroll bars of whole cells.

Textual rounds their ends with eighths of a block, whose width consoles do not agree on.
"""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class SolidBars(ScrollBarRender):
    """Draws the grip with grounds alone."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_solid_bars() -> None:
    """Have every scroll bar drawn so."""
    ScrollBar.renderer = SolidBars
