"""历史 on the screen: versions of a sheet, what changed between them, one of them back."""

from datetime import timedelta
from pathlib import Path

from textual.widgets import Button, Input

from selfeval_tui.sheet import Address, Life, Sheet
from selfeval_tui.store import SaveState, Workspace
from selfeval_tui.store.bin import list_bins
from selfeval_tui.store.history.backup import write_backup
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.opened_backup import open_backup
from selfeval_tui.store.history.shelf import versions_of
from selfeval_tui.tui.history.backups import NO_NAME, FileDialog
from selfeval_tui.tui.history.screen import ALREADY, HistoryScreen
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.theme import THEMES
from tests.tui.conftest import NOW, clock
from tests.tui.steps import Walk, app_on, reach, rows, text, until

UNIT = "单位名称"
FIRST = 0


def keep_versions(root: Path, *units: str) -> Sheet:
    """Keep versions of the first sheet that name the unit so, an hour apart, oldest first."""
    workspace = Workspace(root)
    sheet = workspace.load().sheets[FIRST]
    for number, unit in enumerate(units):
        version = sheet.copy()
        version.fields[UNIT] = unit
        at = NOW - timedelta(hours=len(units) - number)
        keep(workspace, Wanted(version, "粘贴2格之前", at))
    return sheet


async def history_of(pilot: Walk, count: int) -> HistoryScreen:
    """Go to the versions of the first sheet, and wait until they are read."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press("home", "ctrl+f5")
    screen = await reach(pilot, Where.HISTORY)
    assert isinstance(screen, HistoryScreen)
    await until(pilot, lambda: len(screen.entries) == count)
    return screen


def unit(app: SelfevalApp) -> str:
    """What the first sheet says of the unit."""
    return app.session.batch.sheets[FIRST].fields[UNIT]


async def test_what_is_opened_is_kept_though_nobody_types(own_folder: Path) -> None:
    """A version of each sheet, and the screen does not claim to have saved anything."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        saved, batch = app.session.workspace.saved, app.session.batch
        await until(pilot, lambda: all(versions_of(saved, each.id) for each in batch.sheets))
        assert app.session.saving.status.state is SaveState.IDLE
        assert "已保存" not in rows(app)[0]
        assert Workspace(own_folder).load().faults == ()


async def test_after_ten_idle_minutes_what_was_typed_is_kept(own_folder: Path) -> None:
    """The look once a minute is told the time; nobody waits here."""
    app = app_on(own_folder)
    now = [clock()]
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.keeper._clock = lambda: now[0]
        sheet = app.session.batch.sheets[FIRST]
        app.session.batch.set(Address(sheet.id, UNIT), "新局")
        saved = app.session.workspace.saved
        await until(pilot, lambda: len(versions_of(saved, sheet.id)) == 1)
        now[0] += timedelta(minutes=10)
        app.desk.keep_versions()
        await until(pilot, lambda: len(versions_of(saved, sheet.id)) == 2)


async def test_the_versions_say_when_why_and_how_far_they_are(own_folder: Path) -> None:
    """The newest first; below, what changed from the chosen one to now."""
    sheet = keep_versions(own_folder, "甲局", "乙局")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await history_of(pilot, 3)
        shown = rows(app)
        lines = [row for row in shown if "2024-04-23" in row and "从" not in row]
        assert ["打开时" in row for row in lines] == [True, False, False]
        assert ["相同" in row for row in lines] == [True, False, False]
        assert ["1处不同" in row for row in lines] == [False, True, True]
        await pilot.press("down")
        await until(pilot, lambda: "从 2024-04-23 09:32 的一版到现在：1处不同" in text(app))
        assert f"现 {sheet.fields[UNIT]}" in text(app)
        assert "原 乙局" in text(app)
        assert screen.chosen is screen.entries[1]


async def test_any_two_versions_are_compared(own_folder: Path) -> None:
    """Space marks one; the others are compared with it, the earlier one first."""
    keep_versions(own_folder, "甲局", "乙局")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await history_of(pilot, 3)
        await pilot.press("down", "space", "down")
        wanted = "从 2024-04-23 08:32 的一版到2024-04-23 09:32：1处不同"
        await until(pilot, lambda: wanted in text(app))
        assert "前 甲局" in text(app)
        assert "后 乙局" in text(app)
        await pilot.press("up", "space")
        await until(pilot, lambda: "09:32 的一版到现在" in text(app))


