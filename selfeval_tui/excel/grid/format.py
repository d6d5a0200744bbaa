"""Number formats of workbooks taken apart: sections, their conditions, and the pieces of each."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from attrs import frozen

from selfeval_tui.excel.grid.figures import Piece, Plan

GENERAL = "General"
LONGEST = 255
"""Characters of a format; no spreadsheet takes more."""
MOST_FORMATS = 1000
"""Of one workbook; a spreadsheet takes some 250 beside its own."""
_MOST_PIECES = 40
MINUTE = "n"
"""What `m` is called in a piece where it stands for minutes."""
_OTHERWISE = frozenset({"general", "text", "fraction", "exponent", "numerals"})
"""What shows a figure otherwise than it is meant in a form: all its digits are better."""
_SIGNS = MappingProxyType(
    {".": "point", ",": "comma", "%": "percent", "/": "fraction", "@": "text"}
)

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


Condition = tuple[str, Decimal]


@frozen
class Section:
    """What is done with some of the values."""

    pieces: tuple[Piece, ...]
    condition: Condition | None
    kinds: frozenset[str]
    plan: Plan | None
    """How it shows figures; None where it shows no digits, or otherwise than they are meant."""

    @staticmethod
    def of(pieces: Sequence[Piece], condition: Condition | None) -> "Section":
        """A section of these pieces; one that is longer than any in use is General."""
        known = pieces if len(pieces) <= _MOST_PIECES else (Piece("general", GENERAL),)
        kept = tuple(_with_minutes(known))
        kinds = frozenset(piece.kind for piece in kept)
        plan = None if kinds & _OTHERWISE else Plan.of(kept)
        return Section(kept, condition, kinds, plan)

    def has(self, *kinds: str) -> bool:
        """Whether a piece of these kinds is in it."""
        return not self.kinds.isdisjoint(kinds)

    def takes(self, value: Decimal) -> bool:
        """Whether the condition written in it holds."""
        return self.condition is None or _COMPARE[self.condition[0]](value, self.condition[1])


@frozen
class Format:
    """A number format: one to four sections."""

    sections: tuple[Section, ...]
    numbers: tuple[Section, ...]
    conditional: bool

    def section(self, value: Decimal) -> tuple[Section, bool]:
        """The section for a number, and whether it says the sign itself."""
        numbers = self.numbers
        if len(numbers) == 1:
            return numbers[0], False
        if self.conditional:
            found = next((each for each in numbers if each.takes(value)), numbers[-1])
            return found, found is not numbers[0] and found.condition is None
        if value < 0:
            return numbers[1], True
        return numbers[2 if not value and len(numbers) > 2 else 0], False

    @property
    def of_texts(self) -> Section | None:
        """The section that puts something around texts, where there is one."""
        last = self.sections[-1]
        return last if "text" in last.kinds else None


@lru_cache(maxsize=MOST_FORMATS)
def parse(code: str) -> Format:
    """A format taken apart; one that is no format is General."""
    if not code or len(code) > LONGEST:
        code = GENERAL
    sections = tuple(_sections(code))
    numbers = sections[:3]
    return Format(sections, numbers, any(each.condition for each in numbers))


def _sections(code: str) -> Iterator[Section]:
    pieces: list[Piece] = []
    condition: Condition | None = None
    for match in _PIECE.finditer(code):
        inside = match["bracket"]
        if match["sign"] == ";":
            yield Section.of(pieces, condition)
            pieces, condition = [], None
        elif inside is None:
            pieces.append(_piece(match))
        elif found := _CONDITION.fullmatch(inside):
            condition = found[1], Decimal(found[2])
        elif piece := _bracketed(inside):
            pieces.append(piece)
    yield Section.of(pieces, condition)


def _with_minutes(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, with minutes told from months: they stand behind hours or before seconds."""
    before = ""
    for at, piece in enumerate(pieces):
        if piece.kind not in {"date", "elapsed"}:
            yield piece
            continue
        letter = piece.text[0]
        after = next((each.text[0] for each in pieces[at + 1 :] if each.kind == "date"), "")
        minutes = letter == "m" and (piece.kind == "elapsed" or before == "h" or after == "s")
        yield Piece(piece.kind, MINUTE * len(piece.text)) if minutes else piece
        before = letter


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


def _bracketed(inside: str) -> Piece | None:
    """What stands in square brackets: a currency, a language, a time that passes, a colour."""
    if _ELAPSED.fullmatch(inside):
        return Piece("elapsed", inside[0].lower())
    if _NUMERALS.fullmatch(inside):
        return Piece("numerals", inside)
    currency = _CURRENCY.fullmatch(inside)
    if currency is None:
        return None
    language = (currency[2] or "").upper()
    if language in {LONG_DATE, LONG_TIME}:
        return Piece("system", language)
    return Piece("literal", currency[1])
