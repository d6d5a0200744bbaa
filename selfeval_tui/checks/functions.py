"""The functions that only rules call: each small, total, and blank where it has no answer."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from selfeval_tui.checks import prose
from selfeval_tui.spec import BLANK, FUNCTIONS, Blank, Function, Value
from selfeval_tui.text import fold, format_number, parse_number

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_DIGITS = re.compile(r"\d+")


def stands_for(printed: Value, exact: Value) -> Value:
    """近似: whether a printed rate stands for an exact ratio, within half of its last digit.

    94% stands for 93.5% up to 94.5%; both ends count.
    """
    if not isinstance(printed, str) or not isinstance(exact, Decimal):
        return BLANK
    number = parse_number(printed.strip().rstrip("%％"))
    if number is None:
        return BLANK
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return abs(number - exact * _HUNDRED) <= step * _HALF


def same_amount(first: Value, first_step: Value, second: Value, second_step: Value) -> Value:
    """同额: whether two amounts agree as far as the coarser one was printed."""
    values = (first, first_step, second, second_step)
    if not all(isinstance(value, Decimal) for value in values):
        return BLANK
    numbers = [value for value in values if isinstance(value, Decimal)]
    slack = max(numbers[1], numbers[3]) * _HALF
    return abs(numbers[0] - numbers[2]) <= slack


def size(value: Value) -> Value:
    """绝对值 of a number."""
    return abs(value) if isinstance(value, Decimal) else BLANK


def as_percent(value: Value) -> Value:
    """百分: a ratio as a percentage with at most two decimals, 0.952 as 95.2%."""
    if not isinstance(value, Decimal):
        return BLANK
    return f"{format_number(round_to(value * _HUNDRED, 2))}%"


def as_10k(value: Value) -> Value:
    """万元: an amount in 元 as an amount in 万元 with its unit."""
    if not isinstance(value, Decimal):
        return BLANK
    return f"{format_number(value / 10000)}万元"


def round_to(number: Decimal, digits: int) -> Decimal:
    """Half-up to so many decimals."""
    from decimal import ROUND_HALF_UP

    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def contains(text: Value, part: Value) -> Value:
    """含: whether a text, or any of several, holds another, whatever its width and blanks."""
    texts = text if isinstance(text, tuple) else (text,)
    if isinstance(text, Blank) or not isinstance(part, str):
        return BLANK
    return any(isinstance(each, str) and fold(part) in fold(each) for each in texts)


def same_text(first: Value, second: Value) -> Value:
    """同文: whether two texts say the same, whatever their width, quotes and blanks."""
    if not isinstance(first, str) or not isinstance(second, str):
        return BLANK
    return fold(first) == fold(second)


def how_many(column: Value, *wanted: Value) -> Value:
    """计数: how many of the values are one of the wanted ones."""
    values = column if isinstance(column, tuple) else (column,)
    return Decimal(sum(1 for value in values if not isinstance(value, Blank) and value in wanted))


def how_many_hold(column: Value, part: Value) -> Value:
    """含数: how many of the texts hold another."""
    values = column if isinstance(column, tuple) else (column,)
    return Decimal(sum(1 for value in values if contains(value, part) is True))


def length(column: Value) -> Value:
    """个数: how many values there are, blanks left out."""
    values = column if isinstance(column, tuple) else (column,)
    return Decimal(sum(1 for value in values if not isinstance(value, Blank)))


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


def other_years(text: Value, year: Value) -> Value:
    """别的年份: the years that a text names without naming its own; empty where it does."""
    if not isinstance(text, str) or not isinstance(year, str):
        return BLANK
    own = _DIGITS.search(fold(year))
    return prose.other_years(text, own[0]) if own else BLANK


def year_in(text: Value) -> Value:
    """年份: the first year that a text names, as four digits."""
    return (prose.first_year(text) or BLANK) if isinstance(text, str) else BLANK


def after_year(date: Value, year: Value) -> Value:
    """年后: whether a date lies after the end of a year; blank where it cannot be read."""
    if not isinstance(date, str) or not isinstance(year, str):
        return BLANK
    named, own = prose.first_year(date), prose.first_year(f"{year}年")
    return int(named) > int(own) if named and own else BLANK


def likeness(text: Value, known: Value) -> Value:
    """相近: the known name that a text is nearly but not quite; empty where there is none."""
    if not isinstance(text, str):
        return BLANK
    names = [name for name in known if isinstance(name, str)] if isinstance(known, tuple) else []
    return prose.nearly(text, names)


def among(text: Value, known: Value) -> Value:
    """之一: whether a text is one of several."""
    if not isinstance(text, str) or not isinstance(known, tuple):
        return BLANK
    return any(isinstance(each, str) and fold(each) == fold(text) for each in known)


def look_up(column: Value, keys: Value, key: Value) -> Value:
    """查: the value of a column in the first row whose key is this one; blank where none is."""
    if not isinstance(column, tuple) or not isinstance(keys, tuple) or not isinstance(key, str):
        return BLANK
    pairs = zip(column, keys, strict=False)
    wanted = fold(key)
    return next(
        (value for value, name in pairs if isinstance(name, str) and fold(name) == wanted), BLANK
    )


def repeated(column: Value) -> Value:
    """重复: the texts that stand there more than once; empty where none does."""
    values = column if isinstance(column, tuple) else (column,)
    texts = [value.strip() for value in values if isinstance(value, str)]
    folded = [fold(text) for text in texts]
    return "、".join(
        text
        for number, text in enumerate(texts)
        if folded.index(folded[number]) < number and folded.count(folded[number]) > 1
    )


def gaps(column: Value) -> Value:
    """缺号: the numbers that are missing between 1 and the highest; empty where none is."""
    values = column if isinstance(column, tuple) else (column,)
    found = [_DIGITS.findall(fold(value)) for value in values if isinstance(value, str)]
    numbers = {int(digits[-1]) for digits in found if digits and len(digits[-1]) < 5}
    if not numbers:
        return ""
    return "、".join(str(number) for number in range(1, max(numbers)) if number not in numbers)


RULE_FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **FUNCTIONS,
        "近似": Function(stands_for, 2, 2),
        "同额": Function(same_amount, 4, 4),
        "绝对值": Function(size, 1, 1),
        "百分": Function(as_percent, 1, 1),
        "万元": Function(as_10k, 1, 1),
        "含": Function(contains, 2, 2, many=True),
        "同文": Function(same_text, 2, 2),
        "计数": Function(how_many, 2, 20, many=True),
        "含数": Function(how_many_hold, 2, 2, many=True),
        "个数": Function(length, 1, 1, many=True),
        "说明充分": Function(explains, 1, 1),
        "样板文字": Function(leftover, 1, 1),
        "不成对": Function(unpaired, 1, 1),
        "重复字": Function(doubled, 1, 1),
        "别的年份": Function(other_years, 2, 2),
        "年份": Function(year_in, 1, 1),
        "年后": Function(after_year, 2, 2),
        "相近": Function(likeness, 2, 2, many=True),
        "之一": Function(among, 2, 2, many=True),
        "查": Function(look_up, 3, 3, many=True),
        "重复": Function(repeated, 1, 1, many=True),
        "缺号": Function(gaps, 1, 1, many=True),
    }
)
