"""The order of cells over all sheets."""

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.tui.fill.order import (
    cells_after,
    cells_before,
    cells_of,
    next_unfilled,
    next_unfinished,
    unfilled,
)
from tests.tui.fill.build import demo_batch, field, indicator, money, one


def test_every_cell_comes_once_and_the_own_one_last() -> None:
    """Round through all nine sheets, forwards and backwards."""
    batch = demo_batch()
    here = money(one(batch, "附件1-3"), "执行数")
    onward, back = list(cells_after(batch, here)), list(cells_before(batch, here))
    everything = {each for sheet in batch.sheets for each in sheet.addresses()}
    assert len(onward) == len(set(onward)) == len(back)
    assert set(onward) == set(back)
    assert set(onward) <= everything
    assert onward[-1] == back[-1] == here
    assert onward[:-1] == back[-2::-1]


def test_cells_come_as_the_screen_shows_them() -> None:
    """The head first, the notes last."""
    sheet = one(demo_batch(), "附件1-3")
    cells = [each.name for each in cells_of(sheet)]
    assert cells[0] == "附件号"
    assert cells.index("项目类型") + 1 == cells.index("预算数")
    assert cells[-1] == "备注"


def test_the_next_empty_required_cell_may_be_in_another_sheet() -> None:
    """附件1-5 is filled from the cursor on, 附件1-6 has a gap, and round to the first again."""
    batch = demo_batch()
    fifth, sixth = one(batch, "附件1-5"), one(batch, "附件1-6")
    for sheet, name in ((fifth, "项目名称"), (sixth, "主管部门")):
        batch.set(field(sheet, name), "")
    assert next_unfilled(batch, field(fifth, "年度")) == field(fifth, "项目名称")
    assert next_unfilled(batch, field(fifth, "项目名称")) == field(sixth, "主管部门")
    assert next_unfilled(batch, field(sixth, "主管部门")) == field(fifth, "项目名称")
    assert unfilled(fifth) == (field(fifth, "项目名称"),)
    assert next_unfinished(batch, fifth.id) is sixth
    assert next_unfinished(batch, sixth.id) is fifth


def test_where_all_is_filled_there_is_nowhere_to_go() -> None:
    """A blank is not filled."""
    batch = Batch([one(demo_batch(), "附件1-5")])
    sheet = batch.sheets[0]
    here = indicator(sheet, 0, "实际完成值")
    assert next_unfilled(batch, here) is None
    assert next_unfinished(batch, sheet.id) is None
    batch.set(here, "  ")
    assert next_unfilled(batch, here) == here


def test_a_place_that_is_no_cell_begins_at_the_top() -> None:
    """An empty table has a line that can be entered, but no cell."""
    sheet = one(demo_batch(), "附件1-5")
    batch = Batch([sheet])
    nowhere = Address(sheet.id, "", "指标")
    assert next(cells_after(batch, nowhere)) == field(sheet, "附件号")
    assert next(cells_before(batch, nowhere)) == field(sheet, "备注")
