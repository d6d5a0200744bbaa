"""Copying, cutting, emptying and filling down; the clipboard is a stand-in."""

from pathlib import Path

import pytest

from selfeval_tui.text.pasted import read_pasted
from tests.tui.conftest import MemoryBoard
from tests.tui.fill.build import field, indicator, money
from tests.tui.fill.harness import Desk, filling

ACTUAL, TARGET = "实际完成值", "年初目标值"
REASON = "偏差大或目标未完成原因分析"


def _column(desk: Desk, name: str) -> list[str]:
    return [row.cells.get(name, "") for row in desk.sheet.tables["指标"].values()]


async def test_a_block_is_copied_for_a_spreadsheet(clipboard: MemoryBoard) -> None:
    """Tabs and line ends, to the letter; the status line says how far it came."""
    async with filling() as desk:
        targets, actuals = _column(desk, TARGET), _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, TARGET))
        await desk.press("shift+right", "shift+down", "ctrl+c")
        assert read_pasted(clipboard.text or "") == (
            (targets[0], actuals[0]),
            (targets[1], actuals[1]),
        )
        assert "已复制 2×2 格，可以粘贴到Excel或WPS" in desk.text
        assert desk.grid.block.several


async def test_ctrl_c_never_ends_the_program(clipboard: MemoryBoard) -> None:
    """It copies the one cell."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("ctrl+c", "ctrl+c", "ctrl+c")
        assert clipboard.text == "220平方米"
        assert desk.app.is_running


async def test_a_computed_value_is_copied_where_nothing_is_typed(clipboard: MemoryBoard) -> None:
    """What stands on the screen, without the words that explain it."""
    async with filling() as desk:
        desk.batch.set(money(desk.sheet, "执行率"), "")
        await desk.go(money(desk.sheet, "预算数"))
        await desk.press("shift+end", "ctrl+c")
        assert clipboard.text == "5\t4.76\t95.2%"


async def test_merged_columns_are_copied_row_by_row(clipboard: MemoryBoard) -> None:
    """Each row says its group, although the screen says it once."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, "一级指标"))
        await desk.press("shift+down", "ctrl+c")
        assert read_pasted(clipboard.text or "") == (("产出指标",), ("产出指标",))


async def test_a_cut_block_is_copied_and_emptied_in_one_step(clipboard: MemoryBoard) -> None:
    """One undo brings all of it back."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("shift+down", "shift+down", "ctrl+x")
        assert read_pasted(clipboard.text or "") == tuple((text,) for text in before[:3])
        assert _column(desk, ACTUAL) == ["", "", "", *before[3:]]
        desk.batch.undo()
        assert _column(desk, ACTUAL) == before
        assert not desk.batch.can_undo


async def test_what_was_cut_is_pasted_elsewhere() -> None:
    """Also into another column."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("shift+down", "ctrl+x", "left", "ctrl+v", "enter")
        assert _column(desk, TARGET)[1:3] == before[:2]


async def test_del_empties_the_block_in_one_step() -> None:
    """What the form prints, and cells that are empty, are no part of the step."""
    async with filling() as desk:
        before = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("shift+down", "delete")
        assert _column(desk, ACTUAL) == ["", "", *before[2:]]
        step = desk.batch.undo()
        assert step is not None
        assert step.name == "清空2格"
        assert _column(desk, ACTUAL) == before


async def test_the_first_row_of_a_block_is_filled_down() -> None:
    """Column by column, in one step."""
    async with filling() as desk:
        targets, actuals = _column(desk, TARGET), _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 1, TARGET))
        await desk.press("shift+right", "shift+down", "shift+down", "ctrl+d")
        assert _column(desk, TARGET) == [targets[0], *[targets[1]] * 3, *targets[4:]]
        assert _column(desk, ACTUAL) == [actuals[0], *[actuals[1]] * 3, *actuals[4:]]
        desk.batch.undo()
        assert _column(desk, ACTUAL) == actuals


async def test_one_cell_takes_the_text_above() -> None:
    """Without anything selected."""
    async with filling() as desk:
        actuals = _column(desk, ACTUAL)
        await desk.go(indicator(desk.sheet, 2, ACTUAL))
        await desk.press("ctrl+d")
        assert _column(desk, ACTUAL)[2] == actuals[1]


async def test_there_is_nothing_above_the_first_row() -> None:
    """The status line says so; the header is no text to fill down."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("ctrl+d")
        assert "上面没有可以填下来的内容" in desk.text
        assert not desk.batch.can_undo


async def test_without_a_system_clipboard_a_file_is_named(
    clipboard: MemoryBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And Ctrl+V works all the same."""
    clipboard.takes, clipboard.text = False, None
    monkeypatch.chdir(tmp_path)
    async with filling(size=(120, 36)) as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("ctrl+c")
        assert "剪贴板.txt" in desk.text
        assert [path.name for path in tmp_path.rglob("*.txt")] == ["剪贴板.txt"]
        await desk.press("down", "ctrl+v")
        assert _column(desk, ACTUAL)[1] == "220平方米"


# In an editor.


async def test_an_editor_copies_what_is_selected_in_it(clipboard: MemoryBoard) -> None:
    """All of it after Enter; a part after Shift and an arrow."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter", "ctrl+c")
        assert clipboard.text == "220平方米"
        await desk.press("home", "shift+right", "shift+right", "shift+right", "ctrl+c")
        assert clipboard.text == "220"
        assert desk.area.editing


async def test_an_editor_cuts_what_is_selected_in_it(clipboard: MemoryBoard) -> None:
    """And only that."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter", "home", "shift+right", "ctrl+x", "enter")
        assert clipboard.text == "2"
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "20平方米"


async def test_a_long_text_is_cut_and_pasted(clipboard: MemoryBoard) -> None:
    """The larger editor uses the same clipboard."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, REASON))
        await desk.press("enter", "shift+left", "ctrl+x", "ctrl+v", "ctrl+v", "f2")
        assert clipboard.text == "无"
        assert desk.typed(field(desk.sheet, REASON)) == "无无"
