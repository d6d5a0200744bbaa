"""The one writer: every byte that this program puts on a disk goes through `write_file`.

A file is either the old one or the new one, never a part of either. The steps: a temporary file
beside the target, flush and fsync, read back and compare, replace, fsync of the folder. A file
never changes its folder by a rename: a stick without a journal may keep neither name then.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EINVAL, EIO, ENOTSUP
from itertools import takewhile
from pathlib import Path

from selfeval_tui.problems import StoreError, UnconfirmedError
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.refusal import in_words

__all__ = [
    "DISK",
    "Files",
    "move_file",
    "remove_file",
    "remove_folder",
    "temporary_name",
    "write_file",
    "write_folder",
]


def write_file(path: Path, data: bytes, files: Files = DISK, lost: str = "") -> None:
    """Write a file as a whole; folders that are missing are made.

    On POSIX the new name is on the disk when this returns. On Windows the content is flushed
    before it takes its name; the name itself follows when the system writes its tables.

    Args:
        path: The file. An older version stays intact until the new one is complete.
        data: Its new content.
        files: The file system.
        lost: What is so when it was refused, a Chinese sentence; where that is not simply that
            the older version stands.

    Raises:
        UnconfirmedError: The new version has its name, but perhaps not on the disk.
        StoreError: What was refused and what to do, in Chinese; no temporary file is left
            unless that, too, was refused.
    """
    _write(path, data, files, lost or f"“{path.name}”没有保存，旧文件未动。")


def write_folder(folder: Path, contents: Mapping[str, bytes], files: Files = DISK) -> None:
    """Write a folder of files as a whole: it takes its name once every file in it is complete.

    Args:
        folder: The folder, whose name is free.
        contents: The files by name.
        files: The file system.

    Raises:
        StoreError: What was refused and what to do, in Chinese; nothing is left behind.
    """
    temporary = temporary_name(folder)
    lost = f"“{folder.name}”没有保存。"
    try:
        for name, data in contents.items():
            _write(temporary / name, data, files, lost, said_of=folder)
        with in_words(folder, lost):
            files.replace(temporary, folder)
            _sync_folder(folder.parent, files)
    except BaseException:
        for each in (temporary, folder):
            remove_folder(each, contents, files)
        raise


def remove_folder(folder: Path, names: Iterable[str], files: Files = DISK) -> None:
    """Delete files that were written just now, and their folder; other files in it stay."""
    for name in names:
        with suppress(OSError):
            files.remove(folder / name)
    with suppress(OSError):
        files.remove_folder(folder)


def move_file(source: Path, target: Path, files: Files = DISK) -> None:
    """Give a file another place: it goes from the old one once it stands in the new one.

    Args:
        source: Where it is.
        target: Where it shall be; the caller chose a name that is free.
        files: The file system.

    Raises:
        UnconfirmedError: It was moved, but the old name may come back after a power cut.
        StoreError: It could not be moved, and why.
    """
    lost = f"“{source.name}”没有移走，还在原处。"
    with in_words(source, lost, in_use=True):
        data = files.read(source)
    try:
        _write(target, data, files, lost)
        with in_words(source, lost, in_use=True):
            files.remove(source)
    except StoreError as error:
        with suppress(OSError):
            if files.is_there(source) and files.read(target) == data:
                files.remove(target)
        raise StoreError(error.message) from error
    _confirm(source, f"“{source.name}”已移走，但系统没有确认这到了磁盘上。", files)


def remove_file(path: Path, files: Files = DISK) -> None:
    """Delete a file; one that is gone already is confirmed to be.

    Raises:
        UnconfirmedError: It is gone, but may come back after a power cut.
        StoreError: It could not be deleted, and why.
    """
    with in_words(path, f"“{path.name}”没有删除，还在原处。", in_use=True):
        with suppress(FileNotFoundError):
            files.remove(path)
        if not files.is_there(path.parent):
            return
    _confirm(path, f"“{path.name}”已删除，但系统没有确认这到了磁盘上。", files)


def temporary_name(path: Path) -> Path:
    """A new name beside a file or folder for what is not complete yet; see `leftovers`."""
    return path.with_name(f".{os.urandom(6).hex()}.tmp")


def _write(path: Path, data: bytes, files: Files, lost: str, said_of: Path | None = None) -> None:
    """Write a file; `said_of` stands for it where the clerk never sees it under its name."""
    shown = said_of or path
    temporary = temporary_name(path)
    try:
        with in_words(shown, lost):
            _make_folders(path.parent, files)
            _create(temporary, data, files)
            same = files.read(temporary) == data
        if not same:
            raise StoreError(f"写入后读回的内容不一致，{lost}磁盘可能有故障，请换一个位置再存。")
        with in_words(shown, lost, in_use=True):
            files.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            files.remove(temporary)
        raise
    _confirm(path, f"“{shown.name}”已写入，但系统没有确认它到了磁盘上。", files)


def _create(path: Path, data: bytes, files: Files) -> None:
    """Create a file and put all of its bytes on the disk, however few are taken at a time."""
    handle = files.create(path)
    try:
        left = memoryview(data)
        while left:
            taken = files.write(handle, left)
            if taken <= 0:
                raise OSError(EIO, "no bytes were taken")
            left = left[taken:]
        files.sync(handle)
    except BaseException:
        with suppress(OSError):
            files.close(handle)
        raise
    files.close(handle)


def _make_folders(folder: Path, files: Files) -> None:
    missing = takewhile(lambda each: not files.is_there(each), (folder, *folder.parents))
    for each in reversed(tuple(missing)):
        files.make_folder(each)
        _sync_folder(each.parent, files)


def _confirm(path: Path, outcome: str, files: Files) -> None:
    with in_words(path, outcome, kind=UnconfirmedError):
        _sync_folder(path.parent, files)


def _sync_folder(folder: Path, files: Files) -> None:
    """Have the system put a folder's list of names on the disk, where it can."""
    if not files.syncs_folders:
        return
    handle = files.open_folder(folder)
    try:
        files.sync(handle)
    except OSError as error:
        # Some network file systems cannot do this for a folder; there is nothing to repeat.
        if error.errno not in {EINVAL, ENOTSUP}:
            raise
    finally:
        files.close(handle)
