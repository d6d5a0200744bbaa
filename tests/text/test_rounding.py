"""The one rounding."""

from decimal import Decimal

import pytest

from selfeval_tui.text.rounding import rounded


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("18.241855", 2, "18.24"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("2.5", 0, "3"),
        ("95.2", 2, "95.20"),
        ("1" * 40 + ".005", 2, "1" * 40 + ".01"),
    ],
)
def test_half_goes_up(value: str, digits: int, shown: str) -> None:
    """Half a unit of the last digit goes away from zero, however long the figure is."""
    assert str(rounded(Decimal(value), digits)) == shown
