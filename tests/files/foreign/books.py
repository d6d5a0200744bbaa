"""Workbooks with several pages or projects, odd figures, odd texts, ticks of every kind."""

from collections.abc import Iterator

from attrs import evolve

from tests.files.foreign.case import Case, book
from tests.files.foreign.families import (
    ministry,
    ministry_wanted,
    table,
    unscored,
    unscored_wanted,
)
from tests.files.foreign.language import Page, hidden, lines, page, value
from tests.files.foreign.layouts import ARCHIVE_E, CANTEEN_E, ROAD_E, WATER_E
from tests.files.foreign.raw_workbook import raw_workbook
from tests.files.foreign.wanted import Money, Wanted, goals
from tests.files.foreign.works import CANTEEN, ROAD, WATER, without


def cases() -> Iterator[Case]:
    """All of them."""
    yield _many_pages()
    yield _hidden_page()
    yield _stacked()
    yield _list_of_projects()
    yield _figures()
    yield _texts()
    yield _signed()
    yield from _ticks()
    yield _raw()
    yield _not_a_sheet()


_COVER = page(
    """
    2023年度预算绩效自评材料 | < | <
     |  |
    单位名称 | 青溪县交通运输局 | <
    填报日期 | 2024年3月 | <
    """,
    "封面",
)
_HOW_TO = page(
    """
    填表说明 | <
    项目名称 | 按预算批复的名称填写。
    主管部门 | 填写一级预算单位全称。
    三级指标 | 按年初绩效目标申报表填写，不得自行增减。
    年度指标值 | 与年初一致；实际完成值据实填写。
    """,
    "填表说明",
)
_OPTIONS = hidden(
    page(
        """
        项目类别 | 项目属性 | 一级指标 | 二级指标 | 三级指标
        部门预算项目 | 持续性项目 | 产出指标 | 数量指标 |
        市直专项 | 新增性项目 | 效益指标 | 质量指标 |
        """,
        "选项",
    )
)


def _many_pages() -> Case:
    works = (ROAD, CANTEEN, WATER)
    pages = [page(ministry(work), f"附件1-{n}") for n, work in enumerate(works, start=1)]
    return book(
        "一个工作簿三张表，还有封面、填表说明、空页和隐藏的选项页",
        _COVER,
        _HOW_TO,
        *pages,
        Page((), "Sheet6"),
        _OPTIONS,
        wanted=tuple(ministry_wanted(work) for work in works),
    )


def _hidden_page() -> Case:
    """Last year's sheet lies in the workbook, out of sight: nobody means to hand it in again."""
    old = hidden(page(ministry(WATER, year="（2022年度）"), "去年"))
    return book(
        "隐藏页里有去年的整张表",
        page(ministry(ROAD), "今年"),
        old,
        wanted=evolve(ministry_wanted(ROAD), warned=("隐藏",)),
    )


def _stacked() -> Case:
    works = (ROAD_E, WATER_E, ARCHIVE_E)
    drawn = "\n |  |  |  |  |  | \n |  |  |  |  |  | \n".join(
        unscored(work, again="" if work is WATER_E else "^") for work in works
    )
    return book(
        "三个项目的表上下排在一页里",
        page(drawn, "汇总"),
        wanted=tuple(unscored_wanted(work) for work in works),
    )


def _list_of_projects() -> Case:
    """One long list: the project's name stands at the left of its indicators."""
    works = [without(work, "weight", "score", "reason") for work in (CANTEEN, WATER)]
    order = ("level1", "level2", "name", "target", "actual")
    drawn = lines(
        "2023年度项目绩效自评汇总表 | < | < | < | < | < | < | < | <",
        "填报单位：云岭市财政局 | < | < | < | < | < | < | < | <",
        "项目名称 | 主管部门 | 预算数（万元） | 执行数（万元） | 一级指标 | 二级指标"
        " | 三级指标 | 年初目标值 | 实际完成值",
        *(
            table(
                work.goals,
                order,
                before=f"{work.name} | {work.department} | #{work.money['合计'].budget}"
                f" | #{work.money['合计'].spent}",
            ).replace("\n^ |", "\n^ | ^ | ^ | ^ |")
            for work in works
        ),
    )
    wanted = tuple(
        Wanted(
            work.goals,
            fields={"项目名称": work.name, "主管部门": work.department, "年度": "2023"},
            money={
                "合计": Money("", work.money["合计"].budget.rstrip("0"), work.money["合计"].spent)
            },
        )
        for work in works
    )
    return book("几个项目排成一张长表，项目名称在左边", page(drawn), wanted=wanted)


