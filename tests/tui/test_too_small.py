"""A window that is too small for the screens."""

from pathlib import Path

import pytest

from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.toosmall import TooSmall
from tests.tui.steps import app_on, cell, place, reach, text, until


async def test_a_small_window_says_so_until_it_is_enlarged(demo_folder: Path) -> None:
    """Below 72×20 nothing is squeezed; what was open is still there afterwards."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.resize_terminal(71, 36)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        assert "71列 36行" in text(app)
        assert "72列 20行" in text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(72, 20)
        await until(pilot, lambda: place(app.screen) is Where.FORM)


@pytest.mark.parametrize("size", [(71, 24), (80, 19), (20, 5)])
async def test_a_program_started_in_a_small_window_says_so(
    demo_folder: Path, size: tuple[int, int]
) -> None:
    """From the first frame on; Ctrl+Q still leaves."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        assert "窗口太小" in text(app)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0


async def test_leaving_a_window_that_became_too_small_keeps_what_is_typed(
    own_folder: Path,
) -> None:
    """Ctrl+Q commits the text below the message, as it does without it."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        at = cell(app.session, 6, Role.ACTUAL)
        app.fill(at.sheet, at)
        await reach(pilot, Where.GRID)
        await pilot.press(*"实测219平方米")
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert Workspace(own_folder).load().sheets[6].typed(at) == "实测219平方米"


async def test_the_message_goes_when_it_comes_in_front_again(demo_folder: Path) -> None:
    """A question that came over it meanwhile does not leave it behind for ever."""
    app = app_on(demo_folder)
    async with app.run_test(size=(60, 15)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        app.push_screen(Question("继续吗？", (), ("继续",)))
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: app.size == (120, 36))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
