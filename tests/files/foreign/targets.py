"""绩效目标表: applied for or approved at the year's beginning; nothing was reached yet."""

from collections.abc import Iterator

from tests.files.foreign.case import Case, book, paper
from tests.files.foreign.families import table
from tests.files.foreign.language import lines, page
from tests.files.foreign.wanted import Wanted, goals
from tests.files.foreign.works import ROAD, WATER, Work, without

_NOTHING_REACHED = ("actual", "score", "spent", "rate")


def cases() -> Iterator[Case]:
    """All of them."""
    yield _applied()
    yield _two_halves()
    yield _approved_document()
    yield _department()


def _bare(work: Work) -> Work:
    return without(work, "actual", "weight", "score", "reason")


def _applied() -> Case:
    work = _bare(ROAD)
    order = ("level1", "level2", "name", "target")
    drawn = lines(
        "附件1 | < | < | < | <",
        "项目支出绩效目标申报表 | < | < | < | <",
        "（2024年度） | < | < | < | <",
        f"项目名称 | < | {work.name} | < | <",
        f"主管部门 | < | {work.department} | 实施单位 | {work.unit}",
        "项目资金⏎（万元） | < | 年度资金总额： | #320 | <",
        "^ | ^ | 其中：财政拨款 | #300 | <",
        "^ | ^ | 其他资金 | #20 | <",
        "年度⏎总体⏎目标 | < | < | < | <",
        f"{work.goal} | < | < | < | <",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值",
        table(work.goals, order, before="^"),
        "填报人： | < | 联系电话： | < | 填报日期：",
    )
    wanted = Wanted(
        work.goals,
        fields={
            "项目名称": work.name,
            "主管部门": work.department,
            "单位": work.unit,
            "年度": "2024",
        },
        told=(work.goal, "320"),
        blank=(*_NOTHING_REACHED, "实际完成情况", "日期"),
        targets_only=True,
    )
    return book("绩效目标申报表，只有指标值", page(drawn), wanted=wanted)


_HALVES = """
  产出指标 | 数量指标 | 三年养护里程 | ≥560公里 | 数量指标 | 养护里程 | ≥186公里
  ^ | ^ | 三年更换标志 | ≥150块 | ^ | 更换标志标牌 | ≧52块
  ^ | 质量指标 | 养护合格率 | ≥98% | 质量指标 | 养护验收合格率 | 100%
  效益指标 | 社会效益指标 | 出行便利度 | 持续提高 | 社会效益指标 | 提高群众出行便利度 | 有所提高
  满意度指标 | 服务对象满意度指标 | 群众满意 | ≥92% | 服务对象满意度指标 | 沿线群众满意度 | ≥90%
"""


def _two_halves() -> Case:
    drawn = lines(
        "项目支出绩效目标申报表 | < | < | < | < | < | < | <",
        "（2024年度） | < | < | < | < | < | < | <",
        "项目名称 | < | 农村公路日常养护 | < | < | < | < | <",
        "主管部门及代码 | < | 青溪县交通运输局[128] | < | < | 实施单位 | 青溪县公路养护中心 | <",
        "项目属性 | < | 延续项目 | < | < | 项目期 | 3年 | <",
        "项目资金⏎（万元） | < | 中期资金总额： | #960 | < | 年度资金总额： | #320 | <",
        "^ | ^ | 其中：财政拨款 | #900 | < | 其中：财政拨款 | #300 | <",
        "总体目标 | 中期目标（2024年—2026年） | < | < | < | 年度目标 | < | <",
        "^ | 完成三年养护任务。 | < | < | < | 完成186公里养护。 | < | <",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值",
        *(f"^ | {line.strip()}" for line in _HALVES.strip().splitlines()),
    )
    wanted = Wanted(
        goals("""
          产出指标 | 数量指标 | 养护里程 | ≥186公里
          产出指标 | 数量指标 | 更换标志标牌 | ≧52块
          产出指标 | 质量指标 | 养护验收合格率 | 100%
          效益指标 | 社会效益指标 | 提高群众出行便利度 | 有所提高
          满意度指标 | 服务对象满意度指标 | 沿线群众满意度 | ≥90%
        """),
        fields={
            "项目名称": "农村公路日常养护",
            "主管部门": "青溪县交通运输局[128]",
            "单位": "青溪县公路养护中心",
            "年度": "2024",
        },
        told=(
            "三年养护里程",
            "≥560公里",
            "三年更换标志",
            "≥150块",
            "持续提高",
            "完成三年养护任务。",
            "960",
            "延续项目",
        ),
        blank=(*_NOTHING_REACHED, "实际完成情况"),
        targets_only=True,
    )
    return book("绩效目标申报表，左半中期右半年度", page(drawn), wanted=wanted)


def _approved_document() -> Case:
    work = _bare(WATER)
    order = ("level1", "level2", "name", "target")
    drawn = lines(
        f"项目名称 | < | {work.name} | < | <",
        f"主管部门 | < | {work.department} | 实施单位 | {work.unit}",
        "预算金额（万元） | < | 96.5 | < | <",
        f"年度总体目标 | < | {work.goal} | < | <",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值",
        table(work.goals, order, before="^"),
    )
    wanted = Wanted(
        work.goals,
        fields={"项目名称": work.name, "主管部门": work.department, "单位": work.unit},
        told=(work.goal, "96.5"),
        blank=(*_NOTHING_REACHED, "实际完成情况"),
        targets_only=True,
    )
    return paper(
        "绩效目标批复文件，前面有正文",
        "石桥镇财政所关于批复2024年项目绩效目标的通知",
        "镇水利站：",
        "　　现将你单位2024年项目绩效目标批复如下，请遵照执行。",
        "附件：项目支出绩效目标表",
        "项目支出绩效目标表（2024年度）",
        page(drawn),
        "石桥镇财政所",
        "2024年2月6日",
        wanted=wanted,
    )


def _department() -> Case:
    drawn = lines(
        "部门（单位）整体支出绩效目标申报表 | < | < | < | <",
        "（2024年度） | < | < | < | <",
        "部门（单位）名称 | < | 青溪县文化馆 | < | <",
        "年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | <",
        "^ | 群众文化活动 | 开展演出和展览 | #86 | <",
        "^ | 免费开放 | 场馆免费开放 | #40 | <",
        "年度总体目标 | 全年演出60场，免费开放300天。 | < | < | <",
        "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值",
        "^ | 产出指标 | 数量指标 | 演出场次 | ≥60场",
        "^ | ^ | 时效指标 | 开放天数 | ≥300天",
        "^ | 效益指标 | 社会效益指标 | 惠及群众 | 5万人次以上",
        "^ | 满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥95%",
    )
    wanted = Wanted(
        goals("""
          产出指标 | 数量指标 | 演出场次 | ≥60场
          产出指标 | 时效指标 | 开放天数 | ≥300天
          效益指标 | 社会效益指标 | 惠及群众 | 5万人次以上
          满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥95%
        """),
        kind="department",
        fields={
            "单位": "青溪县文化馆",
            "目标": "全年演出60场，免费开放300天。",
            "年度": "2024",
        },
        told=("群众文化活动", "开展演出和展览", "免费开放", "86", "40"),
        blank=("actual",),
        targets_only=True,
    )
    return book("部门整体支出绩效目标申报表", page(drawn), wanted=wanted)
