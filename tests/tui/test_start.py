"""The first screen: what is offered, and where each entry leads."""

from pathlib import Path

import pytest

from selfeval_tui.store import Workspace, demo_root
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.start.entries import Entry, entries, preselected
from tests.tui.steps import app_on, reach, rows, text, until


@pytest.mark.parametrize(
    ("own_data", "in_demo", "offered", "first"),
    [
        (False, False, "示例 新建 导入", "示例"),
        (False, True, "示例 新建 导入", "示例"),
        (True, False, "示例 新建 导入", "新建"),
        (True, True, "本单位的表 示例 新建 导入", "新建"),
    ],
)
def test_a_beginner_is_led_to_the_demo_and_others_to_new_sheets(
    own_data: bool, in_demo: bool, offered: str, first: str
) -> None:
    """示例 is preselected only while the unit has no sheets of its own."""
    found = entries(own_data=own_data, in_demo=in_demo)
    assert " ".join(each.label for each in found) == offered
    assert found[preselected(found, own_data=own_data)].label == first


async def test_an_empty_workspace_offers_the_three_ways_in(tmp_path: Path) -> None:
    """Each entry stands with a line that explains it."""
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        shown = text(app)
        for entry in (Entry.DEMO, Entry.CREATE, Entry.IMPORT):
            assert f"{entry.label}" in shown
            assert entry.help in shown
        assert app.screen.query_one(Listing).cursor == 0
        assert not list(tmp_path.iterdir())


async def test_own_sheets_open_the_overview_at_once(own_folder: Path) -> None:
    """Who has sheets is not asked where to begin."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 9
        assert not app.session.demo


async def test_the_demo_opens_in_its_own_folder(tmp_path: Path) -> None:
    """示例 never mixes with the unit's own sheets, and says what it is."""
    app = app_on(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert app.session.demo
        assert app.session.workspace.root == demo_root(tmp_path)
        assert all(sheet.demo for sheet in app.session.batch.sheets)
        assert app.desk.own.batch.sheets == ()
        assert not Workspace(tmp_path).saved.exists()
        assert "示例" in rows(app)[0]


async def test_a_clerk_goes_to_the_demo_and_back(own_folder: Path) -> None:
    """From the own overview to 示例 and back to the own sheets, each with its title."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+d")
        start = await reach(pilot, Where.START)
        assert start.query_one(Listing).cursor == 1
        await pilot.press("up", "enter")
        await until(pilot, lambda: app.session.demo)
        await reach(pilot, Where.OVERVIEW)
        assert "示例" in rows(app)[0]
        await pilot.press("ctrl+d")
        await reach(pilot, Where.START)
        await pilot.press("home", "enter")
        await until(pilot, lambda: not app.session.demo)
        await reach(pilot, Where.OVERVIEW)
        assert "示例" not in text(app).splitlines()[0]


async def test_escape_leaves_the_first_screen_only_where_something_lies_behind(
    own_folder: Path, tmp_path: Path
) -> None:
    """On a fresh start there is nothing to return to."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+d")
        await reach(pilot, Where.START)
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
    fresh = app_on(tmp_path / "空")
    async with fresh.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("escape")
        await pilot.pause()
        await reach(pilot, Where.START)


async def test_a_demo_that_cannot_be_made_is_explained(own_folder: Path) -> None:
    """Where the folder 示例 cannot be used, the clerk is told so and stays where she was."""
    demo_root(own_folder).mkdir()
    (demo_root(own_folder) / "saved").write_text("不是文件夹", encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+d")
        await reach(pilot, Where.START)
        await pilot.press("up", "enter")
        await until(pilot, lambda: bool(app.screen.query("#question")))
        assert not app.session.demo
        await pilot.press("enter")
        await reach(pilot, Where.START)
