"""How wide a text is in print: counted in half ems, so that every width is a whole number.

A Chinese character fills its em; a digit or Latin letter of 宋体 is half as wide.
"""

from functools import lru_cache
from unicodedata import east_asian_width

_FULL = frozenset("WFA")
"""Wide, Fullwidth and Ambiguous (“ ≥ □); a Chinese font draws the ambiguous ones wide."""
_TICK = "☑"
"""Narrow by Unicode, but no Song face has it and every stand-in draws it wide."""


@lru_cache(maxsize=8192)
def half_ems(character: str) -> int:
    """The width of one character in half ems: 2 or 1."""
    return 2 if character == _TICK or east_asian_width(character) in _FULL else 1


def width(text: str) -> int:
    """The width of one line of text in half ems."""
    return len(text) if text.isascii() else sum(map(half_ems, text))
