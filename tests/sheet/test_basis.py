"""依据: what an actual value rests on."""

from selfeval_tui.sheet import Basis, Batch
from selfeval_tui.sheet.change import BasisChange
from tests.sheet.build import cell, project, with_rows

CONTRACT = Basis(document="某服务合同", evidence="验收单")


def test_a_basis_can_be_undone_and_done_again() -> None:
    """One step, told to whoever listens; the texts of the row stay."""
    sheet = with_rows(project(), ("次数", "≥5次", "6次"))
    batch = Batch([sheet])
    at = cell(sheet, "r1", "实际完成值")
    step = batch.support(at, CONTRACT)
    assert step is not None
    assert step.changes == (BasisChange(at.of_row, Basis(), CONTRACT),)
    assert sheet.row("指标", "r1").basis == CONTRACT
    batch.undo()
    assert not sheet.row("指标", "r1").basis
    batch.redo()
    assert sheet.row("指标", "r1").basis == CONTRACT


def test_the_same_basis_is_no_step() -> None:
    """Looking at it changes nothing; control characters do not come in."""
    sheet = with_rows(project(), ("次数", "≥5次", "6次"))
    batch = Batch([sheet])
    batch.support(cell(sheet, "r1", ""), CONTRACT)
    assert batch.support(cell(sheet, "r1", ""), Basis("某服务\x07合同", "验收单")) is None


def test_a_basis_outlives_a_changed_actual_and_a_copied_row() -> None:
    """It belongs to the row, not to one value; undoing a deletion brings it back."""
    sheet = with_rows(project(), ("次数", "≥5次", "6次"))
    batch = Batch([sheet])
    at = cell(sheet, "r1", "实际完成值")
    batch.support(at, CONTRACT)
    batch.set(at, "7次")
    batch.delete_row(at)
    batch.undo()
    assert batch.sheet(sheet.id).row("指标", "r1").basis == CONTRACT
    assert sheet.copy().row("指标", "r1").basis == CONTRACT
