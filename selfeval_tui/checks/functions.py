"""The functions that only rules call: each small, total, and blank where it has no answer."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from selfeval_tui.checks import alike, prose, reckon, years
from selfeval_tui.spec import BLANK, FUNCTIONS, Blank, Function, Value
from selfeval_tui.text import fold
from selfeval_tui.text.hidden import hidden_in

_DIGITS = re.compile(r"\d+")
_NAMED = 3
"""Kinds of hidden characters that are named."""
_HIGHEST = 4
"""Digits of an attachment's number; more are no number of ours."""


def contains(text: Value, part: Value) -> Value:
    """含: whether a text, or any of several, holds another, whatever its width and blanks."""
    if isinstance(text, Blank) or not isinstance(part, str):
        return BLANK
    return _holding(text, part) > 0


def _holding(column: Value, part: str) -> int:
    """How many of the texts hold another."""
    wanted = _one_line(part)
    return sum(wanted in text for text in _one_line_each(_several(column)))


def _one_line(text: str) -> str:
    """Folded, without line ends: a label may be printed one character below the other."""
    return fold("".join(text.split()))


@lru_cache(maxsize=8)
def _one_line_each(column: tuple[Value, ...]) -> tuple[str, ...]:
    """The texts of a column; one column, or one long text, is looked through for many words."""
    return tuple(_one_line(text) for text in column if isinstance(text, str))


def _several(column: Value) -> tuple[Value, ...]:
    return column if isinstance(column, tuple) else (column,)


def same_text(first: Value, second: Value) -> Value:
    """同文: whether two texts say the same, whatever their width, quotes and blanks."""
    if not isinstance(first, str) or not isinstance(second, str):
        return BLANK
    return fold(first) == fold(second)


def how_many(column: Value, *wanted: Value) -> Value:
    """计数: how many of the values are one of the wanted ones."""
    values = (value for value in _several(column) if not isinstance(value, Blank))
    return Decimal(sum(1 for value in values if value in wanted))


def how_many_hold(column: Value, part: Value) -> Value:
    """含数: how many of the texts hold another."""
    return Decimal(_holding(column, part) if isinstance(part, str) else 0)


def length(column: Value) -> Value:
    """个数: how many values there are, blanks left out."""
    return Decimal(sum(1 for value in _several(column) if not isinstance(value, Blank)))


def explains(text: Value) -> Value:
    """说明充分: whether a text is a reason: at least four characters, none of 无, 略, 同上."""
    return isinstance(text, str) and prose.is_reason(text)


def leftover(text: Value) -> Value:
    """样板文字: the prompt of a template that was left in a text; empty where there is none."""
    return prose.leftover(text) if isinstance(text, str) else BLANK


def unpaired(text: Value) -> Value:
    """不成对: the quotes or brackets that lack their other half; empty where there are none."""
    return prose.unpaired(text) if isinstance(text, str) else BLANK


def doubled(text: Value) -> Value:
    """重复字: a word said twice by mistake, 年年; empty where there is none."""
    return prose.doubled(text) if isinstance(text, str) else BLANK


def hidden(text: Value) -> Value:
    """隐藏字符: what hides in a text and steers how it reads; empty where nothing does."""
    return "、".join(hidden_in(text)[:_NAMED]) if isinstance(text, str) else BLANK


def earlier_years(text: Value, year: Value) -> Value:
    """早年: the years of a text that names earlier ones only; empty where it does not."""
    own = year_in(year)
    if not isinstance(text, str) or not isinstance(own, str):
        return BLANK
    return years.earlier_years(text, own)


def foreign_years(title: Value, name: Value, year: Value) -> Value:
    """标题别年: the years that a title names outside the project's name, where all are others."""
    own = year_in(year)
    if not isinstance(title, str) or not isinstance(own, str):
        return BLANK
    return years.foreign_years(title, [name] if isinstance(name, str) else [], own)


def subject_of(title: Value) -> Value:
    """标题主体: what a title says beside the year and the words of every form."""
    return years.subject_of(title) if isinstance(title, str) else BLANK


