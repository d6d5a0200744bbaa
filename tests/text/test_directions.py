"""Which way is better, by the indicator's name alone."""

import pytest

from selfeval_tui.text import Direction, read_target

HIGHER = """
水费收缴率 学费减免人数 火灾扑救次数 疫情防控物资储备 污染源普查数 矛盾纠纷排查次数 风险评估次数
隐患排查次数 安全事故应急演练次数 投诉受理数 灾害预警发布次数 病虫害防治面积 信访接待批次
违法建设拆除面积 成本监审项目数 费用报销及时率 价格认定件数 污染地块修复 纠纷调解数 缺陷产品召回
追回欠薪件数 受灾群众安置 支出绩效评价项目数 失业保险参保人数 失业人员再就业人数 黑臭水体消除比例
事故隐患整改数 传染病防控 患者满意度 债务化解率 支出进度 资金支出率 成本节约率 成本降低率
故障修复率 房屋设施故障维修率 投诉处理率 事故处理率 排放达标率 噪声达标率 疫情处置率 风险控制率
舆情应对率 行政处罚案件数 培训周期内完成率 案件审结率
"""
LOWER = """
投诉次数 群众投诉率 安全事故次数 事故死亡人数 设备故障次数 系统故障率 差错率 审核差错率
业务办理差错率 违规次数 超支率 控制率 预算调整率 结转结余率 三公经费变动率 公用经费控制率
失业率 空置率 患病率 漏损率 返工率 信访量 越级上访人数 犯罪率 资产闲置率 债务率 逾期率
被问责次数 网络舆情事件 重特大事故 医疗纠纷 污水排放超标率 辍学率
"""


@pytest.mark.parametrize("indicator", HIGHER.split())
def test_what_was_wanted_is_better_higher(indicator: str) -> None:
    """Mending, treating and saving what nobody wants is wanted."""
    assert read_target("50%", indicator=indicator).direction is Direction.higher


@pytest.mark.parametrize("indicator", LOWER.split())
def test_what_nobody_wants_is_better_lower(indicator: str) -> None:
    """Complaints, faults, changes and remainders."""
    assert read_target("5%", indicator=indicator).direction is Direction.lower


@pytest.mark.parametrize("indicator", ["项目总成本", "办公费", "维修费", "工程造价", "治理成本"])
def test_costs_are_better_lower_in_money_only(indicator: str) -> None:
    """印刷成本 of 5万元 is a limit; 成本监审 of 5 projects is work done."""
    assert read_target("5万元", indicator=indicator).direction is Direction.lower


@pytest.mark.parametrize(
    "indicator", ["响应时间", "故障修复时间", "投诉处理时限", "工期", "建设周期"]
)
def test_time_spent_is_better_lower(indicator: str) -> None:
    """How long it takes to do a thing."""
    assert read_target("5天", indicator=indicator).direction is Direction.lower


@pytest.mark.parametrize("indicator", ["服务期限", "免费开放时间", "质保期", "使用年限"])
def test_time_provided_is_better_higher(indicator: str) -> None:
    """How long a thing is there for people."""
    assert read_target("5年", indicator=indicator).direction is Direction.higher
