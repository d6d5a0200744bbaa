"""A workspace whose folder was deleted, renamed or unmounted while it is open.

Making it anew for the one sheet that was changed would look as if all were well, with the others
missing. So nothing is made before the clerk says so.
"""

from collections.abc import Iterable
from pathlib import Path

ADVICE = (
    "没有在原处另建，以免只剩一部分；所有表都还在程序里。等它回来会自动存上；也可以按 Ctrl+S，"
    "把全部的表在原处重新存一份，或存到别的文件夹。"
)


def missing(root: Path, files: Iterable[Path]) -> Path | None:
    """The first folder that is not there any more; None where all are.

    Args:
        root: The workspace.
        files: Where its sheets were read from or written to; none where nothing was yet.
    """
    folders = dict.fromkeys(each.parent for each in files)
    if not folders:
        return None
    every = dict.fromkeys((root, *(each.parent for each in folders), *folders))
    return next((each for each in every if not _is_there(each)), None)


def said(folder: Path) -> str:
    """What happened to a folder, and what can be done."""
    try:
        taken = folder.exists()
    except OSError:
        taken = False
    if taken:
        return f"“{folder}”不再是文件夹：那里现在是一个同名的文件。{ADVICE}"
    return f"文件夹“{folder}”不见了：可能被删除、改名，或者 U 盘、网络盘断开了。{ADVICE}"


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        # It cannot be looked at; what the system says when it is written to tells more.
        return True
