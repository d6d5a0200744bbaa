"""How high rows must be so that no program cuts a line: no program fits merged cells itself."""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from selfeval_tui.layout.box import Box, Content
from selfeval_tui.layout.paper import FACES, POINTS_PER_MM, POINTS_PER_PIXEL
from selfeval_tui.layout.wrap import count_lines
from selfeval_tui.spec.model import Font

CELL_MARGIN_MM = 1.9
WIDTH_USE = 0.97
"""A line is taken to be a little narrower than its box: programs measure Chinese differently."""
LINE_FACTOR = 1.42
"""Line height over type size: 30 % more than a Song face needs, and enough for a Serif one."""
ROW_LIMIT = 546
"""Pixels (409.5 pt), the highest row that a workbook may have."""


@lru_cache(maxsize=256)
def line_room(mm: float, font: Font) -> int:
    """How many half ems a line in a box of that width holds; at least one character."""
    em_mm = FACES[font].size / POINTS_PER_MM
    return max(2, int((mm - CELL_MARGIN_MM) * WIDTH_USE * 2 / em_mm))


@lru_cache(maxsize=256)
def text_height(lines: int, font: Font) -> int:
    """The pixels that lines of text need."""
    face = FACES[font]
    return ceil((lines * face.size * LINE_FACTOR + face.padding) / POINTS_PER_PIXEL)


def lines_within(pixels: int, font: Font) -> int:
    """How many lines fit into a height."""
    face = FACES[font]
    return int((pixels * POINTS_PER_PIXEL - face.padding) / (face.size * LINE_FACTOR))


def content_height(content: Content, mm: float, font: Font) -> int:
    """The pixels that a content needs in a box of that width."""
    if not isinstance(content, str):
        return text_height(1, font)
    return text_height(count_lines(content, line_room(mm, font)), font)


def row_heights(boxes: Iterable[Box], rows: int) -> list[int]:
    """The height of each row in pixels.

    A box in one row raises that row. Boxes over several rows come after, the shortest first, and
    spread what is lacking evenly.
    """
    heights = [0] * rows
    tall = []
    for box in boxes:
        if box.rows > 1:
            tall.append(box)
        elif box.height > heights[box.row]:
            heights[box.row] = box.height
    raise_rows(heights, tall)
    return heights


def raise_rows(heights: list[int], tall: Iterable[Box]) -> None:
    """Raise rows until every box over several rows has its height."""
    for box in sorted(tall, key=lambda each: each.rows):
        lacking = box.height - sum(heights[box.row : box.end])
        if lacking > 0:
            each = -(-lacking // box.rows)
            for row in range(box.row, box.end):
                heights[row] += each
