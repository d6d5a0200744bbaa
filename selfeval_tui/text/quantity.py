"""Find the amounts in a cleaned text: comparator, figure, unit, per part, words around them."""

import re
from decimal import Decimal
from typing import NamedTuple

from selfeval_tui.text import words
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.units import PER_NAMES, Unit, unit_at

_NUMBER = re.compile(
    r"(?<![A-Za-z\d.])(?:(?<![\d%\w)])[-+])?\d{1,16}(?:\.\d{1,10})?(?![\d])(?!\.\d)", re.ASCII
)
_RANGE = re.compile(r"(?:[-~]|至|到)(?=\d)", re.ASCII)
_PER_BEFORE = re.compile(
    r"每(?:个|一)?(人次|工作日|季度|平方米|平方公里|立方米|课时|公里|学期|人|亩|月|年|天|日|周|次|户|家|村|场|期|台|套|吨|米|件|项|车|班|班次|生|学生|株|座|公顷|季)"
)
_PER_AFTER = re.compile(
    r"/(?:每)?(?:个|一)?(k?m[23]|10万人?|1?000人?|100人?|[^\d/;,。()≥≤<>=\-~]{1,5}?)(?=$|以|及以|左右|之?内|[;,。()≥≤<>=\d\-~]|标准|计|的)"
)


_MOST_AMOUNTS = 40
# 95%≤满意度 is satisfaction of at least 95%.
_TURNED = {"≤": Operator.ge, "<": Operator.gt, "≥": Operator.le, ">": Operator.lt}


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
    while len(found) < _MOST_AMOUNTS:
        number = _NUMBER.search(text, position)
        if number is None:
            break
        amount = _amount(text, position, number)
        found.append(amount)
        position = amount.end
    return found


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
            return PER_NAMES.get(after[1], after[1]), after.end()
    if "每" in before:
        earlier = _PER_BEFORE.findall(before)
        if earlier:
            return PER_NAMES.get(earlier[-1], earlier[-1]), end
    return "", end


def _operator(text: str, before: str, end: int, *, over: bool) -> tuple[Operator, int]:
    turned = _TURNED.get(text[end : end + 1])
    if turned and not text[end + 1 : end + 2].isdigit():
        return turned, end + 1
    after = words.AFTER.at(text, end)
    lead = words.BEFORE.last(before) if before else None
    if lead and lead[2] in {"le", "lt"} and after and after[1] in {"le"}:
        return Operator.le, after[0]
    if lead and not (after and lead[2] in {"gt", "approx"} and after[1] != "approx"):
        return Operator(lead[2]), after[0] if after else end
    if after:
        return Operator(after[1]), after[0]
    return (Operator.over if over else Operator.bare), end
