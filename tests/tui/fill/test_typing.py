"""Typing into cells: what is committed, what is restored, where the cursor goes."""

import pytest

from selfeval_tui.sheet import Address
from selfeval_tui.tui.keys import Where
from tests.tui.fill.build import field, indicator, money
from tests.tui.fill.harness import Desk, filling

ACTUAL = "实际完成值"


def _actual(desk: Desk, row: int = 0) -> Address:
    return indicator(desk.sheet, row, ACTUAL)


async def test_a_typed_character_begins_and_replaces() -> None:
    """As in Excel, typing on a cell replaces its text."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("180平方米")
        assert desk.area.editing
        assert desk.typed(_actual(desk)) == "220平方米"
        await desk.press("enter")
        assert desk.typed(_actual(desk)) == "180平方米"
        assert not desk.area.editing


async def test_a_chinese_commit_begins_a_text() -> None:
    """An input method commits several characters at once; the first one opens the editor."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("一百八十平方米，不足")
        await desk.press("enter")
        assert desk.typed(_actual(desk)) == "一百八十平方米，不足"


async def test_characters_that_arrive_in_one_read_keep_their_order() -> None:
    """Keys that are queued while the editor opens, commits and opens again go where they belong."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        keys = [
            *"甲乙丙",
            "enter",
            *"丁",
            "backspace",
            *"戊己",
            "left",
            *"庚",
            "tab",
            *"辛",
            "enter",
        ]
        from textual import events

        for key in keys:
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: desk.typed(_actual(desk, 1)) == "戊庚己")
        assert desk.typed(_actual(desk, 0)) == "甲乙丙"
        assert desk.typed(indicator(desk.sheet, 2, "一级指标")) == "辛"


@pytest.mark.parametrize("key", ["enter", "f2", "ctrl+e"])
async def test_the_editor_opens_with_the_text_selected(key: str) -> None:
    """The next character replaces it; an arrow key keeps it."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.press(key, "right")
        await desk.type("左右")
        await desk.press("enter")
        assert desk.typed(_actual(desk)) == "220平方米左右"
        await desk.go(_actual(desk))
        await desk.press(key)
        await desk.type("无")
        await desk.press("enter")
        assert desk.typed(_actual(desk)) == "无"


async def test_escape_restores_the_cell() -> None:
    """Nothing is committed and nothing can be undone."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("别的")
        await desk.press("escape")
        assert desk.typed(_actual(desk)) == "220平方米"
        assert desk.cell == _actual(desk)
        assert desk.batch.undo() is None


@pytest.mark.parametrize(
    ("key", "row", "name"),
    [
        ("enter", 1, ACTUAL),
        ("down", 1, ACTUAL),
        ("up", 0, ACTUAL),
        ("tab", 2, "一级指标"),
        ("shift+tab", 1, "年初目标值"),
    ],
)
async def test_a_committing_key_goes_on(key: str, row: int, name: str) -> None:
    """Enter and the arrows stay in the column; Tab goes to the next cell to fill."""
    async with filling() as desk:
        start = 1 if key in {"up", "tab", "shift+tab"} else 0
        await desk.go(_actual(desk, start))
        await desk.type("7")
        await desk.press(key)
        assert desk.typed(_actual(desk, start)) == "7"
        assert desk.cell == indicator(desk.sheet, row, name)


async def test_a_text_that_stays_the_same_is_no_step() -> None:
    """Opening and committing without a change leaves nothing to undo."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.press("enter", "enter")
        assert desk.batch.undo() is None


async def test_the_verdict_follows_each_key_and_the_row_follows_the_commit() -> None:
    """While typing the detail pane judges; the table changes when the text is committed."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("18")
        assert "判定 × 未达到" in desk.text
        assert "×  产出指标" not in desk.text
        await desk.press("enter")
        await desk.until(lambda: "×* 产出指标" in desk.text)


async def test_a_changed_amount_changes_the_rate_beside_it() -> None:
    """The printed 94 % stays; what is computed stands beside it."""
    async with filling() as desk:
        await desk.go(money(desk.sheet, "执行数"))
        await desk.type("4.6")
        assert "执行率 = 4.6 ÷ 5 = 92%" in desk.text
        await desk.press("enter")
        assert "94%（按B/A应为92%）" in desk.text
        assert desk.typed(money(desk.sheet, "执行率")) == "94%"


async def test_an_amount_nobody_can_read_is_kept_to_the_letter() -> None:
    """Nothing is zeroed or dropped; the detail pane says it."""
    async with filling() as desk:
        await desk.go(money(desk.sheet, "执行数"))
        await desk.type("4.7左右?")
        assert "看不懂这个数" in desk.text
        await desk.press("enter")
        assert desk.typed(money(desk.sheet, "执行数")) == "4.7左右?"


async def test_full_width_digits_are_accepted() -> None:
    """No character is refused."""
    async with filling() as desk:
        await desk.go(money(desk.sheet, "执行数"))
        await desk.type("４．６")
        await desk.press("enter")
        assert desk.typed(money(desk.sheet, "执行数")) == "４．６"
        assert "应为92%" in desk.text


async def test_an_empty_cell_shows_an_example() -> None:
    """How a date is written stands in the editor until something is typed."""
    async with filling() as desk:
        address = field(desk.sheet, "填报日期")
        desk.batch.set(address, "")
        await desk.go(address)
        await desk.press("f2")
        assert "如 2024年4月23日" in desk.text


async def test_delete_empties_the_cell() -> None:
    """Del clears and can be undone."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.press("delete")
        assert desk.typed(_actual(desk)) == ""
        desk.batch.undo()
        assert desk.typed(_actual(desk)) == "220平方米"


async def test_what_the_form_prints_cannot_be_typed_over() -> None:
    """The status line says why nothing opens."""
    async with filling() as desk:
        await desk.press("ctrl+end")
        await desk.type("x")
        assert not desk.area.editing
        assert "不用填写" in desk.rows[-3]
        await desk.press("delete")
        assert desk.typed(desk.cell) == ""


async def test_leaving_the_screen_commits() -> None:
    """Another screen in front finds what was typed in the batch."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("7")
        desk.screen.commit_edit()
        assert desk.typed(_actual(desk)) == "7"


async def test_the_keys_shown_are_those_that_work() -> None:
    """The last lines change with the editor."""
    async with filling() as desk:
        assert "回车 填写" in desk.text
        await desk.go(_actual(desk))
        await desk.type("7")
        assert "Esc 取消" in desk.text
        assert "加一行" not in desk.text
        await desk.press("escape")
        assert "加一行" in desk.text


async def test_the_cursor_stays_under_an_open_editor() -> None:
    """Keys that select or page in the grid mean nothing to a one-line editor."""
    async with filling() as desk:
        await desk.go(_actual(desk))
        await desk.type("7")
        spot = desk.grid.cursor
        await desk.press("shift+down", "pagedown", "ctrl+down", "ctrl+end")
        assert desk.area.editing
        assert desk.grid.cursor == spot
        assert not desk.grid.block.several


async def test_the_grids_keys_are_silent_while_typing() -> None:
    """Ins and F6 neither add a row nor leave the sheet under an open editor."""
    async with filling() as desk:
        rows = len(desk.sheet.tables["指标"])
        await desk.go(_actual(desk))
        await desk.type("7")
        await desk.press("insert", "f6")
        assert desk.area.editing
        assert len(desk.sheet.tables["指标"]) == rows
        assert desk.app.requested == []
        assert desk.screen.WHERE is Where.GRID
