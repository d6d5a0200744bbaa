"""What belongs beside a row: what was approved, the budget it promises to keep, its 依据."""

from selfeval_tui.sheet.approving import approved_for
from selfeval_tui.sheet.beside import budget_beside
from selfeval_tui.spec.model import Role
from selfeval_tui.text.promise import same_promise
from selfeval_tui.tui.fill.content import Piece
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled


def budget(about: About) -> list[Piece]:
    """The budget row in the unit of the target, beside 预算控制数."""
    if about.verdict is None:
        return []
    amounts = budget_beside(about.batch, about.address, about.verdict.target)
    return labelled("对照 ", "；".join(amounts))


def approved(about: About) -> list[Piece]:
    """The approved target (批复目标) where the row has another one and no finding says so."""
    if about.verdict is None or about.field.role not in {Role.TARGET, Role.ACTUAL}:
        return []
    found = approved_for(about.sheet, about.address)
    if found is None or any(each.expected == found.target.strip() for each in about.findings):
        return []
    names = {"indicator": found.indicator, "level2": found.level2}
    same = same_promise(found.target, about.verdict.target.raw, **names)
    return [] if same else labelled("批复 ", " ".join(found.target.split()))


def basis(about: About) -> list[Piece]:
    """What the row rests on (依据)."""
    return labelled("依据 ", about.basis.in_words())
