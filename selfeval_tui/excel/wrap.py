"""Where a text breaks into lines: as Excel, WPS and LibreOffice do it, on the careful side.

A Chinese text breaks between any two characters, but closing punctuation never begins a line,
opening punctuation never ends one, and a run of Latin letters or digits stays whole where it can.
"""

from itertools import pairwise

from selfeval_tui.excel.measure import half_ems, width

_CLOSING = frozenset("，。、；：？！）】》〉」』”’％‰℃…—·,.;:?!)]}%")
_OPENING = frozenset("（【《〈「『“‘([{")


def break_lines(text: str, room: int) -> tuple[str, ...]:
    """Break a text greedily into lines.

    Args:
        text: Any text; its own newlines end a line.
        room: The width of a line in half ems.

    Returns:
        The lines. A newline stays at the end of its line, so that joining the lines gives the
        text again.
    """
    if "\n" not in text and width(text) <= room:
        return (text,)
    paragraphs = text.split("\n")
    lines: list[str] = []
    for paragraph in paragraphs[:-1]:
        lines.extend(_break_paragraph(paragraph + "\n", room))
    lines.extend(_break_paragraph(paragraphs[-1], room))
    return tuple(lines)


def _break_paragraph(text: str, room: int) -> list[str]:
    if width(text.rstrip("\n")) <= room:
        return [text]
    lines: list[str] = []
    start = used = 0
    last_chance = 0
    previous = "\n"
    for index, character in enumerate(text):
        if character == "\n":
            break
        if _may_part(previous, character):
            last_chance = index
        size = half_ems(character)
        while used + size > room and index > start:
            end = last_chance if last_chance > start else index
            lines.append(text[start:end])
            start = end
            used = width(text[start:index])
        used += size
        previous = character
    lines.append(text[start:])
    return lines


def _may_part(left: str, right: str) -> bool:
    """Whether a line may end between two characters."""
    if "!" <= left <= "~" and "!" <= right <= "~":
        return False
    return right not in _CLOSING and right != " " and left not in _OPENING


def balance(label: str, room: int) -> str:
    """Give a label that is too wide for its box explicit breaks of nearly equal lines.

    Programs break a narrow label differently (产出指/标); with the breaks written out all agree.
    A bracket begins a line of its own where it fits: 基本支出总额 / （万元）.

    Args:
        label: A label of the form, not a typed text.
        room: The width of a line in half ems.
    """
    if width(label) <= room or "\n" in label:
        return label
    brackets = (index for index, each in enumerate(label) if each == "（" and index)
    parts = pairwise([0, *brackets, len(label)])
    return "\n".join(_balance_words(label[start:end], room) for start, end in parts)


def _balance_words(label: str, room: int) -> str:
    """The fewest lines that hold the label, as equal as they can be."""
    if width(label) != 2 * len(label):
        return "\n".join(break_lines(label, room))
    for count in range(-(-width(label) // room), len(label)):
        lines = _even_lines(label, count)
        if max(map(width, lines)) <= room:
            return "\n".join(lines)
    return "\n".join(label)


def _even_lines(label: str, count: int) -> list[str]:
    """Lines of nearly equal length, the odd ones in the middle: 4, 5, 4 and 4, 3, 4 characters.

    Chinese words mostly have two or four characters, so that outer lines then end with a word.
    """
    size, longer = divmod(len(label), count)
    odd = min(longer, count - longer)
    middle = range((count - odd + 1) // 2, (count - odd + 1) // 2 + odd)
    lines, start = [], 0
    for index in range(count):
        end = start + size + ((index in middle) == (odd == longer))
        lines.append(label[start:end])
        start = end
    return lines
