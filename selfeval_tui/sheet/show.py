"""From a computed value to the words a clerk sees: rounded once, half-up, here."""

from decimal import Context, Decimal

from selfeval_tui.spec import Blank, Value
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import format_number
from selfeval_tui.text.rounding import rounded

_EXACT = Context(prec=1000)
"""Wider than any cell: nothing is rounded before the one rounding asked for."""

_PERCENT_DIGITS = 2
"""On the screen a computed rate keeps two decimals, so that 99.84% never looks like 100%."""


def show_value(value: Value, field: Field, digits: int | None = None) -> str:
    """Write a computed value as its field's kind says.

    Args:
        value: A ratio for percentages (0.952 becomes 95.2%), an amount in the field's unit,
            a number or a text.
        field: The field or column it belongs to.
        digits: Decimals to keep; what the screen shows where None.

    Returns:
        The text; empty for a blank value.
    """
    if isinstance(value, Blank):
        return ""
    if not isinstance(value, Decimal):
        return str(value)
    if field.kind is Kind.PERCENT:
        kept = _PERCENT_DIGITS if digits is None else digits
        return f"{_rounded(_EXACT.multiply(value, 100), kept)}%"
    return format_number(value) if digits is None else _rounded(value, digits)


def _rounded(value: Decimal, digits: int) -> str:
    return format_number(rounded(value, digits))
