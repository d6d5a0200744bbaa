"""Workbooks of families that have no form of their own here."""

from collections.abc import Iterator

from attrs import evolve

from tests.files.foreign.case import Case, book
from tests.files.foreign.families import table
from tests.files.foreign.language import lines, page
from tests.files.foreign.wanted import Money, Wanted, goals
from tests.files.foreign.works import ARCHIVE, CANTEEN, ROAD, WATER, without


def cases() -> Iterator[Case]:
    """All of them."""
    yield _transfer()
    yield _split_targets()
    yield _split_in_yuan()
    yield _flat_list()
    yield _bare_list()
    yield _money_in_a_row()
    yield _two_row_header()
    yield _scored_by_standard()
    yield _columns_alike()
    yield _indicator_content()
    yield _subtotals()


def _transfer() -> Case:
    """The sheet for 转移支付: the weight stands before the target, ★ before what is demanded."""
    work = without(ROAD, "reason")
    goals_ = (evolve(work.goals[0], name="★养护里程"), *work.goals[1:])
    head = "一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值(A) | 实际完成值(B) | 得分"
    order = ("level1", "level2", "name", "weight", "target", "actual", "score")
    drawn = lines(
        "附件2 | < | < | < | < | < | < | <",
        "衔接推进乡村振兴补助资金项目绩效自评表 | < | < | < | < | < | < | <",
        "（2023年度） | < | < | < | < | < | < | <",
        f"项目名称 | < | {work.name} | < | < | < | < | <",
        f"主管部门 | < | {work.department} | < | < | 实施单位 | {work.unit} | <",
        "项目资金⏎（万元） | < |  | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率(B/A) | 得分",
        "^ | ^ | 年度资金总额 | #335.60:0.00 | #301.25 | #10 | =E7/D7~0.8976460071513706:0.00%"
        " | #8.98",
        "^ | ^ | 其中：财政拨款 | #300 | #281.25 |  |  | ",
        "^ | ^ | 其他资金 | #15.6 | #0 |  |  | ",
        "年度总体目标 | 年初设定目标 | < | < | 全年实际完成情况 | < | < | <",
        f"^ | {work.goal} | < | < | {work.done} | < | < | <",
        f"年度绩效指标 | {head}",
        table(goals_, order, before="^"),
        "总分 | < | < | < | 100 |  |  | #93.4",
        "注：定性指标分三档，达成预期指标的按100%-80%（含）计分。 | < | < | < | < | < | < | <",
    )
    wanted = Wanted(
        goals_,
        form="mof-2020/project",
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "单位": work.unit,
            "预期目标": work.goal,
            "实际完成情况": work.done,
            "总分": "93.4",
            "年度": "2023",
        },
        money={
            "合计": Money("", "335.60", "301.25", "89.76%", "10", "8.98"),
            "财政拨款": Money("", "300", "281.25"),
            "其他": Money("", "15.6", "0"),
        },
    )
    return book("转移支付表，分值在目标值前面，带★", page(drawn), wanted=wanted)


_SPLIT_ROWS = """
  产出指标 | 数量指标 | 开展巡查次数 | ≥ | 24 | 次 | 26 | 20 | 20 |
  ^ | 质量指标 | 问题整改率 | ＝ | 100 | % | 100 | 10 | 10 |
  ^ | 时效指标 | 巡查周期 | ≤ | 15 | 天 | 12 | 10 | 10 |
  ^ | 成本指标 | 单次成本 | ≤ | 0.5 | 万元 | 0.48 | 10 | 10 |
  效益指标 | 社会效益指标 | 保障辖区安全 | 定性 | 优 | 级 | 优 | 30 | 28 | 群众知晓不够
  满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 90 | % | 93 | 10 | 10 |
"""
_SPLIT_GOALS = goals("""
  产出指标 | 数量指标 | 开展巡查次数 | ≥24次 | 26¦26次 | 20 | 20 |
  产出指标 | 质量指标 | 问题整改率 | ＝100%¦=100% | 100¦100% | 10 | 10 |
  产出指标 | 时效指标 | 巡查周期 | ≤15天 | 12¦12天 | 10 | 10 |
  产出指标 | 成本指标 | 单次成本 | ≤0.5万元 | 0.48¦0.48万元 | 10 | 10 |
  效益指标 | 社会效益指标 | 保障辖区安全 | 优¦优级¦定性优 | 优¦优级 | 30 | 28 | 群众知晓不够
  满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 93¦93% | 10 | 10 |
""")


