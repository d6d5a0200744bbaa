"""How amounts are written: units, per parts, compounds, words around the figure."""

from tests.text.table import misjudged


def test_units_convert_inside_a_kind_only() -> None:
    """元 and 万元 are one kind; 次 and % are not."""
    assert not misjudged("""
        met    | 成本 | ≤20万元 | 198000元
        met    | 成本 | ≤0.2亿元 | 1980万元
        missed | 成本 | ≤20万元 | 208000.5元
        met    | 面积 | ≥1公顷 | 15亩
        met    | 长度 | ≥1.5公里 | 1500米
        met    | 长度 | ≥1.5km | 1.6千米
        met    | 面积 | ≥220㎡ | 220平方米
        met    | 时间 | ≤1小时 | 45分钟
        met    | 重量 | ≥2吨 | 2100公斤
        met    | 受益人数 | ≥1万人 | 12000人
        met    | 受益人数 | ≥1万人 | 1.2万人
        met    | 受益人数 | ≥3万人次 | 3.2万
        exceeded | 受益人数 | ≥10000人 | 1.5万人
        person | 次数 | ≥12次 | 100%
        person | 完成率 | 100% | 12次
        person | 村数 | ≥12个村 | 300人
        person | 培训 | ≥100人 | 3天
        met    | 时间 | ≤1年 | 10个月
        met    | 时间 | ≤2个月 | 45天
        person | 成本 | ≤20万元 | 198000
    """)


def test_a_count_word_may_differ() -> None:
    """台 for 套 and 个 for 场 is the same count; 户 for 人 is not."""
    assert not misjudged("""
        met    | 设备 | 5台 | 5套
        met    | 活动 | ≥3场 | 3次
        met    | 企业 | ≥20户 | 20家
        met    | 活动 | ≥12个 | 12场
        person | 受益 | ≥20户 | 60人
        met    | 培训 | ≥100人次 | 120人
        person | 培训 | ≥100人 | 120人次
        met    | 人员 | 2人 | 2名
    """)


def test_a_missing_unit_is_taken_from_the_other_side() -> None:
    """A bare 50 beside ≥50个 is 50个."""
    assert not misjudged("""
        met    | 业务项目数量 | ≥50个 | 50
        missed | 业务项目数量 | ≥50个 | 45
        met    | 满意度 | ≥95% | 96
        met    | 满意度 | ≥95 | 96%
        met    | 次数 | 12 | 12次
        missed | 次数 | 12 | 10次
        met    | 完成率 | 100% | 100
        person | 完成率 | 100% | 1
        person | 完成率 | ≥95% | 0.98
        person | 完成率 | 100% | 1.00
        missed | 完成率 | 100% | 0
        met    | 故障率 | ≤2% | 0
        person | 故障率 | ≤2% | 0.5
        person | 满意度 | 95 | 0.96
        met    | 满意度 | ≥0.95 | 0.97
    """)


def test_per_parts_must_agree() -> None:
    """5人/每次 is 5 per time; 12次 a year beside 每月1次 is for a person."""
    assert not misjudged("""
        met    | 专家人数 | 5人/每次 | 5人/每次
        met    | 专家人数 | 5人/每次 | 5人/次
        missed | 专家人数 | 5人/次 | 4人/次
        met    | 参与时间 | 4小时/次 | 4小时/次
        met    | 单价 | ≤0.5元/平方米 | 0.45元/平方米
        missed | 单价 | ≤300元/亩 | 320元/亩
        met    | 单价 | ≤300元/亩 | 300
        met    | 单价 | ≤300元/人 | 300元
        person | 单价 | ≤300元/人 | 280元
        person | 补助 | ≤300元 | 280元/人
        met    | 巡查频次 | 每月1次 | 每月1次
        met    | 巡查频次 | 每月1次 | 1次/月
        exceeded | 巡查频次 | ≥1次/月 | 每月2次
        person | 巡查频次 | 每月1次 | 12次
        person | 巡查频次 | 每季度1次 | 4次
        met    | 巡查频次 | 1次/年 | 1次
        met    | 巡查频次 | 每月一次 | 1次/月
        exceeded | 巡查频次 | 每季度不少于1次 | 每季度2次
    """)


