"""Folding for comparison: what a clerk would call the same text becomes the same string.

The typed text itself is never changed; folding serves reading and comparing only.
"""

import re
import unicodedata

_GLYPHS = {
    **dict.fromkeys("≧⩾≽⪰≥", "≥"),
    **dict.fromkeys("≦⩽≼⪯≤", "≤"),
    **dict.fromkeys("﹥＞〉>", ">"),
    **dict.fromkeys("﹤＜〈<", "<"),
    **dict.fromkeys("═＝﹦⩵=", "="),
    **dict.fromkeys("—–―−‐‑‒－﹣─", "-"),
    **dict.fromkeys("〜∼～∽", "~"),
    **dict.fromkeys("【〔［{「", "("),
    **dict.fromkeys("】〕］}」", ")"),
    **dict.fromkeys("“”„‟‘’‚‛\"'`", ""),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u3000\u00a0 \t\v\f", ""),
    "℅": "%",
    "﹪": "%",
    "㏒": "log",
    "〇": "零",
}
_TRANSLATE = {ord(glyph): plain for glyph, plain in _GLYPHS.items()}
_PAIRS = re.compile(r"=*(?:([>≥])=+|([<≤])=+)|=+([>≥])|=+([<≤])|==+")
_LONG_DASH = re.compile(r"[-~]{2,}")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_LINES = re.compile(r"\s*[\n\r]+\s*")
_CONTROLS = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


def strip_controls(text: str) -> str:
    """Remove what no cell may hold and make every line end a plain one.

    Args:
        text: Anything pasted or read from a file.

    Returns:
        The text without C0 controls (but newline and tab), lone surrogates and U+FFFE/U+FFFF.
    """
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_CONTROLS)


def has_controls(text: str) -> bool:
    """Whether `strip_controls` would drop anything; line ends that become plain are not lost."""
    return len(strip_controls(text)) != len(text.replace("\r\n", "\n"))


def fold(text: str) -> str:
    """Fold a cell's text for comparison.

    NFKC, one glyph for each comparator, no blanks, no quotation marks, no thousands commas, line
    ends as `;`. Folding twice changes nothing.

    Args:
        text: The text as typed.

    Returns:
        The folded text.
    """
    if text.isalnum() and "〇" not in text and unicodedata.is_normalized("NFKC", text):
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if "\n" in text or "\r" in text:
        text = _LINES.sub(";", text.strip())
    text = text.translate(_TRANSLATE)
    if not unicodedata.is_normalized("NFKC", text):
        # A dropped blank may have left an accent to join the letter before it.
        text = unicodedata.normalize("NFKC", text)
    if "=" in text:
        text = _PAIRS.sub(_one_sign, text)
    if "--" in text or "~~" in text:
        text = _LONG_DASH.sub("-", text)
    if "," in text:
        text = _THOUSANDS.sub(lambda number: number[0].replace(",", ""), text)
    return text


def _one_sign(pair: re.Match[str]) -> str:
    """>= and => are ≥, however many = stand there."""
    more, less = pair[1] or pair[3], pair[2] or pair[4]
    return "≥" if more else "≤" if less else "="