async def test_one_key_brings_a_version_back_and_undo_takes_it_away(own_folder: Path) -> None:
    """The present one is kept first, and all of it is saved."""
    sheet = keep_versions(own_folder, "甲局")
    before = sheet.fields[UNIT]
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await history_of(pilot, 2)
        await pilot.press("down", "enter")
        await until(pilot, lambda: unit(app) == "甲局")
        assert "Ctrl+Z 撤销" in text(app)
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert Workspace(own_folder).load().sheets[FIRST].fields[UNIT] == "甲局"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: unit(app) == before)
        assert app.screen is screen
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert Workspace(own_folder).load().sheets[FIRST].fields[UNIT] == before
        await pilot.press("ctrl+y")
        await until(pilot, lambda: unit(app) == "甲局")


async def test_the_state_before_a_restore_is_a_version(own_folder: Path) -> None:
    """What was typed and never kept is not lost by bringing something back."""
    keep_versions(own_folder, "甲局")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await history_of(pilot, 2)
        app.session.batch.set(Address(app.session.batch.sheets[FIRST].id, UNIT), "刚填的局")
        await pilot.press("end", "enter")
        await until(pilot, lambda: unit(app) == "甲局")
        await until(pilot, lambda: len(screen.entries) == 3)
        newest = screen.entries[0]
        assert newest.sheet is not None
        assert newest.sheet.fields[UNIT] == "刚填的局"


async def test_what_is_so_already_stays(own_folder: Path) -> None:
    """No step that does nothing."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await history_of(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: ALREADY in text(app))
        assert not app.session.batch.can_undo


async def test_a_finalised_sheet_is_not_written_over(own_folder: Path) -> None:
    """It is said how it is opened again."""
    keep_versions(own_folder, "甲局")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await history_of(pilot, 2)
        before = unit(app)
        life = Life().finalise("2024-04-23", "0123-4567-89AB", "abcd", "ef01")
        app.session.batch.live(app.session.batch.sheets[FIRST].id, life)
        await until(pilot, lambda: len(screen.entries) == 3)
        await pilot.press("end", "enter")
        await until(pilot, lambda: "附件1-1 已定稿，要改请先“退回修改”" in text(app))
        assert unit(app) == before


async def test_a_damaged_version_is_told_and_does_no_harm(own_folder: Path) -> None:
    """The others can be brought back all the same."""
    sheet = keep_versions(own_folder, "甲局", "乙局")
    kept = versions_of(own_folder / "saved", sheet.id)[0]
    kept.path.write_text("坏了", encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await history_of(pilot, 3)
        await pilot.press("down")
        await until(pilot, lambda: "历史里的一版读不出来" in text(app))
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: unit(app) == "甲局")


async def test_the_history_is_reached_from_the_sheet_too(own_folder: Path) -> None:
    """And what is brought back is seen there."""
    keep_versions(own_folder, "甲局")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("home", "enter")
        await reach(pilot, Where.GRID)
        await pilot.press("ctrl+f5")
        screen = await reach(pilot, Where.HISTORY)
        assert isinstance(screen, HistoryScreen)
        await until(pilot, lambda: len(screen.entries) == 2)
        await pilot.press("end", "enter")
        await until(pilot, lambda: unit(app) == "甲局")
        await pilot.press("escape")
        await reach(pilot, Where.GRID)
        assert "甲局" in text(app)


async def test_a_version_of_a_removed_sheet_comes_back_from_the_bin(own_folder: Path) -> None:
    """回收站 has the sheet as it was removed; its versions lie beside."""
    sheet = keep_versions(own_folder, "甲局")
    workspace = Workspace(own_folder)
    workspace.load()
    workspace.remove(sheet)
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        count = len(app.session.batch.sheets)
        await pilot.press("ctrl+x")
        bin_screen = await reach(pilot, Where.FORM)
        bin_screen.query_one("#bin-history", Button).press()
        screen = await reach(pilot, Where.HISTORY)
        assert isinstance(screen, HistoryScreen)
        await until(pilot, lambda: len(screen.entries) == 1)
        assert "到删除时：1处不同" in text(app)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.session.batch.sheets) == count + 1)
        back = app.session.batch.sheet(sheet.id)
        assert back.fields[UNIT] == "甲局"
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert sheet.id in {each.id for each in Workspace(own_folder).load().sheets}


# A damaged file on 总览.


def damage(root: Path) -> tuple[Sheet, Path]:
    """Keep a version of the first sheet, and cut its file in two."""
    workspace = Workspace(root)
    sheet = workspace.load().sheets[FIRST]
    keep(workspace, Wanted(sheet, "打开时", NOW - timedelta(days=1)))
    path = workspace.path_of(sheet)
    path.write_bytes(path.read_bytes()[:300])
    return sheet, path


async def test_one_key_puts_the_last_good_version_in_place_of_a_damaged_file(
    own_folder: Path,
) -> None:
    """The version is offered where the fault is told; the bytes go to 回收站."""
    sheet, path = damage(own_folder)
    broken = path.read_bytes()
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "1 个在历史里有好的一版，按 Ctrl+V 取回" in text(app))
        await pilot.press("ctrl+v")
        await until(pilot, lambda: isinstance(app.screen, Question))
        assert path.read_bytes() == broken
        await pilot.press("down", "enter")
        await until(pilot, lambda: "已取回" in text(app))
        assert app.session.faults == ()
        assert not screen.query_one("#overview-faults").display
        assert app.session.batch.sheet(sheet.id).fields == sheet.fields
        (binned,) = list_bins(own_folder / "saved")
        assert binned.path.read_bytes() == broken
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
    loaded = Workspace(own_folder).load()
    assert loaded.faults == ()
    assert sheet.id in {each.id for each in loaded.sheets}


async def test_the_first_answer_leaves_a_damaged_file_alone(own_folder: Path) -> None:
    """Nothing happens by accident."""
    _, path = damage(own_folder)
    broken = path.read_bytes()
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await until(pilot, lambda: "按 Ctrl+V" in text(app))
        await pilot.press("ctrl+v", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert path.read_bytes() == broken
        assert len(app.session.faults) == 1


# Backups.


async def answer(pilot: Walk, path: Path) -> None:
    """Name a file and go on."""
    await until(pilot, lambda: isinstance(pilot.app.screen, FileDialog))
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))


async def call(pilot: Walk, words: str) -> None:
    """Choose a command from the list of all."""
    await pilot.press("ctrl+p", *words)
    await pilot.pause()
    await pilot.press("enter")


async def test_a_backup_has_what_was_typed_a_moment_ago(own_folder: Path, tmp_path: Path) -> None:
    """It is saved first."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(Address(app.session.batch.sheets[FIRST].id, UNIT), "刚填的局")
        await call(pilot, "备份")
        await answer(pilot, tmp_path / "备份.zip")
        assert "备份好了" in text(app)
    files = open_backup(tmp_path / "备份.zip").files
    assert any("刚填的局".encode() in data for data in files.values())


