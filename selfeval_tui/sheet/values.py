"""From the text of a cell to the value a formula works with."""

from decimal import Decimal

from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import parse_number, read_money

_HUNDRED = Decimal(100)


def value_of(field: Field, text: str) -> Value:
    """Read a typed text as its field's kind says.

    Args:
        field: The field or column the text stands in.
        text: What was typed.

    Returns:
        Money in the field's own unit, a percentage as a ratio (95% is 0.95), a number, or the
        text itself; BLANK where nothing was typed or no number can be read.
    """
    if not text.strip():
        return BLANK
    match field.kind:
        case Kind.MONEY:
            return _or_blank(read_money(text, field.unit))
        case Kind.NUMBER:
            return _or_blank(parse_number(text))
        case Kind.PERCENT:
            return read_ratio(text)
        case _:
            return text


def read_ratio(text: str) -> Value:
    """Read a percentage as a ratio; a bare figure is taken as percent, as in a 执行率 of 95."""
    body = text.strip().removesuffix("%").removesuffix("％")
    number = parse_number(body)
    return BLANK if number is None else number / _HUNDRED


def _or_blank(number: Decimal | None) -> Value:
    return BLANK if number is None else number
