"""All that is said of a cell, the most important first."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Preview
from selfeval_tui.tui.fill.content import Piece
from selfeval_tui.tui.fill.explain import (
    account,
    advice,
    beside,
    bureau,
    computed,
    found,
    identity,
    judged,
    proposed,
)
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import Remark
from selfeval_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding

Say = Callable[[About], list[Piece]]
"""What is said on one subject; nothing where there is nothing to say."""

SUBJECTS: tuple[Say, ...] = (
    identity.name,
    identity.text,
    proposed.conversion,
    bureau.remarks,
    found.problems,
    judged.reading,
    judged.verdict,
    proposed.suggestion,
    account.rate,
    beside.budget,
    computed.disagreement,
    computed.equations,
    beside.basis,
    advice.options,
    advice.instruction,
)


@frozen
class Explainer:
    """Explains a cell.

    Args:
        batch: Where the texts are.
        address: The cell.
        glyphs: The marks that the terminal can show.
        preview: What the text that is being typed would mean; None while nobody types.
        today: The day on which the clerk fills it; nothing is proposed where None.
        findings: What a reviewer would say of it.
    """

    batch: Batch
    address: Address
    glyphs: Glyphs
    preview: Preview | None = None
    today: date | None = None
    findings: tuple["Finding", ...] = ()

    def remarks(self, *, leaving_out: Collection[Say] = ()) -> tuple[Remark, ...]:
        """Everything but some subjects, the most important first."""
        if not self.address.name:
            return ()
        about = About(
            self.batch, self.address, self.glyphs, self.preview, self.today, self.findings
        )
        said = ((say(about), say is identity.text) for say in SUBJECTS if say not in leaving_out)
        return tuple(Remark(tuple(pieces), whole) for pieces, whole in said if pieces)
