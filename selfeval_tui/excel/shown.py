"""What a person sees in a cell: from its value and its number format to a text.

Figures are decimal and rounded half up. Where the format shows less than the cell holds, the text
is what is seen, and a note says what is stored.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import chain

from attrs import frozen

from selfeval_tui.excel.grid_dates import FIRST_1900, moment_of, plain, says_less, spell
from selfeval_tui.excel.grid_format import GENERAL, Piece, Section, parse

Value = str | bool | int | float

_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
"""Digits that a spreadsheet keeps; what a binary number has beyond them is noise."""
_ROOMY = Context(prec=400, rounding=ROUND_HALF_UP)
_HIGHEST, _LOWEST = Decimal("1e21"), Decimal("1e-15")
"""Beyond these no figure is written out."""
_OF_DATES = ("date", "elapsed", "system", "half")
_OTHERWISE = ("fraction", "exponent", "numerals")
"""What shows a figure otherwise than it is meant in a form: all its digits are better."""
_DRAWN_POINT = Piece("literal", ".")
"""Ten thousands shown with a point that is only drawn: 12.3 for 123456."""
_DASHES = frozenset("-—–－")
_BRACKETS = str.maketrans("", "", "()（）")
_WRITTEN = frozenset({"literal", "percent"})
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
    if section is None or not section.has("text"):
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
    section, signed = parse(code).section(figure)
    if section.has(*_OF_DATES):
        return _moment(figure, section, first)
    stored = general(figure)
    if section.has(*_OTHERWISE) or (figure and not _LOWEST <= abs(figure) < _HIGHEST):
        return Shown(stored)
    text, seen = _figure(figure, section)
    text = f"-{text}" if figure < 0 and not signed else text
    if text and set(text) <= _DASHES:
        # 会计专用 shows a nought as a dash.
        return Shown(stored, _note(stored, text))
    if text and figure < 0 and "-" not in text:
        return Shown("-" + text.translate(_BRACKETS), _note(stored, text))
    return Shown(text, "" if text and seen else _note(stored, text))


def _moment(figure: Decimal, section: Section, first: datetime) -> Shown:
    moment = moment_of(figure, first)
    if moment is None:
        return Shown(general(figure), "单元格是日期格式，存的却不是日期")
    text = spell(moment, figure, section)
    return Shown(text, _note(plain(moment), text) if says_less(moment, section) else "")


def _note(stored: str, text: str) -> str:
    return f"存的是 {stored}，显示为 {text}" if text else f"存的是 {stored}，表上设成不显示"


def _figure(figure: Decimal, section: Section) -> tuple[str, bool]:
    """The text of a section without the sign of the figure, and whether it says all of it."""
    if section.has("general", "text"):
        said = general(abs(figure))
        return "".join(_in_place(section, said)), True
    kinds = [piece.kind for piece in section.pieces]
    if "digit" not in kinds:
        return "".join(_in_place(section, "")), False
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole_end = max((at for at in range(point) if kinds[at] == "digit"), default=0)
    # Commas between the digits group them; those behind the last one count thousands.
    thousands = kinds[whole_end + 1 : point].count("comma")
    shift = 2 * kinds.count("percent") - 3 * thousands
    scaled = abs(figure).scaleb(shift, _ROOMY)
    places = Decimal(1).scaleb(-kinds[point:].count("digit"))
    rounded = scaled.quantize(places, context=_ROOMY)
    whole, _, fraction = f"{rounded:f}".partition(".")
    grouped = "comma" in kinds[:whole_end]
    text = "".join(
        chain(
            _whole(section, point, whole.lstrip("0"), grouped=grouped),
            _fraction(section, point, fraction),
        )
    )
    moved = bool(thousands) or any(piece == _DRAWN_POINT for piece in section.pieces)
    return text, not moved and rounded == scaled


def _in_place(section: Section, said: str) -> Iterator[str]:
    for piece in section.pieces:
        if piece.kind in {"general", "text"}:
            yield said
            said = ""
        elif piece.kind in _WRITTEN:
            yield piece.text


def _whole(section: Section, point: int, digits: str, *, grouped: bool) -> Iterator[str]:
    """The pieces before the decimal point, filled from the right; the first takes what is over."""
    pieces = section.pieces[:point]
    places = sum(piece.kind == "digit" for piece in pieces)
    padded = digits.rjust(places)
    over, at = len(padded) - places, 0
    for piece in pieces:
        if piece.kind != "digit":
            yield piece.text if piece.kind in _WRITTEN else ""
            continue
        end = at + 1 if at else over + 1
        for digit in padded[at:end]:
            at += 1
            said = "0" if digit == " " and piece.text == "0" else digit.strip()
            rest = len(padded) - at
            yield f"{said}," if grouped and said and rest and rest % 3 == 0 else said
    yield "" if places else digits


def _fraction(section: Section, point: int, digits: str) -> Iterator[str]:
    """The pieces from the decimal point on; where no digit is shown, nor is the point."""
    pieces = section.pieces[point:]
    wanted = [piece.text for piece in pieces if piece.kind == "digit"]
    kept = max(
        (at + 1 for at, text in enumerate(wanted) if text == "0" or digits[at] != "0"), default=0
    )
    left = iter(digits[:kept])
    yield "." if kept else ""
    for piece in pieces:
        if piece.kind == "digit":
            yield next(left, "")
        elif piece.kind in _WRITTEN:
            yield piece.text
