"""Holding a sheet against an approved 绩效目标表: what it says, and what a sheet takes from it.

It speaks of indicators and targets alone; money, actual values and reasons are the sheet's own.
"""

from collections.abc import Iterator, Mapping, Sequence

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.approved import Approved, Names, folded, paired
from selfeval_tui.sheet.create import new_id
from selfeval_tui.sheet.sheet import Row, Sheet
from selfeval_tui.spec.model import Role, TableBlock
from selfeval_tui.text.promise import same_promise

NAMED = (Role.LEVEL1, Role.LEVEL2, Role.INDICATOR)
_FRAME = {Role.LEVEL1, Role.LEVEL2, Role.CATEGORY}
"""What a row of the form's own frame says before anybody fills it."""

Line = tuple[TableBlock, Row]


def approved_rows(read: Sheet, source: str) -> tuple[Approved, ...]:
    """The indicators of a table that was read, with their targets; rows without a name left out.

    Args:
        read: The approved table, as any form of ours.
        source: The name of its file.
    """
    rows = (
        Approved(*names_of(line), _text(line, Role.TARGET), _text(line, Role.WEIGHT), source)
        for line in _lines(read)
    )
    return tuple(row for row in rows if row.indicator.strip())


def names_of(line: Line) -> Names:
    """一级, 二级 and 三级指标 of a row."""
    first, second, third = (_text(line, role) for role in NAMED)
    return first, second, third


def approved_for(sheet: Sheet, row: Address) -> Approved | None:
    """What was approved for the row that a cell stands in; None where nothing was."""
    lines = list(_lines(sheet)) if sheet.approved else []
    found = paired([names_of(line) for line in lines], sheet.approved)
    places = ((lines[at], number) for number, at in found.items())
    wanted = (row.table, row.row)
    numbers = (number for (table, each), number in places if (table.name, each.id) == wanted)
    number = next(numbers, None)
    return None if number is None else sheet.approved[number]


def approved_sheet(sheet: Sheet, read: Sheet, source: str) -> Sheet:
    """The sheet as it would be if all that was approved were taken, to be laid beside it.

    An approved target stands in the row of its indicator, or else in one of the form's own rows
    that waits for it, or in a new one. A row that was not approved stays, and so does a target
    that says the same in other signs.

    Args:
        sheet: Ours; it stays as it is.
        read: The approved table.
        source: The name of its file.
    """
    laid, approved = sheet.copy(), approved_rows(read, source)
    blocks = [table for table in laid.spec.tables if table.judged and table.free]
    if not approved or not blocks:
        return laid
    laid.approved = approved
    lines = list(_lines(laid))
    homes = _homes(lines, approved)
    at = 0
    for number, each in enumerate(approved):
        line = homes.get(number)
        if line is None:
            line = (lines[at - 1][0] if at else blocks[0], Row(new_id()))
            lines.insert(at, line)
        at = lines.index(line) + 1
        _take_over(line, each)
    for block in blocks:
        laid.tables[block.name] = {row.id: row for table, row in lines if table is block}
    return laid


def _lines(sheet: Sheet) -> Iterator[Line]:
    return ((table, row) for table, row in sheet.rows() if table.judged)


def _text(line: Line, role: Role) -> str:
    column = line[0].with_role(role)
    return line[1].cells.get(column.name, "") if column else ""


def _is_waiting(line: Line) -> bool:
    """Whether a row says no more than the form's frame does."""
    table, row = line
    frame = {column.name for column in table.columns if column.role in _FRAME}
    typed = (name for name, text in row.cells.items() if text.strip() and name not in frame)
    return not row.ruling and not row.basis and next(typed, None) is None


def _homes(lines: Sequence[Line], approved: Sequence[Approved]) -> Mapping[int, Line]:
    """The row that each approved indicator has, or that waits for one of its 二级指标."""
    found = paired([names_of(line) for line in lines], approved)
    homes = {number: lines[row] for number, row in found.items()}
    waiting = [line for line in lines if _is_waiting(line)]
    for number, each in enumerate(approved):
        frame = folded(each.names)[:2]
        fits = (line for line in waiting if folded(names_of(line))[:2] == frame)
        line = None if number in homes else next(fits, None)
        if line is not None:
            waiting.remove(line)
            homes[number] = line
    return homes


def _take_over(line: Line, approved: Approved) -> None:
    """Write into a row what was approved and is not there yet."""
    first, second, third = approved.names
    texts = {
        Role.LEVEL1: _text(line, Role.LEVEL1) or first,
        Role.LEVEL2: _text(line, Role.LEVEL2) or second,
        Role.INDICATOR: _text(line, Role.INDICATOR) or third,
        Role.TARGET: _other(approved.target, _text(line, Role.TARGET), approved),
        Role.WEIGHT: _other(approved.weight, _text(line, Role.WEIGHT), approved),
    }
    for role, text in texts.items():
        column = line[0].with_role(role)
        if column is not None and text:
            line[1].cells[column.name] = text


def _other(theirs: str, ours: str, approved: Approved) -> str:
    """What was approved, or ours where that says the same, or where nothing was."""
    if not theirs.strip():
        return ours
    names = {"indicator": approved.indicator, "level2": approved.level2}
    return ours if ours.strip() and same_promise(theirs, ours, **names) else theirs
