"""Whether a typed value and the computed one beside it say the same."""

from decimal import Decimal

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.calculate import field_at
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import Blank, Value
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import parse_number

_HALF_PERCENT = Decimal("0.005")


def disagrees(batch: Batch, address: Address) -> bool:
    """Whether a cell's typed text says something else than its formula.

    A printed rate agrees within half a unit of its own last digit (94% stands for 93.5% to
    94.5%); amounts and texts agree when they are equal. A cell where one of the two is blank or
    cannot be read never disagrees.
    """
    computed = batch.computed(address)
    if computed is None or isinstance(computed, Blank):
        return False
    field = field_at(batch.sheet(address.sheet).spec, address)
    return not _agree(field, batch.typed(address), computed)


def _agree(field: Field, text: str, computed: Value) -> bool:
    typed = value_of(field, text)
    if isinstance(typed, Blank):
        return True
    if isinstance(typed, Decimal) and isinstance(computed, Decimal):
        slack = _half_unit(text) if field.kind is Kind.PERCENT else Decimal(0)
        return abs(typed - computed) <= slack
    return typed == computed


def _half_unit(text: str) -> Decimal:
    """Half of the last digit of a percentage, as a ratio: 94% gives 0.005, 95.2% gives 0.0005."""
    number = parse_number(text.strip().rstrip("%％"))
    exponent = number.as_tuple().exponent if number is not None else 0
    return _HALF_PERCENT.scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(0)
