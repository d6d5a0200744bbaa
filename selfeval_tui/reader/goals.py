"""Finds the texts of goals: labels beside each other, each with a long text below."""

from collections.abc import Iterator

from selfeval_tui.reader.fixed import find_heads, take_sides
from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import filled
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import TableBlock


def find_goals(sketch: Sketch, table: TableBlock) -> None:
    """Find the texts of a table without labels of its rows."""
    heads = find_heads(sketch, table)
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
    take_sides(sketch, table, range(top, max(end, top + 1)))


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
