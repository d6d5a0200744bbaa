"""草稿, 定稿, 已报送, 退回修改: what is locked, and who is told."""

from attrs import evolve

from selfeval_tui.sheet import Batch, Explanation, Life, ReturnReason, Stage
from tests.sheet.build import cell, money, project, with_rows

FINAL = Life().finalise("2024-04-23", "0123", "abcd", "ef01")
REASON = Explanation("e1", "IND-001", "指标", "r1", "实际完成值", "77", "合同跨年", "2024-04-23")


def test_a_final_sheet_takes_no_change() -> None:
    """定稿 is locked: typing, rows and bulk changes leave it as it is, and the clerk is told."""
    sheet = with_rows(project("5", "1"), ("投诉次数", "≤3次", ""))
    batch = Batch([sheet])
    told: list[frozenset[str]] = []
    batch.hear_refusals(told.append)
    batch.live(sheet.id, FINAL)
    before = batch.sheet(sheet.id).copy()
    batch.set(money(sheet, "执行数"), "2")
    batch.insert_row(sheet.id, "指标", 0)
    batch.delete_row(cell(sheet, "r1", "三级指标"))
    batch.explain(sheet.id, REASON)
    batch.remove_sheet(sheet.id)
    assert batch.sheet(sheet.id) == before
    assert told == [frozenset({sheet.id})] * 5


def test_undo_does_not_reach_into_a_final_sheet() -> None:
    """定稿 is not undone but opened again."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    batch.set(money(sheet, "执行数"), "2")
    batch.live(sheet.id, FINAL)
    assert batch.undo() is None
    assert batch.typed(money(sheet, "执行数")) == "2"
    batch.live(sheet.id, FINAL.reopen("2024-05-06", ReturnReason.bureau.label))
    assert batch.undo() is not None
    assert batch.typed(money(sheet, "执行数")) == "1"


def test_other_sheets_go_on() -> None:
    """One locked sheet locks no other."""
    first, second = project("5", "1"), project("6", "2")
    batch = Batch([first, second])
    batch.live(first.id, FINAL)
    assert batch.set(money(second, "执行数"), "3")
    assert batch.typed(money(second, "执行数")) == "3"


def test_a_life_keeps_what_was_recorded() -> None:
    """What was handed in, when and how, stays known after the sheet came back."""
    life = FINAL.submit("2024-04-25", "纸质").reopen("2024-05-06", ReturnReason.bureau.label)
    assert life == evolve(
        FINAL,
        stage=Stage.returned,
        submitted="2024-04-25",
        channel="纸质",
        returned="2024-05-06",
        reason="财政退回",
    )
    assert not life.locked


def test_a_reason_can_be_given_replaced_and_taken_back() -> None:
    """A reason is a step like any other."""
    sheet = with_rows(project("5", "1"), ("投诉次数", "≤3次", ""))
    batch = Batch([sheet])
    batch.explain(sheet.id, REASON)
    batch.explain(sheet.id, evolve(REASON, text="合同跨年度"))
    assert [each.text for each in batch.sheet(sheet.id).explanations.values()] == ["合同跨年度"]
    batch.undo()
    assert batch.sheet(sheet.id).explanations == {"e1": REASON}
    batch.unexplain(sheet.id, "e1")
    assert not batch.sheet(sheet.id).explanations
    batch.undo()
    assert batch.sheet(sheet.id).explanations == {"e1": REASON}
