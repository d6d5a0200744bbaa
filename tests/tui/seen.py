"""What a pair of eyes sees of a screen: how wide its rows are, what is written on what."""

from collections.abc import Iterator
from unicodedata import east_asian_width

from attrs import frozen
from rich.cells import cell_len
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip

SENTENCES = frozenset("“”‘’×÷≥≤")
"""What sentences may be written with; they stand last in their lines, or alone."""


def ambiguous(text: str) -> set[str]:
    """The characters that some consoles draw one cell wide, and some two."""
    return {character for character in text if east_asian_width(character) == "A"}


def width(text: str, *, wide: bool) -> int:
    """The cells of a text, where what is ambiguous counts as one or as two."""
    return cell_len(text) + (sum(c in ambiguous(text) for c in text) if wide else 0)


def strips(app: App[int]) -> list[Strip]:
    """The rows of the screen in front, with their colours."""
    return app.screen._compositor.render_strips()


@frozen
class Written:
    """A run of text in one pair of colours."""

    text: str
    ink: Color
    ground: Color
    row: int


def written(app: App[int]) -> Iterator[Written]:
    """Everything that can be read on the screen in front; what a small window dims is left out."""
    region = front(app)
    for row, strip in enumerate(strips(app)):
        if not region.y <= row < region.bottom:
            continue
        for text, style, _ in strip.crop(region.x, region.right):
            if text.strip() and style and style.color and style.bgcolor:
                ink, ground = (
                    Color(*each.get_truecolor()) for each in (style.color, style.bgcolor)
                )
                if style.reverse:
                    ink, ground = ground, ink
                yield Written(text, ink, ground, row)


def front(app: App[int]) -> Region:
    """Where the screen in front draws: all of it, or its small window."""
    if isinstance(app.screen, ModalScreen):
        return app.screen.children[0].region
    return app.screen.region