def test_words_around_the_figure() -> None:
    """The figure counts, not the year, the list number or the note in brackets."""
    assert not misjudged("""
        met    | 开展活动次数 | 12次 | 已完成12次
        met    | 开展活动次数 | 12次 | 全年12次
        met    | 开展活动次数 | 12次 | 实际完成12次
        met    | 开展活动次数 | 12次 | 2023年完成12次
        met    | 开展活动次数 | 12次 | 12（次）
        met    | 开展活动次数 | 12次 | 12次（含线上3次）
        met    | 开展活动次数 | 12次 | 12次，其中线上3次
        met    | 开展活动次数 | ≥10次 | 开展活动12次
        met    | 培训人次 | ≥100人次 | 共培训120人次
        met    | 新建公路 | ≥5公里 | 新建公路5.2公里
        met    | 完成率 | ≥98% | 完成率：98.5%
        met    | 合格率 | 合格率100% | 合格率100%
        met    | 合格率 | ≥95% | 合格率达100%
        met    | 满意度 | ≥95% | 95.6%(满意)
        met    | 满意度 | ≥95% | 经调查满意度为96.3%
        met    | 任务 | 100% | 100%完成
        met    | 任务 | 100% | 100%（12/12）
        met    | 成本 | 成本≤20万元 | 19.5万元
        met    | 培训 | ≥3次 | 组织培训3次，参训120人
        missed | 培训 | 12次 | 计划12次，实际10次
        person | 培训 | 12次 | 尚差2次
        person | 培训 | 100% | 20%未完成
        person | 增长率 | ≥5% | 下降2%
        met    | 收入增长率 | ≥5% | 增长6.2%
        met    | 能耗降低率 | ≥3% | 下降3.5%
        met    | 满意度 | ≥90% | 提升至93%
    """)


def test_several_amounts_in_a_cell() -> None:
    """1台电脑4台打印机 are five; shares do not add."""
    assert not misjudged("""
        met    | 设备购置 | ≧5台 | 1台电脑4台打印机
        missed | 设备购置 | ≥6台 | 1台电脑4台打印机
        met    | 设备购置 | 5台 | 电脑1台、打印机4台
        met    | 设备购置 | 5台 | 1台电脑，4套软件
        met    | 人员 | 20人 | 男12人，女8人
        met    | 合格率 | ≥95% | 设备98%，工程96%
        missed | 合格率 | ≥95% | 设备90%，工程92%
        person | 合格率 | ≥95% | 设备98%，工程92%
        met    | 培训 | 培训3期120人 | 培训3期125人
        missed | 培训 | 培训3期120人 | 培训3期110人
        met    | 培训 | 3期120人 | 3期，120人
        met    | 次数 | 12次 | 12次/12次
        met    | 人数 | 2人 | 2人；2人
        met    | 完成率 | 100% | 3/3
        missed | 完成率 | 100% | 1/3
        met    | 比例 | 1/3 | 1/3
        met    | 设备 | 1台电脑4台打印机 | 5台
    """)


def test_chinese_numerals_count_where_they_plainly_count() -> None:
    """三次 is 3, 一致 and 统一 are no numbers."""
    assert not misjudged("""
        met    | 活动 | 三次 | 3次
        met    | 活动 | 3次 | 三次
        met    | 活动 | 不少于十二次 | 12次
        missed | 活动 | 十二次 | 十次
        met    | 满意度 | 百分之九十 | 95%
        met    | 满意度 | ≥95% | 百分之九十六
        met    | 标准 | 统一标准 | 统一标准
        person | 标准 | 统一标准 | 一致
        met    | 受益村 | 两个 | 2个
    """)
