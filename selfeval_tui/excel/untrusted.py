"""Opening a workbook that came from elsewhere: small enough, and nothing in it made to hurt."""

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from selfeval_tui.problems import StoreError
from selfeval_tui.reader.archive import (
    LOADED,
    MOST_BYTES,
    UnfitError,
    check_archive,
)
from selfeval_tui.store.disk.system import read_file, reason

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_LARGEST = 200_000
"""Cells of one sheet as a rectangle, most of them empty."""
DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the libraries raise for a file that is damaged, encrypted or no workbook."""


def open_untrusted(path: Path) -> "Workbook":
    """Open a workbook with its comments and colours, formulas with their saved values.

    Raises:
        StoreError: It cannot be read, is none, or is larger than any such workbook.
    """
    try:
        data = read_file(path, MOST_BYTES)
    except OSError as error:
        raise StoreError(f"“{path}”读不出来（{reason(error)}）。请核对路径。") from error
    return open_bytes(data, path)


def open_bytes(data: bytes, path: Path) -> "Workbook":
    """The same for the bytes of the file; `path` is for the messages."""
    try:
        check_archive(data, LOADED)
        book = _load(data)
        if any(sheet.max_row * sheet.max_column > _LARGEST for sheet in book.worksheets):
            raise UnfitError("里的表太大")
    except UnfitError as fault:
        raise StoreError(f"“{path.name}”{fault}，没有打开。请核对是不是选错了文件。") from None
    except DAMAGED as error:
        raise StoreError(
            f"“{path.name}”不是 Excel 工作簿（.xlsx），或者已经损坏。"
            "请核对文件；旧的 .xls 请先另存为 .xlsx。"
        ) from error
    return book


def _load(data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), data_only=True, keep_links=False)
