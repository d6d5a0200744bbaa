"""A line break inside a cell, as 附件2 needs it."""

import pytest

from selfeval_tui.tui.keys import Where, keys_of
from tests.tui.fill.build import field, indicator
from tests.tui.fill.harness import filling

ACTUAL = "实际完成值"
REASON = "偏差大或目标未完成原因分析"


def _keys(where: Where) -> list[str]:
    row = next(key for key in keys_of(where) if key.action == "line_break")
    return row.keys.split(",")


@pytest.mark.parametrize("key", _keys(Where.EDITOR))
async def test_a_line_break_goes_on_in_the_larger_editor(key: str) -> None:
    """What was typed stays, and typing goes on behind the break."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.type("一、甲")
        await desk.press(key)
        await desk.type("二、乙")
        await desk.press("f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "一、甲\n二、乙"


async def test_a_line_break_in_the_middle_parts_the_text() -> None:
    """The cursor stands at the beginning of the second line."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter", "home", "right", "right", "ctrl+n")
        await desk.type("：")
        await desk.press("f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "22\n：0平方米"


async def test_a_line_break_replaces_what_is_selected() -> None:
    """As every typed character does."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter", "end", "shift+left", "shift+left", "shift+left", "ctrl+n", "f2")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220\n"


async def test_escape_after_a_line_break_restores_the_cell() -> None:
    """Nothing is committed by changing the editor."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter", "ctrl+n", "escape")
        assert desk.typed(indicator(desk.sheet, 0, ACTUAL)) == "220平方米"
        assert not desk.batch.can_undo


async def test_the_footer_shows_the_key() -> None:
    """A key that every terminal sends."""
    async with filling() as desk:
        await desk.go(indicator(desk.sheet, 0, ACTUAL))
        await desk.press("enter")
        assert "Ctrl+N 换行" in desk.text


@pytest.mark.parametrize("key", ["enter", *_keys(Where.LONG)])
async def test_the_same_keys_break_a_line_of_a_long_text(key: str) -> None:
    """Besides Enter."""
    async with filling() as desk:
        await desk.go(field(desk.sheet, REASON))
        await desk.press("enter", key)
        await desk.type("因为")
        await desk.press("f2")
        assert desk.typed(field(desk.sheet, REASON)) == "无\n因为"
