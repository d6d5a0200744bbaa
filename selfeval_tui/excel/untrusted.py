"""Opening a workbook that came from elsewhere: small enough, and nothing in it made to hurt."""

import re
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from selfeval_tui.problems import StoreError
from selfeval_tui.store.system import read_file, reason

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_MEGA = 1024 * 1024
MOST_BYTES = 20 * _MEGA
"""Of the file; the sheets of a year have a tenth of one such part."""
MOST_IN_PART = 16 * _MEGA
MOST_IN_ALL = 64 * _MEGA
MOST_PARTS = 2000
MOST_CELLS = 200_000
"""Of one sheet, counted as a rectangle; merged cells count all they cover."""
_HEAD = 4096
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["\']([A-Z]+)(\d+):([A-Z]+)(\d+)')
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_OTHER = "请核对是不是拿错了文件。"
_DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    RuntimeError,
    OSError,
)
"""What zip, XML and openpyxl raise over a file that is no workbook, or half of one."""


def open_untrusted(path: Path) -> "Workbook":
    """Open a workbook with its comments and colours, formulas with their saved values.

    Raises:
        StoreError: It cannot be read, is none, or is larger than any such workbook.
    """
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise _refused(path, f"太大，最多 {MOST_BYTES // _MEGA} MB")
        data = read_file(path)
    except OSError as error:
        raise StoreError(f"“{path}”读不出来（{reason(error)}）。请核对路径。") from error
    try:
        for fault in _faults(data):
            raise _refused(path, fault)
        book = _load(data)
    except _DAMAGED as error:
        raise StoreError(
            f"“{path.name}”不是 Excel 工作簿（.xlsx），或者已经损坏。旧的 .xls 请先另存为 .xlsx。"
        ) from error
    if any(sheet.max_row * sheet.max_column > MOST_CELLS for sheet in book.worksheets):
        raise _refused(path, "里的表太大")
    return book


def _refused(path: Path, why: str) -> StoreError:
    return StoreError(f"“{path.name}”{why}，没有打开。{_OTHER}")


def _load(data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), data_only=True, keep_links=False)


def _faults(data: bytes) -> Iterator[str]:
    """Why a file is not given to a library that trusts what it reads."""
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            yield "里的部件太多"
        if max((part.file_size for part in parts), default=0) > MOST_IN_PART:
            yield f"里有一个部件展开后超过 {MOST_IN_PART // _MEGA} MB"
        if sum(part.file_size for part in parts) > MOST_IN_ALL:
            yield f"展开后超过 {MOST_IN_ALL // _MEGA} MB"
        yield from (fault for part in parts for fault in _faults_of(archive, part))


def _faults_of(archive: ZipFile, part: ZipInfo) -> Iterator[str]:
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    text = archive.read(part)
    if b"<!DOCTYPE" in text[:_HEAD] or b"<!ENTITY" in text[:_HEAD]:
        yield "里有不该有的内容（DOCTYPE）"
    if _SHEET_PART.match(part.filename) and sum(map(_covered, _MERGED.finditer(text))) > MOST_CELLS:
        yield "里的合并单元格太大"


def _covered(merged: re.Match[bytes]) -> int:
    """How many cells a merged range covers."""
    left, top, right, bottom = merged.groups()
    return (_column(right) - _column(left) + 1) * (int(bottom[:9]) - int(top[:9]) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - ord("A") + 1
    return number
