"""Pasting on the screen: into the editor, into one cell, over many."""

import pytest
from textual.screen import ModalScreen

from selfeval_tui.text.pasted import MOST_ROWS
from tests.tui.conftest import MemoryBoard
from tests.tui.fill.build import field, indicator, money
from tests.tui.fill.harness import Desk, filling

ACTUAL, TARGET = "实际完成值", "年初目标值"
REASON = "偏差大或目标未完成原因分析"


def _column(desk: Desk, name: str) -> list[str]:
    return [row.cells.get(name, "") for row in desk.sheet.tables["指标"].values()]


def _front(desk: Desk) -> str:
    """What the window in front says."""
    return "\n".join(strip.text for strip in desk.app.screen._compositor.render_strips())


def _asked(desk: Desk) -> bool:
    return isinstance(desk.app.screen, ModalScreen)


async def test_a_block_is_written_after_a_look_at_it() -> None:
    """How many cells, how many of them are overwritten, and what with."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("18\r\n20\r\n")
        assert "2 格写入，2 格会被覆盖，0 格放不下" in _front(desk)
        assert "第1行 实际完成值：220平方米 → 18" in _front(desk)
        assert _column(desk, ACTUAL) == before
        await desk.press("enter")
        assert _column(desk, ACTUAL) == ["18", "20", *before[2:]]
        assert "已粘贴 2 格" in desk.text
        desk.batch.undo()
        assert _column(desk, ACTUAL) == before
        assert not desk.batch.can_undo


async def test_a_cell_of_two_lines_takes_one_line_of_the_look() -> None:
    """What stands there and what is written are read side by side."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste('"18台\n含安装"\r\n20\r\n')
        assert "→ 18台 含安装" in _front(desk)


async def test_what_was_said_of_a_paste_is_over_once_it_is_taken_back() -> None:
    """Ctrl+Z leaves no “已粘贴” behind."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("18\r\n20\r\n")
        await desk.press("enter")
        assert "已粘贴 2 格" in desk.text
        desk.batch.undo()
        await desk.press("shift")
        assert "已粘贴" not in desk.text


@pytest.mark.parametrize("keys", [("escape",), ("down", "enter")])
async def test_a_paste_that_is_not_wanted_changes_nothing(keys: tuple[str, ...]) -> None:
    """Esc, or the answer that says so."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("18\r\n20\r\n")
        await desk.press(*keys)
        assert _column(desk, ACTUAL) == before
        assert not _asked(desk)
        assert not desk.batch.can_undo


async def test_a_column_of_sixty_values_makes_its_rows() -> None:
    """The preview tells how many rows are added."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("\n".join(str(number) for number in range(60)))
        assert "60 格写入" in _front(desk)
        assert f"表末增加 {60 - len(_column(desk, ACTUAL))} 行" in _front(desk)
        await desk.press("enter")
        assert _column(desk, ACTUAL) == [str(number) for number in range(60)]
        assert desk.cell == indicator(desk.sheet, 0, ACTUAL)


async def test_a_long_field_takes_all_of_a_text() -> None:
    """Its lines are lines of one text."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, REASON))
        await desk.paste("一、甲\r\n二、乙\t丙\r\n")
        assert not _asked(desk)
        await desk.press("f2")
        assert desk.typed(field(desk.sheet, REASON)).rstrip("\n") == "一、甲\n二、乙\t丙"


async def test_a_cell_with_line_breaks_is_one_cell() -> None:
    """The spreadsheet's marks around it are no part of it."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste('"甲""一""\n乙"\r\n')
        assert not _asked(desk)
        await desk.press("f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == '甲"一"\n乙'


async def test_an_open_cell_with_its_old_text_asks_where_a_block_goes() -> None:
    """Over many cells, into this one, or nowhere."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter")
        await desk.paste("18\r\n20\r\n")
        assert "粘贴到多格" in _front(desk)
        await desk.press("enter")
        assert "2 格写入" in _front(desk)
        await desk.press("enter")
        assert _column(desk, ACTUAL) == ["18", "20", *before[2:]]


