"""What differs between two versions of one sheet, cell by cell."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Row, Sheet
from selfeval_tui.spec.model import TableBlock

BETWEEN = " / "
"""Stands between the cells of a row that is told as a whole."""


@frozen
class Difference:
    """One cell with two texts, or a row that only one of the two versions has."""

    address: Address
    """The cell; a row where `name` is empty, a table's order where `row` is empty too."""
    before: str
    """The earlier text; for a row all its cells, empty where it is new."""
    after: str
    """The later text; for a row all its cells, empty where it was removed."""
    basis: bool = False
    """Whether it is what the row rests on (依据) that changed, which is never printed."""


def differences(before: Sheet, after: Sheet) -> tuple[Difference, ...]:
    """Compare two versions of a sheet, row by row of the same id.

    Args:
        before: The earlier version.
        after: The later version, whose id the addresses carry.

    Returns:
        In the order of the form; rows that were removed stand behind those that are there.
    """
    return tuple(_differences(before, after))


def _differences(before: Sheet, after: Sheet) -> Iterator[Difference]:
    for name in after.spec.fields:
        texts = before.fields.get(name, ""), after.fields.get(name, "")
        if texts[0] != texts[1]:
            yield Difference(Address(after.id, name), *texts)
    for table in after.spec.tables:
        yield from _in_table(table, before.tables.get(table.name, {}), after)


def _in_table(table: TableBlock, old: dict[str, Row], after: Sheet) -> Iterator[Difference]:
    new = after.tables.get(table.name, {})
    for row in new.values():
        at = Address(after.id, "", table.name, row.id)
        if row.id not in old:
            yield Difference(at, "", _whole(table, row))
            continue
        yield from _in_row(table, old[row.id], row, at)
    for row in old.values():
        if row.id not in new:
            yield Difference(Address(after.id, "", table.name, row.id), _whole(table, row), "")
    kept = [row for row in old if row in new], [row for row in new if row in old]
    if kept[0] != kept[1]:
        at = Address(after.id, "", table.name)
        yield Difference(at, _order(old, kept[0]), _order(old, kept[1]))


def _in_row(table: TableBlock, old: Row, new: Row, at: Address) -> Iterator[Difference]:
    for column in table.columns:
        texts = old.cells.get(column.name, ""), new.cells.get(column.name, "")
        if texts[0] != texts[1]:
            yield Difference(at.beside(column.name), *texts)
    if old.basis != new.basis:
        yield Difference(at, old.basis.in_words(), new.basis.in_words(), basis=True)


def _whole(table: TableBlock, row: Row) -> str:
    texts = (row.cells.get(column.name, "") for column in table.columns)
    return BETWEEN.join(text for text in texts if text)


def _order(rows: dict[str, Row], order: list[str]) -> str:
    """An order of rows as their numbers before: 1 3 2."""
    numbers = {row: str(number) for number, row in enumerate(rows, start=1)}
    return " ".join(numbers[row] for row in order)
