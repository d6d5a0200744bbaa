"""What other families print for a place that a form calls otherwise, by its role.

A sheet of a family without a form of its own is read with the nearest one: its 年度指标值 goes
where that form has 年初目标值.
"""

import re
from collections.abc import Mapping

from selfeval_tui.spec.model import Role

_NOTES = re.compile(r"(?:\([^()]*\))+$")

_ALIASES: Mapping[Role, str] = {
    Role.LEVEL1: "一级指标 一级 一级指标名称 指标一级",
    Role.LEVEL2: "二级指标 二级 二级指标名称 指标二级",
    Role.INDICATOR: "三级指标 三级指标名称 指标名称 绩效指标名称 指标内容 三级指标内容 三级"
    " 具体指标 四级指标 绩效指标",
    Role.TARGET: "年初目标值 年度指标值 年初指标值 年度目标值 指标值 目标值 计划指标值 预期指标值"
    " 计划值 计划完成值 绩效目标值 年初设定值 年初绩效指标值 预期值 年度绩效指标值"
    " 年初设定目标值 预期目标值"
    " 年度计划值 年度绩效目标值 批复指标值 全年目标值 全年指标值 预期当年实现值 年初设定指标值",
    Role.TARGET_OPERATOR: "指标性质 指标方向 计算符号 运算符号 指标符号 符号 比较符",
    Role.TARGET_UNIT: "度量单位 计量单位 指标单位 指标值单位 单位",
    Role.ACTUAL: "实际完成值 全年完成值 全年实际完成值 完成值 实际值 全年实际值 实际完成指标值"
    " 实际完成情况 指标完成值 年度实际完成值 实际完成数 全年完成情况 年度完成值 指标实际完成值"
    " 指标完成情况 年末完成值 年度完成情况 实际完成 完成指标值 指标值完成情况 完成情况",
    Role.WEIGHT: "分值 权重 指标分值 标准分值 指标权重 权重分 权重分值 标准分 分值权重 满分",
    Role.SCORE: "得分 自评得分 自评分 自评分值 指标得分 实际得分 指标自评得分 自评价得分",
    Role.REASON: "偏差原因分析及改进措施 偏差原因分析 未完成原因分析 未完成原因及改进措施 原因分析"
    " 偏差大或目标未完成原因分析 未完成原因和改进措施 偏差原因及改进措施 偏差原因 未完成原因"
    " 偏差原因分析和改进措施 偏差情况说明 存在问题及原因分析 原因分析及改进措施 未达标原因"
    " 未完成绩效目标或偏离较多的原因 说明",
    Role.IMPROVEMENT: "改进措施及结果应用方案 改进措施 拟采取的改进措施 下一步改进措施"
    " 改进措施及建议 整改措施",
    Role.BUDGET: "预算数 全年预算数 调整预算数 调整后预算数 年度预算数 预算金额 全年预算"
    " 预算资金 年度预算 预算安排数",
    Role.SPENT: "执行数 全年执行数 实际支出数 决算数 全年实际支出数 执行金额 实际执行数"
    " 全年支出数 支出数 实际支出 预算执行数 实际支出金额",
    Role.RATE: "执行率 预算执行率 全年执行率",
    Role.UNIT_NAME: "单位名称 实施单位 项目单位 填报单位 预算单位 项目实施单位 部门名称 填报部门"
    " 实施部门 自评单位 评价单位 部门(单位)名称 单位(部门)名称 预算部门名称 资金使用单位"
    " 项目承担单位",
    Role.DEPARTMENT: "主管部门 主管单位 预算主管部门 主管部门及代码 业务主管部门 地方主管部门"
    " 省级主管部门 市级主管部门 县级主管部门 区级主管部门 中央主管部门 部门",
    Role.PROJECT_NAME: "项目名称 评价项目名称 自评项目名称 项目支出名称 转移支付名称 专项名称"
    " 专项资金名称",
    Role.DATE: "填报日期 填表日期 填报时间 填表时间 自评日期",
    Role.YEAR: "年度 评价年度 预算年度 自评年度 项目年度 绩效年度",
    Role.TOTAL: "总分 自评总分 总得分 合计 总计 自评总得分 合计得分",
    Role.GOAL: "年度目标 年度总体目标 预期目标 总体目标 年初预期目标 年初设定目标 年度总体绩效目标"
    " 总体绩效目标 年度预期目标 预期绩效目标 年度绩效总目标 当年绩效目标 年度绩效目标 项目绩效目标",
    Role.BASIC_TOTAL: "基本支出总额 基本支出",
    Role.PROJECT_TOTAL: "项目支出总额 项目支出",
    Role.NOTES: "备注 注 说明 填表说明 填报说明 填表注意事项",
}
_ORDERED: Mapping[Role, tuple[str, ...]] = {
    role: tuple(aliases.split()) for role, aliases in _ALIASES.items()
}
_LOOSE: Mapping[Role, re.Pattern[str]] = {
    Role.ACTUAL: re.compile(
        r"(?!.*(?:原因|措施|未完成|得分|完成率|目标值)).*(?:实际|完成)(?:值|情况|数值?|结果|指标值)?"
    ),
    Role.TARGET: re.compile(
        r"(?!.*(?:实际|完成|调整|实施期|中期|总体|性质|方向|权重)).*(?:目标|指标|计划|预期|设定)值"
    ),
    Role.SCORE: re.compile(r"(?!.*标准).*(?:得分|自评分)"),
    Role.WEIGHT: re.compile(r"(?!.*(?:得分|调整)).*(?:分值|权重)"),
    Role.REASON: re.compile(r".*原因"),
}
"""What the heads of indicator columns have in common, for words that are in no list."""
_OF_ALIAS = frozenset((role, alias) for role, aliases in _ORDERED.items() for alias in aliases)
_WHOLE_MONEY = re.compile(
    "(?:年度|全年|本年)?(?:财政|项目|预算)?(?:资金|预算|支出)*(?:总额|总金额|合计|总计)"
)
_PARTS_OF_MONEY: Mapping[str, str] = {
    "当年财政拨款": "财政拨款 本年财政拨款 当年财政资金 本年财政资金 年度财政拨款 财政资金"
    " 当年财政拨款资金 本年度财政拨款",
    "上年结转资金": "上年结转 结转资金 上年结转结余 上年结余结转 上年结转结余资金 结转结余资金"
    " 上年结余 上年结转数",
    "其他资金": "其他 其它资金 其它 其他收入",
}
_PART_OF_MONEY = {
    alias: part for part, aliases in _PARTS_OF_MONEY.items() for alias in aliases.split()
}