def _figures() -> Case:
    """Figures as text, texts as numbers, percent, dates and thousands as the program shows them."""
    drawn = lines(
        "2023年度信息系统运维自评表 | < | < | < | < | < | <",
        "单位名称：云岭市大数据局 | < | < | < | 填报日期： | @2024-04-23:yyyy/m/d | <",
        "项目名称 | < | #20231101 | < | < | < | <",
        "主管部门 | < | 云岭市大数据局 | < | 项目实施单位 | 云岭市大数据局 | <",
        "预算执行情况（万元） | < |  | 预算数（A） | < | 执行数（B） | 执行率（B/A）",
        "^ | ^ | 年度财政资金总额 | 1,234.50 | < | #752.9999:#,##0.00 | =F6/D6~0.609963:0%",
        "年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | < | 年初目标值（A） | 实际完成值（B）",
        "^ | 产出指标 | 数量指标 | 运维系统 | < | #12 | #12",
        '^ | ^ | ^ | 租用带宽 | < | #100:0"兆" | #100:0"兆"',
        "^ | ^ | 质量指标 | 系统可用率 | < | #0.999:0.0% | #0.9985:0.00%",
        '^ | ^ | 时效指标 | 完成时间 | < | @2023-12-31:yyyy"年"m"月"d"日"'
        ' | @2023-12-20:yyyy"年"m"月"d"日"',
        '^ | ^ | 成本指标 | 单系统成本 | < | ≤100万元 | #62.75:0.0"万元"',
        "^ | 满意度指标 | 服务对象满意度指标 | 用户满意度 | < | #0.9:0% | =3/4~0.75:0%",
        "^ | ^ | ^ | 有效投诉 | < | #0 | #0",
        "偏差大或目标未完成原因分析 | < | #0.5:# ?/? | < | < | < | <",
        "改进措施及结果应用方案 | < | 无 | < | < | < | <",
    )
    wanted = Wanted(
        goals("""
          产出指标 | 数量指标 | 运维系统 | 12 | 12
          产出指标 | 数量指标 | 租用带宽 | 100兆 | 100兆
          产出指标 | 质量指标 | 系统可用率 | 99.9% | 99.85%
          产出指标 | 时效指标 | 完成时间 | 2023年12月31日 | 2023年12月20日
          产出指标 | 成本指标 | 单系统成本 | ≤100万元 | 62.8万元
          满意度指标 | 服务对象满意度指标 | 用户满意度 | 90% | 75%
          满意度指标 | 服务对象满意度指标 | 有效投诉 | 0 | 0
        """),
        form="ezhou-gedian/project",
        fields={
            "项目名称": "20231101",
            "主管部门": "云岭市大数据局",
            "日期": "2024-4-23",
            "年度": "2023",
            "原因": "1/2¦0.5",
            "改进": "无",
        },
        money={"合计": Money("", "1,234.50", "753.00", "61%")},
        blank=("项目类别", "项目属性", "项目类型"),
    )
    return book("数字存成文本，文本存成数字，百分比和日期带格式", page(drawn), wanted=wanted)


def _texts() -> Case:
    rows = goals("""
      产出指标 | 数量指标 | “一网通办”事项⏎（含“跨省通办”） | ≧120项 | ≧120项
      产出指标 | 数量指标 | 三级指标 | ＞5次 | 6次
      产出指标 | 质量指标 | 　　材料齐全率 | ≦100% | ９８％
      产出指标 | 时效指标 | 办理时限 | =1+1 | 1/3
      产出指标 | 成本指标 | 备注 | — | -
      效益指标 | 社会效益指标 | 项目名称：规范率 | '95% | <5%
      效益指标 | 社会效益指标 | 得分 | 无 | 无
      满意度指标 | 服务对象满意度指标 | 满意度 & 投诉 | ≥95% | ≥95%
    """)
    work = evolve(
        ARCHIVE_E,
        goals=rows,
        name="政务服务“最多跑一次”（2023—2025年）：一期",
        reason="　　一是窗口搬迁；\n　　二是系统切换。\n\n三是：备注不全",
        improvement="-",
    )
    escaped = evolve(work, reason=work.reason.replace("\n", "⏎"))
    rows_drawn = table(rows, ("level1", "level2", "name", "<", "target", "actual"), before="^")
    drawn = unscored(escaped, rows=rows_drawn.replace("<5%", "＜5%"))
    fixed = tuple(evolve(goal, actual=goal.actual.replace("<5%", "＜5%")) for goal in rows)
    return book(
        "文字里有空格、换行、引号、等号和与栏目相同的词",
        page(drawn),
        wanted=unscored_wanted(evolve(work, goals=fixed)),
    )


