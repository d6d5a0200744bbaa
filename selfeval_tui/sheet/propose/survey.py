"""满意度 from the counts of a survey (依据): satisfied ÷ valid answers."""

from decimal import Context, Decimal

from selfeval_tui.sheet.basis import BasisPart
from selfeval_tui.sheet.propose.occasion import Hindrance, Occasion, Proposal
from selfeval_tui.spec.model import Role
from selfeval_tui.text import Kind, Operator, format_number
from selfeval_tui.text.rounding import rounded
from selfeval_tui.text.subject import about_satisfaction

_DIGITS = 2
"""Decimals of a proposed percentage."""
_EXACT = Context(prec=200)


def surveyed(occasion: Occasion) -> Proposal | Hindrance | None:
    """Propose the share of the satisfied as the actual of a row about 满意度."""
    if occasion.row is None or occasion.field.role is not Role.ACTUAL:
        return None
    if not about_satisfaction(*map(occasion.beside, (Role.LEVEL1, Role.LEVEL2, Role.INDICATOR))):
        return None
    basis = occasion.row.basis
    if not basis.satisfied.strip() or not basis.valid.strip():
        return None
    return _share(basis.satisfied.strip(), basis.valid.strip())


def _share(satisfied: str, valid: str) -> Proposal | Hindrance:
    above, below = _count(satisfied), _count(valid)
    for part, text, count in (
        (BasisPart.satisfied, satisfied, above),
        (BasisPart.valid, valid, below),
    ):
        if count is None:
            return Hindrance(f"依据的{part.label}“{text}”读不出一个数，算不出满意度")
    assert above is not None
    assert below is not None
    if not below:
        return Hindrance(f"依据的{BasisPart.valid.label}是 0，算不出满意度")
    if above > below:
        return Hindrance(
            f"依据的{BasisPart.satisfied.label} {satisfied} 比"
            f"{BasisPart.valid.label} {valid} 还多，请核对"
        )
    return _quotient(above, below)


def _quotient(above: Decimal, below: Decimal) -> Proposal:
    percent = _EXACT.multiply(_EXACT.divide(above, below), Decimal(100))
    shown = rounded(percent, _DIGITS)
    text = f"{format_number(shown)}%"
    note = "" if _EXACT.multiply(shown, below) == above * 100 else "（四舍五入）"
    figures = f"满意 {format_number(above)} ÷ 有效 {format_number(below)}"
    return Proposal(text, f"{figures} = {text}{note}")


def _count(text: str) -> Decimal | None:
    """One definite number that counts something, 0 or more: 96, 96份, １，２００."""
    from selfeval_tui.text import read_actual

    reading = read_actual(text)
    if len(reading.quantities) != 1 or reading.aside:
        return None
    quantity = reading.quantities[0]
    if quantity.operator is not Operator.bare or quantity.kind is Kind.ratio or quantity.per:
        return None
    number = quantity.value * quantity.factor
    return number if number >= 0 and not quantity.is_fraction else None