async def test_a_name_that_is_no_zip_is_asked_again(own_folder: Path) -> None:
    """Nothing is written."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await call(pilot, "备份")
        await until(pilot, lambda: isinstance(app.screen, FileDialog))
        app.screen.query_one(Input).value = "备份.rar"
        await pilot.press("enter")
        await until(pilot, lambda: NO_NAME in text(app))


async def test_a_backup_is_put_back_after_a_look_at_what_it_does(
    own_folder: Path, tmp_path: Path
) -> None:
    """The sheets, and the settings that were in force then."""
    workspace = Workspace(own_folder)
    (own_folder / "设置.toml").write_text('theme = "light"\n', encoding="utf-8")
    path = tmp_path / "备份.zip"
    write_backup(workspace, path, (), NOW)
    (own_folder / "设置.toml").write_text('theme = "dark"\n', encoding="utf-8")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        before = unit(app)
        sheet = app.session.batch.sheets[FIRST]
        app.session.batch.set(Address(sheet.id, UNIT), "刚填的局")
        await call(pilot, "恢复备份")
        await answer(pilot, path)
        assert "改回 1 张表" in text(app)
        assert unit(app) == "刚填的局"
        await pilot.press("down", "enter")
        await until(pilot, lambda: "恢复好了" in text(app))
        assert unit(app) == before
        assert app.theme == THEMES["light"].name
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(Address(sheet.id, UNIT), "又填的局")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
    assert Workspace(own_folder).load().sheets[FIRST].fields[UNIT] == "又填的局"


async def test_a_damaged_backup_is_refused_with_a_sentence(
    own_folder: Path, tmp_path: Path
) -> None:
    """And nothing is changed."""
    path = tmp_path / "备份.zip"
    path.write_bytes(b"PK")
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await call(pilot, "恢复备份")
        await answer(pilot, path)
        assert "什么也没有恢复" in text(app)


async def test_a_new_pc_begins_with_a_backup(own_folder: Path, tmp_path: Path) -> None:
    """On the first screen, where there is no sheet yet."""
    path = tmp_path / "备份.zip"
    write_backup(Workspace(own_folder), path, (), NOW)
    app = app_on(tmp_path / "新")
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("ctrl+b")
        await answer(pilot, path)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "恢复好了" in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 9
