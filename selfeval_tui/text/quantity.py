"""Find the amounts in a cleaned text: comparator, figure, unit, per part, words around them."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from selfeval_tui.text import words
from selfeval_tui.text.compound import FRACTION_SLASH
from selfeval_tui.text.fraction import fraction_at
from selfeval_tui.text.reading import Operator, Quantity
from selfeval_tui.text.units import PER_NAMES, Kind, Unit, unit_at

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


# Kinds in which a smaller unit may carry on a larger one: 2小时30分钟.
_MEASURED = frozenset(
    {Kind.money, Kind.days, Kind.months, Kind.length, Kind.area, Kind.volume, Kind.mass}
)
# 2个月3天 is one time, but no fixed number of days.
_TIMES = frozenset({Kind.days, Kind.workdays, Kind.months})
_MOST_AMOUNTS = 40
_STROKES = frozenset({"/", FRACTION_SLASH})
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
        position = amount.end
        whole = _carried_on(found[-1], amount) if found and not amount.before else None
        if whole:
            found[-1] = whole
        else:
            found.append(amount)
    return found


def in_doubt(found: list[Amount]) -> bool:
    """Whether amounts touch that may be one, but in no usual way: `10万5`, `1.5公里500米`."""
    return any(
        not amount.before and _perhaps_one(earlier.quantity, amount.quantity)
        for earlier, amount in pairwise(found)
    )


def _perhaps_one(first: Quantity, rest: Quantity) -> bool:
    if first.kind is Kind.scale or not rest.unit:
        return True
    if first.kind is not rest.kind:
        return {first.kind, rest.kind} <= _TIMES
    return first.kind in _MEASURED and first.factor != rest.factor


def _carried_on(first: Amount, rest: Amount) -> Amount | None:
    """Two amounts that touch as one, in the smaller unit: 2小时30分钟 is 150分钟."""
    one, two = first.quantity, rest.quantity
    if one.kind is not two.kind or one.kind not in _MEASURED or one.factor <= two.factor:
        return None
    if one.high is not None or two.high is not None or one.value % 1 or two.value < 0:
        return None
    bounds = {one.operator, two.operator} - {Operator.bare}
    pers = {one.per, two.per} - {""}
    if two.value * two.factor >= one.factor or len(bounds) > 1 or len(pers) > 1:
        return None
    value = (one.value * one.factor + two.value * two.factor) / two.factor
    operator = bounds.pop() if bounds else Operator.bare
    whole = evolve(two, value=value, operator=operator, per=pers.pop() if pers else "")
    return Amount(whole, first.before, first.start, rest.end)


def _amount(text: str, position: int, number: re.Match[str]) -> Amount:
    before = text[position : number.start()]
    value, unit, end, over = _figure(text, number)
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


def _figure(text: str, number: re.Match[str]) -> tuple[Decimal, Unit | None, int, bool]:
    end = number.end()
    if text[end : end + 1] in _STROKES:
        fraction = fraction_at(text, number.start(), end)
        if fraction:
            return *fraction, False
    return Decimal(number[0]), *_unit(text, end)


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
