"""Money fields: one amount in the unit of the field."""

from decimal import Context, Decimal

from selfeval_tui.text.clean import clean
from selfeval_tui.text.fold import fold
from selfeval_tui.text.numerals import MULTIPLIERS, parse_number
from selfeval_tui.text.quantity import amounts
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.units import Kind, unit_named

_EXACT = Context(prec=200)
"""Units are powers of ten apart: no division between them loses a digit of any cell."""
_MOST_CHARACTERS = 40
_YUAN = "元"
_SIGNS = ("人民币", "RMB", "¥")


def read_money(raw: str, unit: str) -> Decimal | None:
    """Read one amount of money.

    Args:
        raw: The text as typed: `182418.55元`, `18.24`, `１，２３４．５`.
        unit: The unit of the field, 元 or 万元; a bare figure is in it, but 20万 is 20万元.

    Returns:
        The amount in `unit`, or None when the text is not one amount of money.
    """
    amount = read_amount(raw)
    wanted = unit_named(unit)
    if amount is None or wanted is None:
        return parse_number(_unadorned(raw))
    return _EXACT.divide(_EXACT.multiply(amount.value, amount.factor), wanted.factor)


def read_amount(raw: str) -> Quantity | None:
    """One amount of money that names its unit, as in 182418.55元, 0.5亿元, 20万.

    Args:
        raw: The text as typed.

    Returns:
        The amount with its unit; None for a bare figure and for anything else.
    """
    number = parse_number(raw)
    if number is not None:
        return _scaled(raw, number)
    text = _unadorned(raw)
    found = amounts(text) if len(text) <= _MOST_CHARACTERS else []
    if len(found) != 1:
        return None
    amount, quantity = found[0], found[0].quantity
    if quantity.kind is not Kind.money or quantity.operator is not Operator.bare or quantity.per:
        return None
    return quantity if not amount.before and amount.end == len(text) else None


def _unadorned(raw: str) -> str:
    """An amount without what may stand around it: ￥320.00, 320元整, 320.5（含结转20）."""
    text = clean(fold(raw))
    for sign in _SIGNS:
        text = text.removeprefix(sign)
    return text.removesuffix("整")


def _scaled(raw: str, number: Decimal) -> Quantity | None:
    """A figure that says 万 or 亿 means 元, whatever the unit of its field."""
    sign = next((each for each in ("亿", "万") if each in fold(raw)), "")
    if not sign:
        return None
    size = MULTIPLIERS[sign]
    return Quantity(_EXACT.divide(number, size), f"{sign}{_YUAN}", Kind.money, factor=size)
