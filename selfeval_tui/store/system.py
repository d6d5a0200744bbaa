"""What the operating system says of files, in the words of a clerk."""

from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EINVAL,
    EIO,
    EISDIR,
    ELOOP,
    ENAMETOOLONG,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    EPERM,
    EROFS,
    ESTALE,
)
from pathlib import Path

_REASONS = {
    EACCES: "没有权限",
    EBUSY: "正被占用",
    EDQUOT: "空间配额已满",
    EIO: "磁盘读写出错",
    EISDIR: "那里是一个文件夹",
    ELOOP: "链接绕成了圈",
    ENAMETOOLONG: "名字太长",
    ENOENT: "没有这个文件",
    ENOSPC: "磁盘已满",
    ENOTDIR: "路径里有一段不是文件夹",
    EPERM: "没有权限",
    EROFS: "磁盘是只读的",
    ESTALE: "网络盘已断开",
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


def read_file(path: Path) -> bytes:
    """The bytes of an ordinary file; a pipe or a device would keep the program waiting for ever.

    Raises:
        OSError: It cannot be read.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(EINVAL, "不是普通的文件")
    return path.read_bytes()
