"""One number as a clerk writes it, in Decimal: `１，２３４．５`, `三十五`, `1.2万`; no float."""

import re
from decimal import Decimal

from selfeval_tui.text.fold import fold

CHINESE_DIGITS = "零一二两三四五六七八九"
_BELOW_WAN = f"[{CHINESE_DIGITS}十百千]+"
# 一万二千 is one numeral, but in 三万元 the 万 belongs to the unit.
CHINESE_NUMERAL = (
    f"(?:{_BELOW_WAN}(?:[万亿]{_BELOW_WAN})+[万亿]?|{_BELOW_WAN})(?:点[{CHINESE_DIGITS}]+)?"
)

_DIGIT = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
MULTIPLIERS = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "十万": Decimal(10**5),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
_PLAIN = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_SCALED = re.compile(r"([-+]?\d+(?:\.\d+)?)(十万|百万|千万|万亿|十|百|千|万|亿)", re.ASCII)
_CHINESE = re.compile(f"(负?)([{CHINESE_DIGITS}十百千万亿]+)(?:点([{CHINESE_DIGITS}]+))?")


def parse_number(text: str) -> Decimal | None:
    """Read a text that is one number and nothing else.

    Args:
        text: Full- or half-width digits, thousands commas, Chinese numerals, a trailing 万 or 亿.

    Returns:
        The number, or None when the text is something else.
    """
    folded = fold(text)
    if _PLAIN.fullmatch(folded):
        return Decimal(folded)
    scaled = _SCALED.fullmatch(folded)
    if scaled:
        return Decimal(scaled[1]) * MULTIPLIERS[scaled[2]]
    chinese = _CHINESE.fullmatch(folded)
    return _signed(chinese) if chinese and len(folded) <= 40 else None


def format_number(number: Decimal) -> str:
    """Plain notation without exponent or idle zeros: `12.5`, `0`, `-3`."""
    if not number.is_finite():
        return str(number)
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def chinese_integer(text: str) -> int | None:
    """The value of Chinese numerals: 三十五 → 35, 二零二三 → 2023; None for no number."""
    if all(char in _DIGIT for char in text):
        return int("".join(str(_DIGIT[char]) for char in text)) if text else None
    total = section = digit = 0
    seen = False
    for char in text:
        if char in _DIGIT:
            digit, seen = _DIGIT[char], True
        elif char in _SMALL:
            section += (digit if seen else 1) * _SMALL[char]
            digit, seen = 0, False
        else:
            size = _LARGE[char]
            below = total % size + section + digit
            total += below * size - total % size
            section, digit, seen = 0, 0, False
    last = {**_SMALL, **_LARGE}.get(text[-2:-1], 0)
    if seen and last >= 100:
        # 三万五 is 35000; 30005 is 三万零五.
        digit *= last // 10
    return total + section + digit


def chinese_number(text: str) -> Decimal | None:
    """The value of Chinese numerals with an optional 点: 九十九点五 → 99.5."""
    match = _CHINESE.fullmatch(text)
    return _signed(match) if match else None


def _signed(match: re.Match[str]) -> Decimal | None:
    whole = chinese_integer(match[2])
    if whole is None:
        return None
    number = Decimal(whole)
    if match[3]:
        number = Decimal(f"{whole}.{''.join(str(_DIGIT[char]) for char in match[3])}")
    return -number if match[1] else number
