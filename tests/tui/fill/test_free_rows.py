"""Adding and removing rows."""

from selfeval_tui.sheet import Address, Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.tui.fill.actions.free_rows import (
    delete_row,
    insert_row,
    insert_rows,
    move_row,
)
from tests.tui.fill.build import demo_batch, field, indicator, money, one


def _indicators(batch: Batch, name: str) -> list[str]:
    return [row.cells.get("三级指标", "") for row in one(batch, name).tables["指标"].values()]


def test_a_new_row_stands_below_and_goes_on_with_the_group() -> None:
    """一级 and 二级 are taken over; the cursor waits at the 三级指标."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    to = insert_row(batch, indicator(sheet, 1, "实际完成值"))
    assert _indicators(batch, "附件1-7")[1:4] == [
        "电子化交易平台设备、资料保存完好率",
        "",
        "房屋设施故障维修率",
    ]
    assert to == indicator(sheet, 2, "三级指标")
    assert batch.typed(indicator(sheet, 2, "二级指标")) == "质量指标"


def test_an_empty_table_gets_its_first_row() -> None:
    """There is nothing to take over; the cursor waits at the first column."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    batch = Batch([sheet])
    to = insert_row(batch, Address(sheet.id, "", "指标"))
    assert to == indicator(sheet, 0, "一级指标")


def test_a_removed_row_comes_back_with_undo() -> None:
    """Nothing is lost."""
    batch = demo_batch()
    before = _indicators(batch, "附件1-7")
    assert delete_row(batch, indicator(one(batch, "附件1-7"), 2, "三级指标"))
    assert _indicators(batch, "附件1-7") == before[:2] + before[3:]
    batch.undo()
    assert _indicators(batch, "附件1-7") == before


def test_rows_that_the_form_brings_stay() -> None:
    """Neither fields nor the money row can be removed or doubled."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    for address in (field(sheet, "项目名称"), money(sheet, "预算数")):
        assert insert_row(batch, address) is None
        assert not delete_row(batch, address)
    assert not delete_row(batch, Address(sheet.id, "", "指标"))


def test_a_row_may_stand_above() -> None:
    """The first row of a table can be put in as well."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    before = _indicators(batch, "附件1-7")
    to = insert_row(batch, indicator(sheet, 0, "实际完成值"), above=True)
    assert _indicators(batch, "附件1-7") == ["", *before]
    assert to == indicator(sheet, 0, "三级指标")


def test_a_row_moves_by_one_and_not_beyond_its_table() -> None:
    """Up and down, as one step each."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    before = _indicators(batch, "附件1-7")
    first = indicator(sheet, 0, "三级指标")
    assert not move_row(batch, first, -1)
    assert move_row(batch, first, 1)
    assert _indicators(batch, "附件1-7") == [before[1], before[0], *before[2:]]
    last = indicator(sheet, len(before) - 1, "三级指标")
    assert not move_row(batch, last, 1)
    batch.undo()
    assert _indicators(batch, "附件1-7") == before


def test_several_rows_are_put_in_as_one_step() -> None:
    """Below the row, in their order; one undo takes them away."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    before = _indicators(batch, "附件1-7")
    first = insert_rows(
        batch, indicator(sheet, 0, "三级指标"), [{"三级指标": "甲"}, {"三级指标": "乙"}]
    )
    assert _indicators(batch, "附件1-7") == [before[0], "甲", "乙", *before[1:]]
    assert first.row == indicator(sheet, 1, "").row
    batch.undo()
    assert _indicators(batch, "附件1-7") == before
