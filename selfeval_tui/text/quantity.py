"""Find the amounts in a folded text: comparator, figure, unit, per part and the words around them."""

import re
from decimal import Decimal
from typing import NamedTuple

from selfeval_tui.text import words
from selfeval_tui.text.numerals import CHINESE_NUMERAL, chinese_number
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.units import Unit, unit_at

_NUMBER = re.compile(
    r"(?<![A-Za-z\d.])(?:(?<![\d%\w)])[-+])?\d{1,16}(?:\.\d{1,10})?(?![\d])(?!\.\d)", re.ASCII
)
_RANGE = re.compile(r"(?:[-~]|至|到)(?=\d)", re.ASCII)
_NOTE = re.compile(r"\((?:其中|含|包括|包含|注|详见|见|如|即|抽样|年度|全年|共|合计|约)?[^()]*\)")
_UNIT_NOTE = re.compile(r"(?<=\d)\(([^()\d]{1,6})\)|^\(([^()]*)\)$", re.ASCII)
_PART_OF = re.compile(r"(?<=.)(?:[,;、]?其中|[,;、](?:含|包括|包含)).*")
_ENUMERATOR = re.compile(r"(?:^|(?<=[;,。]))\(?\d{1,2}(?:[、)]|\.(?!\d))", re.ASCII)
_YEAR = re.compile(
    r"(?:19|20)\d\d(?:年度?|-(?:19|20)\d\d年?度?)|第\d+|\d{1,2}月份?(?:\d{1,2}[日号])?(?!内)|(?:(?<=年)|(?<=月))\d{1,2}日",
    re.ASCII,
)
_CHINESE = re.compile(rf"(百分之|千分之)({CHINESE_NUMERAL})|{CHINESE_NUMERAL}")
_CHINESE_LEAD = re.compile(r"(?:^|[≥≤<>=:每月年度季天周日共约为于过少到至达(完成]|不足|超)$")
_CHINESE_TAIL = re.compile(r"$|以|及以|之内|左右|[,;。、()/]|[一二三四五六七八九十]")
_PER_BEFORE = re.compile(
    r"每(?:个|一)?(人次|工作日|季度|平方米|平方公里|立方米|课时|公里|学期|人|亩|月|年|天|日|周|次|户|家|村|场|期|台|套|吨|米|件|项|车|班|班次|生|学生|株|座|公顷|季)"
)
_PER_AFTER = re.compile(
    r"/(?:每)?(?:个|一)?([^\d/;,。()≥≤<>=\-~]{1,5}?)(?=$|以|及以|左右|之?内|[;,。()≥≤<>=\d\-~]|标准|计|的)"
)


class Amount(NamedTuple):
    """A quantity where it stands: the words before it and where it ends."""

    quantity: Quantity
    before: str
    start: int
    end: int


def amounts(text: str) -> list[Amount]:
    """All amounts of a prepared text, from left to right."""
    found: list[Amount] = []
    position = 0
    while len(found) < 40:
        number = _NUMBER.search(text, position)
        if number is None:
            break
        amount = _amount(text, position, number)
        found.append(amount)
        position = amount.end
    return found


def prepare(text: str) -> str:
    """Drop what is no amount: notes in brackets, list numbers, years and months; Chinese numerals become digits."""
    if "(" in text:
        text = _UNIT_NOTE.sub(lambda note: note[1] or note[2] or "", text)
        text = _keep_bounds(text)
    if "年" in text or "月" in text or "第" in text:
        text = _YEAR.sub("", text)
    if "其中" in text or "含" in text or "包" in text:
        text = _PART_OF.sub("", text)
    if "." in text or "、" in text or ")" in text:
        text = _ENUMERATOR.sub("", text)
    return chinese_to_digits(text)


def _keep_bounds(text: str) -> str:
    for word in ("(含)", "(以上)", "(以下)", "(以内)", "(及以上)", "(左右)"):
        if word in text:
            text = text.replace(word, "" if word == "(含)" else word[1:-1])
    bare = _NOTE.sub("", text)
    return bare or text


def chinese_to_digits(text: str) -> str:
    """Write Chinese numerals with digits where they plainly count something: 三次, 百分之九十."""
    if not _CHINESE.search(text):
        return text
    return _CHINESE.sub(lambda match: _digits(text, match), text)


def _digits(text: str, match: re.Match[str]) -> str:
    if match[1]:
        number = chinese_number(match[2])
        return f"{number}{'%' if match[1] == '百分之' else '‰'}" if number is not None else match[0]
    if not _CHINESE_LEAD.search(text[: match.start()][-3:]):
        return match[0]
    unit = unit_at(text, match.end())
    end = unit[1] if unit else match.end()
    whole = match.start() == 0 and match.end() == len(text)
    if not (whole or (unit and _CHINESE_TAIL.match(text, end))):
        return match[0]
    number = chinese_number(match[0])
    return str(number) if number is not None else match[0]


def _amount(text: str, position: int, number: re.Match[str]) -> Amount:
    before = text[position : number.start()]
    value, end = Decimal(number[0]), number.end()
    unit, end, over = _unit(text, end)
    high = None
    joint = _RANGE.match(text, end)
    if joint:
        upper = _NUMBER.match(text, joint.end())
        if upper:
            high = Decimal(upper[0])
            upper_unit, end, _ = _unit(text, upper.end())
            unit = upper_unit or unit
    per, end = _per(text, end, before)
    operator, end = _operator(text, before, end, over=over)
    if high is not None and high > value:
        operator = Operator.range
    quantity = Quantity(
        value,
        unit.name if unit else "",
        unit.kind if unit else None,
        per,
        operator,
        high if operator is Operator.range else None,
        unit.factor if unit else Decimal(1),
    )
    return Amount(quantity, before, number.start(), end)


def _unit(text: str, end: int) -> tuple[Unit | None, int, bool]:
    over = end < len(text) and text[end] in words.BETWEEN
    found = unit_at(text, end + over)
    if found is None:
        return None, end + over, over
    unit, end = found
    if not over and end < len(text) and text[end] in words.BETWEEN:
        return unit, end + 1, True
    return unit, end, over


def _per(text: str, end: int, before: str) -> tuple[str, int]:
    if text.startswith("/", end):
        after = _PER_AFTER.match(text, end)
        if after:
            return after[1], after.end()
    if "每" in before:
        earlier = None
        for earlier in _PER_BEFORE.finditer(before):
            pass
        if earlier:
            return earlier[1], end
    return "", end


def _operator(text: str, before: str, end: int, *, over: bool) -> tuple[Operator, int]:
    after = words.AFTER.at(text, end)
    lead = words.BEFORE.last(before) if before else None
    if lead and lead[2] in {"le", "lt"} and after and after[1] in {"le"}:
        return Operator.le, after[0]
    if lead and not (after and lead[2] in {"gt", "approx"} and after[1] != "approx"):
        return Operator(lead[2]), after[0] if after else end
    if after:
        return Operator(after[1]), after[0]
    return (Operator.over if over else Operator.bare), end
