"""Making one sheet of two: ours, with those parts of theirs that were taken."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from selfeval_tui.sheet import Row, Ruling, Sheet
from selfeval_tui.sheet.judgement import DECIDED_ON
from selfeval_tui.spec.model import TableBlock
from selfeval_tui.store.merge.parts import Key, Kind

Value = TypeVar("Value")


def united(ours: Sheet, theirs: Sheet, taken: Collection[Key]) -> Sheet:
    """One sheet of two that have the same form.

    Args:
        ours: What counts where nothing is said.
        theirs: What counts for the parts that are taken.
        taken: The keys of these parts; a row that only one of the two has is a part as a whole,
            and taking what the other does not have means doing without it.
    """
    sheet = ours.copy()
    for name in _names(taken, Kind.CELL):
        _take(sheet.fields, theirs.fields, name)
    for reason in _names(taken, Kind.EXPLANATION):
        _take(sheet.explanations, theirs.explanations, reason)
    for remark in _names(taken, Kind.REMARK):
        _take(sheet.remarks, theirs.remarks, remark)
    if Key(Kind.APPROVED) in taken:
        sheet.approved = theirs.approved
    if Key(Kind.LIFE) in taken:
        sheet.life = theirs.life
    for table in dict.fromkeys([*ours.tables, *theirs.tables]):
        _unite_table(sheet, theirs, table, taken)
    _let_lapse(sheet, ours, theirs)
    return sheet


def _take(into: dict[str, Value], source: dict[str, Value], name: str) -> None:
    if name in source:
        into[name] = source[name]
    else:
        into.pop(name, None)


def _names(taken: Collection[Key], kind: Kind) -> Iterator[str]:
    return (key.name for key in taken if key.kind is kind and not key.table)


def _unite_table(sheet: Sheet, theirs: Sheet, table: str, taken: Collection[Key]) -> None:
    ours, others = sheet.tables.get(table, {}), theirs.tables.get(table, {})
    rows: dict[str, Row] = {}
    for row_id in dict.fromkeys([*ours, *others]):
        if (row_id in ours) == (row_id in others):
            rows[row_id] = _united_row(ours[row_id], others[row_id], table, taken)
            continue
        is_taken = Key(Kind.ROW, table, row_id) in taken
        if row_id in ours and not is_taken:
            rows[row_id] = ours[row_id]
        elif row_id in others and is_taken:
            rows[row_id] = others[row_id].copy()
    first, second = tuple(ours), tuple(others)
    if Key(Kind.ORDER, table) in taken:
        first, second = second, first
    sheet.tables[table] = {row: rows[row] for row in _woven(first, second) if row in rows}


def _woven(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The rows in the order of the first; each other one behind the row it stands behind."""
    order = list(first)
    known = set(first)
    for number, row in enumerate(second):
        if row not in known:
            at = order.index(second[number - 1]) + 1 if number else 0
            order.insert(at, row)
            known.add(row)
    return tuple(order)


def _united_row(ours: Row, theirs: Row, table: str, taken: Collection[Key]) -> Row:
    row = ours.copy()
    for name in dict.fromkeys([*ours.cells, *theirs.cells]):
        if Key(Kind.CELL, table, ours.id, name) in taken:
            _take(row.cells, theirs.cells, name)
    if Key(Kind.RULING, table, ours.id) in taken:
        row.ruling = theirs.ruling
    if Key(Kind.BASIS, table, ours.id) in taken:
        row.basis = theirs.basis
    return row


def _let_lapse(sheet: Sheet, ours: Sheet, theirs: Sheet) -> None:
    """A decision (人工) stays only beside the target and the actual that it was made for."""
    for block, row in sheet.rows():
        versions = (
            found
            for each in (ours, theirs)
            if (found := each.tables.get(block.name, {}).get(row.id)) is not None
        )
        decided = (decided_on(block, each) for each in versions if each.ruling == row.ruling)
        if row.ruling and decided_on(block, row) not in decided:
            row.ruling = Ruling()


def decided_on(block: TableBlock, row: Row) -> tuple[str, ...]:
    """The texts that a decision about a row is made for."""
    columns = (block.with_role(role) for role in DECIDED_ON)
    return tuple(row.cells.get(column.name, "") for column in columns if column)
