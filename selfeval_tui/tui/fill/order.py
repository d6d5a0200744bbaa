"""All cells of the batch in the order in which a clerk reads them, round and round."""

from collections.abc import Iterator

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.progress import required_cells
from selfeval_tui.tui.fill.lay import lay_lines


def cells_of(sheet: Sheet) -> Iterator[Address]:
    """The cells of a sheet as the screen shows them, from the top to the bottom."""
    return (address for address in lay_lines(sheet).spots if address.name)


def cells_after(batch: Batch, here: Address) -> Iterator[Address]:
    """Every cell of the batch once: those behind a cell first, that cell itself last."""
    sheets = _round(batch, here)
    own = list(cells_of(sheets[0]))
    at = own.index(here) + 1 if here in own else 0
    yield from own[at:]
    for sheet in sheets[1:]:
        yield from cells_of(sheet)
    yield from own[:at]


def cells_before(batch: Batch, here: Address) -> Iterator[Address]:
    """Every cell of the batch once, backwards: that cell itself last."""
    sheets = _round(batch, here)
    own = list(cells_of(sheets[0]))
    at = own.index(here) if here in own else 0
    yield from reversed(own[:at])
    for sheet in reversed(sheets[1:]):
        yield from reversed(list(cells_of(sheet)))
    yield from reversed(own[at:])


def next_unfilled(batch: Batch, here: Address) -> Address | None:
    """The next required cell that is empty, in this sheet or one after it; None where none is."""
    waiting = {each for sheet in batch.sheets for each in unfilled(sheet)}
    return next((each for each in cells_after(batch, here) if each in waiting), None)


def unfilled(sheet: Sheet) -> tuple[Address, ...]:
    """The required cells that are empty."""
    return tuple(each for each in required_cells(sheet) if not sheet.typed(each).strip())


def next_unfinished(batch: Batch, sheet_id: str) -> Sheet | None:
    """The next sheet with something left to fill; this one comes last, None where all is filled."""
    first, *others = _round(batch, Address(sheet_id))
    return next((sheet for sheet in (*others, first) if unfilled(sheet)), None)


def _round(batch: Batch, here: Address) -> list[Sheet]:
    """The sheets, from that of a cell on."""
    sheets = list(batch.sheets)
    at = next(number for number, sheet in enumerate(sheets) if sheet.id == here.sheet)
    return sheets[at:] + sheets[:at]
