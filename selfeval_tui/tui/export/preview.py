"""A printed page drawn with characters: its grid to scale, its texts broken as room allows."""

from collections.abc import Sequence
from itertools import accumulate

from attrs import Factory, define
from rich.cells import get_character_cell_size

from selfeval_tui.layout.box import Box
from selfeval_tui.layout.outline import Page, shown
from selfeval_tui.layout.wrap import break_lines
from selfeval_tui.spec.model import Align
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.glyphs import FANCY, Glyphs

WIDEST = 104
"""Cells that a page takes at most; a line of print then has about as many characters."""
_POINTS_PER_ROW = 10.0
"""A row of the screen stands for so much of the paper: about what its cells stand for across."""
_LEAST_ACROSS, _LEAST_DOWN = 3, 2
"""A box has room for one Chinese character beside its frame."""

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_JOINTS = {
    _LEFT | _RIGHT: 0, _LEFT: 0, _RIGHT: 0, _UP | _DOWN: 1, _UP: 1, _DOWN: 1,
    _DOWN | _RIGHT: 2, _DOWN | _LEFT | _RIGHT: 3, _DOWN | _LEFT: 4,
    _UP | _DOWN | _RIGHT: 5, _UP | _DOWN | _LEFT | _RIGHT: 6, _UP | _DOWN | _LEFT: 7,
    _UP | _RIGHT: 8, _UP | _LEFT | _RIGHT: 9, _UP | _LEFT: 10,
}  # fmt: skip
"""Which character of `Glyphs.frame` joins lines that leave in these directions."""


def draw_page(page: Page, width: int, glyphs: Glyphs) -> tuple[str, ...]:
    """Draw a page.

    Args:
        page: The page.
        width: Cells there are; at most `WIDEST` of them are used.
        glyphs: The marks that draw the frame and say that a text goes on.

    Returns:
        Lines of equal width, from what is printed at the head to the number at the foot.
    """
    width = min(width, WIDEST)
    across = _edges(page.columns, (width - 1) / sum(page.columns), _LEAST_ACROSS)
    down = _edges(page.rows, 1 / _POINTS_PER_ROW, _LEAST_DOWN)
    canvas = _Canvas(across[-1] + 1, down[-1] + 1, glyphs)
    for box in page.boxes:
        corners = across[box.col], down[box.row], across[box.col + box.cols], down[box.end]
        canvas.draw(box, *corners)
    lines = canvas.lines()
    if page.header:
        lines.insert(0, fit(page.header, across[-1] + 1, right=True))
    if page.numbered:
        lines.append(f"- {page.number} -".center(across[-1] + 1))
    return tuple(lines)


def _edges(sizes: Sequence[float], scale: float, least: int) -> list[int]:
    """Where each size begins and the last ends, rounded to whole cells, none below the least."""
    edges = [0]
    for reached in accumulate(sizes):
        edges.append(max(edges[-1] + least, round(reached * scale)))
    return edges


@define
class _Canvas:
    """The cells of a page: lines first, texts over them."""

    width: int
    height: int
    glyphs: Glyphs
    _strokes: dict[tuple[int, int], int] = Factory(dict)
    _cells: dict[tuple[int, int], str] = Factory(dict)
    """The texts; a wide character has an empty text in its second cell."""

    def draw(self, box: Box, left: int, top: int, right: int, bottom: int) -> None:
        """Draw the frame and the text of a box."""
        if box.style.framed:
            self._down(left, top, bottom)
            self._down(right, top, bottom)
            if box.style.top:
                self._across(top, left, right)
            if box.style.bottom:
                self._across(bottom, left, right)
        room = right - left - 1
        text = shown(box.content).translate(str.maketrans(FANCY.boxes, self.glyphs.boxes))
        lines = _fitted(text, room, bottom - top - 1, self.glyphs.more)
        first = top + 1 + (bottom - top - 1 - len(lines)) // 2
        for row, line in enumerate(lines, start=first):
            self._write(left + 1, row, line, room, box.style.align)

    def lines(self) -> list[str]:
        """What was drawn, row after row."""
        return ["".join(self._cell(x, y) for x in range(self.width)) for y in range(self.height)]

    def _cell(self, x: int, y: int) -> str:
        text = self._cells.get((x, y))
        if text is not None:
            return text
        strokes = self._strokes.get((x, y))
        return self.glyphs.frame[_JOINTS[strokes]] if strokes else " "

    def _across(self, y: int, left: int, right: int) -> None:
        for x in range(left, right):
            self._stroke(x, y, _RIGHT)
            self._stroke(x + 1, y, _LEFT)

    def _down(self, x: int, top: int, bottom: int) -> None:
        for y in range(top, bottom):
            self._stroke(x, y, _DOWN)
            self._stroke(x, y + 1, _UP)

    def _stroke(self, x: int, y: int, direction: int) -> None:
        self._strokes[x, y] = self._strokes.get((x, y), 0) | direction

    def _write(self, x: int, y: int, text: str, room: int, align: Align) -> None:
        parts = [(char, get_character_cell_size(char)) for char in text]
        free = room - sum(size for _, size in parts)
        x += {Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[align]
        for char, size in parts:
            if not size:
                # It belongs to the character before it.
                self._cells[x - 1, y] = self._cells.get((x - 1, y), "") + char
                continue
            self._cells[x, y] = char
            if size > 1:
                self._cells[x + 1, y] = ""
            x += size


def _fitted(text: str, room: int, height: int, more: str) -> list[str]:
    """The lines of a text that there is room for; the last one says that it goes on."""
    broken = break_lines(text, max(2, room))
    lines = [line.rstrip("\n").replace("\t", " ") for line in broken]
    if len(lines) <= height:
        return lines
    kept = lines[: max(1, height)]
    kept[-1] = fit(kept[-1] + " " * room + more, room).rstrip()
    return kept
