"""A standard rate of 附件2 from the figures of the accounts: 7.76 ÷ 11.08 = 70%."""

from decimal import Decimal

from selfeval_tui.sheet.accounts import AccountRate, account_rate
from selfeval_tui.sheet.propose.occasion import Occasion, Proposal
from selfeval_tui.sheet.show import show_value
from selfeval_tui.spec.model import Field, Kind, Role


def rate_text(found: AccountRate) -> str:
    """The rate as the sheet prints it, rounded once."""
    assert isinstance(found.value, Decimal)
    return show_value(found.value, Field(found.rate.indicator, Kind.PERCENT), found.rate.digits)


def from_accounts(occasion: Occasion) -> Proposal | None:
    """Propose the rate as the actual of its row, rounded once as the sheet prints it."""
    if occasion.field.role is not Role.ACTUAL:
        return None
    found = account_rate(occasion.batch, occasion.address)
    if found is None or not isinstance(found.value, Decimal):
        return None
    text = rate_text(found)
    return Proposal(text, f"按决算数据 {found.figures} = {text}" if found.figures else "按决算数据")
