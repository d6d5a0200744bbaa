"""财政意见: kept with the cell they are about, answered with what was done or why not."""

from selfeval_tui.sheet import Address, Answer, Batch, Life
from selfeval_tui.sheet.remarks import (
    add_remarks,
    answer,
    every_remark,
    is_unchanged,
    note,
    remarks_on,
    text_at,
)
from tests.sheet.build import cell, money, project, with_rows

DAY, LATER = "2024-05-06", "2024-05-08"


def year() -> Batch:
    """One project sheet with a wrong rate and one row."""
    return Batch([with_rows(project("5", "4.76", "94%"), ("投诉次数", "≤3次", "≤3次"))])


def test_a_remark_keeps_what_stood_in_its_cell() -> None:
    """修改前 is what the bureau saw."""
    batch = year()
    sheet = batch.sheets[0]
    at = money(sheet, "执行率")
    assert add_remarks(batch, [(sheet.id, note(batch, at, "应为95.2%", "粘贴", DAY))]) == 1
    (remark,) = remarks_on(batch, at)
    assert (remark.text, remark.before, remark.date, remark.is_open) == (
        "应为95.2%",
        "94%",
        DAY,
        True,
    )


def test_an_answer_keeps_what_stands_there_now() -> None:
    """修改后, and the remark waits no longer."""
    batch = year()
    sheet = batch.sheets[0]
    at = money(sheet, "执行率")
    add_remarks(batch, [(sheet.id, note(batch, at, "应为95.2%", "粘贴", DAY))])
    (remark,) = remarks_on(batch, at)
    assert is_unchanged(batch, sheet.id, remark)
    batch.set(at, "95.2%")
    assert not is_unchanged(batch, sheet.id, remark)
    answer(batch, sheet.id, remark, Answer.changed, "", LATER)
    (answered,) = remarks_on(batch, at)
    assert (answered.before, answered.after, answered.answer, answered.answered) == (
        "94%",
        "95.2%",
        Answer.changed,
        LATER,
    )


def test_remarks_and_answers_are_undone_step_by_step() -> None:
    """All remarks of one paste are one step."""
    batch = year()
    sheet = batch.sheets[0]
    at = cell(sheet, "r1", "实际完成值")
    both = [
        note(batch, at, "没有实际数", "粘贴", DAY),
        note(batch, Address(sheet.id), "重报", "粘贴", DAY),
    ]
    add_remarks(batch, [(sheet.id, each) for each in both])
    answer(batch, sheet.id, both[0], Answer.kept, "合同就是这样写的", LATER)
    batch.undo()
    assert [each.answer for _, each in every_remark(batch)] == [Answer.none, Answer.none]
    batch.undo()
    assert not list(every_remark(batch))
    batch.redo()
    assert [each.text for _, each in every_remark(batch)] == ["没有实际数", "重报"]


def test_the_same_remark_is_kept_once() -> None:
    """Who pastes twice gets no doubles."""
    batch = year()
    sheet = batch.sheets[0]
    at = money(sheet, "执行率")
    first = note(batch, at, "应为95.2%", "粘贴", DAY)
    again = note(batch, at, "应为95.2%", "粘贴", LATER)
    assert add_remarks(batch, [(sheet.id, first), (sheet.id, again)]) == 1


def test_a_locked_sheet_takes_remarks_and_answers() -> None:
    """They come when it is handed in; its content stays as it was."""
    batch = year()
    sheet = batch.sheets[0]
    batch.live(sheet.id, Life().finalise(DAY, "0", "1", "2"))
    at = money(sheet, "执行率")
    remark = note(batch, at, "应为95.2%", "粘贴", DAY)
    add_remarks(batch, [(sheet.id, remark)])
    answer(batch, sheet.id, remark, Answer.kept, "按未取整的金额算", LATER)
    assert remarks_on(batch, at)[0].answer is Answer.kept
    batch.unremark(sheet.id, remark.id)
    assert not remarks_on(batch, at)
    assert batch.typed(at) == "94%"


def test_a_remark_outlives_its_row() -> None:
    """A deleted row has no text any more, but what was said of it stays."""
    batch = year()
    sheet = batch.sheets[0]
    at = cell(sheet, "r1", "实际完成值")
    remark = note(batch, at, "这一行不要", "粘贴", DAY)
    add_remarks(batch, [(sheet.id, remark)])
    batch.delete_row(at)
    assert text_at(batch, at) == ""
    answer(batch, sheet.id, remark, Answer.changed, "已删去", LATER)
    assert [each.after for _, each in every_remark(batch)] == [""]
