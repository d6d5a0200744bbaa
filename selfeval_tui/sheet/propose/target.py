"""The target as the actual, for rows where just what was promised was reached."""

from selfeval_tui.sheet.propose.occasion import Occasion, Proposal
from selfeval_tui.spec.model import Role
from selfeval_tui.text import VerdictCode
from selfeval_tui.text.measured import without_comparator


def as_promised(occasion: Occasion) -> Proposal | None:
    """Propose the target without its comparator.

    Only for an actual that is blank or repeats the target with it: a measured value is never
    written over. Whether the target was just reached is for the clerk to say.
    """
    if occasion.field.role is not Role.ACTUAL:
        return None
    target = occasion.beside(Role.TARGET)
    if not target.strip() or not (_open(occasion)):
        return None
    text = without_comparator(target)
    return Proposal(text, f"与目标值相同就填 {text}") if text else None


def _open(occasion: Occasion) -> bool:
    if not occasion.typed.strip():
        return True
    verdict = occasion.batch.verdict(occasion.address)
    return verdict is not None and verdict.code is VerdictCode.restated
