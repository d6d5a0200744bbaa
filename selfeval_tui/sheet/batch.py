"""The sheets of one unit and year (本单位年度自评), and the one door for changing them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.approved import Approved
from selfeval_tui.sheet.basis import Basis
from selfeval_tui.sheet.calculate import Calculator, field_at
from selfeval_tui.sheet.change import (
    ApprovedChange,
    BasisChange,
    CellChange,
    Change,
    ExplanationChange,
    LifeChange,
    RemarkChange,
    RowChange,
    RulingChange,
    SheetChange,
    Step,
)
from selfeval_tui.sheet.create import new_id
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.sheet.explanation import Explanation
from selfeval_tui.sheet.judgement import DECIDED_ON, Judge, plays
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.plain import plain, plain_sheet
from selfeval_tui.sheet.preview import ComputedCell, Preview
from selfeval_tui.sheet.recorder import Listener, Recorder, Refusal
from selfeval_tui.sheet.remark import Remark
from selfeval_tui.sheet.sheet import Row, Ruling, Sheet
from selfeval_tui.sheet.show import show_value
from selfeval_tui.sheet.values import value_of
from selfeval_tui.sheet.write import ChangeWriter
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Kind
from selfeval_tui.text import has_controls, strip_controls

if TYPE_CHECKING:
    from selfeval_tui.text import Verdict


class Batch:
    """Holds the sheets, changes them by steps, and knows what follows from what was typed.

    Args:
        sheets: The sheets in their order; the batch owns them from now on.
    """

    def __init__(self, sheets: Iterable[Sheet] = ()) -> None:
        self._sheets = {sheet.id: sheet for sheet in sheets}
        self._calculator = Calculator(self._sheets, self.typed)
        self._judge = Judge(self._sheets, self.typed)
        self._writer = ChangeWriter(self._sheets, self._calculator, self._judge)
        self._recorder = Recorder(self._writer.write, self.locked, self._closed)
        self.read_only = ""
        """Why nothing at all may be changed, in Chinese; empty where it may."""

    @property
    def version(self) -> int:
        """Grows with each step; what was worked out at an earlier one may be stale."""
        return self._recorder.version

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets in their order; read them, and change them through the batch only."""
        return tuple(self._sheets.values())

    @property
    def printed(self) -> tuple[Sheet, ...]:
        """The sheets that are handed in; figures of the accounts (决算数据) are none of them."""
        return tuple(sheet for sheet in self._sheets.values() if sheet.spec.printed)

    def sheet(self, sheet_id: str) -> Sheet:
        """The sheet of that id.

        Raises:
            KeyError: There is none.
        """
        return self._sheets[sheet_id]

    def typed(self, address: Address) -> str:
        """What was typed in a cell, to the letter."""
        return self._sheets[address.sheet].typed(address)

    def computed(self, address: Address) -> Value | None:
        """The computed value beside the typed one; None for a cell without a formula."""
        return self._calculator.computed(address)

    def computed_text(self, address: Address) -> str:
        """The computed value as the screen shows it; empty where there is none."""
        value = self.computed(address)
        if value is None:
            return ""
        return show_value(value, field_at(self.sheet(address.sheet).spec, address))

    def verdict(self, address: Address) -> "Verdict | None":
        """The verdict of the cell's row; None where nothing is judged."""
        return self._judge.verdict(address)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of each step from now on; the returned function ends that."""
        return self._recorder.listen(listener)

    def hear_refusals(self, refusal: Refusal) -> Callable[[], None]:
        """Be told when a locked sheet was to be changed; the returned function ends that."""
        return self._recorder.hear_refusals(refusal)

    def locked(self, sheet_id: str) -> bool:
        """Whether a sheet may not be changed (定稿, 已报送, a newer format); no step does."""
        if self.read_only:
            return True
        return sheet_id in self._sheets and self._sheets[sheet_id].locked

    def _closed(self, sheet_id: str) -> bool:
        """Whether a sheet is for looking at only: its file is of a newer format, or all are."""
        if self.read_only:
            return True
        return sheet_id in self._sheets and bool(self._sheets[sheet_id].newer)

    def preview(self, address: Address, raw: str) -> Preview:
        """What a text would mean in a cell; nothing is changed."""
        sheet = self._sheets[address.sheet]
        field = field_at(sheet.spec, address)
        text = strip_controls(raw)

        def typed(other: Address) -> str:
            return text if other == address else self.typed(other)

        calculator, judge = Calculator(self._sheets, typed), Judge(self._sheets, typed)
        lapses = text != self.typed(address) and any(self._lapse(sheet, address))
        wants_number = field.kind in {Kind.MONEY, Kind.NUMBER, Kind.PERCENT}
        return Preview(
            address=address,
            text=text,
            dropped=has_controls(raw),
            readable=not wants_number or not text.strip() or value_of(field, text) is not BLANK,
            verdict=judge.verdict_under(address, Ruling()) if lapses else judge.verdict(address),
            computed=tuple(self._changed_values(calculator, address)),
        )

    def set(self, address: Address, raw: str) -> Step | None:
        """Type a text into a cell.

        Returns:
            The step, or None where the text was already there.
        """
        sheet = self._sheets[address.sheet]
        before, after = self.typed(address), strip_controls(raw)
        if before == after:
            return None
        name = f"修改“{field_at(sheet.spec, address).name}”"
        changes: list[Change] = [CellChange(address, before, after)]
        changes.extend(self._lapse(sheet, address))
        return self._commit(Step(name, tuple(changes), address))

    def verdict_under(self, row: Address, ruling: Ruling) -> "Verdict | None":
        """The verdict that the cell's row would have under a decision; nothing is changed."""
        return self._judge.verdict_under(row, ruling)

    def rule(self, row: Address, ruling: Ruling) -> Step | None:
        """Keep the clerk's own verdict or reading of a row (人工); None when unchanged."""
        before, ruling = self._sheets[row.sheet].row(row.table, row.row).ruling, plain(ruling)
        if before == ruling:
            return None
        return self._recorder.commit(
            Step("人工判定", (RulingChange(row.of_row, before, ruling),), row)
        )

    def support(self, row: Address, basis: Basis) -> Step | None:
        """Keep what the cell's row rests on (依据); None when unchanged."""
        before = self._sheets[row.sheet].row(row.table, row.row).basis
        after = plain(basis)
        if before == after:
            return None
        return self._recorder.commit(
            Step("填写依据", (BasisChange(row.of_row, before, after),), row)
        )

    def insert_row(
        self, sheet: str, table: str, position: int, cells: Mapping[str, str] | None = None
    ) -> Step:
        """Add a row to a free table; it stands at `position` afterwards."""
        kept = {name: strip_controls(text) for name, text in (cells or {}).items()}
        row = Row(new_id(), kept)
        at = Address(sheet, "", table, row.id)
        return self._commit(Step("插入一行", (RowChange(at, row, None, position),), at))

    def delete_row(self, address: Address) -> Step:
        """Remove the row of that cell from a free table; undo brings it back as it was."""
        row = self._sheets[address.sheet].row(address.table, address.row).copy()
        at = address.of_row
        change = RowChange(at, row, self._position(at), None)
        return self._commit(Step("删除一行", (change,), at))

    def move_row(self, address: Address, position: int) -> Step | None:
        """Move a row of a free table so that it stands at `position`; None when it does."""
        at, before = address.of_row, self._position(address)
        if before == position:
            return None
        row = self._sheets[at.sheet].row(at.table, at.row).copy()
        return self._commit(Step("移动一行", (RowChange(at, row, before, position),), at))

    def add_sheet(self, sheet: Sheet, position: int | None = None) -> Step:
        """Add a sheet, at the end where no position is given."""
        where = len(self._sheets) if position is None else position
        change = SheetChange(plain_sheet(sheet), None, where)
        return self._commit(Step("新建表", (change,), Address(sheet.id)))

    def remove_sheet(self, sheet_id: str) -> Step:
        """Take a sheet out of the batch; undo brings it back as it was."""
        position = list(self._sheets).index(sheet_id)
        change = SheetChange(self._sheets[sheet_id].copy(), position, None)
        return self._commit(Step("删除表", (change,), Address(sheet_id)))

    def move_sheet(self, sheet_id: str, position: int) -> Step | None:
        """Move a sheet so that it stands at `position`; None when it does."""
        before = list(self._sheets).index(sheet_id)
        if before == position:
            return None
        change = SheetChange(self._sheets[sheet_id].copy(), before, position)
        return self._commit(Step("移动表", (change,), Address(sheet_id)))

    def explain(self, sheet_id: str, reason: Explanation) -> Step:
        """Keep a reason (说明) with a sheet; one of the same id is replaced."""
        before, reason = self._sheets[sheet_id].explanations.get(reason.id), plain(reason)
        change = ExplanationChange(Address(sheet_id), before, reason)
        at = Address(sheet_id, reason.name, reason.table, reason.row)
        return self._commit(Step("填写说明", (change,), at))

    def unexplain(self, sheet_id: str, reason_id: str) -> Step:
        """Drop a reason."""
        reason = self._sheets[sheet_id].explanations[reason_id]
        change = ExplanationChange(Address(sheet_id), reason, None)
        at = Address(sheet_id, reason.name, reason.table, reason.row)
        return self._commit(Step("删除说明", (change,), at))

    def remark(self, sheet_id: str, remark: Remark) -> Step:
        """Keep a remark of the bureau (财政意见) with a sheet, locked or not; replaces its id."""
        before, remark = self._sheets[sheet_id].remarks.get(remark.id), plain(remark)
        at = Address(sheet_id, remark.name, remark.table, remark.row)
        name = "记下财政意见" if before is None else "答复财政意见"
        return self._commit(Step(name, (RemarkChange(at, before, remark),), at))

    def unremark(self, sheet_id: str, remark_id: str) -> Step:
        """Drop a remark."""
        remark = self._sheets[sheet_id].remarks[remark_id]
        at = Address(sheet_id, remark.name, remark.table, remark.row)
        return self._commit(Step("删除财政意见", (RemarkChange(at, remark, None),), at))

    def approve(self, sheet_id: str, approved: Iterable[Approved]) -> Step | None:
        """Keep what a sheet is held against (批复目标), in place of what was; None if unchanged."""
        before, after = self._sheets[sheet_id].approved, tuple(map(plain, approved))
        if before == after:
            return None
        at = Address(sheet_id)
        return self._commit(Step("记下批复目标", (ApprovedChange(at, before, after),), at))

    def live(self, sheet_id: str, life: Life) -> None:
        """Let a sheet's life go on; that is never undone, a sheet is opened again instead."""
        at = Address(sheet_id)
        change = LifeChange(at, self._sheets[sheet_id].life, plain(life))
        self._recorder.settle(Step(life.stage.label, (change,), at))

    def as_one(self, name: str, at: Address | None = None) -> AbstractContextManager[None]:
        """Make one step of all that is changed inside: undone as one, and told once at the end.

        An exception takes back what was changed so far. Inside another `as_one` it adds nothing.

        Args:
            name: What the clerk did, in Chinese.
            at: Where to look after doing or undoing it; the first change where None.
        """
        return self._recorder.as_one(name, at)

    def even_locked(self) -> AbstractContextManager[None]:
        """Let locked sheets be changed inside: for what was decided elsewhere, as on another PC."""
        return self._recorder.even_locked()

    def tried(self) -> AbstractContextManager[Sequence[Change]]:
        """Change something only to see what would follow: it is taken back at the end, untold.

        Inside, nothing may be asked that keeps what it learned. It gives the changes made so far.
        """
        return self._recorder.tried()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._recorder.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._recorder.can_redo

    def undo(self) -> Step | None:
        """Take back the latest step; None when there is none, or it is about a locked sheet."""
        return self._recorder.undo()

    def redo(self) -> Step | None:
        """Do again what was undone last; None when there is none, or about a locked sheet."""
        return self._recorder.redo()

    def _commit(self, step: Step) -> Step:
        return self._recorder.commit(step)

    def _lapse(self, sheet: Sheet, address: Address) -> Iterator[Change]:
        """The clerk's decision about a row ends when its target or actual changes."""
        if not address.table:
            return
        ruling = sheet.row(address.table, address.row).ruling
        if ruling and plays(sheet.spec.table(address.table), address.name, DECIDED_ON):
            yield RulingChange(address.of_row, ruling, Ruling())

    def _changed_values(self, calculator: Calculator, address: Address) -> Iterator[ComputedCell]:
        for cell in dependents(self._sheets, [address]):
            value = calculator.computed(cell)
            if value is not None and value != self.computed(cell):
                yield ComputedCell(cell, value)

    def _position(self, address: Address) -> int:
        return list(self._sheets[address.sheet].tables[address.table]).index(address.row)
