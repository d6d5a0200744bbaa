"""One amount written in several steps: `1万2千亩`, `9成6`, `三分之一`, `2小时30分`, `1年半`.

The steps are rewritten as one figure before amounts are looked for. What is written in an unusual
way (`10万5`) is left as it stands, and the reader of amounts leaves it to a person.
"""

import re
from decimal import Decimal

from selfeval_tui.text.numerals import CHINESE_DIGITS, MULTIPLIERS, format_number, parse_number

# Divides a fraction that cannot be a date; NFKC makes it of ½ too.
FRACTION_SLASH = "\u2044"
_SIGNS = frozenset("百千万亿成分半")
_LOW = re.compile(r"(?<![\d.])(?:\d[千百十]){2,3}(?![\d.千百十])", re.ASCII)
_ONE_HALF = Decimal("0.5")
_STEP = re.compile(r"(\d)([千百十])", re.ASCII)
_HIGH = re.compile(
    r"(?<![\d.])(\d{1,8})([亿万])(?:(\d{1,4})([万千百])|(\d{3,4}))(?![\d.万亿千百十])", re.ASCII
)
_DIGIT = rf"[\d{CHINESE_DIGITS}]"
_TENTHS = re.compile(
    rf"(?<![\d.十{CHINESE_DIGITS}])({_DIGIT})成({_DIGIT})(?=$|[以及左之内多余,;。、()\-~至到])",
    re.ASCII,
)
_PART = rf"[{CHINESE_DIGITS}十]{{1,3}}|\d{{1,3}}"
_FRACTION = re.compile(rf"(?<![\d.百千万])({_PART})分之({_PART})(?![\d.百千万])", re.ASCII)
_HALF = re.compile(
    rf"(?<![\d.{CHINESE_DIGITS}十百千])(\d{{1,4}}|[{CHINESE_DIGITS}十]{{1,3}})"
    r"(?:个半(?=小时|月)|(小时|天|年|个月|公里|亩|倍)半(?=$|[以及左之内,;。、()]))",
    re.ASCII,
)
_MINUTES = re.compile(r"(?<=小时)(\d{1,2}|[一二三四五六七八九十]{1,3})分(?!钟)", re.ASCII)


def joined(text: str) -> str:
    """The folded text with each amount of several steps as one figure.

    Args:
        text: A folded text.

    Returns:
        `1万2千亩` as `1.2万亩`, `9千9百亩` as `9900亩`, `9成6` as `96%`, `三分之一` as one third.
    """
    if _SIGNS.isdisjoint(text):
        return text
    if "成" in text:
        text = _TENTHS.sub(_percent, text)
    if "分" in text:
        text = _MINUTES.sub(r"\1分钟", _FRACTION.sub(_fraction, text))
    if "半" in text:
        text = _HALF.sub(_half, text)
    return _HIGH.sub(_high, _LOW.sub(_low, text))


def _percent(match: re.Match[str]) -> str:
    tens, ones = (parse_number(each) or Decimal(0) for each in match.groups())
    return f"{tens * 10 + ones}%"


def _fraction(match: re.Match[str]) -> str:
    whole, part = (parse_number(each) or Decimal(0) for each in match.groups())
    return f"{part}{FRACTION_SLASH}{whole}" if 0 < part <= whole else match[0]


def _half(match: re.Match[str]) -> str:
    unit = match[2] or ("个" if match.string.startswith("月", match.end()) else "")
    return f"{(parse_number(match[1]) or Decimal(0)) + _ONE_HALF}{unit}"


def _low(match: re.Match[str]) -> str:
    steps = [(Decimal(digit), MULTIPLIERS[size]) for digit, size in _STEP.findall(match[0])]
    sizes = [size for _, size in steps]
    if sizes != sorted(set(sizes), reverse=True):
        return match[0]
    return format_number(sum((digit * size for digit, size in steps), Decimal(0)))


def _high(match: re.Match[str]) -> str:
    size = MULTIPLIERS[match[2]]
    rest = Decimal(match[3] or match[5]) * (MULTIPLIERS[match[4]] if match[4] else 1)
    if rest >= size:
        return match[0]
    return f"{format_number(Decimal(match[1]) + rest / size)}{match[2]}"