def _signed() -> Case:
    drawn = lines(
        ministry(CANTEEN),
        "审核意见 | < | 情况属实，同意上报。 | < | < | < | < | < | <",
        "填报人：张某 | < | < | 审核人：赵某 | < | < | 单位负责人（签字）：钱某 | < | <",
        "联系电话：0000-7654321 | < | < |  |  |  |  |  | ",
        "注：1.其他资金包括与财政资金共同投入同一项目的自有资金。 | < | < | < | < | < | < | < | <",
        "2.定量指标完成数汇总原则：绝对值直接累加计算。 | < | < | < | < | < | < | < | <",
    )
    told = (
        "情况属实，同意上报。",
        "填报人：张某",
        "审核人：赵某",
        "单位负责人（签字）：钱某",
        "联系电话：0000-7654321",
    )
    return book(
        "表尾有审核意见、签字和注",
        page(drawn),
        wanted=evolve(ministry_wanted(CANTEEN), told=told),
    )


_TICK_LINES = {
    "方框打勾☑在前": (
        "☑部门预算项目 □市直专项 □市对下转移支付项目",
        "□持续性项目 ☑新增性项目",
        "☑常年性项目 □延续性项目 □一次性项目",
    ),
    "√写在选项后面，没有方框": (
        "1、部门预算项目√  2、市直专项   3、市对下转移支付项目",
        "1、持续性项目   2、新增性项目 √",
        "1、常年性项目√   2、延续性项目   3、一次性项目",
    ),
    "括号里打√": (
        "部门预算项目（√） 市直专项（ ） 市对下转移支付项目（ ）",
        "持续性项目(  ) 新增性项目(√)",
        "常年性项目（ √ ） 延续性项目（　） 一次性项目（　）",
    ),
    "实心方块在前，用口字作空框": (
        "■部门预算项目 口市直专项 口市对下转移支付项目",
        "口持续性项目 ■新增性项目",
        "■常年性项目 囗延续性项目 囗一次性项目",
    ),
    "Wingdings里的R和£": (
        "1、部门预算项目 {R} 2、市直专项 {£} 3、市对下转移支付项目 {£}",
        "1、持续性项目 {£} 2、新增性项目 {R}",
        "1、常年性项目 {þ} 2、延续性项目 □ 3、一次性项目 □",
    ),
    "方框里的√叠在一起": (
        "1.部门预算项目□√ 2.市直专项□ 3.市对下转移支付项目□",
        "1.持续性项目□ 2.新增性项目□√",
        "1.常年性项目[√] 2.延续性项目[ ] 3.一次性项目[ ]",
    ),
    "只写选中的一项": ("部门预算项目", "新增性项目", "常年性项目"),
}

_UNCLEAR = {"项目类别": "", "项目属性": "", "项目类型": "¦4、临时性项目 ☑"}


def _ticks() -> Iterator[Case]:
    for name, ticks in _TICK_LINES.items():
        yield book(
            f"选项：{name}",
            page(unscored(CANTEEN_E, ticks=ticks)),
            wanted=unscored_wanted(CANTEEN_E),
        )
    unclear = (
        "1、部门预算项目 □ 2、市直专项 □ 3、市对下转移支付项目 □",
        "1、持续性项目 ☑ 2、新增性项目 ☑",
        "1、常年性项目 □ 2、延续性项目 □ 3、一次性项目 □ 4、临时性项目 ☑",
    )
    wanted = unscored_wanted(ROAD_E)
    yield book(
        "选项：一项没选、两项都选、选了表样上没有的",
        page(unscored(ROAD_E, ticks=unclear)),
        wanted=evolve(
            wanted,
            fields={**wanted.fields, **_UNCLEAR},
            told=("持续性项目", "新增性项目", "临时性项目"),
        ),
    )


def _raw() -> Case:
    """As WPS sometimes writes it: a wrong dimension, rich texts, no styles, texts in place."""
    drawn = page(ministry(ROAD).replace(":General", ""))
    return Case(
        "WPS存的文件，写错了范围，文字分段",
        lambda path: raw_workbook(drawn, path),
        (ministry_wanted(ROAD),),
        tuple(box.text for box in drawn.boxes if value(box.text) is None),
    )


def _not_a_sheet() -> Case:
    drawn = lines(
        "2023年12月工资发放表 | < | < | <",
        "姓名 | 基本工资 | 绩效工资 | 备注",
        "张某 | #3200 | #1800 | ",
        "李某 | #3100 | #1700 | 病假2天",
        "合计 | #6300 | #3500 | ",
    )
    return book("不是自评表：工资表和说明页", page(drawn, "工资"), _HOW_TO, wanted=())
