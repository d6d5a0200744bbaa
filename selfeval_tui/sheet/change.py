"""Changes as data: what was there, what is there now, and how to take it back.

A `Step` is a named list of changes that is undone as one. Undo, autosave and repaint all
live on the steps that `Batch` reports.
"""

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.approved import Approved
from selfeval_tui.sheet.basis import Basis
from selfeval_tui.sheet.explanation import Explanation
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.remark import Remark
from selfeval_tui.sheet.sheet import Row, Ruling, Sheet


@frozen
class CellChange:
    """A cell's typed text changed."""

    address: Address
    before: str
    after: str

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "CellChange":
        """The change that takes this one back."""
        return CellChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Write the new text."""
        if not self.address.table:
            sheet.fields[self.address.name] = self.after
            return
        sheet.row(self.address.table, self.address.row).cells[self.address.name] = self.after


@frozen
class RulingChange:
    """The clerk decided about a row, or the decision lapsed."""

    address: Address
    before: Ruling
    after: Ruling

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "RulingChange":
        """The change that takes this one back."""
        return RulingChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Write the decision."""
        sheet.row(self.address.table, self.address.row).ruling = self.after


@frozen
class BasisChange:
    """What a row rests on (依据) changed."""

    address: Address
    before: Basis
    after: Basis

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "BasisChange":
        """The change that takes this one back."""
        return BasisChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Write what the row rests on."""
        sheet.row(self.address.table, self.address.row).basis = self.after


@frozen
class ExplanationChange:
    """A reason (说明) came, went or was put in other words; None where it is not there."""

    address: Address
    before: Explanation | None
    after: Explanation | None

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "ExplanationChange":
        """The change that takes this one back."""
        return ExplanationChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Keep the reason, or drop it."""
        if self.before is not None:
            sheet.explanations.pop(self.before.id, None)
        if self.after is not None:
            sheet.explanations[self.after.id] = self.after


@frozen
class RemarkChange:
    """A remark of the bureau (财政意见) came, went or was answered; None where it is not there."""

    address: Address
    before: Remark | None
    after: Remark | None

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "RemarkChange":
        """The change that takes this one back."""
        return RemarkChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Keep the remark, or drop it."""
        if self.after is not None:
            sheet.remarks[self.after.id] = self.after
        elif self.before is not None:
            sheet.remarks.pop(self.before.id, None)


@frozen
class ApprovedChange:
    """Other approved indicators (批复目标) came to be those that a sheet is held against."""

    address: Address
    before: tuple[Approved, ...]
    after: tuple[Approved, ...]

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "ApprovedChange":
        """The change that takes this one back."""
        return ApprovedChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Keep what was approved."""
        sheet.approved = self.after


@frozen
class LifeChange:
    """A sheet was finalised, handed in or opened again."""

    address: Address
    before: Life
    after: Life

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "LifeChange":
        """The change that takes this one back."""
        return LifeChange(self.address, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Write where the sheet stands."""
        sheet.life = self.after


@frozen
class RowChange:
    """A row came, went or moved; a position of None means that it is not there."""

    address: Address
    row: Row
    before: int | None
    after: int | None

    @property
    def sheet(self) -> str:
        """The id of the sheet it belongs to."""
        return self.address.sheet

    def inverted(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.address, self.row, self.after, self.before)

    def apply(self, sheet: Sheet) -> None:
        """Put the row where it belongs now; a row that comes back is as it was."""
        rows = list(sheet.tables.get(self.address.table, {}).values())
        moving = self.row.copy() if self.before is None else rows.pop(self.before)
        if self.after is not None:
            rows.insert(self.after, moving)
        sheet.tables[self.address.table] = {row.id: row for row in rows}


@frozen
class SheetChange:
    """A sheet came or went; a position of None means that it is not there."""

    content: Sheet
    before: int | None
    after: int | None

    @property
    def sheet(self) -> str:
        """The sheet's id."""
        return self.content.id

    def inverted(self) -> "SheetChange":
        """The change that takes this one back."""
        return SheetChange(self.content, self.after, self.before)


Change = (
    CellChange
    | RulingChange
    | BasisChange
    | ExplanationChange
    | RemarkChange
    | ApprovedChange
    | LifeChange
    | RowChange
    | SheetChange
)


def place_of(change: Change) -> Address:
    """Where to look for a change."""
    return Address(change.sheet) if isinstance(change, SheetChange) else change.address


@frozen
class Step:
    """What the clerk did, as one thing to undo."""

    name: str
    """In Chinese, as in 修改“实际完成值”."""
    changes: tuple[Change, ...]
    at: Address
    """Where to look after doing or undoing it."""

    def inverted(self) -> "Step":
        """The step that takes this one back."""
        return Step(self.name, tuple(each.inverted() for each in reversed(self.changes)), self.at)

    @property
    def sheets(self) -> frozenset[str]:
        """The ids of the sheets it touches."""
        return frozenset(each.sheet for each in self.changes)
