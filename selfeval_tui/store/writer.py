"""The one writer: every byte that this program puts on a disk goes through `write_file`.

A file is either the old one or the new one, never a part of either. The steps: a temporary file
beside the target, flush and fsync, read back and compare, replace, fsync of the folder.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EINVAL, ENAMETOOLONG, ENOSPC, ENOTSUP, EPERM, EROFS
from pathlib import Path

from selfeval_tui.problems import StoreError
from selfeval_tui.store.system import reason


class Files:
    """The calls to the file system that writing needs, in one place so that tests can fail them."""

    def make_folder(self, folder: Path) -> None:
        """Create one folder; its parent exists."""
        folder.mkdir(exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Create a new file, write it fully and have the system put it on the disk."""
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def read(self, path: Path) -> bytes:
        """The bytes of a file."""
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        """Give a file the name of another, which it takes the place of."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Delete an empty folder."""
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Have the system put a folder's list of names on the disk; Windows has no such call."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            # Some network file systems cannot do this for a folder; there is nothing to repeat.
            if error.errno not in {EINVAL, ENOTSUP}:
                raise
        finally:
            os.close(handle)


DISK = Files()


def write_file(path: Path, data: bytes, files: Files = DISK) -> None:
    """Write a file as a whole; folders that are missing are made.

    On POSIX the new name is on the disk when this returns. On Windows the content is flushed
    before it takes its name; the name itself follows when the system writes its tables.

    Args:
        path: The file. An older version stays intact until the new one is complete.
        data: Its new content.
        files: The file system.

    Raises:
        StoreError: What was refused and what to do, in Chinese; no temporary file is left.
    """
    lost = f"“{path.name}”没有保存，旧文件未动。"
    temporary = path.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        with _in_words(path, lost):
            _make_folders(path.parent, files)
            files.write(temporary, data)
            same = files.read(temporary) == data
        if not same:
            raise StoreError(f"写入后读回的内容不一致，{lost}磁盘可能有故障，请换一个位置再存。")
        with _in_words(path, lost, in_use=True):
            files.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            files.remove(temporary)
        raise
    with _in_words(path, f"“{path.name}”已写入，但系统没有确认它到了磁盘上。"):
        files.sync_folder(path.parent)


def write_folder(folder: Path, contents: Mapping[str, bytes], files: Files = DISK) -> None:
    """Write a folder of files as a whole: it takes its name once every file in it is complete.

    Args:
        folder: The folder, whose name is free.
        contents: The files by name.
        files: The file system.

    Raises:
        StoreError: What was refused and what to do, in Chinese; nothing is left behind.
    """
    temporary = folder.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        for name, data in contents.items():
            write_file(temporary / name, data, files)
        with _in_words(folder, f"“{folder.name}”没有写成。"):
            files.replace(temporary, folder)
            files.sync_folder(folder.parent)
    except BaseException:
        remove_folder(temporary, contents, files)
        raise


def remove_folder(folder: Path, names: Iterable[str], files: Files = DISK) -> None:
    """Delete files that were written just now, and their folder; other files in it stay."""
    for name in names:
        with suppress(OSError):
            files.remove(folder / name)
    with suppress(OSError):
        files.remove_folder(folder)


def move_file(source: Path, target: Path, files: Files = DISK) -> None:
    """Give a file another place on the same disk; the caller chose a name that is free.

    Raises:
        StoreError: It could not be moved, and why.
    """
    with _in_words(source, f"“{source.name}”没有移走，还在原处。", in_use=True):
        _make_folders(target.parent, files)
        files.replace(source, target)
        files.sync_folder(target.parent)
        files.sync_folder(source.parent)


def remove_file(path: Path, files: Files = DISK) -> None:
    """Delete a file.

    Raises:
        StoreError: It could not be deleted, and why.
    """
    with _in_words(path, f"“{path.name}”没有删除，还在原处。", in_use=True):
        files.remove(path)
        files.sync_folder(path.parent)


def _make_folders(folder: Path, files: Files) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        files.make_folder(each)
        files.sync_folder(each.parent)


@contextmanager
def _in_words(path: Path, outcome: str, *, in_use: bool = False) -> Iterator[None]:
    """Say what the system refused in the clerk's words; `in_use`: another program may hold it."""
    try:
        yield
    except OSError as error:
        raise StoreError(_sentence(path, outcome, error, in_use=in_use)) from error


def _sentence(path: Path, outcome: str, error: OSError, *, in_use: bool) -> str:
    if error.errno in {ENOSPC, EDQUOT}:
        return f"磁盘已满，{outcome}请清出一些空间后再存。"
    if error.errno in {EACCES, EPERM} and in_use:
        return (
            f"文件正被别的程序（如 WPS、Excel）打开，或不许改动，{outcome}"
            "请在那个程序里关闭它，再存一次。"
        )
    if error.errno in {EACCES, EPERM, EROFS}:
        return f"文件夹“{path.parent}”不允许写入，{outcome}请换一个文件夹。"
    if error.errno == ENAMETOOLONG:
        return f"文件名连同文件夹太长，{outcome}请把文件夹放到较浅的位置，或缩短项目名称。"
    if isinstance(error, FileNotFoundError | NotADirectoryError | FileExistsError):
        blocked = not isinstance(error, FileNotFoundError)
        advice = "移走与文件夹同名的文件" if blocked else "检查 U 盘或网络盘是否还连着"
        return f"文件夹“{path.parent}”不可用，{outcome}请{advice}。"
    return f"系统提示“{reason(error)}”，{outcome}请稍后再试，或换一个文件夹。"
