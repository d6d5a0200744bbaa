"""Printing a workbook through the office program that is there."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from selfeval_tui.files.office import find_office
from selfeval_tui.tui.export.launch import run_outside

Printer = Callable[[Path], None]
"""Prints a file on the default printer; raises OSError where that fails."""

BY_HAND = "请按回车打开文件，在打开它的软件里打印（一般是 Ctrl+P）。"
_PATIENCE = 60
"""Seconds after which an office that still works is taken to have got the file."""


class NoPrinterError(OSError):
    """There is no program that could print."""


def print_file(path: Path, printer: Printer) -> str:
    """Print a file.

    Args:
        path: The workbook.
        printer: How.

    Returns:
        A sentence for the screen, whether it worked or not.
    """
    try:
        printer(path)
    except NoPrinterError:
        return f"没有找到能直接打印的办公软件。{BY_HAND}"
    except OSError as error:
        return f"没能打印“{path.name}”（{error.strerror or error}）。{BY_HAND}"
    return f"已交给办公软件打印：{path.name}。没有出纸时，请看默认打印机是否开着。"


def print_outside(path: Path) -> None:
    """Hand the file to the office program, which prints it on the default printer.

    Windows knows one for each kind of file; elsewhere LibreOffice does it. WPS for Linux documents
    no such switch.

    Raises:
        OSError: There is no such program, or it refused.
    """
    if sys.platform == "win32":
        os.startfile(path, "print")  # noqa: S606 - The desktop chooses the program.
        return
    office = find_office()
    if office is None:
        raise NoPrinterError
    run_outside(office_command(path, office), _PATIENCE, "办公软件没有打印")


def office_command(path: Path, office: Path) -> list[str]:
    """The command that prints a file; each part is an argument of its own."""
    return [str(office), "--headless", "-p", str(path)]
