"""A preview says what a text would mean and changes nothing."""

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.text import VerdictCode
from tests.sheet.build import cell, department, everything, money, project, with_rows


def test_preview_of_an_actual_judges_the_row() -> None:
    """While 12 is typed for ≥10次 the pane already says 达到."""
    sheet = with_rows(project(), ("培训次数", "≥10次", "9次"))
    batch = Batch([sheet])
    preview = batch.preview(cell(sheet, "r1", "实际完成值"), "11次")
    assert preview.verdict is not None
    assert preview.verdict.code is VerdictCode.met
    kept = batch.verdict(cell(sheet, "r1", ""))
    assert kept is not None
    assert kept.code is VerdictCode.missed


def test_preview_of_an_amount_shows_the_rate_and_the_total_it_would_give() -> None:
    """执行数 is followed by 执行率 of the sheet and by the sum beside 附件2."""
    sheet, whole = project("5", "4"), department()
    batch = Batch([sheet, whole])
    preview = batch.preview(money(sheet, "执行数"), "4.76")
    shown = {each.address.name: str(each.value) for each in preview.computed}
    assert shown == {"执行率": "0.952", "项目支出总额": "4.76"}


def test_preview_changes_nothing() -> None:
    """Whatever is previewed, the batch is as before."""
    sheet = with_rows(project("5", "4"), ("甲", "≥1次", "2次"))
    batch = Batch([sheet])
    before = everything(batch)
    batch.preview(money(sheet, "执行数"), "1")
    batch.preview(cell(sheet, "r1", "年初目标值"), "≤1次")
    assert everything(batch) == before
    assert batch.undo() is None


def test_preview_says_when_an_amount_cannot_be_read() -> None:
    """五块多 is kept as typed, and the pane can say that it is no amount."""
    sheet = project()
    batch = Batch([sheet])
    assert not batch.preview(money(sheet, "预算数"), "待定").readable
    assert batch.preview(money(sheet, "预算数"), "182418.55元").readable
    assert batch.preview(Address(sheet.id, "项目名称"), "待定").readable


def test_preview_says_when_characters_would_be_dropped() -> None:
    """A control character in a paste is announced."""
    sheet = project()
    batch = Batch([sheet])
    name = Address(sheet.id, "项目名称")
    assert batch.preview(name, "甲\x07乙").dropped
    assert not batch.preview(name, "甲\r\n乙").dropped
