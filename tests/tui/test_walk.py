"""From screen to screen: the keys that are heard anywhere, undo that follows, 示例 everywhere."""

import gc
import sys
from pathlib import Path

import pytest

from selfeval_tui.spec.model import Role
from selfeval_tui.tui.app import NO_TERMINAL, run_app
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.thrift import collect_later
from tests.tui.steps import app_on, cell, reach, rows, text, until


async def test_the_word_demo_stands_on_every_screen(demo_folder: Path) -> None:
    """Whatever is open, the first line of the 示例 says so."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert "示例" in rows(app)[0]
        walk = [
            ("f1", Where.HELP),
            ("escape", Where.OVERVIEW),
            ("enter", Where.GRID),
            ("f1", Where.HELP),
            ("escape", Where.GRID),
            ("f4", Where.EXPORT),
            ("escape", Where.GRID),
            ("f3", Where.OVERVIEW),
            ("ctrl+d", Where.START),
        ]
        for key, where in walk:
            await pilot.press(key)
            await reach(pilot, where)
            assert "示例" in rows(app)[0], f"not after {key}, on {where}"


async def test_a_question_leaves_the_word_demo_in_sight(demo_folder: Path) -> None:
    """The title is not covered by what is asked."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await pilot.press("enter")
        await until(pilot, lambda: "印哪一个" in text(app))
        assert "示例" in rows(app)[0]


async def test_undo_goes_to_the_place_it_changes(demo_folder: Path) -> None:
    """From 总览 and from another sheet, Ctrl+Z and Ctrl+Y open the sheet that was changed."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        address = cell(app.session, 6, Role.ACTUAL)
        before = batch.typed(address)
        batch.set(address, "221平方米")
        await pilot.press("ctrl+z")
        screen = await reach(pilot, Where.GRID)
        assert screen.sheet_id == address.sheet
        assert batch.typed(address) == before
        help_field = screen.help_field()
        assert help_field is not None
        assert help_field.name == address.name
        await pilot.press("f5")
        await until(pilot, lambda: on_sheet(app.screen) == batch.sheets[5].id)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: on_sheet(app.screen) == address.sheet)
        assert batch.typed(address) == "221平方米"


async def test_an_undone_new_sheet_leads_back_to_the_overview(own_folder: Path) -> None:
    """A sheet that is gone cannot stay on the screen; redo brings it back, under the cursor."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("tab", "tab", *"甲项目", "enter", "enter", "enter", "enter")
        await reach(pilot, Where.GRID)
        await pilot.press("ctrl+z")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 9
        await pilot.press("ctrl+y")
        await until(pilot, lambda: len(app.session.batch.sheets) == 10)
        screen = await reach(pilot, Where.OVERVIEW)
        assert screen.query_one(Listing).cursor == 8


async def test_undo_is_not_heard_over_a_half_filled_form(demo_folder: Path) -> None:
    """While a form or a question is open nothing behind it changes."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "221平方米")
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("ctrl+z")
        await reach(pilot, Where.FORM)
        assert app.session.batch.typed(cell(app.session, 6, Role.ACTUAL)) == "221平方米"


async def test_a_half_typed_text_is_kept_when_the_sheet_is_left(demo_folder: Path) -> None:
    """F3 in the middle of a word commits what stands there."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 0, Role.ACTUAL), "3人")
        await pilot.press("ctrl+z")
        await reach(pilot, Where.GRID)
        await pilot.press(*"四人", "f3")
        await reach(pilot, Where.OVERVIEW)
        assert app.session.batch.typed(cell(app.session, 0, Role.ACTUAL)) == "四人"


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+backslash", "ctrl+p", "ctrl+d"])
async def test_no_reflex_ends_the_program(demo_folder: Path, key: str) -> None:
    """Ctrl+C is for copying; nothing but Ctrl+Q leaves."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        await pilot.press(key, "escape")
        await pilot.pause()
        assert app.is_running
        await reach(pilot, Where.GRID)


async def test_there_is_one_screen_behind_the_others(demo_folder: Path) -> None:
    """Going round and round leaves no pile of screens."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        for _round in range(3):
            await pilot.press("enter")
            await reach(pilot, Where.GRID)
            await pilot.press("f6")
            await pilot.pause()
            await pilot.press("f3")
            await reach(pilot, Where.OVERVIEW)
        assert len(app.screen_stack) == 2


async def test_garbage_is_collected_again_once_the_first_screen_stands(tmp_path: Path) -> None:
    """Putting it off is for the start only."""
    collect_later()
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await until(pilot, gc.isenabled)
    gc.unfreeze()


def test_without_a_terminal_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe is no screen: status 2, and where to look instead."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert run_app(tmp_path) == NO_TERMINAL
    told = capsys.readouterr()
    assert "不是终端窗口" in told.err
    assert not told.out


def on_sheet(screen: object) -> str | None:
    """The sheet on the screen."""
    return screen.sheet_id if isinstance(screen, Frame) else None
