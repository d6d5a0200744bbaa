"""Rows in the grid: moved, copied from another sheet, and named by the form's standard names."""

import pytest

from selfeval_tui.sheet import Approved, Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.tui.fill.actions.copyrows import CopyRowsDialog, rows_of, sources, taken_over
from selfeval_tui.tui.fill.choice import ChoiceList
from selfeval_tui.tui.fill.editor import CellEditor
from selfeval_tui.tui.fill.standard import offers_list, standard_names
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.ticklist import TickList
from tests.tui.fill.build import demo_batch, drawing_of, follow, indicator, one, text_of
from tests.tui.fill.harness import Desk, filling

ACTUAL, LEVEL1, LEVEL2, LEVEL3 = "实际完成值", "一级指标", "二级指标", "三级指标"
OUTPUT = ("数量指标", "质量指标", "时效指标", "成本指标")


def test_group_cells_are_said_once_after_a_row_has_moved() -> None:
    """A row of another 二级 between two equal ones parts them; moved back they are one again."""
    batch = demo_batch()
    drawing = follow(batch, drawing_of(batch, "附件1-7", 120))
    sheet = one(batch, "附件1-7")
    lines = [drawing.sheet_lines.rows[indicator(sheet, row, "").of_row] for row in range(4)]
    level2 = [batch.typed(indicator(sheet, row, LEVEL2)) for row in range(4)]
    assert level2[:3] == ["数量指标", "质量指标", "质量指标"]
    assert "质量指标" not in text_of(drawing, lines[2]).split()
    batch.move_row(indicator(sheet, 0, LEVEL3), 1)
    assert [text_of(drawing, line).split()[:3].count("质量指标") for line in lines[:3]] == [1, 0, 1]
    assert [text_of(drawing, line).split().count("产出指标") for line in lines[:3]] == [1, 0, 0]
    batch.undo()
    assert "质量指标" not in text_of(drawing, lines[2]).split()


def test_copied_rows_bring_the_promise_and_not_what_was_reached() -> None:
    """Indicator and target to the letter; the actual stays blank."""
    batch = demo_batch()
    table, row = next(rows_of(one(batch, "附件1-7")))
    cells = taken_over(table, row, table)
    assert cells == {name: row.cells[name] for name in (LEVEL1, LEVEL2, LEVEL3, "年初目标值")}


def test_rows_go_from_one_form_to_another_by_what_columns_mean() -> None:
    """年初目标值 of one form is 年度指标值 of the other."""
    batch = demo_batch()
    table, row = next(rows_of(one(batch, "附件1-7")))
    other = load_spec("mof-2020/project").table("指标")
    assert taken_over(table, row, other)["年度指标值"] == row.cells["年初目标值"]


def test_only_other_sheets_with_indicators_are_offered() -> None:
    """A new sheet has none yet."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"))
    published = demo_batch().sheets
    batch = Batch([sheet, *published])
    assert sources(batch, sheet) == published
    assert sheet not in sources(batch, published[0])


@pytest.mark.parametrize(
    ("form", "level1", "names"),
    [
        ("ezhou-gedian/project", "产出指标", OUTPUT),
        ("ezhou-gedian/project", "产出指标 ", OUTPUT),
        ("ezhou-gedian/project", "别的", ()),
        ("ezhou-gedian/department", "履职效能", ()),
        ("hubei/project", "产出指标（20分）", OUTPUT),
        ("hubei/project", "产出指标（25分）", OUTPUT),
        ("hubei/project", "产出指标", OUTPUT),
    ],
)  # fmt: skip
def test_the_names_of_the_second_level_follow_the_first(
    form: str, level1: str, names: tuple[str, ...]
) -> None:
    """With or without a weight behind the 一级指标."""
    sheet = new_sheet(load_spec(form))
    table = next(each for each in sheet.spec.tables if each.skeleton)
    row = next(iter(sheet.tables[table.name]))
    batch = Batch([sheet])
    at = [each for each in sheet.addresses() if each.table == table.name and each.row == row]
    first, second = (next(each for each in at if each.name == name) for name in (LEVEL1, LEVEL2))
    batch.set(first, level1)
    assert standard_names(batch, second) == names
    assert standard_names(batch, first) == tuple(table.skeleton)


def test_a_text_of_the_clerks_own_is_edited_and_not_replaced() -> None:
    """The list comes for a blank cell, and for a 二级指标 that is a standard one."""
    batch = demo_batch()
    sheet = one(batch, "附件1-7")
    level1, level2 = indicator(sheet, 0, LEVEL1), indicator(sheet, 0, LEVEL2)
    assert offers_list(batch, level1) == ()
    assert offers_list(batch, level2) == OUTPUT
    batch.set(level2, "数量指标（10分）")
    assert offers_list(batch, level2) == ()
    batch.set(level2, "")
    assert offers_list(batch, level2) == OUTPUT
    batch.set(level1, "")
    assert offers_list(batch, level1) == ("产出指标", "效益指标", "满意度指标")


async def test_a_new_row_takes_a_standard_name_with_two_keys() -> None:
    """Ins, left, Enter: the list; a digit chooses and goes down."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("insert")
        assert "移到那一格按回车选" in desk.text
        at = indicator(desk.sheet, 1, LEVEL2)
        await desk.press("left", "enter")
        assert isinstance(desk.area._editing.overlay, ChoiceList)
        assert "4、成本指标" in desk.text
        await desk.press("3")
        assert desk.typed(at) == "时效指标"
        assert not desk.area.editing