def year_in(text: Value) -> Value:
    """年份: the first year that a text names; four digits alone are one, too."""
    if not isinstance(text, str):
        return BLANK
    said = fold(text)
    alone = said.isdigit() and len(said) == len("2023")
    return years.first_year(f"{said}年" if alone else said) or BLANK


def after_year(date: Value, year: Value) -> Value:
    """年后: whether a date lies after the end of a year; blank where it cannot be read."""
    named, own = year_in(date), year_in(year)
    if not isinstance(named, str) or not isinstance(own, str):
        return BLANK
    return named > own


def other_spelling(text: Value, known: Value) -> Value:
    """异写: whether two names are probably two spellings of one."""
    if not isinstance(text, str) or not isinstance(known, str):
        return BLANK
    return alike.other_spelling(text, known)


def meant(text: Value, known: Value) -> Value:
    """错字: the known name of which a text is a slip of the hand; empty where there is none."""
    if not isinstance(text, str):
        return BLANK
    return alike.meant(text, _texts(_several(known)))


@lru_cache(maxsize=8)
def _texts(column: tuple[Value, ...]) -> tuple[str, ...]:
    """The texts of a column; one column of known names is compared with many."""
    return tuple(value for value in column if isinstance(value, str))


def look_up(column: Value, keys: Value, key: Value) -> Value:
    """查: the value of a column in the first row whose key is this one; blank where none is."""
    if not isinstance(column, tuple) or not isinstance(keys, tuple) or not isinstance(key, str):
        return BLANK
    wanted, pairs = fold(key), zip(column, _folded(keys), strict=False)
    return next((value for value, name in pairs if name == wanted), BLANK)


@lru_cache(maxsize=8)
def _folded(column: tuple[Value, ...]) -> tuple[str, ...]:
    """The texts of a column, folded; one column is looked through for many names."""
    return tuple(fold(text) if isinstance(text, str) else "" for text in column)


def repeated(column: Value) -> Value:
    """重复: the texts that stand there more than once; empty where none does."""
    seen: set[str] = set()
    again: dict[str, str] = {}
    for text in _several(column):
        if isinstance(text, str):
            if fold(text) in seen:
                again.setdefault(fold(text), text.strip())
            seen.add(fold(text))
    return "、".join(again.values())


def gaps(column: Value) -> Value:
    """缺号: the numbers that are missing between 1 and the highest; empty where none is."""
    found = [_DIGITS.findall(fold(value)) for value in _several(column) if isinstance(value, str)]
    numbers = {int(digits[-1]) for digits in found if digits and len(digits[-1]) <= _HIGHEST}
    if not numbers:
        return ""
    return "、".join(str(number) for number in range(1, max(numbers)) if number not in numbers)


RULE_FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **FUNCTIONS,
        "近似": Function(reckon.stands_for, 2, 2),
        "同额": Function(reckon.same_amount, 4, 4),
        "绝对值": Function(reckon.size, 1, 1),
        "百分": Function(reckon.as_percent, 1, 1),
        "百分点": Function(reckon.points_between, 2, 2),
        "万元": Function(reckon.as_10k, 1, 1),
        "含": Function(contains, 2, 2, many=True),
        "同文": Function(same_text, 2, 2),
        "计数": Function(how_many, 2, 20, many=True),
        "含数": Function(how_many_hold, 2, 2, many=True),
        "个数": Function(length, 1, 1, many=True),
        "说明充分": Function(explains, 1, 1),
        "样板文字": Function(leftover, 1, 1),
        "不成对": Function(unpaired, 1, 1),
        "重复字": Function(doubled, 1, 1),
        "隐藏字符": Function(hidden, 1, 1),
        "早年": Function(earlier_years, 2, 2),
        "标题别年": Function(foreign_years, 3, 3),
        "标题主体": Function(subject_of, 1, 1),
        "年份": Function(year_in, 1, 1),
        "年后": Function(after_year, 2, 2),
        "异写": Function(other_spelling, 2, 2),
        "错字": Function(meant, 2, 2, many=True),
        "查": Function(look_up, 3, 3, many=True),
        "重复": Function(repeated, 1, 1, many=True),
        "缺号": Function(gaps, 1, 1, many=True),
    }
)
"""What rules may call: the functions of formulas, and those above."""
