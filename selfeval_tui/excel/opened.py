"""A workbook as it was found on the disk: its own properties, and what its cells say."""

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from attrs import frozen

from selfeval_tui.excel.seal import Place, spelled
from selfeval_tui.problems import StoreError
from selfeval_tui.store.system import read_file, reason

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 200 * 1024 * 1024
"""Unpacked; what is larger is no 自评表, and may be made to fill the memory."""
_MOST_CELLS = 2_000_000
_NUMBERS = (int, float)


@frozen
class Opened:
    """What a workbook says."""

    properties: Mapping[str, str]
    """Those of its own (自定义属性)."""
    sheets: Mapping[str, Mapping[Place, str]]
    """The cells that are not empty, spelled as the writer's are."""


def open_workbook(path: Path) -> Opened:
    """Read a workbook; formulas count with the value that was saved with them.

    Raises:
        StoreError: It cannot be read, or is none.
    """
    try:
        data = read_file(path)
    except OSError as error:
        raise StoreError(f"“{path}”读不出来（{reason(error)}）。请核对路径。") from error
    try:
        return _opened(data)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise StoreError(
            f"“{path.name}”不是 Excel 工作簿（.xlsx），或者已经损坏。"
            "请核对文件；旧的 .xls 请先另存为 .xlsx。"
        ) from error


def _opened(data: bytes) -> Opened:
    with ZipFile(BytesIO(data)) as archive:
        if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
            raise ValueError("too large")
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # The stubs do not know the properties of one's own.
        book: Any = load_workbook(BytesIO(data), data_only=True)
    properties = {each.name: str(each.value) for each in book.custom_doc_props.props}
    return Opened(properties, {sheet.title: dict(_cells(sheet)) for sheet in book.worksheets})


def _cells(sheet: "Worksheet") -> Iterator[tuple[Place, str]]:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise ValueError("too many cells")
    for row, values in enumerate(sheet.iter_rows(values_only=True)):
        for col, value in enumerate(values):
            if value is not None and value != "":
                yield (row, col), _spelled(value)


def _spelled(value: Any) -> str:  # noqa: ANN401 - What a cell of a workbook may hold.
    return spelled(value if isinstance(value, _NUMBERS) else str(value))
