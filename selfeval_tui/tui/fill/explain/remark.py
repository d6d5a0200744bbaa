"""One thing that is said."""

from attrs import frozen

from selfeval_tui.tui.fill.content import Piece, Tone


@frozen
class Remark:
    """One thing that is said; a long one takes several lines."""

    pieces: tuple[Piece, ...]
    whole: bool = False
    """Whether it is the cell's own text, which gives way first where there is little room."""


def labelled(label: str, text: str) -> list[Piece]:
    """A text behind the word that says what it is; nothing where there is no text."""
    return [Piece(label, Tone.LABEL), Piece(text)] if text else []
