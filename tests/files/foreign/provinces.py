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
    yield _bare_list()
    yield _money_in_a_row()
    yield _two_row_header()
    yield _scored_by_standard()
    yield _columns_alike()
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
