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
        met    | 完成时间 | 2023年12月前 | 2023年11月
        met    | 完成时间 | 一年内 | 8个月
        met    | 完成时间 | 年内 | 11月
        met    | 工作开展时间 | 2023年6月底前 | 2023年5月完成
        met    | 开工时间 | 2023年3月 | 2023年3月15日
    """)


def test_a_date_after_the_deadline_misses_it() -> None:
    """Late is late."""
    assert not misjudged("""
        missed | 完成时间 | 2023年12月31日前 | 2024年1月
        missed | 完成时间 | 2023年6月底前 | 2023年8月
        missed | 完成时间 | 6月底前 | 8月
        missed | 开工时间 | 2024年4月前 | 2024年5月开工
        missed | 完成时间 | 2023年6月30日 | 2023年7月1日
        missed | 完成时间 | 2023年11月 | 2023年12月
    """)


def test_unclear_dates_are_for_a_person() -> None:
    """A judgement is no date, and January may be next year's."""
    assert not misjudged("""
        person | 完成时间 | 2023年12月31日前 | 已完成
        person | 完成时间 | 12月底前 | 按时完成
        person | 完成时间 | 12月底前 | 1月
        person | 完成时间 | 2023年11月底前 | 2023年12月底前
        person | 完成时间 | 2023年12月前 | 2023年12月
        person | 完成时间 | 2023年6月 | 2023年4月开工
        person | 开工时间 | 2023年6月 | 2023年4月完成
        person | 完成时间 | 2023年6月15日前 | 2023年6月
        person | 完成时间 | 2023年12月31日前 | 100%
        missed | 完成时间 | 2023年12月31日前 | 未完成
        met    | 服务期 | 12个月 | 12月
        met    | 工资发放月数 | 12月 | 12个月
    """)


def test_a_period_is_kept_by_itself_and_by_a_day_in_it() -> None:
    """1-12月 is a stretch of time; another stretch is for a person."""
    assert not misjudged("""
        met    | 实施时间 | 2023年1-12月 | 2023年1-12月
        met    | 实施时间 | 2023年1月-12月 | 2023年1月至12月
        met    | 实施时间 | 2023年1月1日至2023年12月31日 | 2023年1-12月
        met    | 实施时间 | 1-12月 | 2023年1月—12月
        met    | 实施时间 | 2023年1-12月 | 全年
        met    | 实施时间 | 2023年1-12月 | 12个月
        met    | 完工时间 | 2023年6月—12月 | 2023年11月
        met    | 完成时间 | 2023年12月底前 | 2023年3月至11月
        missed | 完工时间 | 2023年6-9月 | 2023年11月
        person | 实施时间 | 2023年1-12月 | 2023年1-11月
        person | 实施时间 | 2021-2023年 | 2023年
        person | 实施时间 | 2023年6-12月 | 2022年12月
        person | 实施时间 | 2023年1-12月 | 按时完成
        person | 实施时间 | 2023年1-12月 | 部分完成
    """)


def test_a_day_of_each_month_is_a_deadline() -> None:
    """每月15日前 is kept on the 10th, and repeated it shows no day reached."""
    assert not misjudged("""
        met      | 发放时间 | 每月15日前 | 每月10日
        missed   | 发放时间 | 每月15日前 | 每月20日
        restated | 发放时间 | 每月15日前 | 每月15日前
        met      | 发放时间 | 每月25日 | 每月25日
        person   | 发放时间 | 每月15日前 | 12月10日
        met      | 拨付时间 | 次月10日前拨付 | 次月8日
    """)


def test_a_figure_with_two_places_is_no_month() -> None:
    """2023.12万元 is money and ≥2055.01 a bound, although 2023.12 alone is a month."""
    assert not misjudged("""
        met    | 项目成本 | ≤2023.12万元 | 2023.11万元
        missed | 项目成本 | 2023.12万元 | 2024.01万元
        missed | 销售收入 | ≥2055.1元 | 2055.09元
        met    | 指数 | ≥2055.01 | 2056.01
        met    | 指数 | 不低于2055.01 | 2056.1
        met    | 项目成本 | ≤2100万元 | 2023.12
        met    | 完成时间 | 2023.12 | 2023.11
        missed | 完成时间 | ≤2023.9 | 2023.12
        met    | 完成时间 | 2023.12前 | 2023.9
        met    | 完成时间 | 2023.12月 | 2023.9月
    """)
