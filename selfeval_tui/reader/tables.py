"""Finds how far the indicator tables of a page reach, and which table of the form each one is."""

import re

from attrs import frozen

from selfeval_tui.reader.columns import Header
from selfeval_tui.reader.found import FreeTable
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.headers import find_headers, indicator_tables
from selfeval_tui.reader.labels import keys_of
from selfeval_tui.reader.page import Page, filled
from selfeval_tui.reader.words import Words
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.store.foreign.aliases import aliases_of

_FOOT_ROLES = (
    Role.REASON, Role.IMPROVEMENT, Role.NOTES, Role.TOTAL, Role.UNIT_NAME, Role.DATE,
    Role.DEPARTMENT, Role.PROJECT_NAME, Role.GOAL,
)  # fmt: skip
_FOOT = frozenset(alias for role in _FOOT_ROLES for alias in aliases_of(role)) | {
    "自评结论", "评价结论", "评价等级", "自评等级", "其他需要说明的问题", "其他需说明的问题",
    "存在问题", "主要经验做法", "下一步工作计划", "绩效自评结论",
}  # fmt: skip
"""What stands at the left below a table of indicators."""
_SIGNED = re.compile(
    r"\s*(?:填\s*报\s*人|填\s*表\s*人|审\s*核\s*人|负\s*责\s*人|经\s*办\s*人|制\s*表\s*人?|复\s*核\s*人?"
    r"|(?:项目|单位|部门|财务)(?:单位|部门)?负责人|联\s*系\s*电\s*话|联\s*系\s*人|单\s*位\s*领\s*导"
    r"|主要领导|分管领导)"
    r"\s*(?:[（(][^（）()]*[)）])?\s*(?:[：:]|$)"
)
_NOTE = re.compile(r"\s*(?:备\s*注|注|说\s*明|填表说明|填报说明)\s*\d?\s*[：:]")


@frozen
class Found:
    """An indicator table with its header."""

    table: FreeTable
    header: Header
    side: Cell | None
    """The label that stands left of it."""


def find_tables(page: Page, words: Words, *, sure: bool) -> tuple[list[Found], bool]:
    """The indicator tables from top to bottom, and whether there are more than the form has.

    Args:
        page: The page.
        words: The form's words.
        sure: Whether this program printed the page, so that no header is repeated in it.
    """
    tables = indicator_tables(words)
    found: list[Found] = []
    number, more = -1, False
    headers = find_headers(page, words, sure=sure)
    for index, header in enumerate(headers):
        if sure and found and header.top < found[-1].table.end:
            continue
        limit = page.end
        if not sure and index + 1 < len(headers):
            limit = headers[index + 1].top
        side = _side(page, words, header)
        if not found or not _goes_on(page, found[-1], header, side):
            number += 1
        more = more or number >= len(tables)
        block = tables[min(number, len(tables) - 1)]
        end = _end(page, words, block, header, side, limit, sure=sure)
        found.append(Found(_free_table(block, header, end), header, side))
    return found, more


def _free_table(block: TableBlock, header: Header, end: int) -> FreeTable:
    return FreeTable(
        block=block,
        header=header.bottom,
        columns=tuple((block.column(name), cell.col) for name, cell in header.columns.items()),
        first=header.bottom + 1,
        end=end,
        beside=tuple((role, cell.col) for role, cell in header.beside.items()),
    )


def _side(page: Page, words: Words, header: Header) -> Cell | None:
    """The cell left of the header that is higher than it, or that begins right below it."""
    for col in range(header.left - 1, -1, -1):
        cell = page.at(header.bottom, col)
        if cell is not None and filled(cell) and cell not in header.strange:
            return cell
        # A header that every page repeats stands above the label, not beside it.
        below = page.at(header.bottom + 1, col)
        if below is not None and filled(below) and words.is_side(page.keys(below)):
            return below
    return None


def _goes_on(page: Page, last: Found, header: Header, side: Cell | None) -> bool:
    """Whether the header only repeats that of the table above."""
    if last.table.end < header.top - 1:
        return False
    if side is None or last.side is None:
        return last.table.end == header.top
    return page.keys(side).plain == page.keys(last.side).plain


def _end(
    page: Page,
    words: Words,
    block: TableBlock,
    header: Header,
    side: Cell | None,
    limit: int,
    *,
    sure: bool,
) -> int:
    """The first row below the table."""
    if sure and block.side is not None and side is not None:
        return _end_of_side(page, header, side, limit)
    for row in range(header.bottom + 1, limit):
        if _repeats(page, side, row) or not _is_foot(page, words, header, row):
            continue
        if not _is_sum_between(page, header, row):
            return row
    return limit


def _is_sum_between(page: Page, header: Header, row: int) -> bool:
    """Whether a row is the sum of some rows, and further indicators stand below it."""
    if not any(is_total(cell.text) for cell in page.begun(row)):
        return False
    below = [each for each in page.begun(row + 1) if not _SIGNED.match(each.text)]
    if not below or is_foot_label(page, below[0]):
        return False
    columns = {cell.col for cell in header.columns.values()}
    return len(columns & {cell.col for cell in below}) > 2


def _repeats(page: Page, side: Cell | None, row: int) -> bool:
    """Whether the label left of the table is printed again: the table was cut in two."""
    lead = next(page.begun(row), None)
    if side is None or lead is None or (lead.col, lead.right) != (side.col, side.right):
        return False
    return lead.rows > 1 and page.keys(lead).whole == page.keys(side).whole


def _end_of_side(page: Page, header: Header, side: Cell, limit: int) -> int:
    """Where the label left of the table ends; at a page break it is printed again."""
    row = header.bottom + 1
    while row < limit:
        cell = page.at(row, side.col)
        same = cell is not None and cell.right == side.right
        if cell is None or not same or page.keys(cell).whole != page.keys(side).whole:
            return row
        row = max(cell.end, row + 1)
    return limit


def is_foot_label(page: Page, cell: Cell) -> bool:
    """Whether a cell says what some family prints at the left below the indicators."""
    keys = page.keys(cell)
    said = bool({keys.plain, keys.bare} & _FOOT) if keys.whole else False
    return said or _NOTE.match(cell.text) is not None


def _is_foot(page: Page, words: Words, header: Header, row: int) -> bool:
    """Whether a row stands below the table: a known label at the left, or people who sign."""
    begun = list(page.begun(row))
    if not begun:
        return False
    if any(_SIGNED.match(cell.text) for cell in begun):
        return True
    lead = begun[0]
    if lead.col > header.left:
        return False
    return (
        words.fields.find(page.keys(lead)) is not None
        or is_foot_label(page, lead)
        or words.leads(lead.text)
    )


def is_total(text: str) -> bool:
    """Whether a label names the sum of all scores."""
    return keys_of(text).plain in aliases_of(Role.TOTAL)


def is_sum(text: str) -> bool:
    """Whether a label names the sum of all scores, or of some."""
    return is_total(text) or keys_of(text).plain in {"小计", "分值小计", "得分小计"}
