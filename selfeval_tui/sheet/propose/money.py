"""An amount in another unit than its field's: 182418.55元 in a field of 万元 is 18.24."""

from decimal import Decimal

from attrs import frozen

from selfeval_tui.sheet.propose.occasion import Occasion, Proposal
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import format_number, read_money
from selfeval_tui.text.money import read_amount
from selfeval_tui.text.rounding import rounded
from selfeval_tui.text.units import unit_named

_DIGITS = 2
"""Decimals of a proposed amount where its field asks for no others."""


@frozen
class Conversion:
    """An amount in the unit of its field."""

    exact: Decimal
    unit: str
    digits: int

    @property
    def text(self) -> str:
        """What is proposed: the amount rounded once, half-up."""
        return format_number(rounded(self.exact, self.digits))

    @property
    def exact_text(self) -> str:
        """The whole amount."""
        return format_number(self.exact)

    @property
    def rounds(self) -> bool:
        """Whether the proposed text says less than the whole amount."""
        return self.text != self.exact_text

    @property
    def asked(self) -> str:
        """The question: = 18.241855 万元，按 18.24 填？."""
        whole = f"= {self.exact_text} {self.unit}，" if self.rounds else ""
        return f"{whole}按 {self.text} 填？"


def converted(field: Field, text: str) -> Conversion | None:
    """An amount of money expressed in the unit of its field.

    Args:
        field: A field of money; nothing is proposed for others.
        text: What is typed there.

    Returns:
        The conversion; None where the text names no unit or the field's own, where it is no
        single amount, and where an amount would be rounded to nothing.
    """
    if field.kind is not Kind.MONEY:
        return None
    amount, wanted = read_amount(text), unit_named(field.unit)
    if amount is None or wanted is None or amount.factor == wanted.factor:
        return None
    exact = read_money(text, field.unit)
    if exact is None:
        return None
    found = Conversion(exact, field.unit, _DIGITS if field.digits is None else field.digits)
    return None if exact and found.text == "0" else found


def in_the_fields_unit(occasion: Occasion) -> Proposal | None:
    """Propose the amount that stands there in the unit of its field."""
    found = converted(occasion.field, occasion.typed)
    return Proposal(found.text, found.asked) if found else None
