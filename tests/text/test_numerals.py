"""One number as a clerk writes it."""

from decimal import Decimal

import pytest

from selfeval_tui.text import format_number, parse_number, read_money


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        ("１２．５", "12.5"),
        ("1，234.50", "1234.50"),
        ("-3.2", "-3.2"),
        ("三十五", "35"),
        ("一百零五", "105"),
        ("两千三百万", "23000000"),
        ("九十九点五", "99.5"),
        ("二〇二三", "2023"),
        ("1.2万", "12000"),
        ("十", "10"),
    ],
)
def test_numbers_are_read(typed: str, number: str) -> None:
    """Full width, commas, Chinese numerals and 万."""
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "95%", "12次", "1_000", "1e5", "十二月", "NaN", "一致"])
def test_other_texts_are_no_numbers(typed: str) -> None:
    """A unit, a word or a programmer's notation is no number."""
    assert parse_number(typed) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1E+3", "1000"), ("12.50", "12.5"), ("-0.0", "0"), ("0.000001", "0.000001")],
)
def test_numbers_are_shown_plainly(number: str, shown: str) -> None:
    """No exponent, no idle zeros."""
    assert format_number(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("typed", "unit", "amount"),
    [
        ("18.24", "万元", "18.24"),
        ("182418.55元", "万元", "18.241855"),
        ("18.24万元", "元", "182400"),
        ("１，２３４．５", "万元", "1234.5"),
        ("¥1,200元", "元", "1200"),
        ("￥320.00", "万元", "320"),
        ("人民币320万元整", "万元", "320"),
        ("320.5（含结转20）", "万元", "320.5"),
        ("320.5，其中：财政拨款300", "万元", "320.5"),
        ("0.5亿元", "万元", "5000"),
        ("20万", "元", "200000"),
        ("20万", "万元", "20"),
        ("1.2亿", "万元", "12000"),
    ],
)
def test_money_is_read_in_the_unit_of_its_field(typed: str, unit: str, amount: str) -> None:
    """A bare figure is in the field's unit, another unit is converted."""
    assert read_money(typed, unit) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "约20万元",
        "≤20万元",
        "20人",
        "20万元和3万元",
        "300元/人",
        "无",
        "￥",
        "（320）（20）",
        "500+30",
        "约320",
    ],
)
def test_what_is_not_one_amount_of_money_is_none(typed: str) -> None:
    """A bound, a count or a word is never turned into money."""
    assert read_money(typed, "万元") is None
