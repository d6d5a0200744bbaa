"""Saving after each step: what the screen says is what lies on the disk."""

from errno import ENOSPC
from pathlib import Path

from selfeval_tui.spec.model import Role
from selfeval_tui.store import Files, SaveState, Workspace
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.shell import SelfevalApp
from tests.tui.steps import app_on, cell, reach, rows, text, until


class FullDisk(Files):
    """A disk without room, until somebody makes some."""

    def __init__(self) -> None:
        self.full = True

    def write(self, handle: int, data: memoryview) -> int:
        """Refuse while full."""
        if self.full:
            raise OSError(ENOSPC, "No space left on device")
        return super().write(handle, data)


def on_full_disk(root: Path) -> tuple[SelfevalApp, FullDisk]:
    """The application over a workspace whose disk is full."""
    app = app_on(root)
    disk = FullDisk()
    app.session.workspace.files = disk
    return app, disk


def on_disk(app: SelfevalApp, sheet: int) -> str:
    """The file of a sheet as it lies there."""
    workspace = app.session.workspace
    return workspace.path_of(app.session.batch.sheets[sheet]).read_text(encoding="utf-8")


async def test_a_step_is_saved_without_being_asked(demo_folder: Path) -> None:
    """As soon as 已保存 is on the screen the text is in the file."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "二百二十平方米")
        await until(pilot, lambda: "已保存 10:32" in rows(app)[0])
        assert "二百二十平方米" in on_disk(app, 6)


async def test_steps_that_come_during_a_save_are_saved_too(demo_folder: Path) -> None:
    """Many steps at once end in one state, the latest, on the disk."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        for number in range(30):
            app.session.batch.set(cell(app.session, 6, Role.ACTUAL), f"{number}平方米")
            if number % 7 == 0:
                await pilot.pause()
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert "29平方米" in on_disk(app, 6)
        app.session.batch.undo()
        await until(pilot, lambda: "28平方米" in on_disk(app, 6))


async def test_a_failed_save_stays_in_sight_until_it_works(demo_folder: Path) -> None:
    """The reason stands on each screen; Ctrl+S tries again when there is room."""
    app, disk = on_full_disk(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "221平方米")
        await until(pilot, lambda: "没有保存" in rows(app)[0])
        assert "还在程序里" in text(app)
        await pilot.press("ctrl+n")
        await reach(pilot, Where.FORM)
        await pilot.press("escape")
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        assert "还在程序里" in text(app)
        assert "221平方米" not in on_disk(app, 6)
        disk.full = False
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        await until(pilot, lambda: "还在程序里" not in text(app))
        assert "221平方米" in on_disk(app, 6)


async def test_a_failed_save_is_tried_again_without_being_asked(demo_folder: Path) -> None:
    """Within a minute of the disk having room, though nobody types and nobody presses a key."""
    app, disk = on_full_disk(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "224平方米")
        await until(pilot, lambda: app.session.saving.status.state is SaveState.FAILED)
        disk.full = False
        app.desk.keep_versions()
        await until(pilot, lambda: app.session.saving.status.state is SaveState.SAVED)
        assert "224平方米" in on_disk(app, 6)


async def test_quitting_waits_for_the_save(demo_folder: Path) -> None:
    """What was changed a moment before Ctrl+Q is on the disk afterwards."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "222平方米")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0
    loaded = Workspace(demo_folder).load()
    assert "222平方米" in loaded.sheets[6].typed(cell(app.session, 6, Role.ACTUAL))


async def test_quitting_asks_before_anything_is_lost(demo_folder: Path) -> None:
    """The reason is given; going back is preselected, and nothing leaves by accident."""
    app, disk = on_full_disk(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "223平方米")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "现在退出就会丢失" in text(app))
        await pilot.press("ctrl+q", "enter")
        await reach(pilot, Where.OVERVIEW)
        disk.full = False
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert "223平方米" in on_disk(app, 6)


async def test_a_clerk_may_leave_without_saving_when_she_says_so(demo_folder: Path) -> None:
    """The third answer leaves, and only that one does."""
    app, _disk = on_full_disk(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        app.session.batch.set(cell(app.session, 6, Role.ACTUAL), "224平方米")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "现在退出就会丢失" in text(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0
    assert "224平方米" not in on_disk(app, 6)
