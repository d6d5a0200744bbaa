"""The workspace's folder goes while it is open: nothing is half remade, everything can be kept."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from selfeval_tui.problems import StoreError
from selfeval_tui.spec.model import Role
from selfeval_tui.store import SaveState, Workspace
from selfeval_tui.store.settings import SETTINGS
from selfeval_tui.tui.gone import FolderDialog
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.steps import Walk, app_on, cell, reach, text, until

TYPED = "221平方米"


async def type_into(app: SelfevalApp, pilot: Walk) -> None:
    """Type into the seventh sheet, and wait until saving has failed."""
    app.session.batch.set(cell(app.session, 6, Role.ACTUAL), TYPED)
    await until(pilot, lambda: app.session.saving.status.state is SaveState.FAILED)


def count(root: Path) -> int:
    """How many sheets lie in a workspace, one of them with what was typed."""
    loaded = Workspace(root).load()
    assert loaded.faults == ()
    typed = [TYPED in sheet.typed(each) for sheet in loaded.sheets for each in sheet.addresses()]
    assert any(typed)
    return len(loaded.sheets)


async def test_a_deleted_folder_is_not_made_for_one_sheet(own_folder: Path) -> None:
    """The title says 没有保存, the notice says why, and the disk stays as it is."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shutil.rmtree(own_folder)
        await type_into(app, pilot)
        assert "不见了" in text(app)
        assert "所有表都还在程序里" in text(app)
        assert not own_folder.exists()


async def test_all_sheets_are_saved_in_its_place(own_folder: Path) -> None:
    """Ctrl+S offers it; the sheets that nobody touched come back, too."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shutil.rmtree(own_folder)
        await type_into(app, pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "存入全部 9 张表" in text(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        await reach(pilot, Where.OVERVIEW)
        assert count(own_folder) == 9
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), TYPED + "整")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
    assert count(own_folder) == 9


async def test_all_sheets_are_saved_elsewhere(own_folder: Path, tmp_path: Path) -> None:
    """The program goes on in the other folder, and leaves no half of a workspace behind."""
    app = app_on(own_folder)
    other = tmp_path / "U盘" / "自评"
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shutil.rmtree(own_folder)
        own_folder.write_bytes(b"")
        await type_into(app, pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "同名的文件" in text(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, FolderDialog))
        app.screen.query_one(Input).value = str(other)
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_running)
    assert app.next == other
    assert count(other) == 9
    assert own_folder.is_file()


async def test_a_folder_that_comes_back_is_saved_to(own_folder: Path, tmp_path: Path) -> None:
    """A network drive is away for a while; nobody has to do anything."""
    app = app_on(own_folder)
    away = tmp_path / "改了名"
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        own_folder.rename(away)
        await type_into(app, pilot)
        away.rename(own_folder)
        app.desk.keep_versions()
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
    assert count(own_folder) == 9


async def test_the_folder_of_a_year_that_goes_is_noticed(own_folder: Path) -> None:
    """Also where only a part of the workspace went."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        year = app.session.workspace.path_of(app.session.batch.sheets[6]).parent
        shutil.rmtree(year)
        await type_into(app, pilot)
        assert not year.exists()


async def test_what_is_gone_was_not_deleted_by_a_colleague(own_folder: Path) -> None:
    """Reading again does not empty the program of what is only there now."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shutil.rmtree(own_folder)
        await app.run_action("reread")
        await until(pilot, lambda: "不见了" in text(app))
        assert len(app.session.batch.sheets) == 9


async def test_nothing_else_is_written_where_it_was(own_folder: Path) -> None:
    """Neither a setting nor a workbook makes the folder anew."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        shutil.rmtree(own_folder)
        with pytest.raises(StoreError, match="不见了"):
            app.desk.preferences.change(SETTINGS[0], "plain")
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await pilot.press("enter")
        await until(pilot, lambda: "不见了" in text(app) or "导出时印哪一个" in text(app))
        if "导出时印哪一个" in text(app):
            await pilot.press("enter")
            await until(pilot, lambda: "不见了" in text(app))
        assert not own_folder.exists()
