"""Puts together what a page break cut: a row with a long text in it is printed in two parts."""

from attrs import evolve

from selfeval_tui.reader.grid import Cell, Grid, in_order

Place = tuple[int, int]


def heal(grid: Grid) -> Grid:
    """The grid with the cells whole that a page break cut within one row of the form.

    There a text goes on across the break; its neighbours are printed on both pages.
    """
    cut = {cell.end for cell in grid.cells if cell.continues and cell.end in grid.breaks}
    if not cut:
        return grid
    cells: dict[Place, Cell] = {}
    ends: dict[tuple[int, int, int], Place] = {}
    for cell in grid.cells:
        at = ends.get((cell.row, cell.col, cell.right)) if cell.row in cut else None
        upper = cells[at] if at is not None else None
        if at is not None and upper is not None and _same(upper, cell):
            cells[at] = evolve(upper, rows=cell.end - upper.row)
        else:
            at = (cell.row, cell.col)
            cells[at] = cell
        ends[cell.end, cell.col, cell.right] = at
    return evolve(grid, cells=in_order(cells.values()))


def _same(upper: Cell, lower: Cell) -> bool:
    return not upper.continues and upper.text == lower.text
