"""An unforeseen error of a verb: one sentence, and a report without anything of the clerk's."""

import sys
from collections.abc import Sequence
from pathlib import Path

from selfeval_tui.clock import local_time
from selfeval_tui.store.roots import default_root
from selfeval_tui.tui.app import BROKEN
from selfeval_tui.tui.crash.keep import keep_report
from selfeval_tui.tui.crash.report import report

SENTENCE = "程序出了没料到的错，这个命令没有做完；自评文件夹里的表没有写坏。{report}"
NO_MEMORY = "这台电脑的内存不够用了，这个命令没有做完。请关掉一些别的程序再试。{report}"
REPORTED = "故障报告：{path}（里面没有表里的文字，可以发给给您这个程序的人）"


def tell(fault: BaseException, words: Sequence[str]) -> int:
    """Report an error and say so.

    Args:
        fault: The error.
        words: The command line, which may name the workspace.

    Returns:
        The exit status.
    """
    path = keep_report(report(fault, {}), _workspace(words), local_time())
    reported = REPORTED.format(path=path) if path else ""
    said = NO_MEMORY if isinstance(fault, MemoryError) else SENTENCE
    print(said.format(report=reported), file=sys.stderr)
    return BROKEN


def _workspace(words: Sequence[str]) -> Path:
    """The workspace that a command line names, else the usual one."""
    try:
        named = (Path(word) for word in words if (Path(word) / "saved").is_dir())
        return next(named, None) or default_root()
    except (OSError, ValueError):
        return default_root()
