"""What the bureau said of a cell (财政意见), and what was answered."""

from selfeval_tui.sheet.remarks import remarks_on
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain.about import About


def remarks(about: About) -> list[Piece]:
    """The remarks on the cell, those that wait for an answer first; nothing while one types."""
    if about.preview:
        return []
    found = sorted(remarks_on(about.batch, about.address), key=lambda each: not each.is_open)
    pieces: list[Piece] = []
    for remark in found:
        pieces += [Piece("\n")] if pieces else []
        pieces.append(Piece("财政意见 ", Tone.LABEL))
        pieces.append(Piece(remark.text, Tone.ASKED if remark.is_open else Tone.QUIET))
        pieces.append(Piece(f"（{remark.answer_words}）", Tone.LABEL))
    return pieces
