"""What is known of an amount, as an interval: `不足12次` is everything below 12."""

from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """An interval of numbers; a missing end reaches to infinity, an open end is not part of it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def within(self, other: "Span") -> bool:
        """Whether every number of this interval lies in the other."""
        return _low_inside(self, other) and _high_inside(self, other)

    def apart(self, other: "Span") -> bool:
        """Whether the two have no number in common."""
        return _below(self, other) or _below(other, self)

    def scaled(self, factor: Decimal) -> "Span":
        """The interval in another unit; the factor is above 0."""
        if factor == 1:
            return self
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Span(low, high, self.low_open, self.high_open)

    @property
    def point(self) -> Decimal | None:
        """The number, when the interval is just one."""
        return self.low if self.low is not None and self.low == self.high else None


def _low_inside(inner: Span, outer: Span) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    return inner.low > outer.low or (
        inner.low == outer.low and (inner.low_open or not outer.low_open)
    )


def _high_inside(inner: Span, outer: Span) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return inner.high < outer.high or (
        inner.high == outer.high and (inner.high_open or not outer.high_open)
    )


def _below(one: Span, other: Span) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