def _split_targets() -> Case:
    drawn = lines(
        "部门预算项目支出绩效自评表（2023年度） | < | < | < | < | < | < | < | < | < | <",
        "项目名称 | < | 51000021-安全生产巡查 | < | < | < | < | < | < | < | <",
        "主管部门 | < | 江安市应急管理局 | < | < | 实施单位⏎（盖章） | <"
        " | 江安市应急管理局本级 | < | < | <",
        "项目基本情况 | 1.项目年度目标完成情况 | < | 项目年度目标 | < | < | <"
        " | 年度目标完成情况 | < | < | <",
        "^ | ^ | < | 全年巡查24次，覆盖全部重点企业。 | < | < | < | 巡查26次。 | < | < | <",
        "^ | 2.项目实施内容及过程概述 | < | 聘请专家分片巡查。 | < | < | < | < | < | < | <",
        "预算执行情况（10分） | 年度预算数（万元） | < | 年初预算 | 调整后预算数 | 预算执行数"
        " | < | 预算执行率 | 权重 | 得分 | 原因",
        "^ | 总额 | < | #15 | #12.6 | #12.48 | < | #0.9905:0.00% | #10 | #9.9 | ",
        "^ | 其中：财政资金 | < | #15 | #12.6 | #12.48 | < | #0.9905:0.00% | / | / | ",
        "^ | 单位资金 | < | #0 | #0 | #0 | < |  | / | / | ",
        "绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值"
        " | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析",
        *(f"^ | {line.strip()}" for line in _SPLIT_ROWS.strip().splitlines()),
        "合计 | < | < | < | < | < | < | < | 100 | #97.9 | ",
        "评价结论 | < | 自评97.9分，完成较好。 | < | < | < | < | < | < | < | <",
        "存在问题 | < | 宣传不够。 | < | < | < | < | < | < | < | <",
        "改进措施 | < | 加强宣传。 | < | < | < | < | < | < | < | <",
        "项目负责人：陈某 | < | < | < | < | 财务负责人：林某 | < | < | < | < | <",
    )
    wanted = Wanted(
        _SPLIT_GOALS,
        fields={
            "项目名称": "51000021-安全生产巡查",
            "主管部门": "江安市应急管理局",
            "单位": "江安市应急管理局本级",
            "年度": "2023",
        },
        money={"合计": Money("15", "12.6", "12.48", "99.05%", "10", "9.9")},
        told=(
            "自评97.9分，完成较好。",
            "宣传不够。",
            "加强宣传。",
            "聘请专家分片巡查。",
            "全年巡查24次，覆盖全部重点企业。",
            "巡查26次。",
            "项目负责人：陈某",
            "财务负责人：林某",
        ),
    )
    return book("四川样式，目标拆成性质、值、单位三格", page(drawn), wanted=wanted)


