"""Characters that nobody sees are named, taken out or spelled out; emoji and scripts stay whole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.text.hidden import hidden_in, spelled_out, without_hidden

FLAG = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("项\u200b目", "零宽空格 U+200B"),
        ("\u202e目项", "改变书写方向的符号 U+202E"),
        ("\u2066甲\u2069", "改变书写方向的符号 U+2066"),
        ("甲\x9b2J", "控制字符 U+009B"),
        ("甲\x1b[2J", "控制字符 U+001B"),
        ("甲\ud800", "看不见的字符 U+D800"),
        ("甲\ufeff", "零宽空格 U+FEFF"),
        ("甲\u200d乙", "零宽连接符 U+200D"),
        ("\u200d甲", "零宽连接符 U+200D"),
        ("a\U000e0041b", "看不见的字符 U+E0041"),
    ],
)
def test_what_hides_is_named(text: str, named: str) -> None:
    """By its name and its code."""
    assert hidden_in(text)[0] == named


@pytest.mark.parametrize(
    "text",
    [
        "第一行\n第二行\t栏",
        "全角\u3000空格，不断行\u00a0空格",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "می\u200cخواهم",
        "क्\u200dष",
        FLAG,
        "cafe\u0301",
        "𠮷野家",
    ],
)
def test_ordinary_texts_hide_nothing(text: str) -> None:
    """Nor is anything taken out of them, but for the letters that spell a flag."""
    assert hidden_in(text) == ()
    if text != FLAG:
        assert without_hidden(text) == text
        assert spelled_out(text) == text


@given(st.text())
def test_nothing_that_is_left_steers_a_terminal(text: str) -> None:
    """Whatever was in it."""
    for plain in (without_hidden(text), spelled_out(text)):
        assert not any(code < 32 and chr(code) not in "\n\t" for code in map(ord, plain))
        assert not any(0x7F <= ord(each) < 0xA0 for each in plain)
        assert not set(plain) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text())
def test_a_program_reads_json_to_the_letter(text: str) -> None:
    """What is spelled out is the same character inside JSON."""
    written = json.dumps([text], ensure_ascii=False)
    assert json.loads(spelled_out(written)) == [text]
