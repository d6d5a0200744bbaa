"""A sheet taken apart: everything it says, by a key that outlives a change of place."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from selfeval_tui.sheet import Life, Row, Sheet


class Kind(StrEnum):
    """What a part is."""

    CELL = "cell"
    ROW = "row"
    """That a row is there."""
    ORDER = "order"
    """The ids of a table's rows in their order."""
    RULING = "ruling"
    BASIS = "basis"
    EXPLANATION = "explanation"
    REMARK = "remark"
    APPROVED = "approved"
    """All of what a sheet is held against (批复目标)."""
    LIFE = "life"
    SHEET = "sheet"
    """All of it; no part, but what is chosen where parts cannot be."""


@frozen
class Key:
    """What a part is called; a field has no table, and a reason (说明) its id for a name."""

    kind: Kind
    table: str = ""
    row: str = ""
    name: str = ""


Parts = Mapping[Key, object]
"""What is blank is left out."""


def parts_of(sheet: Sheet) -> Parts:
    """Take a sheet apart; two sheets say the same in the same order where these are equal."""
    return dict(_parts(sheet))


def key_of_row(key: Key) -> Key:
    """The key that says that a part's row is there."""
    return Key(Kind.ROW, key.table, key.row)


def row_in(parts: Parts, key: Key) -> Parts | None:
    """The parts of one row, by keys without the row; None where it is not there."""
    if key not in parts:
        return None
    return {
        evolve(each, row=""): said
        for each, said in parts.items()
        if (each.table, each.row) == (key.table, key.row)
    }


def _parts(sheet: Sheet) -> Iterator[tuple[Key, object]]:
    # In the order of the form; what it has no place for stands behind.
    for name in dict.fromkeys([*sheet.spec.fields, *sheet.fields]):
        if text := sheet.fields.get(name, ""):
            yield Key(Kind.CELL, name=name), text
    for table, rows in sheet.tables.items():
        if rows:
            yield Key(Kind.ORDER, table), tuple(rows)
        for row in rows.values():
            yield from _row(table, row)
    for reason in sheet.explanations.values():
        yield Key(Kind.EXPLANATION, name=reason.id), reason
    for remark in sheet.remarks.values():
        yield Key(Kind.REMARK, name=remark.id), remark
    if sheet.approved:
        yield Key(Kind.APPROVED), sheet.approved
    if sheet.life != Life():
        yield Key(Kind.LIFE), sheet.life


def _row(table: str, row: Row) -> Iterator[tuple[Key, object]]:
    yield Key(Kind.ROW, table, row.id), True
    for name, text in row.cells.items():
        if text:
            yield Key(Kind.CELL, table, row.id, name), text
    if row.ruling:
        yield Key(Kind.RULING, table, row.id), row.ruling
    if row.basis:
        yield Key(Kind.BASIS, table, row.id), row.basis
