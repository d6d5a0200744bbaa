"""What an interrupted program left behind goes at the next opening, and nothing else does."""

import os
import sys
import time
from errno import EROFS
from pathlib import Path

import pytest

from selfeval_tui.store.disk.files import Files
from selfeval_tui.store.disk.leftovers import clear_leftovers
from selfeval_tui.store.disk.writer import temporary_name
from selfeval_tui.store.window.lock import Holder, Taken, WorkspaceLock
from selfeval_tui.store.window.process import host_name
from tests.store.build import files_below
from tests.store.faulty import NOON

LONG_AGO = time.time() - 3600


def left(path: Path, at: float = LONG_AGO) -> Path:
    """A temporary file beside a path, as an interruption leaves it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_name(path)
    temporary.write_bytes(b"half")
    os.utime(temporary, (at, at))
    return temporary


def test_old_ones_go_wherever_the_program_writes(tmp_path: Path) -> None:
    """Beside the settings, the sheets, the versions kept and the exports."""
    places = ("设置.toml", "saved/甲.toml", "saved/2023/甲.toml", "saved/2023/定稿/甲.toml")
    wanted = {left(tmp_path / place) for place in (*places, "exports/报送/甲.xlsx")}
    assert set(clear_leftovers(tmp_path)) == wanted
    assert files_below(tmp_path) == []


def test_a_young_one_stays(tmp_path: Path) -> None:
    """Another window may be writing it; so does one from a clock that is ahead."""
    for at in (time.time() - 5, time.time() + 3600):
        left(tmp_path / "saved" / "甲.toml", at)
    assert clear_leftovers(tmp_path) == ()
    assert len(files_below(tmp_path)) == 2


def test_a_folder_that_was_being_written_goes_with_what_is_in_it(tmp_path: Path) -> None:
    """A submission that never took its name."""
    folder = temporary_name(tmp_path / "exports" / "报送")
    inner = left(folder / "甲.xlsx")
    inner.with_name("乙.xlsx").write_bytes(b"whole")
    for each in (inner.with_name("乙.xlsx"), folder):
        os.utime(each, (LONG_AGO, LONG_AGO))
    clear_leftovers(tmp_path)
    assert not folder.exists()
    assert (tmp_path / "exports").exists()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """Names that are only alike, and a folder with folders in it."""
    for name in (".abc.tmp", "~$甲.xlsx", ".0123456789AB.tmp", "x.0123456789ab.tmp", "甲.tmp"):
        path = tmp_path / name
        path.write_bytes(b"x")
        os.utime(path, (LONG_AGO, LONG_AGO))
    nested = tmp_path / ".0123456789ab.tmp" / "inner"
    nested.mkdir(parents=True)
    for each in (nested, nested.parent):
        os.utime(each, (LONG_AGO, LONG_AGO))
    assert clear_leftovers(tmp_path) == ()
    assert nested.exists()
    assert len(files_below(tmp_path)) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 建链接要管理员权限")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Whatever a workspace from somebody else points at stays as it is."""
    outside = tmp_path / "outside"
    kept = left(outside / "甲.toml")
    root = tmp_path / "root"
    root.mkdir()
    (root / "saved").symlink_to(outside)
    (root / ".0123456789ab.tmp").symlink_to(outside)
    clear_leftovers(root, time.time() + 3600)
    assert kept.exists()
    assert not (root / ".0123456789ab.tmp").is_symlink()


def test_what_cannot_be_deleted_does_not_stop_the_opening(tmp_path: Path) -> None:
    """A workspace on a disk that is read-only opens all the same."""
    temporary = left(tmp_path / "saved" / "甲.toml")

    class ReadOnly(Files):
        def remove(self, path: Path) -> None:
            raise OSError(EROFS, "read-only", str(path))

    assert clear_leftovers(tmp_path, files=ReadOnly()) == ()
    assert temporary.exists()


def test_what_else_lies_in_the_folder_is_not_looked_through(tmp_path: Path) -> None:
    """A workspace may be a folder with a whole program in it."""
    temporary = left(tmp_path / "别的程序" / "甲.toml")
    assert clear_leftovers(tmp_path) == ()
    assert temporary.exists()


def test_whoever_takes_the_workspace_clears_it(tmp_path: Path) -> None:
    """The next opening after a power cut; a window that only looks deletes nothing."""
    other = Holder("0", "", host_name(), os.getppid(), NOON, NOON)
    first = WorkspaceLock(tmp_path, lambda: NOON, me=other)
    (tmp_path / "saved").mkdir()
    first.take()
    temporary = left(tmp_path / "saved" / "甲.toml")
    second = WorkspaceLock(tmp_path, lambda: NOON)
    assert isinstance(second.take(), Holder)
    assert temporary.exists()
    first.release()
    assert isinstance(second.take(), Taken)
    assert not temporary.exists()


def test_where_there_is_no_workspace_nothing_is_done(tmp_path: Path) -> None:
    """The first start."""
    assert clear_leftovers(tmp_path / "neu") == ()
