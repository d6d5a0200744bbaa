"""Which column of the form stands where below the head of an indicator table."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import Factory, define

from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page, filled
from selfeval_tui.reader.words import Names, Words
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.store.foreign.aliases import aliases_of, means, sounds_like

HIGHEST = 4
"""Rows of a header's cell; a higher one is the label left of the table."""
PARTS = (Role.TARGET_OPERATOR, Role.TARGET_UNIT)
"""Columns that belong to the target's text."""
_YEARLY = ("年度", "当年", "本年")
_LONGER = ("实施期", "中期", "总体", "全周期", "中长期")


@define
class Header:
    """A header of one or more rows."""

    top: int
    bottom: int
    """Its last row."""
    columns: dict[str, Cell] = Factory(dict)
    """The cells of the form's columns by their names."""
    beside: dict[Role, Cell] = Factory(dict)
    """The cells of columns that belong to the target's text."""
    strange: list[Cell] = Factory(list)
    """Cells that name nothing that the form has."""
    passed: list[Cell] = Factory(list)
    """The cells of the other set where the header has two: 实施期目标 beside 年度目标."""
    labels: list[Cell] = Factory(list)

    @property
    def left(self) -> int:
        """Its first column that the form has."""
        return min(cell.col for cell in self.columns.values())

    def places(self) -> dict[str, int]:
        """The grid's columns by the names of the form's."""
        return {name: cell.col for name, cell in self.columns.items()}


def take_columns(page: Page, words: Words, table: TableBlock, header: Header) -> None:
    """Say which cell of a header heads which column."""
    names = words.columns[table.name]
    cells = list(_lowest(page, header))
    if cells and _is_side(page, words, table, cells):
        del cells[0]
    chosen, header.passed = _yearly(page, table, names, header, cells)
    header.columns = assign(page, names, chosen)
    _take_alike(page, table, header, chosen)
    left = [cell for cell in chosen if cell not in header.columns.values()]
    if Role.TARGET_OPERATOR not in {column.role for column in table.columns}:
        _take_parts(page, header, left)
    taken = [*header.columns.values(), *header.beside.values()]
    header.strange = [cell for cell in left if cell not in header.beside.values()]
    uppers = (
        cell
        for row in range(header.top, header.bottom)
        for cell in page.begun(row)
        if cell.end <= header.bottom and any(_above(cell, each) for each in taken)
    )
    header.labels = [*taken, *uppers]


def _take_alike(page: Page, table: TableBlock, header: Header, cells: Iterable[Cell]) -> None:
    """Columns whose words are in no list but sound like those of the form."""
    for cell in cells:
        keys = page.keys(cell)
        if cell in header.columns.values() or any(means(keys.whole, role) for role in PARTS):
            continue
        alike = (
            column.name
            for column in table.columns
            if column.name not in header.columns and sounds_like(keys.whole, column.role)
        )
        name = next(alike, None)
        if name is not None:
            header.columns[name] = cell


def _is_side(page: Page, words: Words, table: TableBlock, cells: Sequence[Cell]) -> bool:
    """Whether the first cell stands left of a table without rows, no higher than its header."""
    names, column = words.columns[table.name], table.with_role(Role.INDICATOR)
    assert column is not None
    further = any(names.find(page.keys(each)) == column.name for each in cells[1:])
    return further and words.is_side(page.keys(cells[0]))


def _above(upper: Cell, lower: Cell) -> bool:
    return upper.row < lower.row and upper.col <= lower.col < upper.right


def _lowest(page: Page, header: Header) -> Iterator[Cell]:
    """The lowest filled cell of each column, from left to right."""
    last = None
    for col in range(page.width):
        column = (page.at(row, col) for row in range(header.bottom, header.top - 1, -1))
        cell = next((each for each in column if each is not None and filled(each)), None)
        if cell is None or cell == last:
            continue
        if cell.rows <= HIGHEST and cell.row >= header.top and cell.end <= header.bottom + 1:
            yield cell
            last = cell


def assign(page: Page, names: Names, cells: Iterable[Cell]) -> dict[str, Cell]:
    """Which cell heads which column: the form's own words first, then those of other families."""
    cells = list(cells)
    found: dict[str, Cell] = {}
    for ask in (names.own, names.other):
        for cell in cells:
            name = ask(page.keys(cell))
            if name is not None and name not in found and cell not in found.values():
                found[name] = cell
    return found


def _yearly(
    page: Page, table: TableBlock, names: Names, header: Header, cells: Sequence[Cell]
) -> tuple[list[Cell], list[Cell]]:
    """The cells of the yearly set, and those of the other where there are two."""
    column = table.with_role(Role.INDICATOR)
    assert column is not None
    called = [names.find(page.keys(cell)) for cell in cells]
    at = [index for index, name in enumerate(called) if name == column.name]
    at = _clearest(page, names, cells, at)
    if len(at) < 2:
        return list(cells), []
    heads = {role.name for each in (Role.LEVEL1, Role.LEVEL2) if (role := table.with_role(each))}
    heads.add(column.name)
    start = next(index for index in range(at[0] + 1, at[1] + 1) if called[index] in heads)
    first, second = list(cells[:start]), list(cells[start:])
    named = set(called[start:])
    shared = [
        cell
        for cell, name in zip(first, called[: at[0]], strict=False)
        if name in heads and name not in named
    ]
    if _speaks_of_year(page, header, first) and not _speaks_of_year(page, header, second):
        return first, second
    return shared + second, [cell for cell in first if cell not in shared]


def _clearest(page: Page, names: Names, cells: Sequence[Cell], at: list[int]) -> list[int]:
    ranks = {index: rank(page, names, cells[index]) for index in at}
    return [index for index in at if ranks[index] == min(ranks.values())]


def rank(page: Page, names: Names, cell: Cell) -> int:
    """How clearly a cell heads the indicators; the form's own word is 0."""
    keys = page.keys(cell)
    if names.own(keys) is not None:
        return 0
    aliases = aliases_of(Role.INDICATOR)
    return 1 + min(aliases.index(key) for key in (keys.plain, keys.bare) if key in aliases)


def _speaks_of_year(page: Page, header: Header, cells: Sequence[Cell]) -> bool:
    """Whether the words over a set, or its own, say that it is about the year."""
    said = "".join(cell.text for cell in cells)
    for row in range(max(header.top - 1, 0), header.bottom + 1):
        above = page.at(row, cells[-1].col)
        said += above.text if above is not None else ""
    return any(word in said for word in _YEARLY) and not any(word in said for word in _LONGER)


def _take_parts(page: Page, header: Header, left: Iterable[Cell]) -> None:
    for cell in left:
        for role in PARTS:
            if role not in header.beside and means(page.keys(cell).whole, role):
                header.beside[role] = cell
