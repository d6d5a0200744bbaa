"""The menu of the right mouse button."""

from pathlib import Path

import pytest
from textual.geometry import Offset, Region, Size

from selfeval_tui.tui.keys import Where, keys_of
from selfeval_tui.tui.menu import Menu, menu_lines, placed
from tests.tui.fill.build import cells, field, indicator
from tests.tui.fill.harness import Desk, filling
from tests.tui.steps import app_on, reach, until

RIGHT = 3
ACTUAL = "实际完成值"


@pytest.mark.parametrize(
    ("at", "region"),
    [
        (Offset(10, 5), Region(10, 6, 20, 8)),
        (Offset(70, 5), Region(60, 6, 20, 8)),
        (Offset(10, 20), Region(10, 12, 20, 8)),
        (Offset(79, 23), Region(60, 15, 20, 8)),
    ],
)
def test_a_menu_stays_on_the_screen(at: Offset, region: Region) -> None:
    """Below the mouse, above it near the foot, further left near the edge."""
    assert placed(Size(20, 8), at, Size(80, 24)) == region


def test_a_menu_larger_than_the_screen_is_as_large_as_the_screen() -> None:
    """It scrolls then."""
    assert placed(Size(200, 80), Offset(5, 5), Size(80, 24)) == Region(0, 0, 80, 24)


def test_keys_stand_in_a_column() -> None:
    """All lines are equally wide."""
    assert len({cells(line) for line in menu_lines(tuple(keys_of(Where.GRID)))}) == 1


async def _right_click(desk: Desk, words: str) -> Menu | None:
    """Click a text of the sheet with the right button; the menu, if one came up."""
    return await _right_click_at(desk, desk.place_of(words))


async def _right_click_at(desk: Desk, at: Offset) -> Menu | None:
    await desk.pilot.click(offset=(at.x + 1, at.y), button=RIGHT)
    await desk.pilot.pause()
    return desk.app.screen if isinstance(desk.app.screen, Menu) else None


def _actions(menu: Menu) -> set[str]:
    return {key.action for key in menu._keys}


async def test_a_right_click_moves_there_and_offers_what_can_be_done() -> None:
    """In a row of indicators: fill, empty, add and delete rows; it never opens the editor."""
    async with filling(size=(120, 36)) as desk:
        at = desk.place_of("房屋设施")
        for _time in range(2):
            menu = await _right_click_at(desk, at)
            assert menu is not None
            assert {"edit", "clear", "insert_row", "delete_row"} <= _actions(menu)
            assert not {"next_cell", "next_sheet", "find"} & _actions(menu)
            await desk.press("escape")
            assert desk.cell == indicator(desk.sheet, 2, "三级指标")
            assert not desk.area.editing


async def test_a_field_offers_no_rows() -> None:
    """Rows are added where there are rows."""
    async with filling(size=(120, 36)) as desk:
        menu = await _right_click(desk, "部门预算项目")
        assert menu is not None
        assert "edit" in _actions(menu)
        assert "delete_row" not in _actions(menu)


async def test_a_line_of_the_menu_does_what_it_says() -> None:
    """The cell under the mouse is emptied."""
    async with filling(size=(120, 36)) as desk:
        menu = await _right_click(desk, "部门预算项目")
        assert menu is not None
        line = next(n for n, key in enumerate(menu._keys) if key.action == "clear")
        await desk.pilot.click("#menu", offset=(3, line))
        await desk.pilot.pause()
        assert desk.typed(field(desk.sheet, "项目类别")) == ""


async def test_a_click_beside_the_menu_closes_it() -> None:
    """Nothing is done."""
    async with filling(size=(120, 36)) as desk:
        menu = await _right_click(desk, "部门预算项目")
        assert menu is not None
        await desk.pilot.click(offset=(2, 20))
        await desk.pilot.pause()
        assert not isinstance(desk.app.screen, Menu)
        assert not desk.batch.can_undo


async def test_a_right_click_commits_the_open_editor() -> None:
    """What was typed is kept, as with any click."""
    async with filling(size=(120, 36)) as desk:
        actual = indicator(desk.sheet, 0, ACTUAL)
        await desk.go(actual)
        await desk.type("9")
        await _right_click(desk, "部门预算项目")
        assert desk.typed(actual) == "9"


async def test_the_menu_comes_by_a_key_too(own_folder: Path) -> None:
    """Shift+F10 in 总览 and in 填报, beside the cursor."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("shift+f10")
        await until(pilot, lambda: isinstance(app.screen, Menu))
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        await pilot.press("f22")
        await until(pilot, lambda: isinstance(app.screen, Menu))


async def test_a_right_click_on_a_line_of_the_overview_offers_its_actions(own_folder: Path) -> None:
    """The cursor comes along."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await pilot.click("#overview-sheets", offset=(10, 3), button=RIGHT)
        await until(pilot, lambda: isinstance(app.screen, Menu))
        assert screen.query_one("#overview-sheets").cursor == 3  # type: ignore[attr-defined]
        assert isinstance(app.screen, Menu)
        assert "open_sheet" in _actions(app.screen)
