"""Targets with a comparator or a bound word, in every glyph and word."""

from tests.text.table import misjudged


def test_at_least_in_every_glyph() -> None:
    """≥ and its look-alikes ask for at least that much."""
    assert not misjudged("""
        met    | 群众满意度 | ≥95% | 96%
        met    | 群众满意度 | ≥95% | 95%
        missed | 群众满意度 | ≥95% | 94.9%
        met    | 群众满意度 | ≧95% | 98%
        met    | 群众满意度 | ⩾95% | 98%
        met    | 群众满意度 | >=95% | 98%
        met    | 群众满意度 | ＞＝95% | 98％
        met    | 群众满意度 | ＞=95% | 98%
        met    | 群众满意度 | >＝95% | 98%
        met    | 群众满意度 | ≥ 95 ％ | 98 %
        met    | 群众满意度 | ≥95（%） | 98
        met    | 群众满意度 | ≥95百分比 | 98
        met    | 受访者满意度 | ≥100百分比 | 100
        missed | 群众满意度 | ≥95％ | ９０％
        met    | 培训人次 | ≥１００人次 | １０５人次
        met    | 发放数量 | ≥1,000份 | 1050份
        met    | 发放数量 | ≥1000份 | 1，050份
        missed | 发放数量 | ≥10,000份 | 9,500份
    """)


def test_at_least_in_words() -> None:
    """不低于, 不少于, 以上 and their kin are ≥."""
    assert not misjudged("""
        met    | 群众满意度 | 不低于95% | 97%
        missed | 群众满意度 | 不低于95% | 93%
        met    | 开展检查次数 | 不少于4次 | 4次
        missed | 开展检查次数 | 不少于4次 | 3次
        met    | 培训人数 | 不小于50人 | 55人
        met    | 培训人数 | 大于等于50人 | 50人
        met    | 培训人数 | 大于或等于50人 | 50
        met    | 群众满意度 | 95%以上 | 95%
        met    | 群众满意度 | 95%及以上 | 96.5%
        met    | 群众满意度 | 90%以上（含） | 90%
        met    | 群众满意度 | 90%（含）以上 | 90%
        missed | 群众满意度 | 95%以上 | 90%
        met    | 群众满意度 | 满意度≥95% | 96%
        met    | 群众满意度 | 满意度达到95%以上 | 96%
        met    | 群众满意度 | 达到95%以上 | 95.2%
        met    | 覆盖率 | 达到100% | 100%
        missed | 覆盖率 | 达到100% | 95%
        met    | 开展检查次数 | 至少4次 | 5次
        exceeded | 开展检查次数 | 全年不少于12次 | 16次
        met    | 开展检查次数 | 全年不少于12次 | 全年开展12次
        met    | 检查覆盖面 | 九成以上 | 92%
        met    | 合格率 | 不低于百分之九十五 | 95%
        met    | 合格率 | 大于等于95 | 96
        met    | 合格率 | 大于等于95% | 96
    """)


def test_strictly_more() -> None:
    """> and 大于, 高于, 超过 leave the figure itself out."""
    assert not misjudged("""
        met    | 群众满意度 | >95% | 96%
        met    | 群众满意度 | ＞95% | 95.5%
        met    | 群众满意度 | 大于90% | 95%
        met    | 群众满意度 | 高于90% | 95%
        met    | 群众满意度 | 超过90% | 95%
        missed | 群众满意度 | ＞90% | 85%
        met    | 增长率 | >0 | 3%
        met    | 新增就业人数 | 大于100人 | 110人
    """)


def test_at_most_in_every_glyph() -> None:
    """≤ and its look-alikes ask for at most that much."""
    assert not misjudged("""
        met    | 被投诉次数 | ≤3次 | 0次
        met    | 被投诉次数 | ≦3次 | 3次
        missed | 被投诉次数 | ⩽3次 | 4次
        met    | 被投诉次数 | <=3次 | 2次
        met    | 被投诉次数 | ＜＝3次 | 2
        met    | 公用经费控制率 | ≦100% | 69%
        met    | 公用经费控制率 | ≤100% | 98.5%
        missed | 公用经费控制率 | ≤100% | 103%
        met    | 项目总成本 | ≤90万元 | 90
        met    | 项目总成本 | ≤90万元 | 89.97万元
        missed | 项目总成本 | ≤90万元 | 92.3万元
        met    | 项目总成本 | ≤90万元 | 899700元
        met    | 项目总成本 | ≤1,200,000元 | 118.5万元
        met    | 设备故障率 | ＜5% | 2%
        missed | 设备故障率 | ＜5% | 6%
    """)


