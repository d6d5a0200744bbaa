"""Values are rounded once, half-up, when they are shown."""

from decimal import Decimal

import pytest

from selfeval_tui.sheet import show_value
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Field, Kind

RATE = Field("执行率", Kind.PERCENT)
MONEY = Field("执行数", Kind.MONEY, unit="万元")


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (Decimal("0.952"), None, "95.2%"),
        (Decimal("0.952"), 0, "95%"),
        (Decimal("0.945"), 0, "95%"),
        (Decimal("0.99835796"), None, "99.84%"),
        (Decimal(1), None, "100%"),
        (Decimal("0.00005"), None, "0.01%"),
        (Decimal("-0.125"), 1, "-12.5%"),
    ],
)
def test_a_rate_is_shown_in_percent(value: Decimal, digits: int | None, shown: str) -> None:
    """95.2 % is 95.2% on the screen and 95% in print; 99.84% never looks like 100%."""
    assert show_value(value, RATE, digits) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("310.18"), "310.18"), (Decimal(0), "0"), (BLANK, ""), ("甲自评表", "甲自评表")],
)
def test_other_values_are_shown_as_they_are(value: Value, shown: str) -> None:
    """Amounts keep their digits, a blank stays blank, text stays text."""
    assert show_value(value, MONEY) == shown


def test_an_absurdly_long_amount_is_still_shown() -> None:
    """Forty digits typed by mistake are shown, not a crash."""
    assert show_value(Decimal("1" * 40), RATE) == "1" * 40 + "00%"
    assert show_value(Decimal("1" * 40 + ".125"), MONEY, 2) == "1" * 40 + ".13"
