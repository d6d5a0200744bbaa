"""Two windows on one workspace: one writes, one looks; nothing is lost when they change places."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store import SaveState, Workspace
from selfeval_tui.store.window.lock import LOCK, Holder, WorkspaceLock
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.shell import SelfevalApp
from tests.store.build import files_below
from tests.tui.conftest import NOW, clock
from tests.tui.steps import Walk, app_on, cell, reach, rows, text, until

SIZE = (120, 36)


class Other:
    """A window on another PC."""

    def __init__(self, root: Path) -> None:
        me = Holder("other", "小王", "PC-2", 7, NOW, NOW)
        self.lock = WorkspaceLock(root, clock, me=me)
        self.workspace = Workspace(root)
        self.sheets = self.workspace.load().sheets

    def save(self, number: int, role: Role, said: str) -> None:
        """Change a field of a sheet, and save it."""
        sheet = self.sheets[number]
        field = sheet.spec.field_with_role(role)
        assert field is not None
        sheet.fields[field.name] = said
        self.workspace.save(sheet)


@pytest.fixture
def other(own_folder: Path) -> Other:
    """It is opened first by some tests, and later by others."""
    return Other(own_folder)


def on_disk(root: Path, sheet: Sheet) -> Sheet:
    """A sheet as its file says."""
    return next(each for each in Workspace(root).load().sheets if each.id == sheet.id)


def unit(app: SelfevalApp, number: int) -> Address:
    """The cell of 单位名称."""
    sheet = app.session.batch.sheets[number]
    field = sheet.spec.field_with_role(Role.UNIT_NAME)
    assert field is not None
    return Address(sheet.id, field.name)


async def save(pilot: Walk) -> None:
    """Press Ctrl+S and wait for what comes of it."""
    await pilot.press("ctrl+s")
    await pilot.pause()


async def answer(pilot: Walk, number: int) -> None:
    """Answer a question."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.press(*["down"] * number, "enter")


async def merging(pilot: Walk) -> MergeDialog:
    """Wait for both versions side by side."""
    await until(pilot, lambda: isinstance(pilot.app.screen, MergeDialog))
    await pilot.pause()
    assert isinstance(pilot.app.screen, MergeDialog)
    return pilot.app.screen


async def test_the_second_window_looks_and_says_who_has_it(own_folder: Path, other: Other) -> None:
    """It stands on each screen; nothing is written, not even a version or a setting."""
    other.lock.take()
    before = files_below(own_folder)
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert "只读" in rows(app)[0]
        assert "小王@PC-2 从 10:32 起打开着" in text(app)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        assert "只读" in text(app)
        await pilot.press("5", "enter")
        assert "Shift+F6" not in text(app), "another key helps here"
        app.session.batch.set(unit(app, 6), "改不了")
        assert app.session.batch.typed(unit(app, 6)) != "改不了"
        for _minute in range(2):
            app.desk.keep_versions()
            app.desk.renew_locks()
            await pilot.pause()
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert files_below(own_folder) == before


@pytest.mark.parametrize(
    "key", ["ctrl+u", "delete", "ctrl+n", "ctrl+r", "shift+f7", "ctrl+shift+down"]
)
async def test_what_would_change_a_sheet_is_refused(
    own_folder: Path, other: Other, key: str
) -> None:
    """With the reason; nothing is asked that could not be done."""
    other.lock.take()
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        sheets = [each.id for each in app.session.batch.sheets]
        await pilot.press(key)
        await until(pilot, lambda: "现在只能看" in text(app) or key == "shift+f7")
        assert [each.id for each in app.session.batch.sheets] == sheets


async def test_it_is_taken_over_with_a_yes_and_shows_what_was_saved_since(
    own_folder: Path, other: Other
) -> None:
    """Nothing was typed here, so that there is nothing to choose."""
    other.lock.take()
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        other.save(6, Role.UNIT_NAME, "后来存的")
        await save(pilot)
        await answer(pilot, 0)
        assert "只读" in rows(app)[0]
        await save(pilot)
        await answer(pilot, 1)
        await until(pilot, lambda: "只读" not in rows(app)[0])
        await until(pilot, lambda: app.session.batch.typed(unit(app, 6)) == "后来存的")
        app.session.batch.set(unit(app, 6), "再改")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
    assert on_disk(own_folder, other.sheets[6]).with_role(Role.UNIT_NAME) == "再改"
    with other.lock.turn() as holder:
        assert holder is None, "the window that had taken it has ended"


