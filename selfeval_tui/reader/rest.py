"""Lists every filled cell that was not read: nothing is dropped silently."""

from selfeval_tui.reader.found import FreeTable
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, filled
from selfeval_tui.reader.reads import Reading
from selfeval_tui.reader.tables import is_sum

_NO_PLACE = "表样上没有这一栏"
_BELOW = "表样的指标表没有“{label}”这一栏"
_BESIDE = "表样上没有“{label}”这一栏"
_STRAY = "这一行没有写三级指标、目标值和实际完成值"
_PART_TOTAL = "表样上没有小计"
_TARGETS_ONLY = "绩效目标表只取指标和目标值"
_LONGEST = 20
"""Characters of a label that is named in a sentence."""


def take_rest(reading: Reading) -> None:
    """List what is filled and neither a label nor read."""
    left = [cell for cell in reading.page.filled if (cell.row, cell.col) not in reading.done]
    places = {(cell.row, cell.col) for cell in left}
    for cell in left:
        why = _TARGETS_ONLY if reading.targets_only else _why(reading, cell, places)
        reading.leave(cell, why)


def _why(reading: Reading, cell: Cell, left: set[tuple[int, int]]) -> str:
    for table in reading.anchors.free:
        if table.first <= cell.row < table.end:
            return _why_in_table(reading.page, table, cell)
    label = _label_beside(reading.page, cell, left)
    return _BESIDE.format(label=label) if label else _NO_PLACE


def _why_in_table(page: Page, table: FreeTable, cell: Cell) -> str:
    if any(is_sum(each.text) for each in page.begun(cell.row)):
        return _PART_TOTAL
    cols = {col for _, col in table.columns} | {col for _, col in table.beside}
    if cols.isdisjoint(range(cell.col, cell.right)):
        head = page.at(table.header, cell.col)
        if head is not None and filled(head):
            return _BELOW.format(label=_short(head.text))
        return _NO_PLACE
    return _STRAY


def _label_beside(page: Page, cell: Cell, left: set[tuple[int, int]]) -> str:
    """The label in front of a cell that the form has no place for; empty where it is one itself."""
    label, has_value = "", False
    if _has_own_label(cell):
        return ""
    for each in page.row(cell.row):
        if each == cell:
            is_value = bool(label) and (not has_value or _is_figure(cell))
            return _short(label) if is_value else ""
        if not filled(each) or each.rows > 1:
            continue
        if (each.row, each.col) not in left:
            label, has_value = "", False
        elif label and (not has_value or _is_figure(each)):
            has_value = True
        else:
            label, has_value = ("" if _has_own_label(each) else each.text), False
    return ""


def _has_own_label(cell: Cell) -> bool:
    """Whether label and value stand in one cell: 填报人：李某; but not 其中：财政拨款."""
    label, _, value = cell.text.replace(":", "：").partition("：")
    return label.strip() not in {"", "其中"} and bool(value.strip())


def _is_figure(cell: Cell) -> bool:
    return any(map(str.isdigit, cell.text))


def _short(label: str) -> str:
    text = "".join(label.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
