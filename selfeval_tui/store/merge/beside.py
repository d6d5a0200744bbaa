"""Laying a sheet that came beside ours, as far as the file that it came in can speak of it.

A printed page has no decisions, reasons or remarks, and an approved 绩效目标表 has only indicators
and targets: what a file cannot hold is not gone because it is not there.
"""

from collections.abc import Mapping
from enum import StrEnum

from attrs import evolve

from selfeval_tui.sheet import Address, Batch, Row, Ruling, Sheet
from selfeval_tui.sheet.approving import approved_sheet
from selfeval_tui.sheet.show import show_value
from selfeval_tui.spec import Value
from selfeval_tui.spec.model import Field, Role, TableBlock
from selfeval_tui.store.merge.merging import Merge, Point, Side, Who, merge
from selfeval_tui.store.merge.parts import Kind
from selfeval_tui.store.merge.uniting import decided_on
from selfeval_tui.text import fold


class Holds(StrEnum):
    """How much of a sheet the file that it came in can hold."""

    ALL = "all"
    """As this program saved it."""
    PRINTED = "printed"
    """What is printed on the form."""
    TARGETS = "targets"
    """Indicators and targets, as they were approved (绩效目标表)."""


_NOT_ON_PAGE = (Role.YEAR, Role.ATTACHMENT)
"""What other units do not print, and nobody means to clear."""


def laid_beside(ours: Sheet, came: Sheet, holds: Holds = Holds.ALL, source: str = "") -> Merge:
    """Where a sheet that came parts from ours; what both came from is not known.

    Rows that came from elsewhere with ids of their own are known by their indicator.

    Args:
        ours: What is here; it stays as it is.
        came: What was read.
        holds: How much of a sheet its file can hold.
        source: The name of the file.
    """
    if holds is Holds.TARGETS:
        return _laid(ours, approved_sheet(ours, came, source))
    theirs = _aligned(came, ours)
    if holds is Holds.ALL or came.spec.id != ours.spec.id:
        return merge(None, ours, theirs)
    return _laid(ours, _as_printed(theirs, ours))


def side_taken(point: Point, holds: Holds) -> Side:
    """Whose version counts at a place where all of theirs is wanted.

    Only a saved sheet says by a blank that something was cleared.
    """
    return Side.OURS if holds is not Holds.ALL and point.who is Who.WE else Side.THEIRS


def _aligned(came: Sheet, ours: Sheet) -> Sheet:
    """The sheet that came, with the ids of ours."""
    sheet = came.copy()
    sheet.id = ours.id
    if sheet.spec.id == ours.spec.id:
        for table in sheet.spec.tables:
            if table.free:
                rows = sheet.tables.get(table.name, {})
                sheet.tables[table.name] = _renamed(table, rows, ours.tables.get(table.name, {}))
    return sheet


def _renamed(table: TableBlock, came: dict[str, Row], ours: dict[str, Row]) -> dict[str, Row]:
    """Rows with the ids of those of ours that are about the same, each taken once."""
    left = {row_id: _subject(table, row) for row_id, row in ours.items() if row_id not in came}
    rows: dict[str, Row] = {}
    for row in came.values():
        row_id = row.id if row.id in ours else _taken_from(left, _subject(table, row)) or row.id
        rows[row_id] = evolve(row, id=row_id)
    return rows


def _taken_from(left: dict[str, str], about: str) -> str:
    """The first row that is left and about that, which is left no longer; empty for none."""
    found = next((each for each, said in left.items() if about and said == about), "")
    left.pop(found, None)
    return found


def _subject(table: TableBlock, row: Row) -> str:
    column = table.with_role(Role.INDICATOR) or table.columns[0]
    return fold(row.cells.get(column.name, "")).strip()


# A printed page.


def _as_printed(came: Sheet, ours: Sheet) -> Sheet:
    """Ours with the texts of a page; what a page cannot hold stays."""
    sheet = ours.copy()
    sheet.fields = dict(came.fields)
    for role in _NOT_ON_PAGE:
        field = ours.spec.field_with_role(role)
        if field is not None and not came.with_role(role).strip():
            sheet.fields[field.name] = ours.with_role(role)
    for name, rows in came.tables.items():
        mine = ours.tables.get(name, {})
        sheet.tables[name] = {row.id: _beside(mine.get(row.id), row) for row in rows.values()}
    _spare_computed(sheet, ours)
    return sheet


def _beside(mine: Row | None, came: Row) -> Row:
    """A row of a page with what we know of it."""
    return Row(came.id, dict(came.cells), mine.ruling, mine.basis) if mine else came.copy()


def _spare_computed(sheet: Sheet, ours: Sheet) -> None:
    """Say of a computed cell what ours says, where one is blank and the other just computed."""
    batch = Batch([ours])
    for field in sheet.spec.fields.values():
        if field.calc:
            value = batch.computed(Address(ours.id, field.name))
            _spare(sheet.fields, ours.fields, field, value)
    for table, row in ours.rows():
        came = sheet.tables.get(table.name, {}).get(row.id)
        if came is None:
            continue
        for column in table.columns:
            if column.calc:
                value = batch.computed(Address(ours.id, column.name, table.name, row.id))
                _spare(came.cells, row.cells, column, value)


def _spare(
    theirs: dict[str, str], ours: Mapping[str, str], field: Field, value: Value | None
) -> None:
    if value is None:
        return
    shown = {show_value(value, field), show_value(value, field, field.digits)}
    texts = {fold(each.get(field.name, "")) for each in (theirs, ours)}
    if texts <= {"", *map(fold, shown)}:
        theirs[field.name] = ours.get(field.name, "")


# The clerk's decisions.


def _laid(ours: Sheet, theirs: Sheet) -> Merge:
    """Ours beside what is not meant to speak of decisions: they stay, or lapse with their texts."""
    for table, row in theirs.rows():
        mine = ours.tables.get(table.name, {}).get(row.id)
        if mine is not None and decided_on(table, mine) != decided_on(table, row):
            row.ruling = Ruling()
    found = merge(None, ours, theirs)
    points = (each for each in found.points if each.key.kind is not Kind.RULING)
    return evolve(found, points=tuple(points))
