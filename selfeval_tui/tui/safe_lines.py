"""The last thing done to each line before the terminal gets it: nothing in it steers the terminal.

Names of files, pasted texts and variables of the surroundings are drawn in many places; here all of
them come by.
"""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from selfeval_tui.text.hidden import without_hidden

_ENDS = str.maketrans("\n\t", "  ")


class SafeLines(LineFilter):
    """Takes controls, marks of direction and lone surrogates out of a line, width by width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same line without what steers; every segment keeps its width."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(safe(segment.text), segment.style)
            for segment in segments
        ]


def safe(text: str) -> str:
    """A text that only draws, as wide as it was counted."""
    if text.isprintable():
        return text
    plain = without_hidden(text).translate(_ENDS)
    return plain if plain == text else set_cell_size(plain, cell_len(text))
