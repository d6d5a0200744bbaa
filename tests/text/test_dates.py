"""Deadlines and the dates reached."""

from tests.text.table import misjudged


def test_a_date_before_the_deadline_keeps_it() -> None:
    """A deadline is kept by any day up to its last."""
    assert not misjudged("""
        met    | 完成时间 | 2023年12月31日前 | 2023年11月30日
        met    | 完成时间 | 2023年12月31日前完成 | 2023年12月25日完成
        met    | 完成时间 | 2023年12月 | 2023年12月
        met    | 完成时间 | 2023年12月底前 | 2023年12月
        met    | 完成时间 | 2023年底前 | 2023年12月20日
        met    | 完成时间 | 12月底前 | 11月完成
        met    | 完成时间 | 12月31日之前完成 | 12月20日
        met    | 完成时间 | 12月底前 | 2023年11月30日
        met    | 完成时间 | 2023年12月31日 | 2023年12月31日
        met    | 完成时间 | 2023.12.31 | 2023.11.15
        met    | 完成时间 | 2023-12-31前 | 2023/11/15
        met    | 完成时间 | 年底前 | 11月
        met    | 完成时间 | 第四季度 | 10月
        met    | 完成时间 | 2023年12月 | 2023年10月
        met    | 完成时间 | 6月底前完成 | 6月20日前完成
        met    | 完成时间 | 2023年年底前 | 2023年12月31日
        met    | 完成时间 | 2023年度 | 2023年12月
    """)


def test_a_date_after_the_deadline_misses_it() -> None:
    """Late is late."""
    assert not misjudged("""
        missed | 完成时间 | 2023年12月31日前 | 2024年1月
        missed | 完成时间 | 2023年6月底前 | 2023年8月
        missed | 完成时间 | 6月底前 | 8月
        missed | 完成时间 | 2023年6月30日 | 2023年7月1日
        missed | 完成时间 | 2023年11月 | 2023年12月
    """)


def test_unclear_dates_are_for_a_person() -> None:
    """A judgement is no date, and January may be next year's."""
    assert not misjudged("""
        person | 完成时间 | 2023年12月31日前 | 已完成
        person | 完成时间 | 12月底前 | 按时完成
        person | 完成时间 | 12月底前 | 1月
        person | 完成时间 | 2023年6月15日前 | 2023年6月
        person | 完成时间 | 2023年12月31日前 | 100%
        missed | 完成时间 | 2023年12月31日前 | 未完成
        met    | 服务期 | 12个月 | 12月
        met    | 工资发放月数 | 12月 | 12个月
    """)
