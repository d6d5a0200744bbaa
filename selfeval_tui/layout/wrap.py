"""Where a text breaks into lines: as Excel, WPS and LibreOffice do it, on the careful side.

A Chinese text breaks between any two characters, but closing punctuation never begins a line,
opening punctuation never ends one, and a run of Latin letters or digits stays whole where it can.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise

from selfeval_tui.layout.measure import half_ems, width

_CLOSING = frozenset("，。、；：？！）】》〉」』”’％‰℃…—·,.;:?!)]}%/-")
_OPENING = frozenset("（【《〈「『“‘([{/+¥￥$")
"""A slash holds on to both its neighbours, as LibreOffice does with 5人/每次."""

_WIDE_LABEL = 8
"""Half ems. A narrower label rather has one more line than a word cut in two."""
_SHORT = 500
"""Texts up to this length are remembered: the same labels and notes stand on every sheet."""


def break_lines(text: str, room: int) -> tuple[str, ...]:
    """Break a text greedily into lines.

    Args:
        text: Any text; its own newlines end a line.
        room: The width of a line in half ems, at least 2.

    Returns:
        The lines. A newline stays at the end of its line, so that joining the lines gives the
        text again.
    """
    *ended, rest = text.split("\n")
    lines: list[str] = []
    for paragraph in ended:
        lines.extend(_break_paragraph(paragraph, room))
        lines[-1] += "\n"
    lines.extend(_break_paragraph(rest, room))
    return tuple(lines)


def count_lines(text: str, room: int) -> int:
    """How many lines a text breaks into."""
    if 2 * len(text) <= room and "\n" not in text:
        return 1
    if len(text) > _SHORT:
        return len(break_lines(text, room))
    return _count_short(text, room)


@lru_cache(maxsize=2048)
def _count_short(text: str, room: int) -> int:
    return len(break_lines(text, room))


def _break_paragraph(text: str, room: int) -> list[str]:
    if 2 * len(text) <= room:
        return [text]
    edges = [0, *accumulate(map(half_ems, text))]
    lines: list[str] = []
    start = 0
    while edges[-1] - edges[start] > room:
        full = bisect_right(edges, edges[start] + room, start + 1) - 1
        end = full
        while end > start and not _may_part(text[end - 1], text[end]):
            end -= 1
        end = end if end > start else full
        lines.append(text[start:end])
        start = end
    lines.append(text[start:])
    return lines


def _may_part(left: str, right: str) -> bool:
    """Whether a line may end between two characters."""
    if "!" <= left <= "~" and "!" <= right <= "~":
        return False
    return right not in _CLOSING and right != " " and left not in _OPENING


@lru_cache(maxsize=256)
def balance(label: str, room: int) -> str:
    """Give a label that is too wide for its box explicit breaks of nearly equal lines.

    Programs break a narrow label differently (产出指/标); with the breaks written out all agree.
    A bracket begins a line and a colon ends one: 基本支出总额 / （万元）.

    Args:
        label: A label of the form, not a typed text.
        room: The width of a line in half ems.
    """
    if width(label) <= room or "\n" in label:
        return label
    cuts = {index + (each == "：") for index, each in enumerate(label) if each in "（："}
    parts = pairwise(sorted({0, *cuts, len(label)}))
    return "\n".join(_balance_words(label[start:end], room) for start, end in parts)


def _balance_words(label: str, room: int) -> str:
    """The fewest lines that hold the label, as equal as they can be."""
    if width(label) != 2 * len(label):
        return "\n".join(break_lines(label, room))
    more = 1 if room < _WIDE_LABEL else 0
    for count in range(-(-width(label) // room), len(label)):
        for lines in (
            _even_lines(label, count, 2),
            _even_lines(label, count + more, 2),
            _even_lines(label, count, 1),
        ):
            if max(map(width, lines)) <= room:
                return "\n".join(lines)
    return "\n".join(label)


def _even_lines(label: str, count: int, unit: int) -> list[str]:
    """Lines of nearly equal length, the odd ones in the middle: 4, 5, 4 and 4, 3, 4 characters.

    Chinese words mostly have two characters: a label of an even length is cut between such
    pairs (`unit` 2), and the outer lines of an odd one mostly end with a word.
    """
    if len(label) % unit:
        unit = 1
    size, longer = divmod(len(label) // unit, count)
    odd = min(longer, count - longer)
    middle = range((count - odd + 1) // 2, (count - odd + 1) // 2 + odd)
    lines, start = [], 0
    for index in range(count):
        end = start + unit * (size + ((index in middle) == (odd == longer)))
        lines.append(label[start:end])
        start = end
    return lines
