"""From pieces of text to one strip of cells; what is too long ends in the mark for more."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from selfeval_tui.tui.fill.content import Piece, Tone

Palette = Mapping[Tone, Style]

PAD = 1
"""Cells that stay free right of each text, so that a glyph drawn wider than counted has room."""

NONE = range(0)
"""No box at all."""


def paint(
    boxes: Sequence[Sequence[Piece]],
    widths: Sequence[int],
    palette: Palette,
    more: str,
    *,
    cursor: int | None = None,
    cursor_style: Style | None = None,
    chosen: range = NONE,
    chosen_style: Style | None = None,
    pad: int = PAD,
) -> Strip:
    """Draw one line.

    Args:
        boxes: The pieces of each box.
        widths: The cells of each box; one with 0 is left out.
        palette: The style of each tone.
        more: The mark for a text that goes on.
        cursor: The box under the cursor.
        cursor_style: How that box looks, laid over its tones.
        chosen: The boxes that are selected.
        chosen_style: How those look; the cursor goes before.
        pad: Cells that stay free right of each text.

    Returns:
        A strip exactly as wide as the sum of the widths.
    """
    segments: list[Segment] = []
    for number, (pieces, width) in enumerate(zip(boxes, widths, strict=True)):
        over = chosen_style if number in chosen else None
        if number == cursor:
            over = cursor_style
        segments.extend(_paint_box(pieces, (width, pad), palette, more, over))
    return Strip(segments, sum(widths))


def _paint_box(
    pieces: Sequence[Piece],
    room: tuple[int, int],
    palette: Palette,
    more: str,
    over: Style | None,
) -> Iterator[Segment]:
    """The segments of one box; its width and how much of that stays free."""
    left, pad = room
    for text, tone in fit(pieces, max(0, left - pad), more):
        style = palette[tone]
        yield Segment(text, style + over if over else style)
        left -= cell_len(text)
    if left > 0:
        blank = palette[Tone.PLAIN]
        yield Segment(" " * left, blank + over if over else blank)


def fit(pieces: Sequence[Piece], room: int, more: str) -> Iterator[tuple[str, Tone]]:
    """Cut pieces so that together they take at most `room` cells."""
    shown = [(one_line(piece.text, more), piece.tone) for piece in pieces if piece.text]
    lacking = sum(cell_len(text) for text, _ in shown) > room
    for text, tone in shown:
        if not lacking:
            yield text, tone
            continue
        if cell_len(text) + cell_len(more) > room:
            yield cut(text, room, more), tone
            return
        yield text, tone
        room -= cell_len(text)


def one_line(text: str, more: str) -> str:
    """The first line of a text with something in it; `more` says that others follow."""
    if text.isprintable():
        return text
    lines = [line for line in plain_blanks(text).split("\n") if line.strip()]
    if len(lines) > 1:
        return lines[0].rstrip() + more
    return lines[0] if lines else ""


def plain_blanks(text: str) -> str:
    """A text whose blanks of every sort are plain ones of the same width; line ends stay."""
    if text.isprintable():
        return text
    return "".join(each if each == "\n" else _visible(each) for each in text)


def cut(text: str, room: int, more: str) -> str:
    """The beginning of a text that takes at most `room` cells, `more` at its end if cut."""
    if cell_len(text) <= room:
        return text
    mark = more if cell_len(more) <= room else ""
    room -= cell_len(mark)
    kept = 0
    for character in text:
        room -= get_character_cell_size(character)
        if room < 0:
            break
        kept += 1
    return text[:kept] + mark


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return " " * max(1, get_character_cell_size(character))