def test_at_most_in_words() -> None:
    """不超过, 控制在…以内, 以下 and their kin are ≤."""
    assert not misjudged("""
        met    | 项目成本 | 不超过20万元 | 19.8万元
        met    | 项目成本 | 不高于20万元 | 20万元
        met    | 项目成本 | 不大于20万元 | 20万元
        met    | 项目成本 | 不多于20万元 | 18万
        met    | 项目成本 | 控制在20万元以内 | 19.5万元
        missed | 项目成本 | 控制在20万元以内 | 21万元
        met    | 项目成本 | 20万元以内 | 19.5万元
        met    | 项目成本 | 控制在预算20万元内 | 19.5万元
        met    | 响应时间 | 不超过5天 | 3天
        met    | 办结时限 | 5个工作日内 | 3个工作日
        missed | 办结时限 | 5个工作日内 | 7个工作日
        met    | 办结时限 | ≤5个工作日 | 3天
        met    | 故障率 | 小于2% | 1%
        met    | 故障率 | 低于2% | 0.5%
        met    | 故障率 | 2%以下 | 1.2%
        missed | 故障率 | 2%以下 | 3%
        met    | 差错率 | 小于0.9‰ | 0.5‰
        met    | 差错率 | ≤1% | 5‰
        met    | 人均成本 | 最高不超过300元/人 | 280元/人
        met    | 会议费 | 不超预算20万元 | 12万元
    """)


def test_equals() -> None:
    """= asks for that figure; less than it is missed, more is for a person."""
    assert not misjudged("""
        met    | 足额保障率 | =100% | 100%
        met    | 足额保障率 | ＝100% | 100％
        met    | 足额保障率 | ═100% | 100
        missed | 足额保障率 | =100% | 98%
        met    | 编制报告数量 | ＝1份 | 1份
        met    | 编制报告数量 | 等于1份 | 1
        missed | 编制报告数量 | =12份 | 11份
        person | 编制报告数量 | =12份 | 13份
        met    | 安全事故 | =0次 | 0次
        missed | 安全事故 | =0起 | 1起
        met    | 安全事故 | =0 | 0
    """)


def test_ranges_and_approximations() -> None:
    """A range is kept inside it; 左右 allows a twentieth."""
    assert not misjudged("""
        met    | 培训人数 | 10-20人 | 15人
        met    | 培训人数 | 10～20人 | 20人
        met    | 培训人数 | 10人-20人 | 12
        met    | 培训人数 | 10至20人 | 10人
        met    | 开展活动 | 5至8次 | 6次
        missed | 培训人数 | 10-20人 | 8人
        person | 培训人数 | 10-20人 | 30人
        missed | 办理天数 | 10-20天 | 25天
        person | 办理天数 | 10-20天 | 8天
        missed | 项目成本 | 10-20万元 | 25万元
        met    | 群众满意度 | 90％-95％ | 92%
        met    | 群众满意度 | 90%-95% | 97%
        missed | 群众满意度 | 90%-95% | 80%
        met    | 群众满意度 | 90%左右 | 91%
        met    | 群众满意度 | 90%左右 | 88%
        person | 群众满意度 | 90%左右 | 82%
        person | 发放助学金人数 | 1200人左右 | 1105人
        missed | 群众满意度 | 90%左右 | 60%
        met    | 培训人数 | 约30人 | 30人
        met    | 培训人数 | 30人左右 | 29人
    """)


def test_the_target_copied_with_its_comparator_is_no_measurement() -> None:
    """≥95% beside ≥95% says nothing of what was reached."""
    assert not misjudged("""
        restated | 满意度 | ≥95% | ≥95%
        restated | 满意度 | ≥95% | ≧95%
        restated | 满意度 | ≥95% | >=95％
        restated | 满意度 | ≥95% | ≥ 95
        restated | 满意度 | ≥95% | 95%以上
        restated | 满意度 | 不低于95% | 不低于95%
        restated | 满意度 | 95%以上 | 95%以上
        restated | 投诉 | ≤3次 | ≦3次
        restated | 故障率 | 故障率≤2% | 故障率≤2%
        restated | 成本 | 控制在20万元以内 | 控制在20万元以内
        restated | 成本 | ≤20万元 | ≤20万元
        restated | 时限 | 不超过5天 | 不超过5天
        met      | 满意度 | 95% | 95%
        met      | 次数 | 12次 | 12次
        met      | 及时性 | 及时 | 及时
        met      | 满意度 | ≥95% | 95%
    """)


