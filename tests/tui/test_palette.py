"""Ctrl+P: every command, found by its words or initials."""

import unicodedata
from pathlib import Path

import pytest
from textual.widgets import Input

from selfeval_tui.text.pinyin import letters
from selfeval_tui.tui.commands import looked_up
from selfeval_tui.tui.keys import KEYS, Where, keys_of
from selfeval_tui.tui.palette import Palette
from tests.tui.fill.build import indicator
from tests.tui.steps import app_on, place, reach, text, until


def test_every_character_of_every_label_has_an_initial() -> None:
    """A label with a rare character could not be found by pinyin."""
    hanzi = {each for key in KEYS for each in key.label if unicodedata.category(each) == "Lo"}
    assert [each for each in sorted(hanzi) if not letters(each)] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [("导出", "export"), ("dc", "export"), ("DC", "export"), ("czth", "find"), ("替换", "find"),
     ("jyh", "insert_row"), ("退出", "quit"), ("定稿", "finalise"), ("thxg", "reopen"),
     ("自动保存", "save")],
)  # fmt: skip
def test_the_likeliest_command_stands_first(typed: str, first: str) -> None:
    """By characters, by initials, by words of the help."""
    commands = [*keys_of(Where.GRID), *keys_of(Where.ANYWHERE)]
    assert looked_up(commands, typed)[0].action == first


def test_nothing_typed_lists_everything_in_order() -> None:
    """The order of the table of keys."""
    commands = tuple(keys_of(Where.GRID))
    assert looked_up(commands, "") == commands
    assert looked_up(commands, "没有这样的") == ()


async def test_a_command_is_carried_out_without_its_key(own_folder: Path) -> None:
    """From 总览, in the middle of the screen: dc and Enter open the export."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        await pilot.press("d", "c")
        await pilot.pause()
        assert "F4" in text(app)
        box = app.screen.query_one("#dialog").region
        assert abs(box.x - (80 - box.right)) <= 1
        assert abs(box.y - (24 - box.bottom)) <= 1
        await pilot.press("enter")
        await reach(pilot, Where.EXPORT)


async def test_only_what_works_here_is_listed(own_folder: Path) -> None:
    """No undo before anything was done; none of another place's commands."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        await pilot.press("c", "x")
        await until(pilot, lambda: "重新读取" in text(app))
        assert "撤销" not in text(app)
        await pilot.press("escape")
        await until(pilot, lambda: place(app.screen) is Where.OVERVIEW)


async def test_arrows_and_the_mouse_choose(own_folder: Path) -> None:
    """Down moves the mark, a click runs the command."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        palette = app.screen
        assert isinstance(palette, Palette)
        before = palette.answer()
        await pilot.press("down")
        assert palette.answer() != before
        await pilot.press("up")
        assert palette.answer() == before
        palette.query_one(Input).value = "导出"
        await pilot.pause()
        await pilot.click("#commands", offset=(3, 0))
        await reach(pilot, Where.EXPORT)


async def test_a_command_of_the_grid_finishes_the_text_that_is_typed(own_folder: Path) -> None:
    """The text is committed, and the row goes in below."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        screen = await reach(pilot, Where.GRID)
        sheet = app.session.batch.sheets[0]
        actual = indicator(sheet, 0, "实际完成值")
        rows = len(sheet.tables["指标"])
        screen.go_to(actual)
        await pilot.press("9", "ctrl+p", "j", "y", "h", "enter")
        await until(pilot, lambda: len(sheet.tables["指标"]) == rows + 1)
        assert app.session.batch.typed(actual) == "9"
