"""All that is said of a cell, the most important first."""

from collections.abc import Callable, Collection

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
    found.settled,
    proposed.suggestion,
    account.rate,
    beside.approved,
    beside.budget,
    computed.disagreement,
    computed.equations,
    found.outlook,
    beside.basis,
    advice.options,
    advice.instruction,
)


def explain(about: About, *, leaving_out: Collection[Say] = ()) -> tuple[Remark, ...]:
    """Everything on a cell but some subjects, the most important first."""
    if not about.address.name:
        return ()
    said = ((say(about), say is identity.text) for say in SUBJECTS if say not in leaving_out)
    return tuple(Remark(tuple(pieces), whole) for pieces, whole in said if pieces)