def _split_in_yuan() -> Case:
    drawn = lines(
        "项目支出绩效自评表 | < | < | < | < | < | < | < | < | <",
        "公开13表 | < | < | < | < | < | < | < | 金额单位：元 | <",
        "项目名称 | < | 边境巡护补助 | < | < | < | < | < | < | <",
        "主管部门 | < | 江安市民政局 | < | < | 实施单位 | 江安市民政局 | < | < | <",
        "项目资金（元） | < |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | <",
        "^ | ^ | 年度资金总额 | #1827000.00:#,##0.00 | #1827000.00:#,##0.00 | #1823500.50:#,##0.00"
        " | #10 | #0.9981:0.00% | #9.98 | <",
        "绩效指标 | < | < | 年度指标值 | < | < | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^",
        *(line.strip() for line in _SPLIT_ROWS.strip().splitlines()),
        "其他需要说明的事项 | < | 无其他事项说明 | < | < | < | < | < | < | <",
        "总分 | < | < | < | < | < | < | 100 | #97.98 | 优",
    )
    wanted = Wanted(
        _SPLIT_GOALS,
        fields={
            "项目名称": "边境巡护补助",
            "主管部门": "江安市民政局",
            "单位": "江安市民政局",
            "总分": "97.98",
        },
        money={
            "合计": Money(
                "1,827,000.00¦182.7¦182.70¦1,827,000.00元¦1827000元¦182.700000万元",
                "1,827,000.00¦182.7¦182.70¦1,827,000.00元¦1827000元¦182.700000万元",
                "1,823,500.50¦182.35005¦1,823,500.50元¦1823500.50元¦1823500.5元",
                "99.81%",
                "10",
                "9.98",
            )
        },
        told=("无其他事项说明",),
        warned=("元",),
    )
    return book("云南样式，金额是元，目标值两行表头", page(drawn), wanted=wanted)


def _flat_list() -> Case:
    rows = """
      #1 | 新建公厕 | 座 | ≥ | 5 | 5 | 6 | 100% | 20 | 20 | 是 |
      #2 | 公厕保洁达标率 | % | ≥ | 95 | 95 | 97 | 100% | 30 | 30 | 是 |
      #3 | 建设周期 | 月 | ≤ | 10 | 8 | 8 | 100% | 20 | 20 | 否 | 年中调整
      #4 | 市民满意度 | % | ≥ | 90 | 90 | 88 | 98% | 20 | 19.6 | 否 | 抽查两处异味
    """
    drawn = lines(
        "2023年度项目绩效自评表 | < | < | < | < | < | < | < | < | < | < | <",
        "项目名称 | < | 公厕革命专项 | < | < | 项目编码 | < | 50010923T000002 | <"
        " | 自评总分 | < | #99.6",
        "主管部门 | < | 江津城市管理局 | < | < | 联系人 | < | 王某 | < | 联系电话 | <"
        " | 023-00000000",
        "项目资金（万元） | < | 年初预算数 | < | 全年（调整）预算数 | < | 全年执行数"
        " | < | 执行率(%) | < | 执行率权重 | 执行率得分",
        "年度总金额 | < | #80 | < | #86 | < | #86 | < | #100.00:0.00 | < | #10 | #10",
        "其中：财政拨款 | < | #80 | < | #86 | < | #86 | < | #100.00:0.00 | < |  | ",
        "序号 | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值"
        " | 得分系数 | 权重 | 得分 | 是否核心指标 | 说明",
        *(line.strip() for line in rows.strip().splitlines()),
    )
    wanted = Wanted(
        goals("""
          |  | 新建公厕 | ≥5座 | 6¦6座 | 20 | 20
          |  | 公厕保洁达标率 | ≥95% | 97¦97% | 30 | 30
          |  | 建设周期 | ≤8月¦≤10月 | 8¦8月 | 20 | 20 | 年中调整¦
          |  | 市民满意度 | ≥90% | 88¦88% | 20 | 19.6 | 抽查两处异味¦
        """),
        fields={
            "项目名称": "公厕革命专项",
            "主管部门": "江津城市管理局",
            "年度": "2023",
            "总分": "99.6",
        },
        money={"合计": Money("80", "86", "86", "100.00¦100.00%", "10", "10")},
        told=("50010923T000002", "王某", "023-00000000", "抽查两处异味", "年中调整"),
    )
    return book("重庆样式，没有级别的指标清单", page(drawn), wanted=wanted)


def _bare_list() -> Case:
    work = without(ARCHIVE, "weight", "score", "reason")
    order = ("level1", "level2", "name", "target", "actual")
    drawn = lines(
        "序号 | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值",
        *(
            f"#{number} | {row}"
            for number, row in enumerate(table(work.goals, order).splitlines(), start=1)
        ),
    )
    return book("只有一张指标清单，没有表头", page(drawn), wanted=Wanted(work.goals, kind=""))


