"""The look of each tone on a widget, taken from the style sheet."""

from textual.widget import Widget

from selfeval_tui.tui.fill.content import Tone
from selfeval_tui.tui.fill.paint import Palette

TONE_CLASSES = frozenset(f"tone--{tone}" for tone in Tone)
"""The component classes of every widget that paints pieces."""


def palette_of(widget: Widget) -> Palette:
    """The styles of a widget's tones, laid over its own."""
    base = widget.rich_style
    return {
        tone: base + widget.get_component_rich_style(f"tone--{tone}", partial=True) for tone in Tone
    }
