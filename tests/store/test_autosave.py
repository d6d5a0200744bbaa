"""What the screen shows as 已保存 is on the disk."""

from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.store import Autosave, SaveState, Workspace
from selfeval_tui.store.window.lock import Holder, WorkspaceLock
from tests.store.build import Refusing, files_below, project, texts

NOON = datetime(2024, 4, 23, 12, tzinfo=UTC)


class Desk:
    """A batch of one saved sheet that is being edited."""

    def __init__(self, root: Path) -> None:
        self.files = Refusing("write", OSError(ENOSPC, ""))
        self.files.refuses = False
        self.workspace = Workspace(root, files=self.files)
        self.sheet = project()
        self.workspace.save(self.sheet)
        self.batch = Batch([self.sheet])
        self.saving = Autosave(self.workspace, self.batch, lambda: NOON)

    def type(self, text: str) -> None:
        """Type a text into 单位名称."""
        self.batch.set(Address(self.sheet.id, "单位名称"), text)

    @property
    def on_disk(self) -> str:
        """单位名称 as the disk has it."""
        (sheet,) = Workspace(self.workspace.root).load().sheets
        return sheet.fields["单位名称"]

    @property
    def state(self) -> SaveState:
        """What is said of the batch and the disk."""
        return self.saving.status.state


def test_nothing_is_said_before_anything_changed(tmp_path: Path) -> None:
    """And nothing is written."""
    desk = Desk(tmp_path)
    assert desk.state is SaveState.IDLE
    assert desk.saving.work() is None
    desk.batch.set(Address(desk.sheet.id, "项目名称"), "甲项目")
    assert desk.state is SaveState.IDLE


def test_saved_means_on_the_disk(tmp_path: Path) -> None:
    """Not before it is."""
    desk = Desk(tmp_path)
    desk.type("一")
    assert desk.state is SaveState.SAVING
    work = desk.saving.work()
    assert work is not None
    result = desk.saving.write(work)
    assert desk.state is SaveState.SAVING
    assert desk.on_disk == "一"
    status = desk.saving.settle(result)
    assert (status.state, status.at, status.message) == (SaveState.SAVED, NOON, "")
    assert desk.saving.work() is None


def test_what_is_typed_while_a_save_runs_is_not_called_saved(tmp_path: Path) -> None:
    """It is the next save's work."""
    desk = Desk(tmp_path)
    desk.type("一")
    work = desk.saving.work()
    assert work is not None
    desk.type("二")
    result = desk.saving.write(work)
    assert desk.on_disk == "一"
    assert desk.saving.settle(result).state is SaveState.SAVING
    assert desk.saving.save_now().state is SaveState.SAVED
    assert desk.on_disk == "二"


def test_one_work_is_under_way_at_a_time(tmp_path: Path) -> None:
    """An older copy never overwrites a newer one."""
    desk = Desk(tmp_path)
    desk.type("一")
    first = desk.saving.work()
    desk.type("二")
    assert first is not None
    assert desk.saving.work() is None
    assert desk.saving.save_now().state is SaveState.SAVING
    desk.saving.settle(desk.saving.write(first))
    assert desk.saving.work() is not None


def test_a_failed_save_is_said_and_tried_again(tmp_path: Path) -> None:
    """The message stays until a save succeeds; typing on does not cure it."""
    desk = Desk(tmp_path)
    desk.type("一")
    desk.files.refuses = True
    status = desk.saving.save_now()
    assert status.state is SaveState.FAILED
    assert "磁盘已满" in status.message
    desk.type("二")
    assert desk.state is SaveState.FAILED
    assert desk.on_disk == "某局"
    desk.files.refuses = False
    status = desk.saving.save_now()
    assert (status.state, status.message) == (SaveState.SAVED, "")
    assert desk.on_disk == "二"


def test_one_sheet_that_fails_does_not_hold_the_others(tmp_path: Path) -> None:
    """The others are on the disk, and the batch is still not called saved."""
    desk = Desk(tmp_path)
    desk.type("一")
    desk.batch.add_sheet(project("附件1-2", demo=True))
    status = desk.saving.save_now()
    assert status.state is SaveState.FAILED
    assert "示例表" in status.message
    assert desk.on_disk == "一"


def test_undo_is_saved_too(tmp_path: Path) -> None:
    """The disk follows the screen both ways."""
    desk = Desk(tmp_path)
    desk.type("一")
    desk.saving.save_now()
    desk.batch.undo()
    assert desk.state is SaveState.SAVING
    desk.saving.save_now()
    assert desk.on_disk == "某局"


