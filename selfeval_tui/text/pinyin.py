"""The first letters of Chinese words in pinyin, for finding a command by xz or dc.

GB 2312 sorts its first 3 755 characters by pinyin, so that the initial follows from the place of
a character in the code. Only characters of its second part, and those that the program uses in a
reading other than the one they are sorted by, need to be listed.
"""

from bisect import bisect_right

_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRST = tuple(each.encode("gb2312") for each in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝")
"""The first character of each letter; no syllable begins with i, u or v."""
_SECOND_PART = "亍".encode("gb2312")
"""Its first character; from here on characters are sorted by their strokes."""

_READINGS = {
    # Read in two ways, whichever a clerk thinks of.
    "重": "zc", "行": "xh", "长": "zc", "调": "dt", "单": "ds", "率": "sl", "降": "jx",
    "参": "cs", "传": "cz", "系": "xj", "省": "sx", "合": "hg", "会": "hk", "校": "xj",
}  # fmt: skip


def letters(character: str) -> str:
    """The letters that a character may stand for, in small letters.

    Args:
        character: One character.

    Returns:
        The initials of its readings; a letter or digit is its own; empty for anything else.
    """
    if character in _READINGS:
        return _READINGS[character]
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if not _FIRST[0] <= code < _SECOND_PART:
        return ""
    return _LETTERS[bisect_right(_FIRST, code) - 1]


def has_initials(text: str, typed: str) -> bool:
    """Whether the initials of some part of a text are those that were typed.

    Args:
        text: A label, such as 导出.
        typed: Letters, such as dc; capitals and blanks make no difference.
    """
    offered, wanted = _initials(text), _wanted(typed)
    starts = range(len(offered) - len(wanted) + 1)
    return bool(wanted) and any(_fits(offered[start:], wanted) for start in starts)


def starts_with_initials(text: str, typed: str) -> bool:
    """The same for the beginning of a text only."""
    offered, wanted = _initials(text), _wanted(typed)
    return 0 < len(wanted) <= len(offered) and _fits(offered, wanted)


def _initials(text: str) -> list[str]:
    return [found for found in map(letters, text) if found]


def _wanted(typed: str) -> str:
    return "".join(typed.split()).lower()


def _fits(offered: list[str], wanted: str) -> bool:
    return all(each in found for each, found in zip(wanted, offered, strict=False))
