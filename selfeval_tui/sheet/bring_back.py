"""Bringing an earlier version of a sheet back, as one step."""

from attrs import frozen

from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.compare import Difference, differences
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.take_in import take_in


@frozen
class Comparison:
    """How two versions of a sheet stand to each other."""

    differences: tuple[Difference, ...]
    same: bool
    """Whether they say the same in all, decisions and reasons included."""

    @property
    def words(self) -> str:
        """相同, 12处不同, or that only what stands beside the cells differs."""
        if self.same:
            return "相同"
        count = len(self.differences)
        return f"{count}处不同" if count else "只有判定、说明或状态不同"


def compare(before: Sheet, after: Sheet) -> Comparison:
    """Compare two versions of one sheet."""
    found = differences(before, after)
    return Comparison(found, not found and _beside(before) == _beside(after))


def brought_back(version: Sheet, present: Sheet) -> Sheet:
    """What the sheet would say with an earlier version's content.

    Where it stands in its life stays, and so does what the bureau said since: its remarks, and
    what it approved.
    """
    back = version.copy()
    back.id, back.demo, back.life = present.id, present.demo, present.life
    back.remarks, back.approved = dict(present.remarks), present.approved
    return back


def bring_back(batch: Batch, sheet_id: str, version: Sheet, name: str) -> bool:
    """Let a sheet say what it said once, as one step that can be undone.

    Args:
        batch: It has the sheet.
        sheet_id: Which one.
        version: The earlier version.
        name: What the clerk did, in Chinese.

    Returns:
        Whether anything changed; a locked sheet refuses, and one that says so already stays.
    """
    present = batch.sheet(sheet_id)
    back = brought_back(version, present)
    if compare(present, back).same or batch.locked(present.id):
        return False
    return take_in(batch, [(back, 0)], (), name)


def _beside(sheet: Sheet) -> tuple[object, ...]:
    """What a sheet says beside its cells."""
    rulings = {(table.name, row.id): row.ruling for table, row in sheet.rows()}
    return rulings, sheet.life, sheet.explanations, sheet.remarks, sheet.approved
