"""What a sheet said before a step, and whether that is worth keeping."""

from selfeval_tui.sheet.change import LifeChange, RulingChange, SheetChange, Step
from selfeval_tui.sheet.sheet import Sheet

_FEW = 1
"""Cells, rows, reasons or remarks that are changed at once by hand."""


def before_step(step: Step, sheet_id: str, after: Sheet | None) -> Sheet | None:
    """What a sheet said before a step.

    Args:
        step: The step, which was done.
        sheet_id: Which sheet.
        after: The sheet as the step left it; it stays as it is. None where it is gone.

    Returns:
        A sheet of its own with the step's changes taken back; None where there was none.
    """
    sheet = after.copy() if after else None
    for change in step.inverted().changes:
        if change.sheet != sheet_id:
            continue
        if isinstance(change, SheetChange):
            sheet = _came_or_went(change, sheet)
        elif sheet is not None:
            change.apply(sheet)
    return sheet


def changed_in_bulk(step: Step) -> frozenset[str]:
    """The sheets that a step changes in more than one place, and those that it replaces.

    A paste, a list, the same change on many sheets, a restored version; not a single cell with
    the decision that lapses with it. A sheet that only comes or goes is whole elsewhere.
    """
    single = RulingChange | LifeChange | SheetChange
    many = [each.sheet for each in step.changes if not isinstance(each, single)]
    came, went = set(), set()
    for each in step.changes:
        if isinstance(each, SheetChange) and each.before is None:
            came.add(each.sheet)
        elif isinstance(each, SheetChange) and each.after is None:
            went.add(each.sheet)
    return frozenset(many if len(many) > _FEW else ()) | (came & went)


def changed_stage(step: Step) -> frozenset[str]:
    """The sheets that were finalised, handed in or opened again by a step."""
    return frozenset(each.sheet for each in step.changes if isinstance(each, LifeChange))


def _came_or_went(change: SheetChange, sheet: Sheet | None) -> Sheet | None:
    if change.after is None:
        return None
    return change.content.copy() if change.before is None else sheet
