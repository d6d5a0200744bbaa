"""Fractions as shares: 1/3, 三分之一; counts (3/3) and days (12/31) are none."""

import pytest

from selfeval_tui.text import judge, read_target
from tests.text.table import misjudged


def test_a_fraction_is_a_share() -> None:
    """1/2 is more than 1/3."""
    assert not misjudged("""
        met    | 比例 | 1/3 | 1/2
        missed | 比例 | 1/2 | 1/3
        met    | 比例 | 1/3 | 2/6
        met    | 比例 | 1/3 | 三分之一
        met    | 比例 | ≥三分之一 | 二分之一
        met    | 比例 | 不低于三分之二 | 4/5
        missed | 比例 | 三分之二以上 | 3/5
        met    | 比例 | ½ | 50%
        met    | 比例 | 10分之1 | 10%
        missed | 比例 | ≥1/3 | 30%
        met    | 比例 | ≥1/3 | 35%
        missed | 故障率 | ≤1/10 | 12%
        missed | 覆盖率 | ≥80% | 四分之三
        restated | 比例 | ≥1/3 | ≥1/3
    """)


def test_a_fraction_that_may_be_rounded_is_for_a_person() -> None:
    """33.3% may stand for 1/3; a figure without a percent sign says too little."""
    assert not misjudged("""
        person | 比例 | ≥1/3 | 33.3%
        person | 比例 | ≥33.3% | 1/3
        person | 比例 | 1/3 | 0.5
        person | 满意度 | 95 | 3/4
        person | 比例 | 1/3 | 5次
    """)


def test_counts_of_a_whole_are_no_shares() -> None:
    """3/3 is all of three."""
    assert not misjudged("""
        met    | 完成率 | 100% | 3/3
        met    | 完成率 | 100% | 100%（12/12）
        missed | 完成率 | 100% | 2/3
        met    | 检查次数 | 12次 | 12/12
        missed | 检查次数 | 5次 | 4/5
        missed | 检查次数 | 12次 | 10/12
        met    | 任务 | 3/3 | 3/3
        missed | 任务 | 3/3 | 2/3
    """)


@pytest.mark.parametrize(
    ("target", "actual"), [("12/31", "12/30"), ("12/31", "11/30"), ("9/10", "9/8")]
)
def test_what_may_be_a_day_is_for_a_person(target: str, actual: str) -> None:
    """12/31 is no fraction."""
    assert judge(target, actual, indicator="完成时间").code == "person"


def test_a_fraction_is_shown_as_it_is_written() -> None:
    """The sentence and the reading say 1/3."""
    verdict = judge("≥三分之一", "30%", indicator="比例")
    assert verdict.why == "实际 30% < 目标 1/3，未达到年初目标"
    assert read_target("≥三分之一").describe().startswith("≥ 1/3")
    assert judge("1/3", "5次").why == "目标分数与实际单位“次”不能换算，请自行判断"
