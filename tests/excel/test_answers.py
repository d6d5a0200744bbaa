"""修改说明: what the bureau said, what stood there, what stands there now, and why."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from selfeval_tui.excel.answers import ANSWERS, answers_report, write_answers
from selfeval_tui.excel.submission import prepare_submissions
from selfeval_tui.layout import ExportOptions
from selfeval_tui.sheet import Address, Answer, Batch
from selfeval_tui.sheet.remarks import add_remarks, answer, note, remarks_on
from tests.sheet.build import cell, money, project, with_rows

DAY = "2024-05-06"


def year() -> Batch:
    """One sheet with three remarks: mended, kept, and not answered."""
    batch = Batch([with_rows(project("5", "4.76", "94%"), ("投诉次数", "≤3次", "≤3次"))])
    sheet = batch.sheets[0]
    sheet.fields["附件号"] = "附件1-7"
    rate, actual = money(sheet, "执行率"), cell(sheet, "r1", "实际完成值")
    said = ((rate, "应为95.2%"), (actual, "没有实际数"), (Address(sheet.id), "请重报"))
    add_remarks(batch, [(sheet.id, note(batch, at, text, "粘贴", DAY)) for at, text in said])
    batch.set(rate, "95.2%")
    answer(batch, sheet.id, remarks_on(batch, rate)[0], Answer.changed, "", DAY)
    answer(batch, sheet.id, remarks_on(batch, actual)[0], Answer.kept, "合同就是这样写的", DAY)
    return batch


def rows(batch: Batch) -> list[tuple[object, ...]]:
    """The rows of the table."""
    report = answers_report(batch, batch.sheets)
    assert report is not None
    data = write_answers(report, ExportOptions(), date(2024, 5, 8))
    page = load_workbook(BytesIO(data)).worksheets[0]
    return [tuple(row) for row in page.iter_rows(min_row=4, values_only=True)]


def test_each_remark_has_its_line() -> None:
    """意见, 修改前, 修改后, 说明."""
    found = rows(year())
    assert found[:3] == [
        ("1", "附件1-7", "执行率", "应为95.2%", "94%", "95.2%", "已改"),
        ("2", "附件1-7", "第1行实际完成值", "没有实际数", "≤3次", "≤3次", "不改。合同就是这样写的"),
        ("3", "附件1-7", "整张表", "请重报", "—", "—", "未答复"),
    ]
    assert found[3][0] == "还有 1 条意见没有答复。"


def test_what_is_changed_once_more_is_told_as_it_is_now() -> None:
    """The bureau compares with the sheet that it gets."""
    batch = year()
    batch.set(money(batch.sheets[0], "执行率"), "95%")
    assert rows(batch)[0][5] == "95%"


def test_a_row_that_was_deleted_is_told() -> None:
    """Its text is gone with it."""
    batch = year()
    batch.delete_row(cell(batch.sheets[0], "r1", "实际完成值"))
    assert rows(batch)[1][2] == "实际完成值（行已删去）"


def test_it_goes_with_what_is_handed_in_again() -> None:
    """Only where there are remarks."""
    batch = year()
    (submission,) = prepare_submissions(batch, batch.sheets, ExportOptions())
    assert [each.what for each in submission.members].count(ANSWERS) == 1
    for remark in list(batch.sheets[0].remarks):
        batch.unremark(batch.sheets[0].id, remark)
    (submission,) = prepare_submissions(batch, batch.sheets, ExportOptions())
    assert not [each for each in submission.members if each.what == ANSWERS]
