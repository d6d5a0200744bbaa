"""Pictures of what a clerk does after the first sheet: many cells, many sheets, the looks."""

from pathlib import Path

import pytest
from textual import events

from selfeval_tui.store.settings import FILE
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.palette import Palette
from selfeval_tui.tui.question import Question
from tests.tui.steps import Walk, app_on, reach, text, until
from tests.tui.test_history import history_of, keep_versions
from tests.tui.test_pictures import Compare, Prepare, walk_to

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)

ACTUALS = ("ctrl+down", "ctrl+down", "ctrl+down", "end")
"""From the top of a sheet to its first actual value."""


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, own_folder: Path) -> Path:
    """The nine sheets as the unit's own, under a path that is the same in every run."""
    monkeypatch.chdir(own_folder.parent)
    return Path(own_folder.name)


def in_the_third(*keys: str, shows: str = "") -> Prepare:
    """Open 附件1-3, go to its first actual, press keys, wait for words."""

    async def prepare(pilot: Walk) -> None:
        await reach(pilot, Where.OVERVIEW)
        await walk_to(("down", Where.OVERVIEW), ("down", Where.OVERVIEW), ("enter", Where.GRID))(
            pilot
        )
        await pilot.press(*ACTUALS, *keys)
        await until(pilot, lambda: shows in text(pilot.app))
        await pilot.pause()

    return prepare


def asked(*keys: str, kind: type = Dialog) -> Prepare:
    """Press keys on 总览 and wait for a window in front."""

    async def prepare(pilot: Walk) -> None:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await pilot.pause()

    return prepare


def look(place: Path, theme: str, glyphs: str = "fancy") -> None:
    """What the clerk has set."""
    chosen = f'theme = "{theme}"\nglyphs = "{glyphs}"\n'
    (place / FILE).write_text(chosen, encoding="utf-8")


def test_a_selected_block(snap_compare: Compare, place: Path) -> None:
    """Three rows of targets and actuals."""
    prepare = in_the_third("shift+down", "shift+down", "shift+left", shows="选中 3×2")
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)


def test_a_look_at_what_is_pasted(snap_compare: Compare, place: Path) -> None:
    """What goes where, before anything is changed."""

    async def prepare(pilot: Walk) -> None:
        await in_the_third()(pilot)
        pilot.app.post_message(events.Paste("12次\r\n4次\r\n52个\r\n5个\r\n"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.pause()

    assert snap_compare(app_on(place), terminal_size=MIDDLE, run_before=prepare)


def test_the_clerks_own_verdict(snap_compare: Compare, place: Path) -> None:
    """F7: what the program thinks, and what else could be said."""
    prepare = in_the_third("f7", shows="人工判定")
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)


def test_an_amount_in_another_unit(snap_compare: Compare, place: Path) -> None:
    """= 18.241855 万元，按 18.24 填？."""
    keys = ("ctrl+home", "ctrl+down", "ctrl+down", "end", "left", *"182418.55元")
    prepare = in_the_third(*keys, shows="18.241855")
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)


def test_the_commands(snap_compare: Compare, place: Path) -> None:
    """Found by pinyin initials."""
    prepare = asked("ctrl+p", "d", "c", kind=Palette)
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)


def test_the_amounts_of_all_sheets(snap_compare: Compare, place: Path) -> None:
    """预算数 and 执行数 in one table, with their sums."""
    prepare = walk_to(("ctrl+b", Where.GRID))
    assert snap_compare(app_on(place), terminal_size=MIDDLE, run_before=prepare)


def test_changing_all_sheets_alike(snap_compare: Compare, place: Path) -> None:
    """Date, names, year, numbers."""
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=asked("ctrl+a"))


def test_a_pasted_list(snap_compare: Compare, place: Path) -> None:
    """Three projects become three sheets."""

    async def prepare(pilot: Walk) -> None:
        await walk_to(("ctrl+n", Where.FORM))(pilot)
        await pilot.click("#create-list")
        await reach(pilot, Where.LIST)
        pilot.app.post_message(events.Paste("智慧大厅\t182.7\t182.42\r\n窗口服务\t50\t49.8\r\n"))
        await until(pilot, lambda: "读到 2 个项目" in text(pilot.app))
        await pilot.click("#list-make")
        await reach(pilot, Where.PLAN)

    assert snap_compare(app_on(place), terminal_size=MIDDLE, run_before=prepare)


def test_the_versions_of_a_sheet(snap_compare: Compare, place: Path) -> None:
    """When, why, how far from now; below, what changed since the chosen one."""
    keep_versions(place, "某局", "葛店经开区行政审批局")

    async def prepare(pilot: Walk) -> None:
        await history_of(pilot, 3)
        await pilot.press("down")
        await until(pilot, lambda: "09:32 的一版到现在" in text(pilot.app))
        await pilot.pause()

    assert snap_compare(app_on(place), terminal_size=MIDDLE, run_before=prepare)


def test_the_pages_of_a_sheet(snap_compare: Compare, place: Path) -> None:
    """The first printed page of 附件1-3."""

    async def prepare(pilot: Walk) -> None:
        await in_the_third()(pilot)
        await pilot.press("ctrl+f4")
        await reach(pilot, Where.PREVIEW)

    assert snap_compare(app_on(place), terminal_size=MIDDLE, run_before=prepare)


def test_the_settings(snap_compare: Compare, place: Path) -> None:
    """Each with what it means."""
    prepare = walk_to(("ctrl+w", Where.SETTINGS))
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_another_look(snap_compare: Compare, place: Path, theme: str) -> None:
    """The same sheet, light and in high contrast."""
    look(place, theme)
    prepare = in_the_third(shows="未达到")
    assert snap_compare(app_on(place), terminal_size=LARGE, run_before=prepare)


def test_the_plain_marks(snap_compare: Compare, place: Path) -> None:
    """What an old console shows."""
    look(place, "dark", "plain")
    prepare = in_the_third(shows="未达到")
    assert snap_compare(app_on(place), terminal_size=SMALL, run_before=prepare)
