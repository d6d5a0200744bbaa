"""What a row is about, told by the names of its indicators."""

from selfeval_tui.text import meanings
from selfeval_tui.text.lexicon import ordered

_SURVEYED = ordered(meanings.SURVEYED)
_COST_GROUPS = ordered(meanings.COST_GROUPS)
_BUDGETED = ordered(meanings.BUDGETED)


def about_satisfaction(*names: str) -> bool:
    """Whether one of the names of a row (一级, 二级, 三级指标) speaks of 满意度."""
    return any(word in name for word in _SURVEYED for name in names)


def about_budget(level2: str, indicator: str) -> bool:
    """Whether a row promises to keep to the budget, as 成本指标 预算控制数 does."""
    costs = any(word in level2 for word in _COST_GROUPS)
    return costs and any(word in indicator for word in _BUDGETED)
