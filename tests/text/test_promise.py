"""Two targets that promise the same in other signs, and two that nearly do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.text.promise import same_promise

SAME = """
≥95% | ≧95％
≥95% | 不低于95%
≥95% | 95%及以上
≥百分之九十 | ≥90%
≥1,000人 | 不少于 1000 人
12次 | 十二次
20万元 | 200000元
1小时 | 60分钟
2公顷 | 30亩
90%-100% | 90%～100%
5人/每次 | 5人/次
≤2% | 故障率≤2%
培训≥5次 | 培训不少于5次
2023年12月31日前 | 2023-12-31前
12月底前 | 12月31日前
及时 | 及 时
"""
OTHER = """
≥95% | ≥90%
≥95% | 95%
≥95% | >95%
≥95 | ≥95%
≥5 | ≤5
5台 | 5套
≤5天 | ≤5个工作日
5人/次 | 5人/天
电脑5台 | 打印机5台
培训不少于5次 | 会议不少于5次
1台电脑4台打印机 | 4台电脑1台打印机
第3批5次 | 第2批5次
12次 | 12次（含线上）
12月底前 | 11月底前
12月底前完成 | 12月底前验收
及时 | 及时完成
健全 | 较健全
 | ≥5
"""


def pairs(text: str) -> list[tuple[str, ...]]:
    """The two targets of each line."""
    return [tuple(map(str.strip, line.split("|"))) for line in text.splitlines() if line]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_the_same_in_other_signs(one: str, other: str) -> None:
    """Whichever of the two was approved."""
    assert same_promise(one, other, indicator="故障率")
    assert same_promise(other, one, indicator="故障率")


@pytest.mark.parametrize(("one", "other"), pairs(OTHER))
def test_another_promise(one: str, other: str) -> None:
    """A word, a unit or a bound makes it another one."""
    assert not same_promise(one, other, indicator="故障率")
    assert not same_promise(other, one, indicator="故障率")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    """Both ways alike, and each says what it says itself."""
    assert same_promise(one, one)
    assert same_promise(one, other) == same_promise(other, one)
