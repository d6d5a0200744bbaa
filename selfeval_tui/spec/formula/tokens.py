"""Cut a formula into tokens; full-width signs are folded here, never inside texts and names."""

import re
from enum import StrEnum

from attrs import frozen

from selfeval_tui.spec.formula.fault import FormulaError

LONGEST = 2000
"""Characters of one formula."""
MOST_TOKENS = 400
DEEPEST_BRACKETS = 30
MOST_DIGITS = 30

WORDS = {"且": "and", "或": "or", "非": "not"}
"""Operators only when they stand alone: 非税收入 is a name."""

SIGNS = {
    "**": "**", "==": "==", "＝＝": "==", "＝": "==", "!=": "!=", "！＝": "!=", "≠": "!=",
    ">=": ">=", "＞＝": ">=", "≥": ">=", "≧": ">=", "<=": "<=", "＜＝": "<=", "≤": "<=", "≦": "<=",
    ">": ">", "＞": ">", "<": "<", "＜": "<", "+": "+", "＋": "+", "-": "-", "－": "-", "−": "-",
    "*": "*", "＊": "*", "×": "*", "/": "/", "／": "/", "÷": "/",
    "(": "(", "（": "(", ")": ")", "）": ")", ",": ",", "，": ",", ".": ".",
}  # fmt: skip

HINTS = {
    "=": "相等写作 ==",
    "%": "百分数写作小数，如 0.95",
    "“": '名称带引号时写作 值("名称")，或改用角色',
    "”": '名称带引号时写作 值("名称")，或改用角色',
    "'": "文字缺另一半引号",
    '"': "文字缺另一半引号",
}

_TOKEN = re.compile(
    r"(?P<blank>\s+)"
    r"|(?P<number>[0-9０-９]+(?:\.[0-9０-９]+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<text>'[^'\n]*'|\"[^\"\n]*\")"
    r"|(?P<sign>" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + ")"
)
_HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}


class Sort(StrEnum):
    """What a token is."""

    NAME = "name"
    NUMBER = "number"
    TEXT = "text"
    SIGN = "sign"


@frozen
class Token:
    """One word of a formula: names and texts to the letter, signs and numbers folded."""

    sort: Sort
    text: str
    start: int


def tokenize(source: str) -> tuple[Token, ...]:
    """The tokens of a formula, within the bounds that keep everything after it bounded.

    Raises:
        FormulaError: A sign is unknown, a text is left open, or a bound is passed.
    """
    if len(source) > LONGEST:
        raise FormulaError(source, f"太长（{len(source)} 个字），最多 {LONGEST} 个字")
    tokens: list[Token] = []
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise _unknown(source, position)
        if match.lastgroup != "blank":
            tokens.append(_token(source, match))
        position = match.end()
    _check_bounds(source, tokens)
    return tuple(tokens)


def _token(source: str, match: re.Match[str]) -> Token:
    """The token a match stands for."""
    sort, text = Sort(match.lastgroup or ""), match.group()
    if sort is Sort.NUMBER:
        text = _number(source, match)
    elif sort is Sort.TEXT:
        text = text[1:-1]
    elif sort is Sort.SIGN:
        text = SIGNS[text]
    elif text in WORDS:
        sort, text = Sort.SIGN, WORDS[text]
    return Token(sort, text, match.start())


def _number(source: str, match: re.Match[str]) -> str:
    """A number's digits in half width."""
    after = source[match.end() : match.end() + 1]
    if after.isalnum() or after == "_":
        raise FormulaError(source, f"数字后面不能紧跟“{after}”", match.end())
    if len(match.group()) > MOST_DIGITS:
        raise FormulaError(source, f"数字太长，最多 {MOST_DIGITS} 位", match.start())
    return match.group().translate(_HALF_WIDTH)


def _unknown(source: str, position: int) -> FormulaError:
    """The fault of a character no token begins with."""
    sign = source[position]
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    hint = HINTS.get(sign, "公式里只用名称、数字、文字、四则运算、比较、且、或、非和函数")
    return FormulaError(source, f"不能用“{shown}”，{hint}", position)


def _check_bounds(source: str, tokens: list[Token]) -> None:
    """Refuse what is empty, has too many words or too many open brackets."""
    if not tokens:
        raise FormulaError(source, "是空的")
    if len(tokens) > MOST_TOKENS:
        raise FormulaError(source, f"太长，最多 {MOST_TOKENS} 个词")
    depth = 0
    for token in tokens:
        if token.sort is Sort.SIGN:
            depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth > DEEPEST_BRACKETS:
            raise FormulaError(source, f"括号太深，最多 {DEEPEST_BRACKETS} 层", token.start)
