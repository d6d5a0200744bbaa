"""The typed 执行率 that say something else than computed; a clerk is asked which to print."""

from collections.abc import Iterable, Iterator

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.spec.model import Kind


def disagreeing_rates(batch: Batch, sheets: Iterable[Sheet]) -> tuple[Address, ...]:
    """The percentages that are off by more than half a unit of their last digit.

    Args:
        batch: Knows what was typed and what follows from it.
        sheets: Those to look at, in their order.
    """
    return tuple(cell for sheet in sheets for cell in _rates(sheet) if disagrees(batch, cell))


def _rates(sheet: Sheet) -> Iterator[Address]:
    for table, row in sheet.rows():
        for column in table.columns:
            if column.kind is Kind.PERCENT and column.calc:
                yield Address(sheet.id, column.name, table.name, row.id)