async def test_a_window_that_ended_leaves_it_to_the_next(own_folder: Path, other: Other) -> None:
    """That is seen within a minute; one key goes on without a question."""
    other.lock.take()
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        other.lock.release()
        app.desk.renew_locks()
        await until(pilot, lambda: "那个窗口已经关了" in text(app))
        await save(pilot)
        await until(pilot, lambda: "只读" not in rows(app)[0])
        assert (own_folder / LOCK).exists()
    assert not (own_folder / LOCK).exists()


async def test_a_window_that_lost_it_keeps_what_was_typed(own_folder: Path, other: Other) -> None:
    """Also what is still in the editor; taken over again both versions stand side by side."""
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        at = app.screen.place  # type: ignore[attr-defined]
        assert isinstance(at, Address)
        await pilot.press("x", "y")
        other.lock.take(over=True)
        theirs = other.sheets[0]
        theirs.fields[at.name] = "他们的"
        other.workspace.save(theirs)
        app.desk.renew_locks()
        await until(pilot, lambda: "只读" in text(app))
        assert app.session.batch.typed(at) == "xy"
        assert app.session.saving.unsaved
        await save(pilot)
        await answer(pilot, 1)
        await merging(pilot)
        shown = text(app)
        assert "xy" in shown
        assert "他们的" in shown
        assert "两边都改了，请选一边" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MergeDialog), "something is left to choose"
        await pilot.click("#merge-places", offset=(6, 2))
        await until(pilot, lambda: "回车照打勾的办" in text(app))
        await pilot.press("space", "enter")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert app.session.batch.typed(at) == "xy"
        app.session.batch.undo()
        app.session.batch.redo()
    assert on_disk(own_folder, theirs).fields[at.name] == "xy"


async def test_a_change_on_the_disk_is_noticed_before_saving(
    own_folder: Path, other: Other
) -> None:
    """Nothing is called saved until it was chosen; Esc leaves it, and it is offered again."""
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        other.save(6, Role.PROJECT_NAME, "他们的项目")
        target = cell(app.session, 6, Role.ACTUAL)
        app.session.batch.set(target, "我的实际数")
        await until(pilot, lambda: "等您选定" in rows(app)[0])
        await until(pilot, lambda: "Ctrl+S" in text(app))
        app.session.batch.set(unit(app, 5), "别的表照常存")
        await until(pilot, lambda: not app.session.saving.unsaved.keys() - {target.sheet})
        assert "已保存" not in rows(app)[0]
        for key in ("escape", "enter"):
            await save(pilot)
            await merging(pilot)
            assert "他们的项目" in text(app)
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        sheet = app.session.batch.sheets[6]
        assert sheet.with_role(Role.PROJECT_NAME) == "他们的项目"
        assert app.session.batch.typed(target) == "我的实际数"
        saved = on_disk(own_folder, sheet)
        assert saved.typed(target) == "我的实际数"
        assert saved.with_role(Role.PROJECT_NAME) == "他们的项目"
        app.session.batch.undo()
        assert app.session.batch.sheets[6].with_role(Role.PROJECT_NAME) != "他们的项目"
        assert app.session.batch.typed(target) == "我的实际数"


async def test_leaving_while_something_waits_loses_nothing(own_folder: Path, other: Other) -> None:
    """It is asked, and offered when the program opens the next time."""
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        other.save(6, Role.UNIT_NAME, "他们的")
        app.session.batch.set(unit(app, 6), "我的")
        await until(pilot, lambda: "等您选定" in rows(app)[0])
        await pilot.press("ctrl+q")
        await answer(pilot, 1)
        await until(pilot, lambda: not app.is_running)
    assert on_disk(own_folder, other.sheets[6]).with_role(Role.UNIT_NAME) == "他们的"
    again = app_on(own_folder)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, Question))
        await until(pilot, lambda: "我的" in text(again))


async def test_what_came_and_went_elsewhere_is_offered(own_folder: Path, other: Other) -> None:
    """By a command of its own, and as one step."""
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        gone = other.sheets[0]
        other.workspace.remove(gone)
        came = other.sheets[1].copy()
        came.id = "new1"
        came.fields["项目名称"] = "新来的"
        other.workspace.save(came)
        await app.run_action("reread")
        await merging(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "new1" in {each.id for each in app.session.batch.sheets})
        assert gone.id not in {each.id for each in app.session.batch.sheets}
        app.session.batch.undo()
        assert gone.id in {each.id for each in app.session.batch.sheets}


async def test_a_clean_end_gives_it_back(own_folder: Path) -> None:
    """No file tells of a window that is no more."""
    app = app_on(own_folder)
    async with app.run_test(size=SIZE) as pilot:
        await reach(pilot, Where.OVERVIEW)
        assert (own_folder / LOCK).exists()
    assert not (own_folder / LOCK).exists()
