"""What the operating system says of files, in the words of a clerk."""

import os
import stat
from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EFBIG,
    EINVAL,
    EIO,
    EISDIR,
    ELOOP,
    EMFILE,
    ENAMETOOLONG,
    ENFILE,
    ENODEV,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    ENXIO,
    EPERM,
    EROFS,
    ESTALE,
    ETIMEDOUT,
    EXDEV,
)
from pathlib import Path

from selfeval_tui.store.disk.inside import OUTSIDE, leads_outside
from selfeval_tui.store.disk.limits import MOST_BYTES, said_size

_REASONS = {
    EACCES: "没有权限",
    EBUSY: "正被占用",
    EDQUOT: "空间配额已满",
    EIO: "磁盘读写出错",
    EISDIR: "那里是一个文件夹",
    ELOOP: "链接绕成了圈",
    EMFILE: "打开的文件太多",
    ENAMETOOLONG: "名字太长",
    ENFILE: "打开的文件太多",
    ENODEV: "磁盘已不在",
    ENOENT: "没有这个文件",
    ENOSPC: "磁盘已满",
    ENOTDIR: "路径里有一段不是文件夹",
    ENXIO: "磁盘已不在",
    EPERM: "没有权限",
    EROFS: "磁盘是只读的",
    ESTALE: "网络盘已断开",
    ETIMEDOUT: "网络盘没有回应",
    EXDEV: "不在同一个磁盘上",
}


def reason(error: OSError) -> str:
    """Why a call failed; what is rare stays in the words of the system."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or type(error).__name__


def is_there(path: Path) -> bool:
    """Whether a file or folder is seen there; no where the system does not let us look."""
    try:
        return path.exists()
    except OSError:
        return False


def read_file(path: Path, most: int = MOST_BYTES, within: Path | None = None) -> bytes:
    """The bytes of an ordinary file; a pipe or a device would keep the program waiting for ever.

    Args:
        path: The file.
        most: How many bytes it may have; not one of a larger file is read.
        within: The workspace that no link may lead out of; None for a file the clerk named.

    Raises:
        OSError: It cannot be read, is no ordinary file, or is too large.
    """
    if within is not None and leads_outside(path, within):
        raise OSError(EINVAL, OUTSIDE, str(path))
    # A pipe that takes the file's place meanwhile must not make us wait, either.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(EINVAL, "不是普通的文件", str(path))
        if found.st_size > most:
            raise OSError(EFBIG, said_size(most), str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(EFBIG, said_size(most), str(path))
    return data