async def test_another_name_is_simply_typed() -> None:
    """From the list, or without it; Esc leaves the cell as it was."""
    async with filling() as desk:
        at = indicator(desk.sheet, 0, LEVEL2)
        await desk.go(at)
        await desk.press("enter")
        await desk.type("自定指标")
        assert isinstance(desk.area._editing.overlay, CellEditor)
        await desk.press("escape")
        assert desk.typed(at) == "数量指标"
        await desk.press("enter")
        await desk.type("自定指标")
        await desk.press("enter")
        assert desk.typed(at) == "自定指标"


async def _copying(desk: Desk) -> CopyRowsDialog:
    await desk.go(indicator(desk.sheet, 0, ACTUAL))
    await desk.area.do("copy_rows")
    await desk.pilot.pause()
    screen = desk.app.screen
    assert isinstance(screen, CopyRowsDialog)
    return screen


async def test_ticked_rows_of_another_sheet_are_put_in_below() -> None:
    """The sheet, then two of its rows; one undo takes both away."""
    async with filling() as desk:
        before = list(desk.sheet.tables["指标"])
        dialog = await _copying(desk)
        dialog.query_one("#copy-sheets", Listing).cursor = 2
        await desk.pilot.pause()
        source = desk.batch.sheets[2]
        await desk.press("tab", "space", "down", "space", "enter")
        assert desk.app.screen is desk.screen
        rows = list(desk.sheet.tables["指标"])
        assert (rows[0], rows[3:]) == (before[0], before[1:])
        names = [desk.typed(indicator(desk.sheet, row, LEVEL3)) for row in (1, 2)]
        assert names == [
            source.tables["指标"][row].cells[LEVEL3] for row in list(source.tables["指标"])[:2]
        ]
        assert desk.typed(indicator(desk.sheet, 1, "年初目标值"))
        assert desk.typed(indicator(desk.sheet, 1, ACTUAL)) == ""
        assert desk.cell.row == rows[1]
        desk.batch.undo()
        assert list(desk.sheet.tables["指标"]) == before


async def test_without_a_tick_nothing_is_copied() -> None:
    """It is said, the window stays, and the next keys are heard by the rows."""
    async with filling() as desk:
        dialog = await _copying(desk)
        await desk.press("enter")
        assert desk.app.screen is dialog
        assert not dialog.query_one(TickList).ticked
        assert "还没有给要复制的行打勾" in "\n".join(
            strip.text for strip in dialog._compositor.render_strips()
        )
        await desk.press("space")
        assert dialog.query_one(TickList).ticked == {0}
        await desk.press("escape")
        assert desk.screen.is_current


async def test_commands_without_a_key_are_in_the_menu_of_the_row() -> None:
    """The right button and the list of commands reach them."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        labels = [key.label for key in desk.screen.menu_keys()]
        assert {"上面加一行", "从别的表复制指标", "行下移"} <= set(labels)
        assert "行上移" not in labels


async def test_a_sheet_can_be_held_against_approved_targets_no_longer() -> None:
    """It was the wrong table; one step back and it is held against them again."""
    async with filling() as desk:
        desk.batch.approve(desk.sheet.id, [Approved("", "", "次数", "12次")])
        await desk.area.do("drop_approved")
        assert desk.sheet.approved == ()
        desk.batch.undo()
        again = desk.batch.sheet(desk.sheet.id).approved
        assert [each.indicator for each in again] == ["次数"]
