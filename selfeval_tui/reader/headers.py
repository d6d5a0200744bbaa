"""Finds the header rows of indicator tables."""

from collections.abc import Iterator

from selfeval_tui.reader.columns import HIGHEST, PARTS, Header, rank, take_columns
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, filled
from selfeval_tui.reader.words import Names, Words
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.store.foreign.aliases import means, sounds_like

_PROMISED = frozenset({Role.TARGET, Role.TARGET_VALUE, Role.ACTUAL})


def indicator_tables(words: Words) -> list[TableBlock]:
    """The tables with free rows that hold indicators."""
    return [each for each in words.spec.tables if each.free and each.with_role(Role.INDICATOR)]


def find_headers(page: Page, words: Words, *, sure: bool = False) -> list[Header]:
    """The headers of a page from top to bottom.

    Args:
        page: The page.
        words: The form's words.
        sure: Whether this program printed the page, so that only the form's own words count.
    """
    tables = indicator_tables(words)
    if not tables:
        return []
    table = tables[0]
    names = words.columns[table.name]
    if sure:
        names = Names(names.whole, names.plain)
    found: list[Header] = []
    for cell in _indicators(page, table, names):
        if found and found[-1].top <= cell.row <= found[-1].bottom:
            continue
        zone = _zone(page, table, names, cell, sure=sure)
        if zone is not None:
            header = Header(*zone)
            take_columns(page, words, table, header)
            if _is_printed(table, header) if sure else _is_whole(table, header):
                found.append(header)
    return found


def _is_whole(table: TableBlock, header: Header) -> bool:
    """Whether it heads indicators, and what they promise or reached."""
    roles = {table.column(name).role for name in header.columns}
    return Role.INDICATOR in roles and not roles.isdisjoint(_PROMISED)


def _is_printed(table: TableBlock, header: Header) -> bool:
    """Whether each column stands where the form prints it."""
    found = {name: (cell.col, cell.cols) for name, cell in header.columns.items()}
    return all(found.get(each.name) == (each.at, each.span) for each in table.columns)


def _indicators(page: Page, table: TableBlock, names: Names) -> Iterator[Cell]:
    """The cells that may head the column of indicators; of one row the clearest only."""
    column = table.with_role(Role.INDICATOR)
    assert column is not None
    rows: dict[int, list[Cell]] = {}
    for cell in page.filled:
        if cell.rows <= HIGHEST and names.find(page.keys(cell)) == column.name:
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        yield min(cells, key=lambda each: rank(page, names, each))


def _zone(
    page: Page, table: TableBlock, names: Names, cell: Cell, *, sure: bool
) -> tuple[int, int] | None:
    """First and last row of the header that a cell with 三级指标 stands in."""
    wanted = {column.name for role in _PROMISED if (column := table.with_role(role))}
    own = range(cell.row, cell.end)
    for rows in (own,) if sure else (own, (cell.row - 1,), (cell.end,)):
        partners = [
            each
            for row in rows
            for each in page.row(row)
            if each.rows <= HIGHEST and each != cell and _promises(page, names, wanted, each)
        ]
        if partners:
            top = min(cell.row, *(each.row for each in partners))
            bottom = max(cell.end, *(each.end for each in partners)) - 1
            return top, bottom if sure else bottom + _has_second_row(page, names, cell, bottom)
    return None


def _promises(page: Page, names: Names, wanted: set[str], cell: Cell) -> bool:
    """Whether a cell heads what is promised or was reached."""
    keys = page.keys(cell)
    name = names.find(keys)
    if name is None and names.alias:
        return any(sounds_like(keys.whole, role) for role in (Role.TARGET, Role.ACTUAL))
    return name in wanted


def _has_second_row(page: Page, names: Names, cell: Cell, bottom: int) -> bool:
    """Whether the row below belongs to the header: nothing under 三级指标, labels elsewhere."""
    if filled(page.at(bottom + 1, cell.col)):
        return False
    below = list(page.begun(bottom + 1))
    labels = [each for each in below if _is_label(page, names, each)]
    return bool(labels) and len(labels) == len(below)


def _is_label(page: Page, names: Names, cell: Cell) -> bool:
    keys = page.keys(cell)
    return names.find(keys) is not None or any(means(keys.whole, role) for role in PARTS)
