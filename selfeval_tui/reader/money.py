"""Finds the cells of tables with fixed rows: money by row and column, goals below their labels."""

import re
from collections.abc import Iterator

from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.headers import assign
from selfeval_tui.reader.labels import LONGEST, folded
from selfeval_tui.reader.page import filled
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import Kind, TableBlock

_UNIT_LINE = re.compile(r"\(?(?:金额|货币|计量|资金)?单位((?:万|亿|千|百万)?元)\)?")
_UNIT_NOTE = re.compile(r"\((?:单位)?((?:万|亿|千|百万)?元)\)")
_MONEY = re.compile(
    r"(?:项目|年度|本年|部门)?(?:支出)?(?:预算|资金)(?:执行|投入|使用|安排|支出|到位)?(?:及执行)?(?:情况)?"
)
_GOALS = re.compile(r"(?:项目|年度|当年)?(?:总体|绩效)?(?:总)?目标(?:完成)?(?:情况)?")
"""What families print left of the money, and left of the goals."""
_HIGHEST = 3
"""Rows of a header's cell."""


def find_fixed(sketch: Sketch) -> None:
    """Find the tables with fixed rows; the indicator tables must be known."""
    for table in sketch.words.spec.tables:
        if table.free:
            continue
        if table.row_label is not None:
            _find_rows(sketch, table)
        else:
            _find_below(sketch, table)


def _find_rows(sketch: Sketch, table: TableBlock) -> None:
    heads = _header(sketch, table)
    if not heads:
        return
    if _are_pairs(sketch, heads):
        _find_pairs(sketch, table)
        return
    sketch.label(*heads.values())
    first = max(cell.end for cell in heads.values())
    left = min(cell.col for cell in heads.values())
    end = first
    seen: set[str] = set()
    for row in range(first, _limit(sketch, first)):
        if sketch.sure and len(seen) == len(table.rows):
            break
        label = _row_label(sketch, table, row, left)
        row_id = None if label is None else sketch.words.row(table, sketch.page.keys(label))
        if row_id is None and not sketch.sure and _is_below(sketch, heads, row, label):
            break
        if row_id is None and not seen and label is None:
            row_id = _nameless(sketch, table, heads, row)
        if row_id is not None and row_id not in seen:
            seen.add(row_id)
            if label is not None:
                sketch.label(label)
            _take_row(sketch, table, row_id, row, heads)
        if row_id is not None or label is not None:
            end = label.end if label is not None else row + 1
    top = min(cell.row for cell in heads.values())
    sketch.tables.append(range(top, end))
    _take_sides(sketch, table, range(top, end))


def _is_below(sketch: Sketch, heads: dict[str, Cell], row: int, label: Cell | None) -> bool:
    """Whether a row no longer belongs to the money: it says words, or begins something else."""
    if label is None and _ends(sketch, row):
        return True
    return any(_is_prose(sketch.page.at(row, cell.col)) for cell in heads.values())


def _header(sketch: Sketch, table: TableBlock) -> dict[str, Cell]:
    """The cells that head the columns: of the row that names most of them."""
    names = sketch.words.columns[table.name]
    rows: dict[int, list[Cell]] = {}
    for cell in sketch.page.filled:
        if cell.rows > _HIGHEST or not sketch.free(cell) or sketch.in_table(cell.row):
            continue
        if names.find(sketch.page.keys(cell)) is not None:
            rows.setdefault(cell.row, []).append(cell)
    best: dict[str, Cell] = {}
    for cells in rows.values():
        # What is higher than its neighbours stands left of the goals.
        least = min(cell.rows for cell in cells)
        low = [each for each in cells if table.row_label or each.rows == least]
        found = assign(sketch.page, names, low)
        if len(found) > len(best):
            best = found
    return best


def _are_pairs(sketch: Sketch, heads: dict[str, Cell]) -> bool:
    """Whether each label has its value beside it: 预算数 | 18.27 | 执行数 | 18.24."""
    if sketch.sure:
        return False
    beside = [sketch.page.at(cell.row, cell.right) for cell in heads.values()]
    values = [each for each in beside if each is not None and not sketch.is_label(each)]
    if any(map(filled, values)):
        return any(map(_is_amount, values))
    return len(values) == len(heads) > 1


def _is_amount(cell: Cell | None) -> bool:
    return cell is not None and any(map(str.isdigit, cell.text))


def _is_prose(cell: Cell | None) -> bool:
    """Whether a cell says something that is neither an amount nor a dash for none."""
    return cell is not None and len(cell.text.strip()) > 2 and not _is_amount(cell)


def _find_pairs(sketch: Sketch, table: TableBlock) -> None:
    names = sketch.words.columns[table.name]
    page = sketch.page
    rows: set[int] = set()
    for cell in page.filled:
        if not sketch.free(cell) or sketch.in_table(cell.row):
            continue
        name = names.find(page.keys(cell))
        value = page.at(cell.row, cell.right)
        if name is None or value is None or sketch.is_label(value):
            continue
        row_id = _row_of_pair(sketch, table, cell)
        place = (table.name, row_id, name)
        if place in sketch.anchors.fixed:
            continue
        sketch.label(cell)
        sketch.anchors.fixed[place] = Spot((value,))
        sketch.take((value,))
        rows.add(cell.row)
    if rows:
        span = range(min(rows), max(rows) + 1)
        _take_sides(sketch, table, span)


