"""Money fields: one amount in the unit of the field."""

from decimal import Decimal

from selfeval_tui.text.clean import clean
from selfeval_tui.text.fold import fold
from selfeval_tui.text.numerals import parse_number
from selfeval_tui.text.quantity import amounts
from selfeval_tui.text.reading import Operator
from selfeval_tui.text.units import Kind, unit_named


def read_money(raw: str, unit: str) -> Decimal | None:
    """Read one amount of money.

    Args:
        raw: The text as typed: `182418.55元`, `18.24`, `１，２３４．５`.
        unit: The unit of the field, 元 or 万元; a bare figure is in it, but 20万 is 20万元.

    Returns:
        The amount in `unit`, or None when the text is not one amount of money.
    """
    wanted = unit_named(unit)
    number = parse_number(raw)
    if number is not None:
        return number / wanted.factor if wanted and speaks_of_wan(raw) else number
    text = clean(fold(raw))
    found = amounts(text) if len(text) <= 40 else []
    if len(found) != 1 or wanted is None:
        return None
    amount, quantity = found[0], found[0].quantity
    if quantity.kind is not Kind.money or quantity.operator is not Operator.bare or quantity.per:
        return None
    if amount.before.strip("¥￥") or amount.end != len(text):
        return None
    return quantity.value * quantity.factor / wanted.factor


def speaks_of_wan(raw: str) -> bool:
    """Whether a bare figure says 万 or 亿: 元 are meant then, whatever the unit of its field."""
    return any(sign in raw for sign in "万亿")
