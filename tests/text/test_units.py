"""Units convert inside a kind and never across."""

from decimal import Decimal

import pytest

from selfeval_tui.text import convert


@pytest.mark.parametrize(
    ("number", "source", "wanted", "result"),
    [
        ("182418.55", "元", "万元", "18.241855"),
        ("1.2", "亿元", "万元", "12000"),
        ("5", "‰", "%", "0.5"),
        ("9", "成", "%", "90"),
        ("1", "公顷", "亩", "15"),
        ("1.5", "公里", "米", "1500"),
        ("1.2", "万人", "人", "12000"),
        ("2", "天", "小时", "48"),
        ("1", "年", "个月", "12"),
        ("2", "吨", "公斤", "2000"),
    ],
)
def test_units_of_a_kind_convert(number: str, source: str, wanted: str, result: str) -> None:
    """The amount stays the same."""
    assert convert(Decimal(number), source, wanted) == Decimal(result)


@pytest.mark.parametrize(
    ("source", "wanted"), [("元", "人"), ("次", "%"), ("天", "个月"), ("户", "人"), ("元", "嘎")]
)
def test_units_of_two_kinds_do_not(source: str, wanted: str) -> None:
    """Money is no people, a month has no fixed number of days."""
    assert convert(Decimal(1), source, wanted) is None
