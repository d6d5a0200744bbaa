"""Targets without a comparator: the indicator's meaning says which way is better."""

from selfeval_tui.text import Direction, judge
from tests.text.table import misjudged


def test_counts_and_rates_are_better_higher() -> None:
    """12次 promises at least 12."""
    assert not misjudged("""
        met      | 开展培训次数 | 12次 | 12次
        met      | 开展培训次数 | 12次 | 13次
        missed   | 开展培训次数 | 12次 | 11次
        exceeded | 开展培训次数 | 12次 | 20次
        met      | 培训人数 | 100人 | 120人
        exceeded | 培训人数 | 100人 | 130人
        met      | 验收合格率 | 100% | 100%
        missed   | 验收合格率 | 100% | 99%
        met      | 群众满意度 | 90% | 100%
        missed   | 预算执行率 | 100% | 72%
        missed   | 招商工作完成率 | 100% | 17%
        met      | 新建公路里程 | 5公里 | 5.2公里
        missed   | 绿化面积 | 200亩 | 180亩
        exceeded | 绿化面积 | 200亩 | 20公顷
        exceeded | 培训班 | 2期 | 3
        missed   | 培训班 | 4期 | 3
        met      | 满意度 | 95 | 96
        missed   | 满意度 | 95 | 90
        met      | 满意度 | 95 | 96%
        met      | 用电保障 | 100 | 100%
    """)


def test_what_nobody_wants_is_better_lower() -> None:
    """投诉, 事故, 故障, 差错, 调整 are upper bounds."""
    assert not misjudged("""
        met    | 人员被投诉次数 | 3次 | 1次
        missed | 人员被投诉次数 | 3次 | 5次
        met    | 安全事故发生率 | 0 | 0
        met    | 安全事故发生率 | 0% | 0
        missed | 安全事故发生率 | 0% | 1%
        met    | 安全事故发生数 | 0起 | 0起
        missed | 安全事故发生数 | 0起 | 1起
        missed | 预算调整率 | 0% | 33%
        missed | 结转结余率 | 0% | 28%
        met    | “三公经费”变动率 | 0% | 0
        met    | “三公经费”变动率 | 0% | -5%
        met    | 故障率 | 2% | 1%
        missed | 故障率 | 2% | 3%
        met    | 差错率 | 1% | 0.3%
        met    | 发病率 | 5% | 4%
        met    | 失业率 | 5.5% | 5.1%
        met    | 有责投诉 | 0 | 0
        missed | 重大舆情事件 | 0次 | 2次
        met    | 违规使用资金 | 0 | 0元
        met    | 公用经费控制率 | 100% | 96%
        missed | 公用经费控制率 | 100% | 106%
        met    | 单位能耗 | 20千克 | 18千克
        met    | 资产闲置率 | 5% | 2%
    """)


def test_mending_and_saving_what_nobody_wants_is_better_higher() -> None:
    """故障修复率 is no 故障率."""
    assert not misjudged("""
        met    | 故障修复率 | 95% | 98%
        missed | 故障修复率 | 95% | 90%
        met    | 房屋设施故障维修率 | 100% | 100%
        missed | 投诉处理率 | 100% | 95%
        missed | 投诉办结率 | 100% | 98%
        met    | 信访办结率 | 95% | 99%
        missed | 事故处理率 | 100% | 90%
        met    | 成本节约率 | 5% | 8%
        missed | 成本节约率 | 5% | 2%
        met    | 成本降低率 | 5% | 8%
        missed | 能耗下降率 | 3% | 1%
        met    | 隐患整改率 | 100% | 100%
        missed | 隐患整改率 | 100% | 92%
        missed | 污水处理率 | 95% | 90%
        missed | 垃圾清运率 | 100% | 96%
        met    | 排放达标率 | 95% | 98%
        missed | 成本控制达标率 | 100% | 90%
        missed | 案件审结率 | 95% | 91%
        missed | 投诉处理及时率 | 100% | 97%
    """)


def test_time_to_do_a_thing_is_better_lower() -> None:
    """响应时间 is shorter, 开放时间 longer the better."""
    assert not misjudged("""
        met    | 故障响应时间 | 30分钟 | 20分钟
        missed | 故障响应时间 | 30分钟 | 1小时
        met    | 办结时限 | 10个工作日 | 8个工作日
        missed | 办结时限 | 10个工作日 | 12个工作日
        met    | 项目工期 | 12个月 | 10个月
        met    | 网络故障修复处理时间 | 24小时 | 1天
        missed | 网络故障修复处理时间 | 24小时 | 2天
        met    | 场馆开放天数 | 300天 | 310天
        missed | 场馆开放天数 | 300天 | 280天
        met    | 空气优良天数 | 300天 | 320天
        person | 值守 | 8小时 | 10小时
    """)


def test_cost_rows_are_upper_bounds() -> None:
    """Under 成本指标 less is better; a fixed standard is for a person when it differs."""
    assert not misjudged(
        """
        met    | 预算控制数 | 20万元 | 5.44万元
        missed | 预算控制数 | 121926.11元 | 182755.15元
        met    | 预算控制数 | 4524000元 | 2756740.76元
        met    | 设备采购 | 50万元 | 48万元
        missed | 设备采购 | 50万元 | 52万元
        met    | 道路建设 | 200万元 | 198.5万元
        met    | 劳务费 | 3万 | 2.9万
        met    | 印刷费用 | 5万元 | 5
        missed | 单位造价 | 300元/平方米 | 320元/平方米
        met    | 单位造价 | 300元/平方米 | 290元/平方米
        met    | 补助标准 | 300元/人 | 300元/人
        person | 补助标准 | 300元/人 | 280元/人
        person | 发放标准 | 每人300元 | 350元/人
        met    | 成本节约率 | 5% | 8%
        met    | 预算执行率 | 95% | 98%
        met    | 预算控制率 | 100% | 98%
        missed | 预算控制率 | 100% | 105%
        """,
        level2="成本指标",
    )


def test_money_whose_direction_nobody_says_is_for_a_person() -> None:
    """Without 成本 in sight, less money may be thrift or failure."""
    assert not misjudged("""
        met    | 带动产值 | 500万元 | 520万元
        missed | 带动产值 | 500万元 | 480万元
        met    | 税收收入 | 2亿元 | 21000万元
        met    | 项目总成本 | 50万元 | 48万元
        met    | 工作经费 | 50万元 | 48万元
        person | 某项目 | 50万元 | 48万元
        met    | 某项目 | 50万元 | 50万元
        met    | 某项目 | 50万元 | 500000元
    """)


def test_a_promise_of_nothing_is_never_better_higher() -> None:
    """0台 is kept by 0 and 无; more is a miss where nobody wants it, else for a person."""
    assert not misjudged("""
        person | 采购设备 | 0台 | 2台
        person | 开展培训次数 | 0次 | 3次
        person | 收入增长率 | 0% | 3%
        person | 数量 | 0 | 5
        met    | 采购设备 | 0台 | 0台
        met    | 采购设备 | 0台 | 无
        met    | 开展培训次数 | 0次 | 0
        missed | 投诉次数 | 0次 | 3次
        missed | 安全事故 | 0 | 1
        met    | 安全事故 | 0起 | 无
        met    | 投诉次数 | 0-5次 | 3次
    """)


def test_the_clerk_may_say_that_more_than_nothing_is_good() -> None:
    """The clerk's own 越高越好 overrules."""
    assert judge("0台", "2台", indicator="采购设备", direction=Direction.higher).code == "met"
