"""Workbooks (.xlsx) as grids: what each sheet shows, whoever wrote it."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_tui.excel.grid.build import grids_of
from selfeval_tui.excel.untrusted import DAMAGED
from selfeval_tui.reader.archive import UnfitError, check_archive
from selfeval_tui.reader.grid import Grid
from selfeval_tui.store import Fault

if TYPE_CHECKING:
    from selfeval_tui.excel.grid.sheet import RawBook

ELSE = "请核对文件；没有选错的话，用 WPS 或 Excel 把要导入的表另存为普通的 .xlsx，再导入。"
"""What to do with a file that goes beyond the bounds."""


def xlsx_grids(data: bytes, path: Path) -> tuple[Grid, ...] | Fault:
    """The sheets of a workbook that show anything.

    Args:
        data: The file.
        path: What it is called, for the messages.

    Returns:
        A grid for each sheet in their order; or why nothing could be read.
    """
    try:
        check_archive(data)
        book = _read(data)
    except UnfitError as fault:
        return Fault(path, None, f"“{path.name}”{fault}，没有读入。{ELSE}")
    except DAMAGED:
        said = (
            f"“{path.name}”读不出来：它不完整、已经损坏，或者不是 Excel 工作簿（.xlsx）。"
            "请核对文件；能用 WPS 或 Excel 打开的话，另存为 .xlsx 后再导入。"
        )
        return Fault(path, None, said)
    found = grids_of(book.pages, book.properties)
    if not found:
        return Fault(path, None, f"“{path.name}”里没有内容。请核对是不是选错了文件。")
    return found


def _read(data: bytes) -> "RawBook":
    from selfeval_tui.excel.grid.sheet import read_book

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return read_book(data)
