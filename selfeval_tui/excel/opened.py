"""A workbook as it was found on the disk: its own properties, and what its cells say."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from selfeval_tui.excel.seal import Place, spelled
from selfeval_tui.excel.untrusted import open_untrusted

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

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
        StoreError: It cannot be read, is none, or is larger than any such workbook.
    """
    return opened(open_untrusted(path))


def opened(workbook: "Workbook") -> Opened:
    """What a workbook says that was read already."""
    # The stubs do not know the properties of one's own.
    book: Any = workbook
    properties = {each.name: str(each.value) for each in book.custom_doc_props.props}
    return Opened(properties, {sheet.title: dict(_cells(sheet)) for sheet in book.worksheets})


def _cells(sheet: "Worksheet") -> Iterator[tuple[Place, str]]:
    for row, values in enumerate(sheet.iter_rows(values_only=True)):
        for col, value in enumerate(values):
            if value is not None and value != "":
                yield (row, col), _spelled(value)


def _spelled(value: Any) -> str:  # noqa: ANN401 - What a cell of a workbook may hold.
    return spelled(value if isinstance(value, _NUMBERS) else str(value))
