"""What belongs beside a row: the budget that it promises to keep, and what it rests on."""

from selfeval_tui.sheet.beside import budget_beside
from selfeval_tui.tui.fill.content import Piece
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled


def budget(about: About) -> list[Piece]:
    """The budget row in the unit of the target, beside 预算控制数."""
    if about.verdict is None:
        return []
    amounts = budget_beside(about.batch, about.address, about.verdict.target)
    return labelled("对照 ", "；".join(amounts))


def basis(about: About) -> list[Piece]:
    """What the row rests on (依据)."""
    return labelled("依据 ", about.basis.in_words())
