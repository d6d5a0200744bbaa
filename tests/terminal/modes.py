"""What a program told its terminal to be like, read from the bytes that it wrote."""

import re

_SWITCH = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
MOUSE, PASTE, FOCUS = (1000, 1003, 1015, 1006, 1016), 2004, 1004
WRAPS, CURSOR, OTHER_SCREEN, AT_ONCE = 7, 25, 1049, 2026
_AS_USUAL = {WRAPS: True, CURSOR: True}
"""The others are off in a terminal that nobody has changed."""


def left_on(written: bytes) -> set[int]:
    """The modes that are otherwise than in a terminal that nobody has changed."""
    last: dict[int, bool] = {}
    for numbers, to in _SWITCH.findall(written):
        last.update({int(number): to == b"h" for number in numbers.split(b";")})
    return {mode for mode, on in last.items() if on != _AS_USUAL.get(mode, False)}