def test_a_removed_sheet_goes_to_the_bin_and_comes_back(tmp_path: Path) -> None:
    """Undo brings back the sheet and its file."""
    desk = Desk(tmp_path)
    desk.batch.remove_sheet(desk.sheet.id)
    desk.saving.save_now()
    assert files_below(tmp_path) == ["saved/2023/回收站/附件1-1 甲项目.toml"]
    desk.batch.undo()
    assert desk.saving.save_now().state is SaveState.SAVED
    assert desk.on_disk == "某局"


def test_a_sheet_removed_and_brought_back_before_a_save_stays(tmp_path: Path) -> None:
    """Its file never moves."""
    desk = Desk(tmp_path)
    desk.batch.remove_sheet(desk.sheet.id)
    desk.batch.undo()
    desk.saving.save_now()
    assert files_below(tmp_path) == ["saved/2023/附件1-1 甲项目.toml"]


def test_another_programs_version_waits_for_the_clerk(tmp_path: Path) -> None:
    """Nothing is written over it, and nothing is called saved, however often it is tried."""
    desk = Desk(tmp_path)
    path = desk.workspace.path_of(desk.sheet)
    path.write_text(path.read_text(encoding="utf-8").replace("某局", "他们写的"), encoding="utf-8")
    for text in ("一", "二"):
        desk.type(text)
        status = desk.saving.save_now()
        assert status.state is SaveState.PENDING
        assert "在别处" in status.message
        assert desk.on_disk == "他们写的"
    assert desk.saving.pending == {desk.sheet.id}
    (seen,) = desk.workspace.look_elsewhere()
    desk.workspace.accept(seen)
    desk.saving.resume()
    assert desk.saving.save_now().state is SaveState.SAVED
    assert desk.on_disk == "二"


def test_what_others_changed_alike_is_no_conflict(tmp_path: Path) -> None:
    """There is nothing to choose."""
    desk = Desk(tmp_path)
    path = desk.workspace.path_of(desk.sheet)
    path.write_text(path.read_text(encoding="utf-8").replace("某局", "一"), encoding="utf-8")
    desk.type("一")
    assert desk.saving.save_now().state is SaveState.SAVED


def test_a_window_that_lost_the_workspace_writes_nothing(tmp_path: Path) -> None:
    """What was typed stays to be saved, and is as soon as it has the workspace again."""
    desk = Desk(tmp_path)
    mine = WorkspaceLock(tmp_path, lambda: NOON, me=Holder("甲", "", "PC-1", 1, NOON, NOON))
    other = WorkspaceLock(tmp_path, lambda: NOON, me=Holder("乙", "", "PC-2", 1, NOON, NOON))
    saving = Autosave(desk.workspace, desk.batch, lambda: NOON, lock=mine)
    mine.take()
    other.take(over=True)
    desk.type("一")
    assert saving.save_now().state is SaveState.PENDING
    assert saving.holder is not None
    assert desk.on_disk == "某局"
    assert saving.work() is None
    mine.take(over=True)
    saving.resume()
    assert saving.save_now().state is SaveState.SAVED
    assert desk.on_disk == "一"


def test_after_stop_nothing_is_followed(tmp_path: Path) -> None:
    """A workspace that was closed."""
    desk = Desk(tmp_path)
    desk.saving.stop()
    desk.type("一")
    assert desk.saving.work() is None


MOVE = st.sampled_from(["type", "undo", "redo", "work", "write", "refuse", "allow"])


@given(st.lists(MOVE, max_size=25))
@settings(max_examples=40, deadline=None)
def test_saved_is_never_untrue(tmp_path_factory: pytest.TempPathFactory, moves: list[str]) -> None:
    """Whatever the order of typing, saving and failing: saved means that the disk agrees."""
    desk = Desk(tmp_path_factory.mktemp("w"))
    work = result = None
    for number, move in enumerate(moves):
        match move:
            case "type":
                desk.type(str(number))
            case "undo":
                desk.batch.undo()
            case "redo":
                desk.batch.redo()
            case "work":
                if result is not None:
                    desk.saving.settle(result)
                    result = None
                work = desk.saving.work() or work
            case "write":
                result = desk.saving.write(work) if work else result
                work = None
            case _:
                desk.files.refuses = move == "refuse"
        if desk.state in {SaveState.SAVED, SaveState.IDLE}:
            (sheet,) = Workspace(desk.workspace.root).load().sheets
            assert texts(sheet) == texts(desk.batch.sheets[0])
