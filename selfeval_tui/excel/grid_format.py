"""Number formats of workbooks taken apart: sections, their conditions, and the pieces of each."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from attrs import evolve, frozen

GENERAL = "General"
LONGEST = 255
"""Characters of a format; no spreadsheet takes more."""

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|(?P<space>[_*].)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|G/通用格式)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<date>y+|m+|d+|h+|s+|e+|aaaa?)"
    r"|(?P<digit>[0#?])"
    r"|(?P<sign>[.,%/@;])"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]{1,8}))?.*", re.DOTALL)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMERALS = re.compile(r"DBNum[0-9]", re.IGNORECASE)
_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = MappingProxyType(
    {
        "<": operator.lt, "<=": operator.le, "=": operator.eq,
        "<>": operator.ne, ">": operator.gt, ">=": operator.ge,
    }
)  # fmt: skip
LONG_DATE, LONG_TIME = "F800", "F400"
"""What stands for the formats of the system, whatever else the section says."""
_DAY, _MONTH, _MONTH_DAY = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"'
_HOUR, _SECOND = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
_YUAN, _YUAN_CENTS = '"¥"#,##0;"¥"-#,##0', '"¥"#,##0.00;"¥"-#,##0.00'
_ACCOUNTS, _ACCOUNTS_CENTS = '#,##0;-#,##0;"-"', '#,##0.00;-#,##0.00;"-"'
BUILTINS: Mapping[int, str] = MappingProxyType(
    {
        0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: _YUAN, 6: _YUAN,
        7: _YUAN_CENTS, 8: _YUAN_CENTS, 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
        13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
        18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
        27: _MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: _DAY, 32: _HOUR, 33: _SECOND,
        34: f"上午/下午{_HOUR}", 35: f"上午/下午{_SECOND}", 36: _MONTH, 37: "#,##0;-#,##0",
        38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: _ACCOUNTS,
        42: _ACCOUNTS, 43: _ACCOUNTS_CENTS, 44: _ACCOUNTS_CENTS, 45: "mm:ss", 46: "[h]:mm:ss",
        47: "mm:ss", 48: "##0.0E+0", 49: "@", 50: _MONTH, 51: _MONTH_DAY, 52: _MONTH,
        53: _MONTH_DAY, 54: _MONTH_DAY, 55: f"上午/下午{_HOUR}", 56: f"上午/下午{_SECOND}",
        57: _MONTH, 58: _MONTH_DAY,
    }
)  # fmt: skip
"""Formats that are named by number only, as a Chinese system shows them (ECMA-376, 18.8.30)."""

LOCAL = frozenset(range(14, 23)) | frozenset(range(27, 37)) | frozenset(range(45, 59)) - {49}
"""Of these, those that each system shows in its own way, whatever a file says of them."""


@frozen
class Piece:
    """One piece of a section: `digit` `point` `comma` `percent` `literal` `date` `text` …."""

    kind: str
    text: str


@frozen
class Section:
    """What is done with some of the values."""

    pieces: tuple[Piece, ...]
    condition: tuple[str, Decimal] | None = None

    def has(self, *kinds: str) -> bool:
        """Whether a piece of these kinds is in it."""
        return any(piece.kind in kinds for piece in self.pieces)

    def takes(self, value: Decimal) -> bool:
        """Whether the condition written in it holds."""
        return self.condition is None or _COMPARE[self.condition[0]](value, self.condition[1])


@frozen
class Format:
    """A number format: one to four sections."""

    sections: tuple[Section, ...]

    def section(self, value: Decimal) -> tuple[Section, bool]:
        """The section for a number, and whether it says the sign itself."""
        numbers = self.sections[:3]
        if any(each.condition for each in numbers):
            found = next((each for each in numbers if each.takes(value)), numbers[-1])
            return found, found is not numbers[0] and found.condition is None and len(numbers) > 1
        if value < 0 and len(numbers) > 1:
            return numbers[1], True
        if not value and len(numbers) > 2:
            return numbers[2], False
        return numbers[0], False

    @property
    def of_texts(self) -> Section | None:
        """The section for texts, where there is one."""
        if len(self.sections) > 3:
            return self.sections[3]
        return self.sections[-1] if self.sections[-1].has("text") else None


@lru_cache(maxsize=512)
def parse(code: str) -> Format:
    """A format taken apart; one that is no format is General."""
    if not code or len(code) > LONGEST:
        code = GENERAL
    return Format(tuple(_sections(code)))


def _sections(code: str) -> Iterator[Section]:
    section = Section(())
    for match in _PIECE.finditer(code):
        if match["sign"] == ";":
            yield section
            section = Section(())
        elif match["bracket"] is not None:
            section = _bracketed(section, match["bracket"])
        else:
            piece = _piece(match)
            section = evolve(section, pieces=(*section.pieces, piece))
    yield section


_SIGNS = MappingProxyType(
    {".": "point", ",": "comma", "%": "percent", "/": "fraction", "@": "text"}
)


def _piece(match: re.Match[str]) -> Piece:
    kind, text = match.lastgroup or "other", match[match.lastgroup or 0]
    match kind:
        case "sign":
            return Piece(_SIGNS[text], text)
        case "space":
            return Piece("literal", "")
        case "quoted" | "escaped" | "other":
            return Piece("literal", text)
        case "date":
            return Piece(kind, text.lower())
    return Piece(kind, text)


def _bracketed(section: Section, inside: str) -> Section:
    """What stands in square brackets: a condition, a currency, a language, or a colour."""
    condition = _CONDITION.fullmatch(inside)
    if condition:
        return evolve(section, condition=(condition[1], Decimal(condition[2])))
    if _ELAPSED.fullmatch(inside):
        return evolve(section, pieces=(*section.pieces, Piece("elapsed", inside[0].lower())))
    if _NUMERALS.fullmatch(inside):
        return evolve(section, pieces=(*section.pieces, Piece("numerals", inside)))
    currency = _CURRENCY.fullmatch(inside)
    if currency is None:
        return section
    language = (currency[2] or "").upper()
    if language in {LONG_DATE, LONG_TIME}:
        return evolve(section, pieces=(*section.pieces, Piece("system", language)))
    return evolve(section, pieces=(*section.pieces, Piece("literal", currency[1])))