def _money_in_a_row() -> Case:
    work = without(WATER, "weight", "score", "reason")
    order = ("level1", "level2", "name", "target", "actual")
    drawn = lines(
        "2023年项目绩效自评表 | < | < | < | < | <",
        f"填报单位（盖章）：{work.unit} | < | < | 填报时间：2024.4.23 | < | 单位：万元",
        f"项目名称 | {work.name} | < | < | < | <",
        f"主管单位 | {work.department} | < | 项目单位 | {work.unit} | <",
        "预算数 | #96.50:0.00 | 执行数 | #40.1 | 执行率 | #0.4155:0.00%",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值",
        table(work.goals, order, before="^"),
        f"原因分析 | {work.reason} | < | < | < | <",
        f"改进措施 | {work.improvement} | < | < | < | <",
        "填报人：李某 | < | 审核人：周某 | < | 联系电话：0000-1234567 | <",
    )
    wanted = Wanted(
        work.goals,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "单位": work.unit,
            "日期": "2024-4-23",
            "年度": "2023",
            "原因": work.reason,
            "改进": work.improvement,
        },
        money={"合计": Money("", "96.50", "40.1", "41.55%")},
        told=("填报人：李某", "审核人：周某", "联系电话：0000-1234567"),
    )
    return book("金额横着写在一行，日期用点，末行有填报人", page(drawn), wanted=wanted)


def _two_row_header() -> Case:
    work = without(ROAD, "score", "weight")
    order = ("level1", "level2", "name", "target", "actual", "reason")
    drawn = lines(
        f"{work.name}项目支出绩效自评表 | < | < | < | < | <",
        f"项目名称 | < | {work.name} | < | < | <",
        f"主管部门 | < | {work.department} | 项目实施单位 | {work.unit} | <",
        "预算执行情况（万元） | < | 项目 | 预算数 | 执行数 | 执行率",
        "^ | ^ | 合计 | #335.6 | #301.25 | #0.8977:0.00%",
        "绩效指标 | < | < | 指标完成情况 | < | 未完成原因分析",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际完成值 | ^",
        table(work.goals, order),
    )
    wanted = Wanted(
        work.goals,
        fields={"项目名称": work.name, "主管部门": work.department, "单位": work.unit},
        money={"合计": Money("", "335.6", "301.25", "89.77%")},
    )
    return book("指标表头分两行", page(drawn), wanted=wanted)


def _scored_by_standard() -> Case:
    work = without(CANTEEN, "reason")
    standard = "每低1个百分点扣1分，扣完为止"
    rows = table(work.goals, ("level1", "level2", "name", "weight", "target", "actual", "score"))
    drawn = lines(
        "附件3 | < | < | < | < | < | < | <",
        "　　2023年度项目支出绩效自评评分表 | < | < | < | < | < | < | <",
        f"项目名称：{work.name} | < | < | < | 填报单位：{work.unit} | < | < | <",
        "一级指标 | 二级指标 | 三级指标 | 分值 | 目标值 | 实际值 | 自评得分 | 评分标准",
        *(f"{row} | {standard}" for row in rows.splitlines()),
        "合计 | < | < | #100 |  |  | #89 | ",
    )
    wanted = Wanted(
        work.goals,
        fields={"项目名称": work.name, "单位": work.unit, "年度": "2023"},
        told=(standard,),
    )
    return book("项目名称和单位写在同一行的冒号后面，多一栏评分标准", page(drawn), wanted=wanted)


