"""The one rounding: half-up, once, where a number is shown."""

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=1000, rounding=ROUND_HALF_UP)
"""Wider than any cell, so that nothing is rounded before the one rounding asked for."""


def rounded(value: Decimal, digits: int) -> Decimal:
    """A number with so many decimals, zeros at its end included: 95.2 with two is 95.20."""
    return value.quantize(Decimal(1).scaleb(-digits), context=_WIDE)
