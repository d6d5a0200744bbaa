"""What the system refused while writing, in the words of a clerk."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, EINTR, ENAMETOOLONG, ENOSPC, EPERM, EROFS
from pathlib import Path

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.system import reason


@contextmanager
def in_words(
    path: Path, outcome: str, *, in_use: bool = False, kind: type[StoreError] = StoreError
) -> Iterator[None]:
    """Turn what the system refuses into a sentence: what happened and what to do.

    Args:
        path: The file that is written, moved or deleted.
        outcome: What became of it: a Chinese sentence.
        in_use: Whether another program that holds the file may be the cause.
        kind: What to raise.

    Raises:
        StoreError: The sentence.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise kind(f"{outcome}“{path}”里有这个系统的文件名写不出的字，请改一改。") from error
    except OSError as error:
        raise kind(_sentence(path, outcome, error, in_use=in_use)) from error


_PLAIN = {
    ENOSPC: ("磁盘已满", "请清出一些空间后再存。"),
    EDQUOT: ("磁盘已满", "请清出一些空间后再存。"),
    EFBIG: ("文件超出了磁盘允许的大小", "请换一个文件夹。"),
    EINTR: ("写入时被系统打断", "请再存一次。"),
    ENAMETOOLONG: ("文件名连同文件夹太长", "请把文件夹放到较浅的位置，或缩短项目名称。"),
}
"""What happened and what to do, where the number of the error tells both."""


def _sentence(path: Path, outcome: str, error: OSError, *, in_use: bool) -> str:
    if error.errno in _PLAIN:
        happened, advice = _PLAIN[error.errno]
        return f"{happened}，{outcome}{advice}"
    if error.errno in {EACCES, EPERM} and in_use:
        return (
            f"文件正被别的程序（如 WPS、Excel）打开，或不许改动，{outcome}"
            "请在那个程序里关闭它，再存一次。"
        )
    if error.errno in {EACCES, EPERM, EROFS}:
        return f"文件夹“{path.parent}”不允许写入，{outcome}请换一个文件夹。"
    if isinstance(error, FileNotFoundError | NotADirectoryError | FileExistsError):
        blocked = not isinstance(error, FileNotFoundError)
        advice = "移走与文件夹同名的文件" if blocked else "检查 U 盘或网络盘是否还连着"
        return f"文件夹“{path.parent}”不可用，{outcome}请{advice}。"
    return f"系统提示“{reason(error)}”，{outcome}请稍后再试，或换一个文件夹。"
