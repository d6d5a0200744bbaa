"""The one writer: a file is the old one or the new one, and a refusal is a Chinese sentence."""

import os
from errno import EACCES, EIO, ENAMETOOLONG, ENOENT, ENOSPC, EROFS
from pathlib import Path

import pytest

from selfeval_tui.problems import StoreError
from selfeval_tui.store import Files, write_file
from selfeval_tui.store.window.guard import guarded
from tests.store.build import Refusing, files_below

NEW, OLD = b"new", b"old"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """A first save needs no folder to be there."""
    write_file(tmp_path / "saved" / "2023" / "甲.toml", NEW)
    assert files_below(tmp_path) == ["saved/2023/甲.toml"]
    assert (tmp_path / "saved" / "2023" / "甲.toml").read_bytes() == NEW


def test_an_older_version_is_replaced(tmp_path: Path) -> None:
    """Nothing but the new version is left."""
    (tmp_path / "甲.toml").write_bytes(OLD)
    write_file(tmp_path / "甲.toml", NEW)
    assert files_below(tmp_path) == ["甲.toml"]
    assert (tmp_path / "甲.toml").read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mark on a file.")
def test_no_file_can_be_run(tmp_path: Path) -> None:
    """A sheet that lies on a stick or a share is no program, whoever opens it."""
    write_file(tmp_path / "甲.toml", NEW)
    with guarded(tmp_path / "guard", 0):
        pass
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o111] == []


@pytest.mark.parametrize(
    ("call", "number", "said"),
    [
        ("write", ENOSPC, "磁盘已满"),
        ("write", EROFS, "不允许写入"),
        ("write", EACCES, "不允许写入"),
        ("write", EIO, "系统提示"),
        ("write", ENAMETOOLONG, "太长"),
        ("write", ENOENT, "U 盘或网络盘"),
        ("replace", EACCES, "WPS"),
        ("replace", EIO, "系统提示"),
    ],
)
def test_a_refusal_leaves_the_old_version_and_no_rubbish(
    tmp_path: Path, call: str, number: int, said: str
) -> None:
    """Whatever the system refuses, the file on the disk is the one that was there."""
    path = tmp_path / "甲.toml"
    path.write_bytes(OLD)
    with pytest.raises(StoreError) as refused:
        write_file(path, NEW, Refusing(call, OSError(number, "the system's words")))
    assert said in refused.value.message
    assert "旧文件未动" in refused.value.message
    assert files_below(tmp_path) == ["甲.toml"]
    assert path.read_bytes() == OLD


def test_what_reads_back_differently_is_not_taken(tmp_path: Path) -> None:
    """A stick that returns other bytes than were written keeps the old version."""

    class Forgetful(Files):
        def read(self, path: Path) -> bytes:
            return path.read_bytes()[:-1]

    path = tmp_path / "甲.toml"
    path.write_bytes(OLD)
    with pytest.raises(StoreError, match="读回的内容不一致"):
        write_file(path, NEW, Forgetful())
    assert files_below(tmp_path) == ["甲.toml"]
    assert path.read_bytes() == OLD


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path) -> None:
    """Ctrl+C between writing and replacing."""

    class Interrupted(Files):
        def replace(self, source: Path, target: Path) -> None:
            raise KeyboardInterrupt(source, target)

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "甲.toml", NEW, Interrupted())
    assert files_below(tmp_path) == []


def test_an_unconfirmed_folder_is_said(tmp_path: Path) -> None:
    """The new version stands, but nobody may call it saved."""
    with pytest.raises(StoreError, match="没有确认"):
        write_file(tmp_path / "甲.toml", NEW, Refusing("open_folder", OSError(EIO, "")))


def test_the_order_of_the_steps(tmp_path: Path) -> None:
    """The content is on the disk before it takes its name, the name before the call returns."""
    steps: list[str] = []

    class Listening(Files):
        def write(self, handle: int, data: memoryview) -> int:
            steps.append("write")
            return super().write(handle, data)

        def read(self, path: Path) -> bytes:
            steps.append("read back")
            return super().read(path)

        def sync(self, handle: int) -> None:
            steps.append("sync")
            super().sync(handle)

        def replace(self, source: Path, target: Path) -> None:
            steps.append("replace")
            super().replace(source, target)

        def open_folder(self, folder: Path) -> int:
            steps.append("folder")
            return super().open_folder(folder)

    write_file(tmp_path / "甲.toml", NEW, Listening())
    assert steps == ["write", "sync", "read back", "replace", "folder", "sync"]


@pytest.mark.parametrize("most", [1, 2, 1000])
def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all_of_them(
    tmp_path: Path, most: int
) -> None:
    """A call that writes less than it was given is no failure and loses nothing."""

    class Slow(Files):
        def write(self, handle: int, data: memoryview) -> int:
            return super().write(handle, data[:most])

    data = "内容".encode() * 200
    write_file(tmp_path / "甲.toml", data, Slow())
    assert (tmp_path / "甲.toml").read_bytes() == data


def test_a_disk_that_takes_nothing_is_not_waited_for(tmp_path: Path) -> None:
    """It is a refusal like every other."""

    class Stuck(Files):
        def write(self, handle: int, data: memoryview) -> int:
            return len(data) * handle * 0

    with pytest.raises(StoreError, match="磁盘读写出错"):
        write_file(tmp_path / "甲.toml", NEW, Stuck())
    assert files_below(tmp_path) == []


def test_without_a_folder_sync_the_content_is_flushed_all_the_same(tmp_path: Path) -> None:
    """Windows: no folder is opened, and the file is on the disk before it takes its name."""

    class Windows(Files):
        syncs_folders = False

        def open_folder(self, folder: Path) -> int:
            raise AssertionError(folder)

    write_file(tmp_path / "saved" / "甲.toml", NEW, Windows())
    assert files_below(tmp_path) == ["saved/甲.toml"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    """The place of a folder may be taken by a file."""
    (tmp_path / "saved").write_bytes(b"")
    with pytest.raises(StoreError, match="不可用"):
        write_file(tmp_path / "saved" / "甲.toml", NEW)


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    """No stick is to be looked for."""
    (tmp_path / "exports").write_bytes(OLD)
    with pytest.raises(StoreError, match="移走与文件夹同名的文件"):
        write_file(tmp_path / "exports" / "甲.xlsx", NEW)
    assert files_below(tmp_path) == ["exports"]


def test_a_refusal_promises_nothing_about_the_program(tmp_path: Path) -> None:
    """A command that ends keeps nothing; only the screen can say what it still holds."""
    with pytest.raises(StoreError) as refused:
        write_file(tmp_path / "甲.toml", NEW, Refusing("write", OSError(ENOSPC, "full")))
    assert "程序里" not in refused.value.message
