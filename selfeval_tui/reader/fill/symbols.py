"""Ticks written in a font of symbols: ☑ in Wingdings 2 is the letter R."""

from functools import lru_cache

from selfeval_tui.reader.symbols import in_symbols, is_symbols

_PRIVATE = 0xF000
_USUAL = {("wingdings", "☑"): 0xFE, ("wingdings", "□"): 0xA8, ("wingdings 2", "□"): 0xA3}
"""Those that programs insert, where a font has several."""


def as_symbols(font: str, text: str, beside: str) -> str:
    """A text as the letters of a font that show it; unchanged in a font of ordinary letters.

    Args:
        font: The name of the font.
        text: What a person is to see.
        beside: What stood there, which tells whether the letters are moved to U+F000.
    """
    if not is_symbols(font):
        return text
    base = _PRIVATE if any(ord(each) >= _PRIVATE for each in beside) else 0
    codes = (_code(font.strip().lower(), glyph) for glyph in text)
    return "".join(
        glyph if code is None else chr(base + code) for glyph, code in zip(text, codes, strict=True)
    )


@lru_cache(maxsize=64)
def _code(font: str, glyph: str) -> int | None:
    """The letter of a font that shows a glyph."""
    if glyph.isspace():
        return None
    usual = _USUAL.get((font, glyph))
    fitting = (code for code in range(0x21, 0x100) if in_symbols(font, chr(code)) == glyph)
    return usual if usual is not None else next(fitting, None)
