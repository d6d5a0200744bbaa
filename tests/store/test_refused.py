"""What is kept beside the sheets, and saving in another thread, while the system refuses calls."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from errno import EACCES, EINVAL, EIO, ENOSPC, EPERM
from itertools import count
from pathlib import Path

import pytest

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Life
from selfeval_tui.store import SaveState, Workspace
from selfeval_tui.store.disk.writer import write_folder
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.kept.finalised import keep_finalised
from selfeval_tui.store.kept.handed_out import keep_handed_out
from selfeval_tui.store.settings import Settings, write_settings
from tests.store.build import Refusing, files_below, project
from tests.store.faulty import NOON, Desk, Fault, snapshot


def _hand_out(desk: Desk) -> None:
    said = keep_handed_out(desk.workspace, desk.batch, (desk.sheet,), NOON)
    if said:
        raise StoreError("".join(said))


def _submit(desk: Desk) -> None:
    folder = desk.root / "exports" / "报送"
    if not folder.exists():
        write_folder(folder, {"甲.xlsx": b"1", "乙.xlsx": b"2"}, desk.files)


KEPT: Mapping[str, Callable[[Desk], object]] = {
    "finalised": lambda desk: keep_finalised(
        desk.workspace, desk.batch, desk.sheet, Life(content="ABCD"), NOON
    ),
    "handed out": _hand_out,
    "history": lambda desk: keep(desk.workspace, Wanted(desk.sheet.copy(), "打开时", NOON)),
    "settings": lambda desk: write_settings(desk.root, Settings(theme="light"), desk.files),
    "submission": _submit,
}


@pytest.mark.parametrize("what", KEPT)
@pytest.mark.parametrize("number", [ENOSPC, EACCES, EIO])
def test_what_lies_beside_the_sheets_is_whole_or_not_there(
    tmp_path: Path, what: str, number: int
) -> None:
    """Each call refused in turn: a sentence, no part of a file, and it works afterwards."""
    wanted = Desk(tmp_path / "wanted")
    KEPT[what](wanted)
    for at in count():
        desk = Desk(tmp_path / str(at))
        before = snapshot(desk.root)
        desk.files.set(Fault(at, number))
        said = "请"
        try:
            KEPT[what](desk)
        except StoreError as error:
            said = error.message
        assert "请" in said
        if desk.files.met is None:
            break
        assert before.items() <= snapshot(desk.root).items() <= snapshot(wanted.root).items()
        desk.files.set(None)
        KEPT[what](desk)
        assert snapshot(desk.root) == snapshot(wanted.root)
    assert at > 5


def test_saving_in_another_thread_never_says_saved_while_it_is_not(tmp_path: Path) -> None:
    """The screen's own way: copies are taken here, written there, and the outcome noted here."""
    desk = Desk(tmp_path)
    with ThreadPoolExecutor(1) as thread:
        for at in range(12):
            desk.type("单位名称", f"第{at}次")
            desk.files.set(Fault(at, EPERM))
            work = desk.saving.work()
            assert work is not None
            writing = thread.submit(desk.saving.write, work)
            desk.type("项目名称", f"项目{at}")
            assert desk.saving.status.state is not SaveState.SAVED
            status = desk.saving.settle(writing.result())
            assert status.state is (SaveState.FAILED if desk.files.met else SaveState.SAVING)
            desk.files.set(None)
            assert desk.saving.save_now().state is SaveState.SAVED
            (sheet,) = Workspace(tmp_path).load().sheets
            assert sheet.fields["单位名称"] == f"第{at}次"
            assert sheet.fields["项目名称"] == f"项目{at}"


def test_an_unconfirmed_save_is_nobody_elses(tmp_path: Path) -> None:
    """What the disk did not confirm is written again, and not set aside as a stranger's."""
    refusing = Refusing("open_folder", OSError(EIO, ""))
    refusing.refuses = False
    workspace = Workspace(tmp_path, files=refusing)
    sheet = project()
    workspace.save(sheet)
    sheet.fields["单位名称"] = "另一局"
    refusing.refuses = True
    with pytest.raises(StoreError, match="没有确认"):
        workspace.save(sheet)
    refusing.refuses = False
    workspace.save(sheet)
    assert workspace.take_notices() == ()
    assert files_below(tmp_path) == ["saved/2023/附件1-1 甲项目.toml"]


def test_a_former_name_that_was_held_goes_with_the_next_save(tmp_path: Path) -> None:
    """WPS had it open; nothing has to be done by hand."""
    refusing = Refusing("remove", OSError(EPERM, ""))
    workspace = Workspace(tmp_path, files=refusing)
    sheet = project()
    workspace.save(sheet)
    sheet.fields["项目名称"] = "乙项目"
    with pytest.raises(StoreError, match="没有删除"):
        workspace.save(sheet)
    assert len(files_below(tmp_path)) == 2
    refusing.refuses = False
    workspace.save(sheet)
    assert files_below(tmp_path) == ["saved/2023/附件1-1 乙项目.toml"]


def test_what_somebody_else_puts_under_a_former_name_stays(tmp_path: Path) -> None:
    """The name was free for them."""
    refusing = Refusing("remove", OSError(EPERM, ""))
    workspace = Workspace(tmp_path, files=refusing)
    sheet = project()
    former = workspace.save(sheet)
    sheet.fields["项目名称"] = "乙项目"
    with pytest.raises(StoreError):
        workspace.save(sheet)
    former.write_bytes(b"theirs")
    refusing.refuses = False
    workspace.save(sheet)
    assert former.read_bytes() == b"theirs"


def test_a_network_drive_that_cannot_sync_a_folder_is_no_failure(tmp_path: Path) -> None:
    """There is nothing to repeat: the system has no such call there."""
    desk = Desk(tmp_path)
    calls = _calls_until_folder_sync(desk)
    desk.files.set(Fault(calls, EINVAL))
    desk.type("单位名称", "另一局")
    assert desk.saving.save_now().state is SaveState.SAVED
    assert desk.files.met is not None


def _calls_until_folder_sync(desk: Desk) -> int:
    """How many calls an edit makes before the sync of its folder, which is followed by a close."""
    desk.files.set(Fault(10**6, EIO))
    desk.type("单位名称", "一局")
    desk.saving.save_now()
    return desk.files.calls - 2
