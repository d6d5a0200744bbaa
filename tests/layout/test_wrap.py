"""Where lines end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.layout.measure import width
from selfeval_tui.layout.wrap import balance, break_lines, count_lines


@pytest.mark.parametrize(
    ("text", "half_ems"),
    [("", 0), ("产出指标", 8), ("≥95%", 5), ("20万元", 6), ("☑□√", 6), ("“双千”", 8), ("A4 纸", 5)],
)
def test_a_chinese_character_is_twice_as_wide_as_a_digit(text: str, half_ems: int) -> None:
    """Marks that a Chinese font draws wide count as wide."""
    assert width(text) == half_ems


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("产出指标", 8, ["产出指标"]),
        ("产出指标", 4, ["产出", "指标"]),
        ("提高便民服务度。", 14, ["提高便民服务", "度。"]),
        ("推进“双千”包保", 6, ["推进", "“双", "千”包", "保"]),
        ("合同2023-04签订", 10, ["合同", "2023-04签", "订"]),
        ("5人/每次", 5, ["5", "人/每", "次"]),
        ("abcdefgh", 4, ["abcd", "efgh"]),
        ("甲\n乙", 20, ["甲\n", "乙"]),
        ("甲\n", 20, ["甲\n", ""]),
        ("", 4, [""]),
    ],
)
def test_lines_break_as_in_a_spreadsheet(text: str, room: int, lines: list[str]) -> None:
    """Punctuation keeps to its word, figures stay whole, newlines are kept."""
    assert list(break_lines(text, room)) == lines


@given(text=st.text(alphabet="甲乙，。“”（）ab1 /\n", max_size=80), room=st.integers(2, 30))
def test_joined_lines_are_the_text_again(text: str, room: int) -> None:
    """No character is lost, and no line is wider than its box."""
    lines = break_lines(text, room)
    assert "".join(lines) == text
    assert all(width(line.rstrip("\n")) <= room for line in lines)
    assert count_lines(text, room) == len(lines)


@pytest.mark.parametrize(
    ("label", "room", "lines"),
    [
        ("二级指标", 11, ["二级指标"]),
        ("一级指标", 5, ["一级", "指标"]),
        ("年度绩效目标", 5, ["年度", "绩效", "目标"]),
        ("年度绩效目标", 6, ["年度", "绩效", "目标"]),
        ("年度总体目标", 9, ["年度", "总体目标"]),
        ("偏差原因分析及改进措施", 8, ["偏差原因", "分析及", "改进措施"]),
        ("偏差大或目标未完成原因分析", 12, ["偏差大或", "目标未完成", "原因分析"]),
        ("改进措施及结果应用方案", 12, ["改进措施及", "结果应用方案"]),
        ("基本支出总额（万元）", 12, ["基本支出总额", "（万元）"]),
        ("预算执行情况（万元）（20分）", 12, ["预算执行情况", "（万元）", "（20分）"]),
        ("其中：当年财政拨款", 9, ["其中：", "当年", "财政拨款"]),
        ("得分（20分*执行率）", 8, ["得分", "（20分*", "执行率）"]),
    ],
)
def test_narrow_labels_break_into_even_lines(label: str, room: int, lines: list[str]) -> None:
    """The same in every program, because the breaks are written out."""
    assert balance(label, room).splitlines() == lines


@given(label=st.text(alphabet="年度绩效（）：1/", max_size=20), room=st.integers(2, 14))
def test_a_balanced_label_keeps_its_characters(label: str, room: int) -> None:
    """Only line breaks are added, and no empty line."""
    lines = balance(label, room).split("\n")
    assert "".join(lines) == label
    assert all(lines) or not label
