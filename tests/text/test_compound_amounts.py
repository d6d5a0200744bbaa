"""One amount written in several steps: 1万2千亩, 9成6, 2小时30分钟."""

import pytest

from selfeval_tui.text import parse_number, read_actual
from tests.text.table import misjudged


def test_a_figure_in_several_steps_is_one_amount() -> None:
    """1万2千亩 is 12000亩, not 1万 and 2千亩."""
    assert not misjudged("""
        met    | 改造面积 | ≥1万亩 | 1万2千亩
        missed | 改造面积 | ≥1万亩 | 9千9百亩
        met    | 改造面积 | ≥1.1万亩 | 一万二千亩
        met    | 改造面积 | 12000亩 | 1万2000亩
        met    | 受益人数 | ≥1万人 | 1万2千人
        met    | 税收收入 | ≥10万元 | 10万5千元
        met    | 税收收入 | ≥1.2亿元 | 1亿2千5百万元
        missed | 税收收入 | ≥1.3亿元 | 一亿二千万元
        met    | 税收收入 | 3千5百万元 | 3500万元
        missed | 改造面积 | 1万2千亩 | 1.1万亩
    """)


def test_units_that_carry_on_a_larger_one_are_one_amount() -> None:
    """2小时30分钟 is 150分钟."""
    assert not misjudged("""
        missed | 办理时间 | ≤1.5小时 | 1小时40分钟
        missed | 办理时间 | ≤1.5小时 | 1小时40分
        missed | 办理时间 | ≤2小时 | 两小时三十分钟
        met    | 办理时间 | 2小时30分钟内 | 2小时
        missed | 办理时间 | 2小时30分钟内 | 2小时40分钟
        met    | 建设里程 | ≥3.2公里 | 3公里500米
        met    | 建设里程 | 3公里500米 | 3.5公里
        met    | 保修期 | ≥18个月 | 1年6个月
        met    | 税收收入 | ≥10.5万元 | 10万元5千元
    """)


def test_a_half_belongs_to_its_unit() -> None:
    """1小时半 and 1个半小时 are 90分钟."""
    assert not misjudged("""
        missed | 办理时间 | ≤1小时 | 1小时半
        missed | 办理时间 | ≤1小时 | 1个半小时
        met    | 办理时间 | 两个半小时以内 | 150分钟
        met    | 保修期 | ≥18个月 | 一年半
        met    | 保修期 | ≥18个月 | 1年半
        met    | 项目工期 | ≤2个月 | 1个半月
    """)


def test_amounts_that_only_perhaps_are_one_are_for_a_person() -> None:
    """10万5 may be 105000 or a slip."""
    assert not misjudged("""
        person | 税收收入 | ≥10万元 | 10万5
        person | 建设里程 | ≥1.6公里 | 1.5公里500米
        person | 建设里程 | ≥1.6公里 | 1公里1500米
        person | 改造面积 | ≥9000亩 | 9千9亩
        person | 项目工期 | ≤60天 | 2个月3天
    """)


@pytest.mark.parametrize("typed", ["1台电脑4台打印机", "10万元，5千元", "3期120人", "8成5个"])
def test_amounts_of_two_things_stay_two(typed: str) -> None:
    """What does not carry on the larger unit is an amount of its own."""
    assert len(read_actual(typed).quantities) == 2


def test_tenths_have_their_own_second_figure() -> None:
    """9成6 is 96%."""
    assert not misjudged("""
        met    | 合格率 | ≥95% | 9成6
        met    | 合格率 | ≥95% | 九成六
        met    | 合格率 | ≥85% | 8成8
        missed | 合格率 | ≥95% | 九成四
        met    | 合格率 | 九成五以上 | 96%
        missed | 合格率 | 九成五以上 | 94%
        met    | 合格率 | 九成以上 | 92%
    """)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("三万五", 35000), ("三万零五", 30005), ("一千五", 1500), ("一亿二千万", 120_000_000)],
)
def test_a_last_digit_counts_the_next_lower_step(typed: str, number: int) -> None:
    """三万五 is 35000, as it is said."""
    assert parse_number(typed) == number
