"""部门整体支出绩效自评表 of several provinces."""

from collections.abc import Iterator

from attrs import evolve

from tests.files.foreign.case import Case, book, paper
from tests.files.foreign.families import table
from tests.files.foreign.language import lines, page, shown
from tests.files.foreign.wanted import Wanted, goals

_DISTRICT = goals("""
  运行成本 | 公用经费控制 | 公用经费控制率 | ≦100% | 69%
  运行成本 | 在职人员控制 | 在职人员控制率 | ≦100% | 100%
  管理效率 | 预算执行 | 预算执行率 | 100% | 91.2%
  管理效率 | 资产管理 | 资产管理制度健全性 | 健全 | 健全
  履职效能 | 阅读推广 | 举办读书活动 | ≥36场 | 41场
  社会效应 | 生态效益 | 不涉及 | 不涉及 | 不涉及
  满意度 | 服务对象满意度 | 服务对象满意度 | ≥95% | 97.1%
""")
_REASON = "预算执行率偏低，因采购流标。"


def cases() -> Iterator[Case]:
    """All of them."""
    yield _district()
    yield _province()
    yield _standards()
    yield _document()


def _district_lines() -> str:
    order = ("level1", "level2", "name", "weight", "target", "actual")
    drawn = table(tuple(evolve(goal, weight="绩效基本型") for goal in _DISTRICT), order, before="^")
    return lines(
        "单位名称 | < | 临湖区图书馆 | < | < | < | <",
        "基本支出总额（万元） | < | #262.97 | 项目支出总额（万元） | #310.18 | < | <",
        "年度目标 | < | 　　全年开放330天。⏎　　举办读书活动36场以上。 | < | < | < | <",
        "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标分类 | 年初目标值（A）"
        " | 实际完成值（B）",
        drawn,
        f"偏差大或目标未完成原因分析 | < | {_REASON} | < | < | < | <",
        "改进措施及结果应用方案 | < | 提前启动采购。 | < | < | < | <",
        "备注：⏎1.基本支出总额为实际支出数。 | < | < | < | < | < | <",
    )


_DISTRICT_WANTED = Wanted(
    _DISTRICT,
    kind="department",
    form="ezhou-gedian/department",
    fields={
        "单位名称": "临湖区图书馆",
        "基本支出总额": "262.97",
        "项目支出总额": "310.18",
        "年度目标": "　　全年开放330天。\n　　举办读书活动36场以上。",
        "原因": _REASON,
        "改进": "提前启动采购。",
        "年度": "2023",
        "日期": "2024年4月23日",
    },
)


def _district() -> Case:
    head = lines(
        "附件2 | < | < | < | < | < | <",
        "2023年度临湖区图书馆 | < | < | < | < | < | <",
        "整体绩效自评表 | < | < | < | < | < | <",
        "单位名称：临湖区图书馆 | < | < | < | 填报日期：2024年4月23日 | < | <",
    )
    drawn = page(lines(head, _district_lines()), down=2, right=1)
    return book("整体自评表，标题占两行，下移右移", drawn, wanted=_DISTRICT_WANTED)


def _document() -> Case:
    return paper(
        "整体自评表，文档，标题和单位在表格上方",
        "附件2",
        "2023年度临湖区图书馆\n整体绩效自评表",
        "单位名称：临湖区图书馆                填报日期：2024年4月23日",
        page(shown(_district_lines())),
        wanted=_DISTRICT_WANTED,
    )


def _province() -> Case:
    rows = goals("""
      产出指标 | 数量指标 | 演出场次 | ≥60场 | 63场 | 20 | 20 |
      产出指标 | 时效指标 | 开放天数 | ≥300天 | 298天 | 20 | 19.87 | 设备检修
      产出指标 | 质量指标 | 节目审查通过率 | 100% | 100% | 10 | 10 |
      效益指标 | 社会效益指标 | 惠及群众 | 5万人次以上 | 5.3万人次 | 30 | 30 |
      满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥95% | 96% | 10 | 10 |
    """)
    order = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")
    drawn = lines(
        "部门整体支出绩效自评表 | < | < | < | < | < | < | < | <",
        "（2023年度） | < | < | < | < | < | < | < | <",
        "部门（单位）名称 | < | 青溪县文化馆 | < | < | < | < | < | <",
        "年度主要任务完成情况 | 任务名称 | 完成情况 | < | 预算数（万元）"
        " | 执行数（万元） | 分值 | 执行率 | 得分",
        "^ | 群众文化活动 | 演出63场 | < | #86 | #85.2 | #5 | #0.9907:0.00% | #4.95",
        "^ | 免费开放 | 开放298天 | < | #40 | #40 | #5 | #1:0.00% | #5",
        "^ | 金额合计 | < | < | #126 | #125.2 | #10 | #0.9937:0.00% | #9.94",
        "年度总体目标 | 预期目标 | < | < | < | 目标实际完成情况 | < | < | <",
        "^ | 演出60场，开放300天。 | < | < | < | 演出63场，开放298天。 | < | < | <",
        "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
        " | 偏差原因分析及改进措施",
        table(rows, order, before="^"),
        "总分 | < | < | < | < | < | 100 | #99.81 | ",
    )
    wanted = Wanted(
        rows,
        kind="department",
        fields={"单位": "青溪县文化馆", "年度": "2023"},
        told=(
            "演出60场，开放300天。",
            "演出63场，开放298天。",
            "群众文化活动",
            "演出63场",
            "125.2",
            "99.81",
            "设备检修",
        ),
    )
    return book("部门整体支出表，有年度主要任务", page(drawn), wanted=wanted)


def _standards() -> Case:
    """No target and no actual: what is judged stands in words; nothing may become a target."""
    drawn = lines(
        "2023年度部门整体支出绩效评价自评表 | < | < | < | < | <",
        "填报单位（盖章）：南湖县统计局 | < | < | < | < | <",
        "一级指标 | 二级指标 | 三级指标 | 分值 | 评价标准 | 得分",
        "投入（15分） | 目标设定（10分） | 绩效目标合理性 | 5"
        " | 符合法律法规得2分，符合职责得3分。 | #5",
        "^ | ^ | 绩效指标明确性 | 5 | 细化量化得5分。 | #4.5",
        "^ | 预算配置（5分） | 在职人员控制率 | 5 | 以100%为标准，每超1%扣1分。 | #5",
        "过程（85分） | 预算执行（85分） | 预算完成率 | 85 | 100%计满分。 | #80",
        "合计 | < | < | 100 |  | #94.5",
    )
    wanted = Wanted(
        goals("""
          投入（15分） | 目标设定（10分） | 绩效目标合理性 |  |  | 5 | 5
          投入（15分） | 目标设定（10分） | 绩效指标明确性 |  |  | 5 | 4.5
          投入（15分） | 预算配置（5分） | 在职人员控制率 |  |  | 5 | 5
          过程（85分） | 预算执行（85分） | 预算完成率 |  |  | 85 | 80
        """),
        kind="department",
        may_be_listed=True,
        fields={"单位": "南湖县统计局", "年度": "2023"},
        blank=("target", "actual"),
        told=("符合法律法规得2分，符合职责得3分。", "以100%为标准，每超1%扣1分。", "94.5"),
    )
    return book("部门整体支出表，只有评价标准和得分", page(drawn), wanted=wanted)
