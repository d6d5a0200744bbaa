"""Texts too long for one row of a workbook are continued in further rows under one frame."""

import re
from collections.abc import Iterator
from itertools import accumulate

from attrs import evolve

from selfeval_tui.layout.box import Box
from selfeval_tui.layout.drawing import Drawing, TableRows
from selfeval_tui.layout.heights import ROW_LIMIT, line_room, lines_within, text_height
from selfeval_tui.layout.wrap import break_lines, count_lines
from selfeval_tui.spec.model import Font

_PART_PIXELS = 200
"""How high one part of a long text is at most: small enough to fill pages well."""
_SENTENCE_END = re.compile(r"[。；！？][”’）】》」』]*\n?|\n")


def divide_long_texts(drawing: Drawing) -> Drawing:
    """The drawing with each row that no workbook could hold made into several.

    The parts of a text end where a sentence does, if they can; joined they are the text again.
    The other boxes of the row become as high as all its parts together.
    """
    parts = {
        index: _parts(drawing, box)
        for index, box in enumerate(drawing.boxes)
        if box.height > ROW_LIMIT and box.rows == 1
    }
    if not parts:
        return drawing
    counts = [1] * drawing.rows
    for index, pieces in parts.items():
        row = drawing.boxes[index].row
        counts[row] = max(counts[row], len(pieces))
    starts = [0, *accumulate(counts)]
    boxes: list[Box] = []
    for index, box in enumerate(drawing.boxes):
        first, end = starts[box.row], starts[box.end]
        if index in parts:
            boxes.extend(_chain(box, parts[index], first, end))
        else:
            boxes.append(evolve(box, row=first, rows=end - first))
    return Drawing(
        drawing.columns,
        boxes,
        starts[-1],
        {starts[row + 1] - 1 for row in drawing.together},
        [TableRows(starts[each.header], starts[each.end]) for each in drawing.tables],
    )


def _parts(drawing: Drawing, box: Box) -> list[tuple[str, int]]:
    """The text in parts, and the height of each."""
    assert isinstance(box.content, str)
    font = box.style.font
    room = line_room(drawing.mm(box.col, box.cols), font)
    size = lines_within(_PART_PIXELS, font)
    parts, rest = [], box.content
    while rest:
        part = _first_part(rest, room, size)
        parts.append((part, _part_height(part, room, font)))
        rest = rest[len(part) :]
    return parts


def _first_part(text: str, room: int, size: int) -> str:
    """What a part takes of the text: at most so many lines, and whole sentences if it can.

    Programs fit more into a line than is counted here, so that the end of a part shows.
    """
    # No more characters than these can stand in so many lines.
    lines = break_lines(text[: size * room + 1], room)
    part = "".join(lines[:size])
    if len(part) == len(text):
        return part
    ends = [found.end() for found in _SENTENCE_END.finditer(part)]
    return part[: ends[-1]] if ends and 2 * ends[-1] > len(part) else part


def _part_height(part: str, room: int, font: Font) -> int:
    """A newline at the end of a part is drawn as one more line."""
    return text_height(count_lines(part, room), font)


def _chain(box: Box, parts: list[tuple[str, int]], first: int, end: int) -> Iterator[Box]:
    """The parts one below the other; an empty end of the frame takes what rows are left."""
    reached = first + len(parts)
    for row, (text, height) in enumerate(parts, start=first):
        style = evolve(
            box.style,
            top=row == first,
            bottom=row + 1 == end,
            spread=row + 1 < reached,
            hung=first < row == reached - 1,
        )
        yield Box(row, box.col, 1, box.cols, text, style, height, box.at)
    if reached < end:
        style = evolve(box.style, top=False)
        yield Box(reached, box.col, end - reached, box.cols, "", style, at=box.at)
