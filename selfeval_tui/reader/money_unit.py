"""In which unit the money of a page is counted."""

import re

from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.labels import LONGEST, folded
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import Kind

_UNIT_LINE = re.compile(r"\(?(?:金额|货币|计量|资金)?单位((?:万|亿|千|百万)?元)\)?")
_UNIT_NOTE = re.compile(r"\((?:单位)?((?:万|亿|千|百万)?元)\)")


def find_money_unit(sketch: Sketch) -> None:
    """Take the line 单位：万元, and tell where the page counts in another unit than the form."""
    wanted = {
        column.unit
        for table in sketch.words.spec.tables
        for column in table.columns
        if column.kind is Kind.MONEY and column.unit
    }
    told = None
    for cell in sketch.page.filled:
        unit = _unit_of(sketch, cell)
        if unit is None:
            continue
        if sketch.free(cell) and wanted:
            sketch.label(cell)
        if wanted and unit not in wanted and told is None:
            told = cell
            form = "、".join(sorted(wanted))
            sketch.anchors.notices.append(
                f"表上的金额以{unit}为单位（{cell.origin}），表样要的是{form}：数字照原样读入，没有换算"
            )


def _unit_of(sketch: Sketch, cell: Cell) -> str | None:
    """The unit that a line or a label of money says: 金额单位：元, 项目资金（元）."""
    if not 0 < len(cell.text) <= LONGEST:
        return None
    text = folded(cell.text)
    line = _UNIT_LINE.fullmatch(text)
    if line is not None:
        return line[1]
    label = _UNIT_NOTE.search(text)
    if (
        label is None
        or (cell.row, cell.col) not in sketch.taken
        or cell not in sketch.anchors.labels
    ):
        return None
    return label[1]
