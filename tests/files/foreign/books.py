"""Workbooks with several pages or projects, odd figures, odd texts, ticks of every kind."""

from collections.abc import Iterator

from attrs import evolve

from tests.files.foreign.case import Case, book, texts
from tests.files.foreign.families import (
    ministry,
    ministry_wanted,
    unscored,
    unscored_wanted,
)
from tests.files.foreign.language import lines, page
from tests.files.foreign.layouts import ARCHIVE_E, CANTEEN_E, ROAD_E, WATER_E
from tests.files.foreign.raw_workbook import raw_workbook
from tests.files.foreign.wanted import Money, Wanted, goals
from tests.files.foreign.works import CANTEEN, ROAD


def cases() -> Iterator[Case]:
    """All of them."""
    yield _stacked()
    yield _figures()
    yield _signed()
    yield from _ticks()
    yield _raw()


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
        texts((drawn,), paged=True),
    )
