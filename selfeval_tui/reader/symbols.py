"""Letters that are pictures in a font of symbols: R in Wingdings 2 is a box with a tick."""

from collections.abc import Mapping
from types import MappingProxyType

_PRIVATE = 0xF000
"""Where programs put the letters of such fonts: F052 for R."""
_WINGDINGS = {
    0xFE: "☑", 0x52: "☑", 0xFC: "√", 0xFD: "☒", 0xFB: "×", 0x78: "☒", 0x6E: "■", 0xA7: "■",
    0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0x6C: "●", 0xA1: "○", 0xA2: "○",
}  # fmt: skip
_WINGDINGS_2 = {
    0x52: "☑", 0x50: "√", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0x4F: "×", 0xA2: "■", 0xA1: "■",
    0x30: "□", 0x2A: "□", 0x35: "□", 0xA3: "□", 0xA4: "□", 0xA5: "□", 0x97: "●", 0x99: "○",
}  # fmt: skip
_WEBDINGS = {0x61: "√", 0x72: "×", 0x63: "□", 0x67: "■", 0x6E: "●"}
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°",
    0xB7: "•", 0xD6: "√", 0x2D: "-", 0xA5: "∞", 0xAE: "→",
    **{code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]{|}"},
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "wingdings": _WINGDINGS,
        "wingdings 2": _WINGDINGS_2,
        "webdings": _WEBDINGS,
        "symbol": _SYMBOL,
    }
)


def is_symbols(font: str) -> bool:
    """Whether the letters of a font are pictures that this program knows."""
    return font.strip().lower() in _FONTS


def in_symbols(font: str, text: str) -> str | None:
    """A text in a font of symbols as a person sees it, with ticks as ☑ and open boxes as □.

    Args:
        font: The name of the font; that of ordinary letters leaves ordinary letters alone.
        text: Letters of the font, as they are or where programs put them (U+F000 to U+F0FF).

    Returns:
        The text; None where one of its letters is a picture that nobody knows here.
    """
    known = _FONTS.get(font.strip().lower(), {})
    seen = [_seen(known, letter) for letter in text]
    return None if None in seen else "".join(filter(None, seen))


def _seen(known: Mapping[int, str], letter: str) -> str | None:
    code = ord(letter)
    private = _PRIVATE <= code < _PRIVATE + 0x100
    if letter.isspace() or (not private and (code > 0xFF or not known)):
        return letter
    return known.get(code - _PRIVATE if private else code)
