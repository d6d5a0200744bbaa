"""Amounts of money brought to 元, with the step of their last printed digit."""

from decimal import Decimal

from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Field
from selfeval_tui.text import Kind, Operator, Quantity, Reading, convert

YUAN = "元"


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
    return _converted(_last_digit(value), field.unit)


def money_in_yuan(reading: Reading) -> Value:
    """The one amount of money of a target or an actual, in 元; blank where it is none."""
    quantity = _money(reading)
    return quantity.value * quantity.factor if quantity else BLANK


def money_step(reading: Reading) -> Value:
    """What the last printed digit of that amount stands for, in 元."""
    quantity = _money(reading)
    return _last_digit(quantity.value) * quantity.factor if quantity else BLANK


def _money(reading: Reading) -> Quantity | None:
    if len(reading.quantities) != 1 or reading.operator is Operator.range:
        return None
    quantity = reading.quantities[0]
    return quantity if quantity.kind is Kind.money and not quantity.per else None


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _converted(number: Decimal, unit: str) -> Value:
    found = convert(number, unit, YUAN)
    return BLANK if found is None else found
