"""By what an exported 定稿 is recognised: its 校验码, and one of the cells as they were written.

Both stand in the document's own properties, two for each sheet, so that a workbook of many sheets
says it of each. The second one tells that a cell was changed where nobody has the original.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from selfeval_tui.layout.box import Box, Formula, Layout, Number
from selfeval_tui.layout.marks import CODE
from selfeval_tui.sheet.checkcode import code_of_texts

CONTENT = CODE
CELLS = "单元格校验码"
_BETWEEN = " "

Place = tuple[int, int]
"""Row and column, both counted from 0."""
Value = str | Decimal | float | int | bool


def seal_of(layout: Layout, name: str) -> Iterator[tuple[str, str]]:
    """The properties of a sheet; none for a draft.

    Args:
        layout: What is written.
        name: What the sheet is called in its workbook.
    """
    if layout.code:
        yield f"{CONTENT}{_BETWEEN}{name}", layout.code
        yield f"{CELLS}{_BETWEEN}{name}", cells_code(written_cells(layout))


def sealed_sheets(properties: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The sheets that were finalised: their two codes by what the sheet was called."""
    first = f"{CONTENT}{_BETWEEN}"
    names = [key.removeprefix(first) for key in properties if key.startswith(first)]
    return {
        name: (properties[f"{first}{name}"], properties.get(f"{CELLS}{_BETWEEN}{name}", ""))
        for name in names
    }


def written_cells(layout: Layout) -> dict[Place, str]:
    """What the cells say that are not empty, in one spelling for writer and reader."""
    return {(box.row, box.col): spelled(_value(box)) for box in layout.boxes if box.content != ""}


def cells_code(cells: Mapping[Place, str]) -> str:
    """The 校验码 of cells, wherever they were read."""
    return code_of_texts(f"{row},{col} {text}" for (row, col), text in sorted(cells.items()))


def spelled(value: Value) -> str:
    """A cell's value; a number with the digits that every spreadsheet keeps."""
    return f"文 {value}" if isinstance(value, str) else f"数 {float(value):.12g}"


def plain(spelled_value: str) -> str:
    """A spelled value as it is told to a person."""
    return spelled_value[2:]


def _value(box: Box) -> str | Decimal:
    content = box.content
    return content.value if isinstance(content, Number | Formula) else content
