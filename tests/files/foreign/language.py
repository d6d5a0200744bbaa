"""A page as it is drawn in a test: one line a row, `|` between cells.

`<` belongs to the cell on its left and `^` to the one above (merged); `⏎` is a line end.
A cell that begins with `#` is a number (`#0.61:0%`), with `@` a date (`@2024-04-23:yyyy/m/d`), with
`=` a formula and the value that the program kept of it (`=C3/B3~0.61:0%`).
"""

import re
from collections.abc import Iterable

from attrs import evolve, frozen

_MARK = re.compile(r"[#@]-?\d|=[^~]+~", re.DOTALL)
_FORMAT = re.compile(r"(?P<value>[^:]*)(?::(?P<format>.*))?", re.DOTALL)


@frozen
class Box:
    """One cell, or several that are merged; counted from 0."""

    row: int
    col: int
    rows: int
    cols: int
    text: str
    """As it is drawn, marks included."""


@frozen
class Page:
    """One page of a workbook, or one table of a document."""

    boxes: tuple[Box, ...]
    name: str = "Sheet1"
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    repeated: int = 0
    """How many rows at the top a document repeats on each page."""


@frozen
class Value:
    """What a cell with a mark stores."""

    stored: str
    format: str
    formula: str = ""


def page(drawing: str, name: str = "Sheet1", *, down: int = 0, right: int = 0) -> Page:
    """A drawn page, shifted by blank rows and columns."""
    lines = [line.strip(" ") for line in drawing.strip("\n").splitlines() if line.strip(" ")]
    grid = [[cell.strip(" ") for cell in line.split("|")] for line in lines]
    return Page(tuple(_boxes(grid, down, right)), name)


def hidden(drawn: Page, *rows: int) -> Page:
    """The same page out of sight, or some of its rows."""
    return evolve(drawn, hidden=not rows, hidden_rows=rows)


def _boxes(grid: list[list[str]], down: int, right: int) -> Iterable[Box]:
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(grid):
        for col, text in enumerate(line):
            near = {"<": (row, col - 1), "^": (row - 1, col)}.get(text)
            owner = owners[near] if near else (row, col)
            owners[row, col] = owner
            reach[owner] = (row, col)
    for (row, col), (last_row, last_col) in sorted(reach.items()):
        size = last_row - row + 1, last_col - col + 1
        if grid[row][col] or size != (1, 1):
            yield Box(row + down, col + right, *size, grid[row][col].replace("⏎", "\n"))


def value(text: str) -> Value | None:
    """What a cell with a mark stores; None for plain text."""
    if not _MARK.match(text):
        return None
    formula, _, rest = text[1:].rpartition("~") if text[0] == "=" else ("", "", text[1:])
    found = _FORMAT.fullmatch(rest)
    assert found is not None
    return Value(found["value"], found["format"] or "General", formula)


def lines(*parts: str) -> str:
    """Parts of a drawing under each other."""
    return "\n".join(part.strip("\n") for part in parts)


def shown(drawing: str) -> str:
    """What a document holds instead of numbers: their digits as a person types them."""
    parts = []
    for line in drawing.splitlines():
        parts.append(" | ".join(_shown(cell.strip(" ")) for cell in line.split("|")))
    return lines(*parts)


def _shown(cell: str) -> str:
    if not cell.startswith("#"):
        return cell
    number, _, form = cell[1:].partition(":")
    if not form.endswith("%"):
        return number
    return f"{float(number) * 100:.{len(form.partition('.')[2].rstrip('%'))}f}%"
