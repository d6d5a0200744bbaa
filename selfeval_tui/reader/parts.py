"""Joins a target that stands in three cells: 指标性质 ≥, 指标值 95 and 度量单位 % are ≥95%."""

import unicodedata
from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.spec.model import Role
from selfeval_tui.text import fold

_SIGNS = {
    "≥", "≤", ">", "<", "=", "≈", "±", "大于等于", "小于等于", "大于或等于", "小于或等于", "大于",
    "小于", "等于", "不低于", "不高于", "不少于", "不多于", "不超过",
}  # fmt: skip
_IN_WORDS = {"定性", "定性指标", "文字描述", "定性描述", "文字"}
_NONE = {"", "/", "-", "无", "\\", "不适用", "、"}
_SAID = {Role.TARGET_OPERATOR: "指标性质", Role.TARGET_UNIT: "度量单位"}


@frozen
class Target:
    """A target in one text."""

    text: str
    parts: tuple[Role, ...] = ()
    """Which of the other cells are in it, or say nothing that it does not."""
    note: str = ""


def join_target(value: str, beside: Mapping[Role, str]) -> Target:
    """The target's text from its cells, each to the letter.

    Args:
        value: What stands under 指标值.
        beside: What stands beside it, by role.
    """
    operator = beside.get(Role.TARGET_OPERATOR, "").strip()
    unit = beside.get(Role.TARGET_UNIT, "").strip()
    counted = any(map(_is_figure, value))
    said = [role for role, text in beside.items() if _is_none(text)]
    text = value
    if counted and not _is_none(unit):
        if not fold(text).endswith(fold(unit)):
            text = f"{text}{unit}"
        said.append(Role.TARGET_UNIT)
    if counted and fold(operator) in _SIGNS:
        if not fold(text).startswith(fold(operator)):
            text = f"{operator}{text}"
        said.append(Role.TARGET_OPERATOR)
    elif value.strip() and fold(operator) in _IN_WORDS:
        said.append(Role.TARGET_OPERATOR)
    return Target(text, tuple(said), _note(value, text, beside))


def _note(value: str, text: str, beside: Mapping[Role, str]) -> str:
    if text == value:
        return ""
    parts = [f"{name}“{beside[role].strip()}”" for role, name in _SAID.items() if beside.get(role)]
    return f"由指标值“{value}”和{'、'.join(parts)}合成"


def _is_none(text: str) -> bool:
    return fold(text.strip()) in _NONE


def _is_figure(letter: str) -> bool:
    return unicodedata.numeric(letter, None) is not None
