"""Columns of plain text that line up on a terminal, where a Chinese character takes two cells."""

import unicodedata
from collections.abc import Iterator, Sequence

from selfeval_tui.text.hidden import spelled_out

_GAP = "  "


def display_width(text: str) -> int:
    """The cells a text takes on a terminal."""
    return sum(_cells(char) for char in text)


def aligned(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> Iterator[str]:
    """A line for each row.

    Args:
        rows: Cells of equal number in each row.
        right: The columns that end at the same place, as figures do.
    """
    rows = [[spelled_out(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blanks = " " * (width - display_width(cell))
            cells.append(blanks + cell if at in right else cell + blanks)
        yield _GAP.join(cells).rstrip()


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
