"""The budget row beside a promise to keep to it (预算控制数), in the unit of that promise."""

from collections.abc import Iterator
from decimal import Decimal

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.roles import text_beside
from selfeval_tui.sheet.totals import money_cell
from selfeval_tui.spec.model import Role
from selfeval_tui.text import Kind, Reading, convert, format_number, read_money
from selfeval_tui.text.subject import about_budget
from selfeval_tui.text.units import unit_named


def budget_beside(batch: Batch, address: Address, target: Reading) -> tuple[str, ...]:
    """What the budget row says, for a row that speaks of the same money.

    Args:
        batch: Where the texts are.
        address: A cell of the row.
        target: How its target is read; its unit is what the amounts are written in.

    Returns:
        预算数 18.27万元 = 182700元 and the like, one for each amount that is typed and can be
        read; nothing for rows about something else, such as a cost per head.
    """
    if any(quantity.per for quantity in target.quantities) or not _speaks_of_it(batch, address):
        return ()
    units = [each.unit for each in target.quantities if each.kind is Kind.money]
    return tuple(_amounts(batch, address.sheet, units[0] if units else ""))


def _speaks_of_it(batch: Batch, address: Address) -> bool:
    level2, indicator = (
        text_beside(batch, address, role) for role in (Role.LEVEL2, Role.INDICATOR)
    )
    return about_budget(level2, indicator)


def _amounts(batch: Batch, sheet_id: str, unit: str) -> Iterator[str]:
    sheet = batch.sheet(sheet_id)
    for role in (Role.BUDGET, Role.SPENT):
        cell = money_cell(sheet, role)
        if cell is None:
            continue
        own = sheet.spec.table(cell.table).column(cell.name).unit
        amount = read_money(batch.typed(cell), own)
        if amount is not None:
            yield f"{cell.name} {_written(amount, own, unit)}"


def _written(amount: Decimal, own: str, wanted: str) -> str:
    """An amount in its own unit, and in the wanted one where that is another."""
    text = f"{format_number(amount)}{own}"
    one, other = unit_named(own), unit_named(wanted)
    if one is None or other is None or one.factor == other.factor:
        return text
    there = convert(amount, own, wanted)
    return text if there is None else f"{text} = {format_number(there)}{wanted}"
