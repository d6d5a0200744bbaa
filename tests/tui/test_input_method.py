"""Where an input method opens its window: at the terminal's own cursor, which follows the caret."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.theme import COLOURS
from tests.tui.seen import strips
from tests.tui.steps import Walk, app_on, cell, reach, text, until

SIZES = [(80, 24), (200, 50)]
Go = Callable[[Walk], Awaitable[None]]


def drawn(pilot: Walk) -> Offset | None:
    """Where the caret is drawn: the one cell with its ground."""
    caret = COLOURS["dark"].caret
    for y, strip in enumerate(strips(pilot.app)):
        x = 0
        for segment in strip:
            style = segment.style
            if style and style.bgcolor and style.bgcolor.get_truecolor().hex == caret:
                return Offset(x, y)
            x += segment.cell_length
    return None


async def follows(pilot: Walk) -> None:
    """Wait until the terminal's cursor is where the caret is drawn."""
    await until(pilot, lambda: drawn(pilot) is not None)
    await until(pilot, lambda: pilot.app.cursor_position == drawn(pilot))


async def fill(pilot: Walk) -> FillScreen:
    """The third sheet, the cursor on an 实际完成值."""
    assert isinstance(pilot.app, SelfevalApp)
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("down", "down", "enter")
    await reach(pilot, Where.GRID)
    screen = pilot.app.screen
    assert isinstance(screen, FillScreen)
    screen.go_to(cell(pilot.app.session, 2, Role.ACTUAL, 3))
    await pilot.pause()
    return screen


def in_cell(screen: FillScreen) -> Offset:
    """Where the cell under the cursor begins."""
    grid = screen.area.grid
    return grid.content_region.offset + grid.region_of(grid.cursor).offset


async def double_click(pilot: Walk) -> None:
    """On the cell under the cursor."""
    assert isinstance(pilot.app.screen, FillScreen)
    await pilot.click(offset=in_cell(pilot.app.screen), times=2)


async def paste(pilot: Walk) -> None:
    """One text of one line, as a terminal pastes it."""
    pilot.app.post_message(events.Paste("四个"))
    await pilot.pause()


def keys(*names: str) -> Go:
    """Press keys."""

    async def go(pilot: Walk) -> None:
        await pilot.press(*names)

    return go


WAYS = {
    "typing": keys("四"),
    "Enter": keys("enter"),
    "F2": keys("f2"),
    "Ctrl+E": keys("ctrl+e"),
    "double click": double_click,
    "paste": paste,
    "widening": keys("四", "ctrl+n"),
    "in the middle": keys("四", "五", "六", "left", "left"),
    "at the start": keys("enter", "home"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", WAYS)
async def test_every_way_into_an_editor(own_folder: Path, size: tuple[int, int], way: str) -> None:
    """However the clerk comes to type."""
    app = app_on(own_folder)
    async with app.run_test(size=size) as pilot:
        await fill(pilot)
        await WAYS[way](pilot)
        await follows(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_after_scrolling_and_resizing(own_folder: Path, size: tuple[int, int]) -> None:
    """The editor lies over its cell again, and the cursor in it."""
    app = app_on(own_folder)
    async with app.run_test(size=size) as pilot:
        screen = await fill(pilot)
        await pilot.press("四")
        screen.area.grid.scroll_relative(y=2, animate=False)
        await follows(pilot)
        await pilot.resize_terminal(120, 36)
        await follows(pilot)
        await pilot.resize_terminal(*size)
        await follows(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", ["f1", "ctrl+p", "ctrl+f"])
async def test_after_a_window_was_in_front(
    own_folder: Path, size: tuple[int, int], window: str
) -> None:
    """Back on the grid the cursor waits in the cell, and typing goes on there."""
    app = app_on(own_folder)
    async with app.run_test(size=size) as pilot:
        screen = await fill(pilot)
        await pilot.press(window)
        await until(pilot, lambda: app.screen is not screen)
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: app.cursor_position == in_cell(screen))
        await pilot.press("四")
        await follows(pilot)


FIELDS = {
    "新建": (Where.OVERVIEW, ("ctrl+n", "tab", "tab")),
    "导入": (Where.OVERVIEW, ("ctrl+r",)),
    "设置": (Where.OVERVIEW, ("ctrl+w", "end", "tab")),
    "筛选": (Where.OVERVIEW, ("ctrl+f",)),
    "一起改": (Where.OVERVIEW, ("ctrl+a",)),
    "命令": (Where.OVERVIEW, ("ctrl+p",)),
    "查找替换": (Where.GRID, ("ctrl+f",)),
    "依据": (Where.GRID, ("ctrl+b",)),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FIELDS)
async def test_in_every_field(own_folder: Path, size: tuple[int, int], name: str) -> None:
    """Empty, with a text, with one that is longer than the field, and in the middle of it."""
    app = app_on(own_folder)
    where, way = FIELDS[name]
    async with app.run_test(size=size) as pilot:
        if where is Where.GRID:
            await fill(pilot)
        else:
            await reach(pilot, where)
        await pilot.press(*way)
        await until(pilot, lambda: isinstance(app.focused, Input))
        await follows(pilot)
        field = app.focused
        assert isinstance(field, Input)
        field.value = ""
        await pilot.press(*"绩效a")
        await follows(pilot)
        field.value = "很长的一句话" * 30
        await pilot.press("end", "，")
        await follows(pilot)
        await pilot.press("left", "left", "home", "right")
        await follows(pilot)
        await pilot.resize_terminal(100, 30)
        await follows(pilot)


async def test_a_field_that_is_laid_elsewhere_takes_the_cursor_along(own_folder: Path) -> None:
    """A notice above pushes it down a row; nobody presses a key."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("tab", "绩")
        await follows(pilot)
        before = app.cursor_position
        app.desk.preferences.problems = ("设置有一处不对。",)
        app.refresh_status()
        await until(pilot, lambda: "设置有一处不对" in text(app))
        await follows(pilot)
        assert app.cursor_position.y > before.y


@pytest.mark.parametrize("way", ["ctrl+n", "ctrl+f", "ctrl+w"])
async def test_nothing_moves_while_a_field_has_the_focus(own_folder: Path, way: str) -> None:
    """No caret blinks and no clock ticks: the window of an input method would jump."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press(way)
        await until(pilot, lambda: not isinstance(app.screen, Frame) or app.screen.WHERE != "总览")
        fields = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert fields
        assert not any(field.cursor_blink for field in fields)
        ticking = [
            timer
            for node in app.screen.walk_children(with_self=True)
            for timer in node._timers
            if timer._active.is_set()
        ]
        assert ticking == []
