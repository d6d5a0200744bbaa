"""What a formula computes with: decimals, texts, truths, and the blank that is none of them."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Union, final


@final
class Blank:
    """The third value (空): never 0, never an empty text, neither true nor false."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "空"

    def __reduce__(self) -> str:
        return "BLANK"


BLANK = Blank()

Value = Union[Decimal, str, bool, Blank, tuple["Value", ...]]  # noqa: UP007  The alias names itself.

ARITHMETIC = Context(prec=34, rounding=ROUND_HALF_UP, Emin=-383, Emax=384, traps=[])
"""No operation raises; what has no finite result becomes `BLANK`. Its width bounds all work."""


def finite(number: Decimal) -> Decimal | Blank:
    """The number, or blank for NaN and infinity."""
    return number if number.is_finite() else BLANK


def usable(value: Value) -> Value:
    """A value fit to compute with: the same, or blank for NaN and infinity."""
    return finite(value) if isinstance(value, Decimal) else value


def plain(value: Value) -> str:
    """A value as text: decimals without exponent, blank as empty text, truths as 是 and 否."""
    if isinstance(value, Decimal):
        number = ARITHMETIC.plus(value)
        return format(number, "f") if number.is_finite() else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "".join(map(plain, value))
    return value if isinstance(value, str) else ""


def flatten(values: Iterable[Value]) -> Iterator[Value]:
    """The single values, those inside tuples included, blanks left out."""
    for value in values:
        if isinstance(value, tuple):
            yield from flatten(value)
        elif not isinstance(value, Blank):
            yield value
