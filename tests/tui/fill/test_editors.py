"""Long texts, choices and pastes."""

import pytest

from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import load_spec
from tests.tui.fill.build import demo_batch, field, indicator, money, one
from tests.tui.fill.harness import filling

REASON = "偏差大或目标未完成原因分析"
ACTUAL = "实际完成值"


async def test_a_long_text_keeps_its_lines() -> None:
    """Enter is a line break here; F2 finishes, and the hints say so."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, REASON))
        await desk.press("enter")
        assert "F2 写完" in desk.text
        await desk.type("，因为")
        await desk.press("enter")
        await desk.type("第二行")
        await desk.press("f2")
        assert desk.typed(field(desk.sheet, REASON)) == "无，因为\n第二行"


@pytest.mark.parametrize("name", [REASON, "改进措施及结果应用方案"])
@pytest.mark.parametrize("size", [(80, 24), (72, 20)])
async def test_the_cell_stays_visible_beside_the_long_editor(
    size: tuple[int, int], name: str
) -> None:
    """The clerk sees which cell the text belongs to, also at the foot of the sheet."""
    async with filling(size=size) as desk:
        await desk.go(field(desk.sheet, name))
        await desk.press("enter")
        overlay = desk.area._editing.overlay
        assert overlay is not None
        cell = desk.grid.region_of(desk.grid.cursor).translate(desk.grid.region.offset)
        assert desk.grid.region.contains_region(cell)
        assert desk.grid.region.contains_region(overlay.region)
        assert not overlay.region.overlaps(cell)


@pytest.mark.parametrize("text", ["甲\n", "甲\u2028乙", "甲\u0085乙\n\n", "\n甲"])
async def test_a_long_text_that_is_only_looked_at_stays_to_the_letter(text: str) -> None:
    """Opening and finishing changes nothing, whatever line ends the text came with."""
    batch = demo_batch()
    address = field(one(batch, "附件1-7"), REASON)
    batch.set(address, text)
    kept = batch.typed(address)
    async with filling(batch=Batch([one(batch, "附件1-7")])) as desk:
        await desk.go(address)
        await desk.press("enter", "f2")
        assert desk.typed(address) == kept


async def test_a_text_longer_than_the_screen_opens_in_the_long_editor() -> None:
    """All of it can be read while it is edited."""
    async with filling("附件2") as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        desk.batch.set(desk.cell, "很长的完成情况" * 8)
        await desk.press("enter")
        assert "F2 写完" in desk.text


@pytest.mark.parametrize(
    ("typed", "expected"), [("2", "市直专项"), ("3", "市对下转移支付项目"), ("1", "部门预算项目")]
)
async def test_a_digit_chooses(typed: str, expected: str) -> None:
    """Options are numbered as the form prints them; one key is enough."""
    async with filling() as desk:
        kind = field(desk.sheet, "项目类别")
        await desk.go(kind)
        await desk.type(typed)
        assert desk.typed(kind) == expected
        assert desk.cell == field(desk.sheet, "项目属性")


async def test_options_stand_in_the_wording_of_the_form() -> None:
    """The list shows 1、部门预算项目 and so on, the present one lit."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "项目类别"))
        await desk.press("enter")
        for option in ("1、部门预算项目", "2、市直专项", "3、市对下转移支付项目"):
            assert option in desk.text


async def test_a_character_looks_for_the_option() -> None:
    """Typing a character of the word goes to the option; a number that is none changes nothing."""
    async with filling() as desk:
        kind = field(desk.sheet, "项目类别")
        await desk.go(kind)
        await desk.type("转9")
        await desk.press("enter")
        assert desk.typed(kind) == "市对下转移支付项目"


async def test_del_chooses_nothing() -> None:
    """A choice can be taken back."""
    async with filling() as desk:
        kind = field(desk.sheet, "项目类别")
        await desk.go(kind)
        await desk.press("enter", "delete")
        assert desk.typed(kind) == ""


async def test_a_word_that_is_no_option_stays_until_one_is_chosen() -> None:
    """What came from elsewhere is not dropped by looking at the options."""
    async with filling() as desk:
        kind = field(desk.sheet, "项目类别")
        desk.batch.set(kind, "省直专项")
        await desk.go(kind)
        await desk.press("enter", "enter")
        assert desk.typed(kind) == "省直专项"


async def test_a_pasted_text_replaces_the_cell() -> None:
    """A cell copied from a spreadsheet ends in a line break, which is no part of it."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("180平方米\r\n")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "180平方米"


async def test_a_paste_goes_in_at_the_cursor() -> None:
    """While a text is typed, what is pasted joins it."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("约")
        await desk.paste("180平方米")
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "约180平方米"


async def test_nothing_of_a_pasted_block_is_lost_while_typing() -> None:
    """Several lines and tabs all go into the one cell, and the status line says so."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("头")
        await desk.paste("1\t2\r\n3\t4\r\n")
        assert "粘贴的内容有多行" in desk.text
        await desk.press("f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)).rstrip("\n") == "头1\t2\n3\t4"


async def test_control_characters_are_dropped_and_that_is_said() -> None:
    """Nothing invisible gets into the sheet unnoticed."""
    async with filling() as desk:
        await desk.go(money(desk.sheet, "执行数"))
        await desk.paste("4\x00.\x1b6")
        assert "控制字符" in desk.text
        await desk.press("enter")
        assert desk.typed(money(desk.sheet, "执行数")) == "4.6"


async def test_the_first_row_of_an_empty_table() -> None:
    """Ins on the line that says how adds the first row."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    async with filling(batch=Batch([sheet])) as desk:
        await desk.press("ctrl+down", "ctrl+down", "ctrl+down")
        assert "还没有行" in desk.text
        await desk.press("insert")
        await desk.type("产出指标")
        await desk.press("enter")
        assert [row.cells for row in desk.sheet.tables["指标"].values()] == [
            {"一级指标": "产出指标"}
        ]
