"""Characters that nobody sees and that steer what is seen (隐藏字符).

Controls move a terminal's cursor, marks of direction let a text read backwards, characters without
width hide in a word. None of them is changed in what was typed; on the screen they do nothing, and
the clerk is told. What joins an emoji or the letters of another script stays out of this.
"""

import re
import unicodedata
from collections.abc import Iterator

JOINERS = "\u200c\u200d"
"""They join or part what stands beside them; in emoji and some scripts they belong to the word."""
_RANGES = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # Controls but tab and line end.
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0"  # Shown as nothing at all.
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # Direction.
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SURROGATES = "\ud800-\udfff"
_HIDDEN = re.compile(f"[{_RANGES}{_SURROGATES}]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f")
"""A flag of a part of a country, spelled in invisible letters."""
_EMOJI = "\ufe0f\u2640\u2642\u2695\u2696\u2708\u2764\u26a7\u2b1b"
"""Those that are joined and do not stand with the others."""
_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽连接符",
    "\u200d": "零宽连接符",
    "\u2060": "零宽连接符",
    "\ufeff": "零宽空格",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e", "改变书写方向的符号"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "改变书写方向的符号"),
}


def without_hidden(text: str) -> str:
    """The text as it is put on a screen or into a file's name: without what steers or hides."""
    return text if text.isprintable() else _HIDDEN.sub("", text)


def spelled_out(text: str) -> str:
    r"""The text with what steers or hides spelled out, as \u202e, which JSON reads back.

    Line ends and tabs stay, and so do joiners.
    """
    return text if text.isprintable() else _HIDDEN.sub(_escape, text)


def hidden_in(text: str) -> tuple[str, ...]:
    """What hides in a text, each kind once: 零宽空格 U+200B; nothing for ordinary texts.

    Args:
        text: To the letter. A joiner counts where it joins nothing that needs it.
    """
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(_named(each) for each in _found(_FLAG.sub("", text))))


def _found(text: str) -> Iterator[str]:
    for at, character in enumerate(text):
        if character in JOINERS:
            if not _joins(text[at - 1 : at], text[at + 1 : at + 2]):
                yield character
        elif _HIDDEN.match(character):
            yield character


def _joins(before: str, after: str) -> bool:
    """Whether both neighbours are of a sort that is joined: emoji, or letters that change shape."""
    return bool(before and after) and all(map(_is_joined, (before, after)))


def _is_joined(character: str) -> bool:
    if character in _EMOJI or character >= "\U0001f000":
        return True
    # Arabic, the scripts of India and their neighbours, Mongolian.
    return "\u0600" <= character <= "\u18af" and unicodedata.category(character)[0] in "LM"


def _named(character: str) -> str:
    name = _NAMES.get(character, "控制字符" if unicodedata.category(character) == "Cc" else "")
    return f"{name or '看不见的字符'} U+{ord(character):04X}"


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
