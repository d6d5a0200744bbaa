"""Figures as a section of a number format shows them: digits, groups, percent, what is between."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import frozen

_ROOMY = Context(prec=400, rounding=ROUND_HALF_UP)
_WRITTEN = frozenset({"literal", "percent"})


@frozen
class Piece:
    """One piece of a section."""

    kind: str
    """`digit` `point` `comma` `percent` `literal` `general` `text` `date` `elapsed` `half` …."""
    text: str


_DRAWN_POINT = Piece("literal", ".")
"""Ten thousands shown with a point that is only drawn: 12.3 for 123456."""


@frozen
class Plan:
    """How a section shows a figure; made once for many cells."""

    whole: tuple[Piece, ...]
    """What stands before the decimal point."""
    fraction: tuple[Piece, ...]
    places: int
    """Digits before the point, as far as they are drawn singly."""
    shift: int
    """By how many places the figure is moved: 2 for a percentage."""
    quantum: Decimal
    """One unit of the last place shown."""
    kept: int
    """Digits behind the point that are shown even where they are 0."""
    grouped: bool
    moved: bool
    """Whether the point stands elsewhere than in the figure, and nothing says so."""

    @staticmethod
    def of(pieces: Sequence[Piece]) -> "Plan | None":
        """The plan of a section; None for one without digits."""
        kinds = [piece.kind for piece in pieces]
        if "digit" not in kinds:
            return None
        point = kinds.index("point") if "point" in kinds else len(kinds)
        end = max((at for at in range(point) if kinds[at] == "digit"), default=0)
        # Commas between the digits group them; those behind the last one count thousands.
        thousands = kinds[end + 1 : point].count("comma")
        behind = [piece.text for piece in pieces[point:] if piece.kind == "digit"]
        return Plan(
            tuple(pieces[:point]),
            tuple(pieces[point:]),
            kinds[:point].count("digit"),
            2 * kinds.count("percent") - 3 * thousands,
            Decimal(1).scaleb(-len(behind)),
            max((at + 1 for at, text in enumerate(behind) if text == "0"), default=0),
            "comma" in kinds[:end],
            bool(thousands) or _DRAWN_POINT in pieces,
        )

    def show(self, figure: Decimal) -> tuple[str, bool]:
        """The text of a figure without its sign, and whether the text says all of it."""
        scaled = abs(figure).scaleb(self.shift, _ROOMY)
        rounded = scaled.quantize(self.quantum, context=_ROOMY)
        whole, _, fraction = f"{rounded:f}".partition(".")
        text = "".join((*self._whole(whole.lstrip("0")), *self._fraction(fraction)))
        return text, not self.moved and rounded == scaled

    def _whole(self, digits: str) -> Iterator[str]:
        """What stands before the point, filled from the right; the first takes what is over."""
        padded = digits.rjust(self.places)
        over, at = len(padded) - self.places, 0
        for piece in self.whole:
            if piece.kind != "digit":
                if piece.kind in _WRITTEN:
                    yield piece.text
                continue
            end = at + 1 if at else over + 1
            for digit in padded[at:end]:
                at += 1
                said = digit if digit != " " else "0" if piece.text == "0" else ""
                rest = len(padded) - at
                yield f"{said}," if self.grouped and said and rest and rest % 3 == 0 else said
        if not self.places:
            yield digits

    def _fraction(self, digits: str) -> Iterator[str]:
        """What stands from the point on; where no digit is shown, nor is the point."""
        kept = max(self.kept, len(digits.rstrip("0")))
        left = iter(digits[:kept])
        if kept:
            yield "."
        for piece in self.fraction:
            if piece.kind == "digit":
                yield next(left, "")
            elif piece.kind in _WRITTEN:
                yield piece.text
