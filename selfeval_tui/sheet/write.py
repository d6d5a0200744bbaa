"""Writing a change into the sheets, and forgetting what followed from what stood there."""

from collections.abc import Iterator
from typing import assert_never

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.calculate import Calculator
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
)
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.sheet.judgement import JUDGED_BY, Judge, plays
from selfeval_tui.sheet.sheet import Sheet


class ChangeWriter:
    """The hand of a batch; nobody else writes into its sheets.

    Args:
        sheets: The sheets of the batch, by id.
        calculator: What it computed of them is forgotten where it may differ now.
        judge: The same for its verdicts.
    """

    def __init__(self, sheets: dict[str, Sheet], calculator: Calculator, judge: Judge) -> None:
        self._sheets = sheets
        self._calculator = calculator
        self._judge = judge

    def write(self, change: Change) -> None:
        """Write one change; what it touches is worked out anew when somebody looks."""
        match change:
            case CellChange():
                change.apply(self._sheets[change.sheet])
                self._cell_changed(change.address)
            case RulingChange():
                change.apply(self._sheets[change.sheet])
                self._judge.forget(change.address)
            case (
                BasisChange()
                | ExplanationChange()
                | RemarkChange()
                | ApprovedChange()
                | LifeChange()
            ):
                change.apply(self._sheets[change.sheet])
            case RowChange():
                change.apply(self._sheets[change.sheet])
                self._judge.forget(change.address)
                self._calculator.forget(self._row_cells(change.address))
                self._calculator.forget(dependents(self._sheets, [change.address]))
            case SheetChange():
                self._write_sheet(change)
            case _:
                assert_never(change)

    def _write_sheet(self, change: SheetChange) -> None:
        order = [sheet for sheet in self._sheets.values() if sheet.id != change.sheet]
        if change.after is not None:
            order.insert(change.after, change.content.copy())
        # The mapping itself is shared with the calculator and the judge: refill, never replace.
        self._sheets.clear()
        self._sheets.update({sheet.id: sheet for sheet in order})
        self._calculator.forget_all()
        self._judge.forget_all()

    def _cell_changed(self, address: Address) -> None:
        self._calculator.forget(dependents(self._sheets, [address]))
        if not address.table:
            return
        table = self._sheets[address.sheet].spec.table(address.table)
        if plays(table, address.name, JUDGED_BY):
            self._judge.forget(address)

    def _row_cells(self, row: Address) -> Iterator[Address]:
        table = self._sheets[row.sheet].spec.table(row.table)
        return (row.beside(column.name) for column in table.columns)
