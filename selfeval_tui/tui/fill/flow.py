"""Breaking remarks into lines of a given width, and choosing what is shown where room is short."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from attrs import Factory, define
from rich.cells import cell_len, get_character_cell_size

from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain import Remark
from selfeval_tui.tui.fill.paint import cut, plain_blanks

Row = tuple[Piece, ...]

_CLOSING = frozenset("，。；：、！？）》”’】％%,.;:!?)")
"""Never begins a line, if the line before can take it along."""
_FIGURE = frozenset("0123456789.,%")
"""A figure of these is not parted at the end of a line: 9 and 1.7% are not 91.7%."""
_SHORT = 12
"""Pieces of at most so many cells, such as a verdict or a count, are not broken."""


def lay_remarks(remarks: Iterable[Remark], width: int, height: int, more: str) -> list[Row]:
    """Break remarks into lines.

    Args:
        remarks: The most important first.
        width: Cells of a line.
        height: Lines there are. The cell's own text gives way first, then what comes last.
        more: The mark for a text that goes on.
    """
    if width < 1 or height < 1:
        return []
    blocks = [(remark, flow(remark.pieces, width)) for remark in remarks]
    excess = sum(len(rows) for _, rows in blocks) - height
    lines: list[Row] = []
    for remark, rows in blocks:
        kept = max(1, len(rows) - max(0, excess)) if remark.whole else len(rows)
        lines.extend(_shortened(rows, kept, width, more))
    return _shortened(lines, height, width, more)


@define
class Window:
    """Remarks in a window of a few lines that can be moved over all of them.

    At first it is laid out so that the cell's own text gives way to what is said of it; moved on,
    it shows everything in order, from the first line on that was not shown whole.
    """

    remarks: Sequence[Remark]
    width: int
    height: int
    more: str
    top: int = 0

    def rows(self) -> list[Row]:
        """What is shown now."""
        if not self.top:
            return lay_remarks(self.remarks, self.width, self.height, self.more)
        return _shortened(self._all()[self.top :], self.height, self.width, self.more)

    def move(self, by: int) -> None:
        """Show other lines: those below, or those above where negative."""
        first, last = self._first(), len(self._all()) - self.height
        if last <= 0:
            return
        if by > 0:
            self.top = min(self.top + by, last) if self.top else min(first, last)
        else:
            self.top = self.top + by if self.top + by >= first else 0

    def _first(self) -> int:
        """The first line that is not shown whole before the window is moved."""
        shown = lay_remarks(self.remarks, self.width, self.height, self.more)
        pairs = zip_longest(shown, self._all())
        return max(1, next((n for n, (one, other) in enumerate(pairs) if one != other), 0))

    def _all(self) -> list[Row]:
        if self.width < 1:
            return []
        return [row for remark in self.remarks for row in flow(remark.pieces, self.width)]


def flow(pieces: Iterable[Piece], width: int) -> list[Row]:
    """Break pieces into lines of at most `width` cells; line ends in the text are kept."""
    page = _Page(width)
    for piece in pieces:
        first, *rest = plain_blanks(piece.text).split("\n")
        page.write(first, piece.tone)
        for text in rest:
            page.turn()
            page.write(text, piece.tone)
    if page.row:
        page.turn()
    return page.rows


@define
class _Page:
    """Lines that are being written."""

    width: int
    rows: list[Row] = Factory(list)
    row: list[Piece] = Factory(list)
    used: int = 0

    def write(self, text: str, tone: Tone) -> None:
        """Add a text without line ends, over as many lines as it takes; a short one stays whole."""
        length = cell_len(text)
        if self.used and self.width - self.used < length <= min(self.width, _SHORT):
            self.turn()
            text = text.lstrip()
        start = 0
        while start < len(text):
            end = start + _fitting(text, start, self.width - self.used)
            if end == start and self.used:
                self.turn()
                continue
            end = max(end, start + 1)
            self.row.append(Piece(text[start:end], tone))
            self.used += cell_len(text[start:end])
            start = end
            if start < len(text):
                self.turn()

    def turn(self) -> None:
        """Begin the next line."""
        self.rows.append(tuple(self.row))
        self.row, self.used = [], 0


def _fitting(text: str, start: int, room: int) -> int:
    """How many characters from `start` go into a line; closing marks do not begin the next."""
    end = start
    while end < len(text):
        room -= get_character_cell_size(text[end])
        if room < 0:
            break
        end += 1
    if end < len(text) and text[end] in _CLOSING and end > start + 1:
        end -= 1
    return _before_figure(text, start, end) - start


def _before_figure(text: str, start: int, end: int) -> int:
    """The end of a line, moved in front of a figure it would part, unless that begins the line."""
    first = end
    while start < first < len(text) and {text[first - 1], text[first]} <= _FIGURE:
        first -= 1
    return first if first > start else end


def _shortened(rows: Sequence[Row], kept: int, width: int, more: str) -> list[Row]:
    """The first lines; the last of them says how many more there are."""
    if len(rows) <= kept:
        return list(rows)
    count = f"{more}还有 {len(rows) - kept} 行"
    more = count if 2 * cell_len(count) <= width else more
    *before, end = rows[kept - 1] or (Piece(""),)
    room = width - cell_len(more) - sum(cell_len(piece.text) for piece in before)
    last = Piece(cut(end.text, room, "") + more, end.tone)
    return [*rows[: kept - 1], (*before, last)]