def _columns_alike() -> Case:
    """Last year's value, the degree and the bureau's score stand beside what is asked for."""
    work = without(ROAD, "reason")
    lasts = [f"去年{number}" for number in range(1, len(work.goals) + 1)]
    rows = table(work.goals, ("level1", "level2", "name", "target")).splitlines()
    rest = table(work.goals, ("actual",)).splitlines()
    scores = table(work.goals, ("weight", "score")).splitlines()
    drawn = lines(
        "2023年度项目支出绩效自评表 | < | < | < | < | < | < | < | < | <",
        f"项目名称 | < | {work.name} | < | < | < | < | < | < | <",
        f"主管部门 | < | {work.department} | < | < | 实施单位 | < | {work.unit} | < | <",
        "项目资金（万元） | < |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | ",
        "^ | ^ | 年度资金总额 | #320 | #335.6 | #301.25 | #10 | #0.8977:0.00% | #8.98 | ",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 上年实际完成值 | 实际完成值 | 完成率"
        " | 分值 | 自评得分 | 复核得分",
        *(
            f"{row} | {last} | {actual} | 达标率{number} | {score} | #1.25"
            for number, (row, last, actual, score) in enumerate(
                zip(rows, lasts, rest, scores, strict=True), start=1
            )
        ),
    )
    wanted = Wanted(
        work.goals,
        form="mof-2020/project",
        fields={"项目名称": work.name, "单位": work.unit, "年度": "2023"},
        money={"合计": work.money["合计"]},
        told=(*lasts, "达标率1", "达标率9", "1.25"),
    )
    return book("有上年值、完成率和复核得分几栏，名称相近", page(drawn), wanted=wanted)


def _indicator_content() -> Case:
    work = without(WATER, "weight", "score", "reason")
    drawn = lines(
        "项目绩效自评表（2023年度） | < | < | < | < | <",
        f"填报单位： | {work.unit} | < | < | 填表日期： | 2024-04-23",
        f"项 目 名 称 | {work.name} | < | < | < | <",
        f"主管部门（盖章） | {work.department} | < | < | < | <",
        "预算安排及执行 | 全年预算 | #96.50:0.00 | 实际支出数 | #40.1 | ",
        "绩效指标 | 一级指标 | 二级指标 | 指标内容 | 计划完成值 | 实际完成情况",
        table(work.goals, ("level1", "level2", "name", "target", "actual"), before="^"),
    )
    wanted = Wanted(
        work.goals,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "单位": work.unit,
            "日期": "2024-4-23",
            "年度": "2023",
        },
        money={"合计": Money("", "96.50", "40.1")},
    )
    return book("三级指标叫指标内容，目标叫计划完成值", page(drawn), wanted=wanted)


def _subtotals() -> Case:
    """小计 after each 一级指标 is no indicator; a score of nought is a score."""
    rows = goals("""
      一、产出指标（50分） | （一）数量指标 | 指标1：巡护 | ≥1200人次 | 1180人次 | 30 | 29.5 | 减员
      一、产出指标（50分） | （二）质量指标 | 指标1：台账完整率 | 100% | 缺三月 | 20 | 0 | 未建
      二、效益指标（40分） | （一）社会效益指标 | 指标1：边境案件 | 0起 | 0起 | 40 | 40 |
    """)
    order = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")
    drawn = lines(
        "附件5 | < | < | < | < | < | < | <",
        "项目支出绩效自评表⏎（ 2023 年 度 ） | < | < | < | < | < | < | <",
        "项目名称 | 边境巡护补助 | < | < | < | < | < | <",
        "主管部门 | 江安市民政局 | < | < | 实施单位 | 江安市民政局 | < | <",
        "项目资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
        "年度资金总额 | < | 182.7万元 | 182.7万元 | 182.35万元 | #10 | 99.81％ | #9.98",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
        " | 偏差原因分析及改进措施",
        table(rows[:2], order),
        "小计 | < | < |  |  | #50 | #29.5 | ",
        table(rows[2:], order),
        "小计 | < | < |  |  | #40 | #40 | ",
        "总分 | < | < | < | < | #100 | #79.48 | ",
    )
    wanted = Wanted(
        rows,
        form="mof-2020/project",
        fields={
            "项目名称": "边境巡护补助",
            "主管部门": "江安市民政局",
            "单位": "江安市民政局",
            "年度": "2023",
            "总分": "79.48",
        },
        money={
            "合计": Money("182.7万元", "182.7万元", "182.35万元", "99.81％", "10", "9.98"),
        },
    )
    return book("每级指标后有小计，级别带编号，得分为零", page(drawn), wanted=wanted)
