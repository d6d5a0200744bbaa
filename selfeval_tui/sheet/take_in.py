"""Taking in how sheets stand elsewhere (another window, another PC), as one step."""

from collections.abc import Collection, Sequence

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.sheet import Sheet


def take_in(
    batch: Batch, sheets: Sequence[tuple[Sheet, int]], gone: Collection[str], name: str
) -> bool:
    """Let sheets say something else, come or go; what is locked here was changed elsewhere.

    Args:
        batch: What is changed.
        sheets: Each with the position it gets where it is new; a known one keeps its own.
        gone: The ids of the sheets to remove.
        name: What the clerk did, in Chinese.

    Returns:
        Whether there was anything to do. It is undone as one step.
    """
    there = [each.id for each in batch.sheets]
    leaving = [each for each in gone if each in there]
    if not sheets and not leaving:
        return False
    at = Address(sheets[0][0].id if sheets else leaving[0])
    with batch.even_locked(), batch.as_one(name, at):
        for sheet, wanted in sheets:
            position = there.index(sheet.id) if sheet.id in there else wanted
            if sheet.id in there:
                batch.remove_sheet(sheet.id)
            batch.add_sheet(sheet, position)
        for each in leaving:
            batch.remove_sheet(each)
    return True
