"""Fitting a text into a number of cells."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from selfeval_tui.tui.glyphs import here


def fit(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells: padded, or cut with a mark that it goes on.

    Args:
        text: One line.
        width: The cells to fill.
        right: Whether it stands at the right edge, as figures do.
    """
    if cell_len(text) > width:
        text = set_cell_size(text, max(0, width - 1)).rstrip() + here().more
    blank = " " * (width - cell_len(text))
    return blank + text if right else text + blank


def short(name: str, room: int = 16) -> str:
    """A name or text of any length in a few cells of a sentence, on one line."""
    name = " ".join(name.splitlines())
    return name if cell_len(name) <= room else fit(name, room).rstrip()


def fit_content(content: Content, width: int) -> Content:
    """The same for styled text."""
    if content.cell_length > width:
        content = content.truncate(max(0, width - 1)).rstrip() + here().more
    return content.pad_right(width - content.cell_length)
