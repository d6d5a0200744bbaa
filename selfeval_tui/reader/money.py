"""Finds the cells of money: by row and column, or each beside its label."""

from selfeval_tui.reader.fixed import find_heads, take_sides
from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import filled
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import TableBlock


def find_money(sketch: Sketch, table: TableBlock) -> None:
    """Find the cells of a table with labelled rows; the indicator tables must be known."""
    heads = find_heads(sketch, table)
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
    take_sides(sketch, table, range(top, end))


def _is_below(sketch: Sketch, heads: dict[str, Cell], row: int, label: Cell | None) -> bool:
    """Whether a row no longer belongs to the money: it says words, or begins something else."""
    if label is None and _ends(sketch, row):
        return True
    return any(_is_prose(sketch.page.at(row, cell.col)) for cell in heads.values())


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
        take_sides(sketch, table, span)


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