def test_a_bound_as_actual_decides_when_it_suffices() -> None:
    """不足12次 misses 12 but keeps ≤15; what leaves both open is for a person."""
    assert not misjudged("""
        missed | 清洗次数 | 12次 | 不足12次
        missed | 清洗次数 | ≥12次 | 不足12次
        missed | 清洗次数 | 12次 | 不到10次
        met    | 投诉次数 | ≤15次 | 不足12次
        person | 投诉次数 | ≤10次 | 不足12次
        met    | 满意度 | ≥95% | 超过95%
        met    | 满意度 | ≥95% | ≥96%
        met    | 满意度 | ≥95% | 98%以上
        met    | 满意度 | 95% | ≥95%
        met    | 满意度 | 95% | 95%以上
        person | 满意度 | ≥95% | ≥90%
        person | 满意度 | ≥95% | 90%以上
        person | 满意度 | ≥90% | 近90%
        missed | 满意度 | ≥95% | 近90%
        met    | 培训人数 | ≥100人 | 100余人
        met    | 培训人数 | ≥100人 | 120多人
        restated | 成本 | ≤20万元 | 未超过20万元
        met    | 成本 | ≤20万元 | 不足20万元
        met    | 成本 | 20万元 | 20万元以内
        person | 满意度 | ≥95% | 95%左右
        person | 满意度 | ≥95% | ≤95%
        met    | 响应时间 | ≤30分钟 | 小于20分钟
        met    | 满意度 | 90%以上 | 95%-98%
        person | 满意度 | 95%以上 | 90%-98%
    """)


def test_a_larger_fall_keeps_the_promise_of_a_smaller_one() -> None:
    """下降5% beside 下降8%, whatever falls; a rise instead is a miss."""
    assert not misjudged("""
        met    | 发案率 | 下降5% | 下降8%
        missed | 发案率 | 下降5% | 下降3%
        missed | 财政收入 | 下降5% | 下降3%
        met    | 单位GDP能耗 | 降低3% | 降低3.2%
        met    | 事故起数 | 较上年下降5% | 较上年下降8%
        met    | 事故起数 | 同比下降≥5% | 同比下降6.2%
        missed | 事故起数 | 下降5% | 上升2%
        missed | 旅游收入 | 增长10% | 下降3.2%
        missed | GDP增长 | 6% | 下降1.2%
        met    | 旅游收入 | 增加500万元 | 620万元，成本下降
    """)


def test_a_target_between_two_bounds_is_a_range() -> None:
    """95%≤合格率≤100% holds what lies between."""
    assert not misjudged("""
        met    | 合格率 | 95%≤合格率≤100% | 97%
        missed | 合格率 | 95%≤合格率≤100% | 93%
        met    | 教师数 | ≥100，≤120 | 110
        missed | 教师数 | 不低于100人，不高于120人 | 96人
    """)


def test_the_reason_after_a_figure_is_left_out() -> None:
    """85%，因疫情… is 85%; a figure in the reason is for a person."""
    assert not misjudged("""
        missed | 项目完成率 | 100% | 85%，因疫情影响部分活动未开展
        missed | 受益人数 | ≥1200人 | 1136人，因人口自然减少
        met    | 检查家次 | ≥300家次 | 342家
        met    | 单方造价 | ≤2000元/平方米 | 1850元/㎡
        met    | 减少用工成本 | 10万元 | 12万元
        met    | 提前完工天数 | 10天 | 12天
        person | 建设长度 | 3公里 | 3200米，宽5米
        person | 贷款贴息 | 50万元 | 43.5万元
        met    | 服务企业 | 50户(次) | 56户次
        met    | 培训人数 | 80人·次 | 86人次
        met    | 生活补助人数（人） | 3562 | 3571
        person | 检查家数 | ≥300家 | 342家次
    """)
