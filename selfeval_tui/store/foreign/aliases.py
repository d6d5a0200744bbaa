"""What other families print for a place that a form calls otherwise, by its role.

A sheet of a family without a form of its own is read with the nearest one: its 年度指标值 goes
where that form has 年初目标值.
"""

import re
from collections.abc import Mapping

from selfeval_tui.spec.model import Role

_NOTE = re.compile(r"\([^()]*\)$")

_ALIASES: Mapping[Role, str] = {
    Role.INDICATOR: "三级指标 指标名称 绩效指标名称",
    Role.TARGET: "年初目标值 年度指标值 年初指标值 指标值 目标值 年度目标值 计划指标值 预期指标值"
    " 计划值 绩效目标值 年初设定值 年初绩效指标值 预期值 年度绩效指标值",
    Role.ACTUAL: "实际完成值 全年完成值 全年实际完成值 完成值 实际值 全年实际值 实际完成指标值"
    " 实际完成情况 指标完成值 年度实际完成值",
    Role.WEIGHT: "分值 权重 指标分值 标准分值 指标权重",
    Role.SCORE: "得分 自评得分 自评分 自评分值",
    Role.REASON: "偏差原因分析及改进措施 偏差原因分析 未完成原因分析 未完成原因及改进措施 原因分析"
    " 偏差大或目标未完成原因分析 未完成原因和改进措施 偏差原因及改进措施",
    Role.IMPROVEMENT: "改进措施及结果应用方案 改进措施 拟采取的改进措施",
    Role.BUDGET: "预算数 全年预算数 调整预算数 调整后预算数 年度预算数 预算金额 全年预算",
    Role.SPENT: "执行数 全年执行数 实际支出数 决算数 全年实际支出数 执行金额 实际执行数",
    Role.RATE: "执行率 预算执行率",
    Role.UNIT_NAME: "单位名称 实施单位 项目单位 填报单位 预算单位 项目实施单位",
    Role.DEPARTMENT: "主管部门 主管单位 预算主管部门",
    Role.DATE: "填报日期 填表日期 填报时间",
    Role.TOTAL: "总分 自评总分 总得分",
}
_OF_ALIAS = frozenset(
    (role, alias) for role, aliases in _ALIASES.items() for alias in aliases.split()
)
_WHOLE_MONEY = frozenset(
    {"年度资金总额", "年度财政资金总额", "资金总额", "项目资金总额", "预算资金总额", "合计"}
)


def plain(label: str) -> str:
    """A folded label without the note at its end: 全年预算数(A) is 全年预算数."""
    return _NOTE.sub("", label)


def means(label: str, role: Role | None) -> bool:
    """Whether a folded label is another family's name for what plays a role."""
    return role is not None and (role, plain(label)) in _OF_ALIAS


def names_whole_money(label: str) -> bool:
    """Whether a folded label names the first row of the money table of some family."""
    return plain(label) in _WHOLE_MONEY
