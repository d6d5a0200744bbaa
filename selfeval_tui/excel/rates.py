"""Percentages typed beside computed ones (执行率): whether they agree, and where they do not."""

from collections.abc import Iterable
from decimal import Decimal

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.spec.model import Kind
from selfeval_tui.text import parse_number

_HALF = Decimal("0.5")


def disagreeing_rates(batch: Batch, sheets: Iterable[Sheet]) -> tuple[Address, ...]:
    """The percentages whose typed figure is not the computed one rounded; ask which to print.

    Args:
        batch: Knows what was typed and what follows from it.
        sheets: Those to look at, in their order.
    """
    return tuple(
        Address(sheet.id, column.name, table.name, row.id)
        for sheet in sheets
        for table, row in sheet.rows()
        for column in table.columns
        if column.kind is Kind.PERCENT
        and column.calc
        and disagrees(
            row.cells.get(column.name, ""),
            batch.computed(Address(sheet.id, column.name, table.name, row.id)),
        )
    )


def disagrees(typed: str, computed: object) -> bool:
    """Whether a typed percentage is more than half a unit of its last digit off.

    Args:
        typed: As typed; blanks and words never disagree.
        computed: A ratio, or anything else where nothing could be computed.
    """
    if not isinstance(computed, Decimal):
        return False
    number = parse_number(typed.strip().removesuffix("%").removesuffix("％"))
    if number is None:
        return False
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    unit = Decimal(1).scaleb(min(exponent, 0))
    return abs(number - computed * 100) > unit * _HALF
