"""Which of several amounts in a cell answers which promise."""

from decimal import Decimal

from attrs import evolve

from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.units import COUNTS, Kind, comparable

_FLOORS = frozenset({Operator.ge, Operator.gt})
_CEILINGS = frozenset({Operator.le, Operator.lt})
_PLAIN = frozenset({Operator.bare, Operator.eq})


def total(quantities: tuple[Quantity, ...]) -> Quantity | None:
    """The sum of amounts whose units agree or all are count words: 1台 + 4台 = 5台.

    Args:
        quantities: Amounts of one cell.

    Returns:
        Their sum in the first one's unit, or None when they do not add up to anything.
    """
    first = quantities[0]
    if first.kind is None or first.kind is Kind.ratio or first.kind is Kind.grade:
        return None
    for quantity in quantities:
        if quantity.operator not in _PLAIN or quantity.per != first.per or quantity.kind is None:
            return None
        if quantity.kind is not first.kind and not {quantity.kind, first.kind} <= COUNTS:
            return None
    added = sum((each.value * each.factor for each in quantities), Decimal(0))
    return evolve(first, value=added / first.factor, operator=Operator.bare)


def between(one: Quantity, other: Quantity) -> tuple[Quantity, ...]:
    """Two bounds of the same as one range: ≥100，≤120 is 100–120."""
    low, high = (one, other) if one.operator in _FLOORS else (other, one)
    bounds = low.operator in _FLOORS and high.operator in _CEILINGS
    if bounds and low.unit == high.unit and low.per == high.per and low.value < high.value:
        return (evolve(low, operator=Operator.range, high=high.value),)
    return (one, other)


def answering(
    target: Quantity, actuals: tuple[Quantity, ...], *, listed: bool
) -> tuple[Quantity, ...]:
    """The amounts that speak of what the target speaks of.

    Args:
        target: What was promised.
        actuals: All amounts of the cell.
        listed: Whether they stand in a plain list, in which 台 and 套 add up.

    Returns:
        Those of the same unit, or else of the same kind; in a list of counts all of them.
    """
    if not listed:
        same_unit = tuple(each for each in actuals if each.unit == target.unit)
        if same_unit:
            return same_unit
    same_kind = tuple(each for each in actuals if _same_kind(target, each))
    if not same_kind and listed and target.kind in COUNTS:
        return actuals
    return same_kind


def _same_kind(target: Quantity, actual: Quantity) -> bool:
    if target.kind is None or actual.kind is None:
        return True
    return comparable(target.kind, actual.kind)
