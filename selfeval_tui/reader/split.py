"""Where the sheets of one grid begin: they may stand one below the other."""

from collections.abc import Iterator

from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.heads import begins_title, is_mark, is_title
from selfeval_tui.reader.page import Page
from selfeval_tui.spec.model import Role
from selfeval_tui.store.foreign.aliases import aliases_of

_PROJECT = frozenset(aliases_of(Role.PROJECT_NAME))
_INDICATOR = frozenset(aliases_of(Role.INDICATOR))
_PROMISED = frozenset((*aliases_of(Role.TARGET), *aliases_of(Role.ACTUAL)))
_HEAD = (*aliases_of(Role.UNIT_NAME), *aliases_of(Role.DATE), *aliases_of(Role.DEPARTMENT))


def parts_of(grid: Grid) -> tuple[Page, ...]:
    """The parts of a grid that hold a sheet each."""
    page = Page(grid)
    starts = list(_starts(page))
    if not starts:
        return (page,)
    edges = [0, *starts]
    ends = [*starts, None]
    return tuple(Page(grid, first, end) for first, end in zip(edges, ends, strict=True))


def _starts(page: Page) -> Iterator[int]:
    """The rows in which a further sheet begins."""
    begun = headed = False
    # On a page of ours it stands at the left edge, and elsewhere only as a text.
    lead, first = 0, 0 if page.grid.form else -1
    for row in sorted({cell.row for cell in page.filled}):
        if has_header(page, row):
            headed = True
        elif not page.grid.form and is_title_row(page, row):
            if headed:
                yield _first_row(page, row)
                headed = begun = False
        elif (col := project_col(page, row)) is not None and first in (-1, col):
            if headed and begun:
                yield row - lead
                headed = False
            elif not begun:
                lead = _lines_above(page, row)
            begun, first = True, col


def has_header(page: Page, row: int) -> bool:
    """Whether a row heads a table of indicators."""
    words = [page.keys(cell).plain for cell in page.row(row) if cell.row == row]
    return any(word in _INDICATOR for word in words) and any(word in _PROMISED for word in words)


def project_col(page: Page, row: int) -> int | None:
    """Where 项目名称 stands in a row that begins with it."""
    lead = next(page.begun(row), None)
    return lead.col if lead is not None and page.keys(lead).plain in _PROJECT else None


def is_title_row(page: Page, row: int) -> bool:
    """Whether a row holds nothing but a title."""
    cells = [cell for cell in page.row(row) if cell.text.strip()]
    return len(cells) == 1 and cells[0].row == row and is_title(cells[0])


def _first_row(page: Page, title: int) -> int:
    """The row of 附件号, or of the first half of a title, that stands directly above it."""
    row = title
    while row > 0:
        cells = list(page.begun(row - 1))
        if len(cells) != 1 or not (is_mark(cells[0].text) or begins_title(cells[0])):
            break
        row -= 1
    return row


def _lines_above(page: Page, project: int) -> int:
    """How many lines such as 单位名称：… stand directly above 项目名称."""
    row = project
    while row > 0 and _is_head_row(page, row - 1):
        row -= 1
    return project - row


def _is_head_row(page: Page, row: int) -> bool:
    cells = list(page.begun(row))
    return bool(cells) and all(
        is_mark(cell.text) or "".join(cell.text.split()).startswith(_HEAD) for cell in cells
    )
