"""The years that a text names, and whether they are the one it should speak of."""

import re
from collections.abc import Iterable

from selfeval_tui.text import fold

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[-./~至到]\d)")
_PACKED = re.compile(r"((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PAPER = re.compile(r"《[^《》]*》|\([^()]*\d号\)")
# What began or was left over from another year is spoken of with good reason.
_ONGOING = re.compile(
    r"((?:19|20)\d\d)年度?[^,。;]{0,8}(?:结转|结余|以来|起|至今|签订|签署|合同|尾款|立项|开工|启动)"
)
_TITLE_WORDS = re.compile(
    r"附件[\d-]*|\d{4}(?:[-~至]\d{4})?年?度?|年度?|单位|部门|项目|支出|预算|资金|财政|专项|绩效|整体"
    r"|目标|自我?评价?|评价|情况|完成|结果|报告|[表的()（）:：,，、]"
)


def first_year(text: str) -> str:
    """The first year that a text names, as four digits; empty where it names none."""
    said = fold(text)
    found = _YEAR.search(said) or _PACKED.fullmatch(said)
    return found[1] if found else ""


def earlier_years(text: str, own: str) -> str:
    """The years named by a text that speaks of earlier ones only, 、 between them.

    Left out are years of papers (《…》), and of what was signed, begun or left over then.
    """
    said = _PAPER.sub("", fold(text))
    ongoing = set(_ONGOING.findall(said))
    years = [year for year in dict.fromkeys(_YEAR.findall(said)) if year not in ongoing]
    return "、".join(years) if years and max(years) < own else ""


def foreign_years(title: str, names: Iterable[str], own: str) -> str:
    """The years of a title that are not its own, 、 between them; empty where it has its own one.

    Args:
        title: The title as typed.
        names: Names that stand in it and may hold years of their own, as 2021-2023年三年行动.
        own: The year that the sheet is about.
    """
    said = fold(title)
    theirs: set[str] = set()
    for name in names:
        said = said.replace(fold(name), "")
        theirs.update(_YEAR.findall(fold(name)))
    years = [year for year in dict.fromkeys(_YEAR.findall(said)) if year not in theirs]
    if not years or own in years or min(years) < own < max(years):
        return ""
    return "、".join(years)


def subject_of(title: str) -> str:
    """What a title says beside the year and the words of every form; empty for a general one."""
    return _TITLE_WORDS.sub("", fold(title))
