"""One amount of a pasted list, in the unit of the form that takes it."""

import re
from decimal import Decimal

from attrs import frozen

from selfeval_tui.text import fold, format_number, parse_number, read_money
from selfeval_tui.text.rounding import rounded

_WAN = re.compile(r"\d[万亿]$")
KEPT_DIGITS = 2
"""Decimals of an amount that nobody needs to be told of."""


@frozen
class Amount:
    """An amount in the form's unit, and what the list said."""

    raw: str
    text: str
    """What is written into the sheet: the exact amount."""
    value: Decimal

    @property
    def long(self) -> bool:
        """Whether it has more decimals than the forms print, so that the clerk is told."""
        return self.short.value != self.value

    @property
    def short(self) -> "Amount":
        """The amount with two decimals, rounded half-up; only for a clerk who asked for it."""
        value = rounded(self.value, KEPT_DIGITS)
        return self if value == self.value else Amount(self.raw, format_number(value), value)


def amount_in(raw: str, unit: str, wanted: str) -> Amount | None:
    """Read one amount of money and convert it exactly; nothing is rounded.

    Args:
        raw: As the list has it: `182,418.55`, `１８．２７`, `18.27万元`.
        unit: The unit of a bare figure, 元 or 万元.
        wanted: The unit of the form.

    Returns:
        The amount in `wanted`; None where it is not one amount.
    """
    text = fold(raw).lstrip("¥￥")
    number = parse_number(text)
    if number is None or _WAN.search(text):
        # 1.2万 is an amount in 元 whatever unit was agreed upon.
        value = read_money(f"{text}元" if number is not None else text, wanted)
        return None if value is None else Amount(raw, format_number(value), value)
    if unit == wanted:
        plain = text if text.isascii() and text[0].isdigit() else format_number(number)
        return Amount(raw, plain, number)
    value = read_money(f"{format_number(number)}{unit}", wanted)
    return None if value is None else Amount(raw, format_number(value), value)
