"""What a person sees in a cell: from its value and its number format to a text.

Figures are decimal and rounded half up. Where the format shows less than the cell holds, the text
is what is seen, and a note says what is stored.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import frozen

from selfeval_tui.excel.grid.dates import FIRST_1900, moment_of, plain, says_less, spell
from selfeval_tui.excel.grid.format import GENERAL, Section, parse

Value = str | bool | int | float

_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
"""Digits that a spreadsheet keeps; what a binary number has beyond them is noise."""
_HIGHEST, _LOWEST = Decimal("1e21"), Decimal("1e-15")
"""Beyond these no figure is written out."""
_OF_DATES = ("date", "elapsed", "system", "half")
_OTHERWISE = ("fraction", "exponent", "numerals")
_DASHES = frozenset("-—–－")
_BRACKETS = str.maketrans("", "", "()（）")
_LOGICAL = {True: "TRUE", False: "FALSE"}


@frozen
class Shown:
    """What a cell shows."""

    text: str
    note: str = ""
    """What is stored, where the text says less."""


def shown(value: Value, code: str = GENERAL, first: datetime = FIRST_1900) -> Shown:
    """What a person sees of a value.

    Args:
        value: As the workbook stores it; dates as their serial numbers.
        code: The cell's number format.
        first: What the workbook counts as day 0.
    """
    match value:
        case str():
            return Shown(_text(value, code))
        case bool():
            return Shown(_LOGICAL[value], f"存的是逻辑值 {_LOGICAL[value]}")
        case _:
            return _number(value, code, first)


def general(figure: Decimal) -> str:
    """A figure with all its digits and no exponent, unless it is no ordinary one."""
    if figure and not _LOWEST <= abs(figure) < _HIGHEST:
        return f"{figure.normalize(_KEPT):E}"
    plain = f"{figure:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _text(value: str, code: str) -> str:
    """A text; formats may put more around it, but never take its place."""
    section = parse(code).of_texts
    if section is None or len(section.pieces) == 1:
        return value
    return "".join(
        value if piece.kind == "text" else piece.text
        for piece in section.pieces
        if piece.kind in {"text", "literal"}
    )


def _number(value: float, code: str, first: datetime) -> Shown:
    figure = _KEPT.create_decimal(repr(value))
    if not figure.is_finite():
        return Shown("#NUM!", "存的不是数字")
    if code == GENERAL:
        return Shown(general(figure))
    section, signed = parse(code).section(figure)
    if section.has(*_OF_DATES):
        return _moment(figure, section, first)
    plan = section.plan
    if plan is None or (figure and not _LOWEST <= abs(figure) < _HIGHEST):
        return _undrawn(figure, section, signed=signed)
    text, whole = plan.show(figure)
    return _told(figure, text if signed or figure >= 0 else f"-{text}", whole=whole)


def _undrawn(figure: Decimal, section: Section, *, signed: bool) -> Shown:
    """A figure by a section that shows no digits, or all of them."""
    if section.has(*_OTHERWISE):
        return Shown(general(figure))
    whole = section.has("general", "text")
    text = "".join(_in_place(section, general(abs(figure))))
    return _told(figure, text if signed or figure >= 0 else f"-{text}", whole=whole)


def _told(figure: Decimal, text: str, *, whole: bool) -> Shown:
    """What is shown, with a note where it says less than the figure."""
    if text and set(text) <= _DASHES:
        # 会计专用 shows a nought as a dash.
        return Shown(general(figure), _note(general(figure), text))
    if text and figure < 0 and "-" not in text:
        # The sign is said by brackets, or by a colour.
        return Shown("-" + text.translate(_BRACKETS), _note(general(figure), text))
    return Shown(text, "" if text and whole else _note(general(figure), text))


def _moment(figure: Decimal, section: Section, first: datetime) -> Shown:
    moment = moment_of(figure, first)
    if moment is None:
        return Shown(general(figure), "单元格是日期格式，存的却不是日期")
    text = spell(moment, figure, section)
    return Shown(text, _note(plain(moment), text) if says_less(moment, section) else "")


def _note(stored: str, text: str) -> str:
    return f"存的是 {stored}，显示为 {text}" if text else f"存的是 {stored}，表上设成不显示"


def _in_place(section: Section, said: str) -> Iterator[str]:
    for piece in section.pieces:
        if piece.kind in {"general", "text"}:
            yield said
        elif piece.kind in {"literal", "percent"}:
            yield piece.text