async def test_a_block_can_go_into_the_open_cell() -> None:
    """It replaces the selected text, and waits in the larger editor."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter")
        await desk.paste("18\r\n20\r\n")
        await desk.press("down", "enter", "f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)).rstrip("\n") == "18\n20"


async def test_a_block_for_an_open_cell_can_be_given_up() -> None:
    """The cell stays open with its text."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter")
        await desk.paste("18\r\n20\r\n")
        await desk.press("escape")
        assert desk.area.editing
        await desk.press("enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220平方米"


async def test_a_block_over_options_goes_over_the_cells() -> None:
    """An open list of options takes one word only."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, "项目类别"))
        await desk.press("enter")
        await desk.paste("市直专项\r\n一次性\r\n")
        assert "2 格写入" in _front(desk)


async def test_a_text_with_nowhere_to_go_is_told() -> None:
    """The notes of the form take nothing."""
    async with filling() as desk:
        await desk.press("ctrl+end")
        await desk.paste("甲\n乙")
        assert "没有可以写入的格" in desk.text
        await desk.paste("甲")
        assert "不用填写" in desk.text


async def test_the_same_block_again_is_told() -> None:
    """There is nothing to ask about."""
    async with filling() as desk:
        column = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.paste("\n".join(column))
        assert "没有改动" in desk.text
        assert not _asked(desk)


async def test_what_is_passed_over_is_told_afterwards_too() -> None:
    """The status line repeats it."""
    async with filling() as desk:
        await desk.go(money(desk.sheet, "执行数"))
        await desk.paste("4.6\t92.5%\n")
        assert "1 格放不下或不能填" in desk.text
        assert desk.typed(money(desk.sheet, "执行数")) == "4.6"


# Ctrl+V.


async def test_a_single_text_is_pasted_at_once(clipboard: MemoryBoard) -> None:
    """As in Excel: no editor stays open."""
    clipboard.text = "180平方米\r\n"
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("ctrl+v")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "180平方米"
        assert not desk.area.editing


async def test_a_block_from_a_spreadsheet_is_pasted(clipboard: MemoryBoard) -> None:
    """With the same preview."""
    clipboard.text = "18\t20\r\n"
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, TARGET))
        await desk.press("ctrl+v", "enter")
        assert (_column(desk, TARGET)[0], _column(desk, ACTUAL)[0]) == ("18", "20")


async def test_a_single_text_fills_the_selected_block(clipboard: MemoryBoard) -> None:
    """Several cells are written, so it is previewed."""
    clipboard.text = "是"
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, TARGET))
        await desk.press("shift+down", "ctrl+v")
        assert "2 格写入" in _front(desk)
        await desk.press("enter")
        assert _column(desk, TARGET)[:2] == ["是", "是"]


async def test_pasting_in_an_editor_goes_in_at_the_cursor(clipboard: MemoryBoard) -> None:
    """The same clipboard."""
    clipboard.text = "180平方米"
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("约")
        await desk.press("ctrl+v", "enter")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "约180平方米"


async def test_several_lines_in_an_editor_stay_whole(clipboard: MemoryBoard) -> None:
    """Nothing is cut at the first line end."""
    clipboard.text = "甲\n乙"
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("始")
        await desk.press("ctrl+v", "f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "始甲\n乙"


async def test_an_unreadable_clipboard_says_what_to_do(clipboard: MemoryBoard) -> None:
    """The terminal's own paste works everywhere."""
    clipboard.text = None
    async with filling(size=(120, 36)) as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("ctrl+v")
        assert "读不到系统剪贴板，请用终端自己的粘贴" in desk.text
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220平方米"


async def test_a_paste_without_end_is_refused_whole() -> None:
    """The clerk pasted another document; nothing of it is cut, and nothing is written."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        before = _column(desk, ACTUAL)
        await desk.paste("18\r\n" * (MOST_ROWS + 1))
        assert "没有粘贴" in desk.text
        assert not _asked(desk)
        assert _column(desk, ACTUAL) == before
