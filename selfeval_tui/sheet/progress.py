"""How far a sheet is filled (已填 41/60)."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet


@frozen
class Progress:
    """Cells that must be filled, and how many of them are."""

    filled: int
    total: int

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.filled + other.filled, self.total + other.total)


def required_cells(sheet: Sheet) -> Iterator[Address]:
    """The cells that the form wants filled; a computed cell is never among them."""
    for field in sheet.spec.fields.values():
        if field.required and not field.calc:
            yield Address(sheet.id, field.name)
    for table in sheet.spec.tables:
        wanted = [each.name for each in table.columns if each.required and not each.calc]
        for row in sheet.tables.get(table.name, {}):
            yield from (Address(sheet.id, name, table.name, row) for name in wanted)


def progress(sheet: Sheet) -> Progress:
    """Count the filled among the required cells."""
    texts = [sheet.typed(address) for address in required_cells(sheet)]
    return Progress(sum(1 for text in texts if text.strip()), len(texts))
