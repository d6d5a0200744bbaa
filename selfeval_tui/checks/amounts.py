"""Amounts of money brought to 元, with the step of their last printed digit."""

from decimal import Decimal

from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Field
from selfeval_tui.text import Kind, Operator, Quantity, Reading, convert

YUAN = "元"
_HALF = Decimal("0.5")
_ROUND_FIGURE = Decimal("0.005")
"""The share by which two whole amounts may have been rounded at most."""


def in_yuan(field: Field, text: str) -> Value:
    """A money cell in 元; blank where it is none or cannot be read."""
    value = value_of(field, text)
    if not isinstance(value, Decimal) or not field.unit:
        return BLANK
    return _converted(value, field.unit)


def step_in_yuan(field: Field, text: str) -> Value:
    """What the last printed digit of a money cell stands for, in 元: 18.27万元 gives 100."""
    value = value_of(field, text)
    if not isinstance(value, Decimal) or not field.unit:
        return BLANK
    return _converted(last_digit(value), field.unit)


def money_in_yuan(reading: Reading) -> Value:
    """The one amount of money of a target or an actual, in 元; blank where it is none."""
    quantity = _money(reading)
    return quantity.value * quantity.factor if quantity else BLANK


def money_step(reading: Reading) -> Value:
    """What the last printed digit of that amount stands for, in 元."""
    quantity = _money(reading)
    return last_digit(quantity.value) * quantity.factor if quantity else BLANK


def rate_bounds(spent: Decimal, budget: Decimal) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest 执行率 of two amounts that may have been rounded where printed.

    A figure with decimals was rounded at its last one, a whole one at the other's last one. So
    4.76 of 5 is 95.1 % to 95.4 %, and 1135 of 1200 is 94.5 % to 94.7 %. None without a budget.
    """
    steps = last_digit(spent), last_digit(budget)
    finest = min(steps)
    off_spent, off_budget = (
        _slack(figure, step if step < 1 else finest)
        for figure, step in zip((spent, budget), steps, strict=True)
    )
    if budget - off_budget <= 0:
        return None
    return (spent - off_spent) / (budget + off_budget), (spent + off_spent) / (budget - off_budget)


def _slack(figure: Decimal, step: Decimal) -> Decimal:
    half = step * _HALF
    return half if step < 1 else min(half, abs(figure) * _ROUND_FIGURE)


def _money(reading: Reading) -> Quantity | None:
    if len(reading.quantities) != 1 or reading.operator is Operator.range:
        return None
    quantity = reading.quantities[0]
    return quantity if quantity.kind is Kind.money and not quantity.per else None


def last_digit(value: Decimal) -> Decimal:
    """What the last printed digit of a figure stands for: 18.27 gives 0.01, 18 gives 1."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _converted(number: Decimal, unit: str) -> Value:
    found = convert(number, unit, YUAN)
    return BLANK if found is None else found
