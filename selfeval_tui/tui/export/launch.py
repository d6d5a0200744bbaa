"""Opening a file or folder with the program that the system has for it."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Runner = Callable[[Path], None]
"""Opens a path; raises OSError where that fails."""

PATIENCE = 5
"""Seconds after which a starter that still runs is taken to have worked."""


def launch(path: Path, runner: Runner) -> str:
    """Open a file or folder outside.

    Args:
        path: What to open.
        runner: How.

    Returns:
        A sentence for the screen where it failed, else an empty text.
    """
    try:
        runner(path)
    except OSError as error:
        reason = error.strerror or str(error)
        return f"没能打开（{reason}）。请到文件管理器里打开：{path}"
    return ""


def open_outside(path: Path) -> None:
    """Hand the path to the desktop.

    Raises:
        OSError: There is no program for it, or it refused.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - The desktop chooses the program.
        return
    starter = "open" if sys.platform == "darwin" else "xdg-open"
    run_outside([starter, str(path)], PATIENCE, "系统没有能打开它的程序")


def run_outside(command: Sequence[str], patience: float, refusal: str) -> None:
    """Run a program of the desktop beside this one, cut off from its terminal.

    Args:
        command: The program and its arguments; no shell reads them.
        patience: Seconds after which a program that still runs is taken to have worked.
        refusal: What is said where the program ends with a failure.

    Raises:
        OSError: There is no such program, or it refused.
    """
    process = subprocess.Popen(  # noqa: S603 - The callers name the program, a path its argument.
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        status = process.wait(patience)
    except subprocess.TimeoutExpired:
        return
    if status:
        raise OSError(status, refusal)
