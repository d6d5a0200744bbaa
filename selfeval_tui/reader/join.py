"""Joins grids that are one sheet: a document's table that was cut in two."""

from collections.abc import Sequence

from attrs import evolve

from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.reader.heads import is_title
from selfeval_tui.reader.labels import GOES_ON, folded
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.split import has_header, project_col
from selfeval_tui.reader.tables import is_foot_label


def join_grids(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids of a file, with each that only goes on with the one before put below it."""
    found: list[Grid] = []
    for grid in grids:
        if found and _goes_on(found[-1], grid):
            found[-1] = _below(found[-1], grid)
        else:
            found.append(grid)
    return tuple(found)


def _goes_on(upper: Grid, lower: Grid) -> bool:
    """Whether a grid has no beginning of its own and fits where the one above ends."""
    if upper.form or lower.form:
        return False
    below = Page(lower)
    if not below.filled or _has_beginning(below):
        return False
    above = Page(upper)
    headed = any(has_header(above, row) for row in _rows(above))
    if not headed:
        return _has_beginning(above) and any(has_header(below, row) for row in _rows(below))
    if _has_foot(above):
        return False
    first = _first_row(below)
    lead = next(below.begun(first), None)
    ends = lead is not None and is_foot_label(below, lead)
    return ends or has_header(below, first) or below.width == above.width


def _rows(page: Page) -> list[int]:
    return sorted({cell.row for cell in page.filled})


def _first_row(page: Page) -> int:
    """The first filled row that does not only say 续表."""
    rows = _rows(page)
    cells = {row: [folded(cell.text) for cell in page.begun(row)] for row in rows[:2]}
    return rows[1] if len(rows) > 1 and GOES_ON.issuperset(cells[rows[0]]) else rows[0]


def _has_beginning(page: Page) -> bool:
    """Whether a title or 项目名称 stands there."""
    titles = any(is_title(cell) and cell.cols > 1 for cell in page.filled[:6])
    return titles or any(project_col(page, row) is not None for row in _rows(page))


def _has_foot(page: Page) -> bool:
    """Whether something stands below the last table of indicators."""
    rows = _rows(page)
    last = max(row for row in rows if has_header(page, row))
    leads = (next(page.begun(row), None) for row in rows if row > last)
    return any(lead is not None and lead.col == 0 and is_foot_label(page, lead) for lead in leads)


def _below(upper: Grid, lower: Grid) -> Grid:
    shift = max((cell.end for cell in upper.cells), default=0)
    moved: tuple[Cell, ...] = tuple(evolve(cell, row=cell.row + shift) for cell in lower.cells)
    return evolve(
        upper,
        cells=(*upper.cells, *moved),
        breaks=upper.breaks | {row + shift for row in lower.breaks},
        lines=upper.lines | {row + shift for row in lower.lines},
        notices=(*upper.notices, *lower.notices),
    )
