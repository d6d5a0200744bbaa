"""Drop from a folded text what is no amount, so that the figures left are what was reached."""

import re

from selfeval_tui.text.numerals import CHINESE_NUMERAL, chinese_number
from selfeval_tui.text.units import unit_at

_BOUND_NOTES = ("(含)", "(以上)", "(以下)", "(以内)", "(及以上)", "(左右)")
_NOTE = re.compile(r"\([^()]*\)")
# 50户(次) counts 户次.
_VISITS = re.compile(r"(?<=[人户家台场辆件])\(次\)")
_UNIT_NOTE = re.compile(r"(?<=\d)\(([^()\d]{1,6})\)|^\(([^()]*)\)$", re.ASCII)
# What follows explains the figure or compares it: 12次,其中线上3次; 97%,较上年提高2个百分点.
_REMARK = re.compile(
    r"(?<=[^,;])(?:[,;、]?其中|[,;、](?:含|包括|包含|较|比|同比|环比|与上|与去|同去|超|高出|高于上|低于上|增长|增幅)).*"
)
# Why it is so: 85%,因疫情部分活动未开展. A figure in the reason may be the one that counts.
_REASON = re.compile(r"(?<=[^,;])[,;。](?:主要|系)?(?:是|原因|因|由于|受|鉴于)[^\d]*$", re.ASCII)
# 由5天压缩至3天 reached 3天; 计划12次,实际10次 reached 10次.
_FORMER = re.compile(
    r"(?:由|从)[^,;至到为]*\d[^,;至到为]*(?:至|到|为)(?=[^,;]*\d)|^.*[,;:](?=实际[^,;\d]*\d)"
)
# Years, months, ordinals, document numbers, ages, anniversaries.
_NO_AMOUNT = re.compile(
    r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?年度?|第\d+|\d{1,2}月份?(?:\d{1,2}[日号])?(?!内)|(?<=年)\d{1,2}日"
    r"|\d+号|\d+(?:-\d+)?周?岁(?:及?以[上下])?|\d+周年|\d+A级?|7[x×*]24小时|\d+(?:\.\d+)?:\d+(?:\.\d+)?",
    re.ASCII,
)
_NO_AMOUNT_SIGNS = frozenset("年月第号岁A×x*:")
# 90%≤及时率≤100% is the range 90%-100%.
_TWO_SIDED = re.compile(r"(\d%?)[≤<][^\d≤<≥>,;]{0,12}[≤<](?=\d)", re.ASCII)
_ENUMERATOR = re.compile(r"(?:^|(?<=[;,。]))\(?\d{1,2}(?:[、)]|\.(?!\d))", re.ASCII)
_CHINESE = re.compile(rf"(百分之|千分之)({CHINESE_NUMERAL})|{CHINESE_NUMERAL}")
_CHINESE_LEADS = (*"≥≤<>=:每月年度季天周日共约为于过少到至达(完成足超", "小时", "公里", "千米")
_CHINESE_TAILS = tuple("内以及之左,;。、()/一二三四五六七八九十")


def clean(text: str) -> str:
    """The text with notes, remarks, years, list numbers dropped and Chinese numerals as digits.

    Args:
        text: A folded text.

    Returns:
        A text in which every figure is an amount.
    """
    if "(" in text:
        text = _without_notes(text)
    if "," in text or ";" in text or "其中" in text:
        text = _REASON.sub("", _REMARK.sub("", text))
    if "由" in text or "从" in text or "实际" in text:
        text = _FORMER.sub("", text)
    if not _NO_AMOUNT_SIGNS.isdisjoint(text):
        text = _NO_AMOUNT.sub("", text)
    if "≤" in text or "<" in text:
        text = _TWO_SIDED.sub(r"\1-", text)
    if "." in text or "、" in text or ")" in text:
        text = _ENUMERATOR.sub("", text)
    return _CHINESE.sub(lambda match: _digits(text, match), text) if _CHINESE.search(text) else text


def _without_notes(text: str) -> str:
    text = _VISITS.sub("次", text)
    text = _UNIT_NOTE.sub(_noted_unit, text)
    for note in _BOUND_NOTES:
        if note in text:
            text = text.replace(note, "" if note == "(含)" else note[1:-1])
    bare = _NOTE.sub("", text)
    return bare or text


def _noted_unit(note: re.Match[str]) -> str:
    """12(次) is 12次, 0(项目未完工) just 0; brackets around a whole cell mean nothing."""
    inside = note[1] or note[2] or ""
    unit = unit_at(inside, 0)
    known = unit is not None and (unit[1] == len(inside) or inside[unit[1]] in "/、或")
    return inside if note[1] is None or known else ""


def _digits(text: str, match: re.Match[str]) -> str:
    """Chinese numerals as digits where they plainly count something: 三次, 百分之九十."""
    if match[1]:
        number = chinese_number(match[2])
        sign = "%" if match[1] == "百分之" else "‰"
        return f"{number}{sign}" if number is not None else match[0]
    before = text[: match.start()]
    if before and not before.endswith(_CHINESE_LEADS):
        return match[0]
    more = text.startswith(("余", "多"), match.end())
    unit = unit_at(text, match.end() + more)
    whole = match.start() == 0 and match.end() == len(text)
    after = text[unit[1] :] if unit else "?"
    counts = not after or after.startswith(_CHINESE_TAILS)
    number = chinese_number(match[0]) if whole or counts else None
    return str(number) if number is not None else match[0]
