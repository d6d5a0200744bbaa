"""From digits to numbers of a workbook that show the same digits."""

import re
from decimal import Decimal

from selfeval_tui.layout.box import Number

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MOST_DIGITS = 15
"""A workbook keeps no more; what is longer stays a text."""


def number_of(text: str) -> Number | None:
    """The number that shows exactly this text, or None where only the text itself does.

    Args:
        text: As typed: 5.50 becomes a number with the format `0.00`, 1,234.5 one with groups.
    """
    if _PLAIN.fullmatch(text):
        return _number(Decimal(text), text, "0")
    if _GROUPED.fullmatch(text):
        return _number(Decimal(text.replace(",", "")), text, "#,##0")
    return None


def percent_of(text: str) -> Number | None:
    """The ratio that shows exactly this percentage, or None: 95.2% is 0.952 as `0.0%`."""
    if not text.endswith("%") or not _PLAIN.fullmatch(text[:-1]):
        return None
    return _number(Decimal(text[:-1]) / 100, text[:-1], "0", "%")


def _number(value: Decimal, digits: str, whole: str, sign: str = "") -> Number | None:
    _, point, fraction = digits.partition(".")
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS or (digits.startswith("-") and not value):
        return None
    return Number(value, whole + point + "0" * len(fraction) + sign)