OUTCOMES = (
    "实际完成情况", "全年实际完成情况", "目标实际完成情况", "总体目标实际完成情况",
    "年度总体目标完成情况", "总体目标完成情况", "目标完成情况", "全年完成情况", "年度目标完成情况",
    "实际完成目标",
)  # fmt: skip
"""What families print over what became of the goals, which plays no role."""


def plain(label: str) -> str:
    """A folded label without the notes at its end: 全年预算数(A) is 全年预算数."""
    return _NOTES.sub("", label)


def means(label: str, role: Role | None) -> bool:
    """Whether a folded label is another family's name for what plays a role."""
    return role is not None and (role, plain(label)) in _OF_ALIAS


def aliases_of(role: Role | None) -> tuple[str, ...]:
    """What families print for a role, the clearest first; nothing for no role."""
    return _ORDERED.get(role, ()) if role is not None else ()


def sounds_like(label: str, role: Role | None) -> bool:
    """Whether a folded label at the head of an indicator column probably plays a role."""
    pattern = _LOOSE.get(role) if role is not None else None
    return pattern is not None and pattern.fullmatch(plain(label)) is not None


def names_whole_money(label: str) -> bool:
    """Whether a folded label names the first row of the money table of some family."""
    return _WHOLE_MONEY.fullmatch(plain(label)) is not None


def names_money(label: str) -> bool:
    """Whether a folded label names a row of the money table of some family."""
    bare = part_of_money(label)
    return names_whole_money(label) or bare in _PARTS_OF_MONEY


def part_of_money(label: str) -> str:
    """A folded row label of a money table in the Ministry's words: 其中财政拨款 is 当年财政拨款."""
    bare = plain(label).removeprefix("其中")
    return _PART_OF_MONEY.get(bare, bare)
