"""Folding, and what no cell may hold."""

import pytest

from selfeval_tui.text import fold, strip_controls


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("≧５台", "≥5台"),
        ("＞＝９５％", "≥95%"),
        ("<= 3 次", "≤3次"),
        ("<=═3次", "≤3次"),
        ("=≥3次", "≥3次"),
        ("═100%", "=100%"),
        ("1,234,567.5元", "1234567.5元"),
        ("１，２３４", "1234"),
        ("10～20人", "10~20人"),
        ("“互联网＋”", "互联网+"),
        ("220㎡", "220m2"),
        ("第一行\r\n第二行", "第一行;第二行"),
        ("120,130", "120130"),
        ("12,13", "12,13"),
    ],
)
def test_typing_habits_fold_to_one_form(typed: str, folded: str) -> None:
    """Glyphs, widths, blanks and thousands commas make no difference."""
    assert fold(typed) == folded


def test_controls_go_and_line_ends_become_plain() -> None:
    """A pasted bell or a lone surrogate would break a workbook."""
    assert strip_controls("甲\x07\r\n乙\r丙\t丁\ud800\uffff") == "甲\n乙\n丙\t丁"
