"""The window in which a reason is written, and what is said of a problem that has one."""

from pathlib import Path

from textual.widgets import Input

from selfeval_tui.tui.check.reason import ReasonDialog
from selfeval_tui.tui.keys import Where
from tests.tui.steps import app_on, reach, text, until


async def test_a_refused_reason_can_be_written_at_once(own_folder: Path) -> None:
    """From the choice between one and all of them, too: what is typed goes into the text."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f9")
        await reach(pilot, Where.CHECK)
        await pilot.press("down", "down", "f7")
        await until(pilot, lambda: isinstance(app.screen, ReasonDialog))
        await pilot.press("tab", "enter", "x")
        assert "至少四个字" in text(app)
        assert app.screen.query_one("#reason-text", Input).value == "x"


async def test_a_settled_problem_is_not_told_as_an_open_one(own_folder: Path) -> None:
    """At its cell, too, it counts as 已说明."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("f9")
        await reach(pilot, Where.CHECK)
        await pilot.press("tab", "enter")
        await reach(pilot, Where.GRID)
        assert "已说明 BUD-005 执行率 60.96%，不到 90% · 已填" in text(app)
