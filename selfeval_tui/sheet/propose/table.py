"""Who proposes; the first one that has something to say is heard."""

from collections.abc import Callable

from selfeval_tui.sheet.propose.account import from_accounts
from selfeval_tui.sheet.propose.money import in_the_fields_unit
from selfeval_tui.sheet.propose.occasion import Hindrance, Occasion, Proposal
from selfeval_tui.sheet.propose.survey import surveyed
from selfeval_tui.sheet.propose.target import as_promised
from selfeval_tui.sheet.propose.today import dated_today

Proposer = Callable[[Occasion], Proposal | Hindrance | None]

PROPOSERS: tuple[Proposer, ...] = (
    in_the_fields_unit,
    dated_today,
    from_accounts,
    surveyed,
    as_promised,
)


def propose(occasion: Occasion) -> Proposal | Hindrance | None:
    """What could be filled into a cell; None where nothing can, or where it stands there."""
    for proposer in PROPOSERS:
        found = proposer(occasion)
        if found is not None:
            stands = isinstance(found, Proposal) and found.text == occasion.typed
            return None if stands else found
    return None