def _row_of_pair(sketch: Sketch, table: TableBlock, label: Cell) -> str:
    """The fixed row that a pair belongs to: the one named left of it, else the first."""
    for cell in sketch.page.row(label.row):
        if cell.col >= label.col:
            break
        row_id = sketch.words.row(table, sketch.page.keys(cell)) if filled(cell) else None
        if row_id is not None:
            sketch.label(cell)
            return row_id
    return table.rows[0].id


def _limit(sketch: Sketch, first: int) -> int:
    """The first row below that belongs to another table."""
    tops = [rows.start for rows in sketch.tables if rows.start >= first]
    return min([sketch.page.end, *tops])


def _row_label(sketch: Sketch, table: TableBlock, row: int, left: int) -> Cell | None:
    """The cell that names a row of the table, known to the form or only to others."""
    found = None
    for cell in sketch.page.begun(row):
        if cell.col >= left:
            break
        if sketch.words.row(table, sketch.page.keys(cell)) is not None:
            return cell
        if not sketch.words.is_side(sketch.page.keys(cell)):
            found = cell
    return None if found is None or _ends(sketch, row) else found


def _ends(sketch: Sketch, row: int) -> bool:
    """Whether a row begins with a label of something else."""
    lead = next(sketch.page.begun(row), None)
    if lead is None:
        return False
    keys = sketch.page.keys(lead)
    words = sketch.words
    return words.fields.find(keys) is not None or words.is_side(keys) or words.leads(lead.text)


def _nameless(sketch: Sketch, table: TableBlock, heads: dict[str, Cell], row: int) -> str | None:
    """The first fixed row where the amounts stand below the header without any name."""
    values = [sketch.page.at(row, cell.col) for cell in heads.values()]
    return table.rows[0].id if any(map(filled, values)) else None


def _take_row(
    sketch: Sketch, table: TableBlock, row_id: str, row: int, heads: dict[str, Cell]
) -> None:
    for name, head in heads.items():
        cell = sketch.page.at(row, head.col) or Cell(row, head.col, "", "")
        cells = tuple(sketch.page.chain(cell))
        sketch.anchors.fixed[table.name, row_id, name] = Spot(cells)
        sketch.take(cells)


def _take_sides(sketch: Sketch, table: TableBlock, rows: range) -> None:
    """The labels that stand left of the table, repeated at page breaks or not."""
    for cell in _sides(sketch, rows):
        keys = sketch.page.keys(cell)
        said = _GOALS if table.row_label is None else _MONEY
        if sketch.words.is_side(keys) or said.fullmatch(keys.plain):
            sketch.label(cell)


def _sides(sketch: Sketch, rows: range) -> Iterator[Cell]:
    for row in rows:
        for cell in sketch.page.row(row):
            if cell.row in (row, rows.start) and filled(cell) and sketch.free(cell):
                yield cell


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


# Goals: labels beside each other, each with a long text below.


def _find_below(sketch: Sketch, table: TableBlock) -> None:
    heads = _header(sketch, table)
    if not heads:
        return
    row_id = table.rows[0].id
    bottom = _bottom(sketch, heads)
    for name, head in heads.items():
        sketch.label(head)
        cells = tuple(_texts_below(sketch, head, bottom))
        if not sketch.sure and not _has_side(sketch, head):
            cells = _beside(sketch, head) or cells
        if cells:
            sketch.anchors.fixed[table.name, row_id, name] = Spot(cells)
            sketch.take(cells)
    top = min(cell.row for cell in heads.values())
    end = max(
        (cell.end for spot in sketch.anchors.fixed.values() for cell in spot.cells), default=top
    )
    sketch.tables.append(range(top, max(end, top + 1)))
    _take_sides(sketch, table, range(top, max(end, top + 1)))


def _has_side(sketch: Sketch, head: Cell) -> bool:
    """Whether a higher cell stands left of a label: then the text stands below."""
    left = (each for each in sketch.page.row(head.row) if each.col < head.col)
    return any(filled(each) and each.end > head.end for each in left)


def _beside(sketch: Sketch, head: Cell) -> tuple[Cell, ...]:
    cell = sketch.page.at(head.row, head.right)
    return (cell,) if cell is not None and not sketch.is_label(cell) else ()


def _bottom(sketch: Sketch, heads: dict[str, Cell]) -> int:
    """The first row below the label that stands left of the goals."""
    first = min(heads.values(), key=lambda cell: cell.col)
    side = sketch.page.at(first.row, first.col - 1)
    below = max(cell.end for cell in heads.values())
    return max(below + 1, side.end if side is not None and filled(side) else 0)


def _texts_below(sketch: Sketch, head: Cell, bottom: int) -> Iterator[Cell]:
    page = sketch.page
    cell = page.at(head.end, head.col)
    while cell is not None and cell.row >= head.end and sketch.free(cell):
        if not sketch.sure and filled(cell) and sketch.is_label(cell):
            return
        yield cell
        if not cell.continues and cell.end >= bottom:
            return
        below = page.at(cell.end, cell.col)
        if below is None or below.row < cell.end:
            return
        cell = below
