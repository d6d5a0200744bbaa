"""Characters are counted as Word and WPS count them."""

import pytest

from selfeval_tui.text.length import characters


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("合同签订期限", 6),
        ("5.44万元", 6),
        ("“互联网+”，", 7),
        ("full width ＡＢ", 13),
        ("一、甲。\n二、乙。\r\n", 8),
        ("𠮷", 1),
    ],
)
def test_each_character_is_one_and_line_breaks_are_none(text: str, count: int) -> None:
    """Width does not matter; punctuation and blanks count."""
    assert characters(text) == count
