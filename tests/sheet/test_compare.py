"""What changed in a sheet since an earlier version of it."""

from collections.abc import Callable

from selfeval_tui.sheet import Basis, Batch, Difference, Sheet, differences
from tests.sheet.build import cell, money, project, with_rows


def _changed(change: Callable[[Batch, Sheet], object]) -> list[tuple[str, str, str]]:
    sheet = with_rows(project("5", "1"), ("投诉次数", "≤3次", ""), ("响应时间", "≤2天", "1天"))
    before = sheet.copy()
    batch = Batch([sheet])
    change(batch, sheet)
    return [_told(each) for each in differences(before, batch.sheet(sheet.id))]


def _told(each: Difference) -> tuple[str, str, str]:
    where = each.address.name or each.address.row or each.address.table
    return where, each.before, each.after


def test_an_unchanged_sheet_differs_in_nothing() -> None:
    """Nothing has to be printed again."""
    assert _changed(lambda _batch, _sheet: None) == []


def test_a_changed_cell_tells_both_texts() -> None:
    """执行数 was 1 and is 2."""
    found = _changed(lambda batch, sheet: batch.set(money(sheet, "执行数"), "2"))
    assert found == [("执行数", "1", "2")]


def test_what_a_row_rests_on_is_told_of_the_row() -> None:
    """依据 is never printed, and says so."""
    sheet = with_rows(project(), ("投诉次数", "≤3次", ""))
    before = sheet.copy()
    batch = Batch([sheet])
    row = cell(sheet, "r1", "").of_row
    batch.support(row, Basis(document="某服务合同", satisfied="96"))
    told = "合同号或文件号：某服务合同；问卷满意数：96"
    found = differences(before, batch.sheet(sheet.id))
    assert found == (Difference(row, "", told, basis=True),)


def test_a_row_that_went_is_told_whole() -> None:
    """Its cells are not there to be looked up any more."""
    found = _changed(lambda batch, sheet: batch.delete_row(cell(sheet, "r2", "三级指标")))
    assert found == [("r2", "响应时间 / ≤2天 / 1天", "")]


def test_a_new_row_is_told_whole() -> None:
    """One line for the row, not one for each of its cells."""
    cells = {"三级指标": "培训人次", "年初目标值": "≥30人"}
    found = _changed(lambda batch, sheet: batch.insert_row(sheet.id, "指标", 1, cells))
    assert [each[1:] for each in found] == [("", "培训人次 / ≥30人")]


def test_rows_in_another_order_are_told() -> None:
    """The printed sheet looks different although no text is."""
    found = _changed(lambda batch, sheet: batch.move_row(cell(sheet, "r2", "三级指标"), 0))
    assert found == [("指标", "1 2", "2 1")]
