"""Making what was shown before as differences: many cells, one step."""

from collections.abc import Iterable

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.compare import Difference


def carry_out(
    batch: Batch, changes: Iterable[Difference], name: str, at: Address | None = None
) -> None:
    """Write the later text of each difference, as one step.

    Args:
        batch: What is changed.
        changes: Cells with their new texts.
        name: What the clerk did, in Chinese.
        at: Where to look after doing or undoing it; the first cell where None.
    """
    with batch.as_one(name, at):
        for each in changes:
            batch.set(each.address, each.after)
