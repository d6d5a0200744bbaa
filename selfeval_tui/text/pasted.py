"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, a line a row.

Excel and WPS put a cell in quotation marks only where it holds a line end or a tab, and double
the marks inside; a cell with typed quotation marks alone stays as it is.
"""

import re
from collections.abc import Iterator, Sequence

Rows = tuple[tuple[str, ...], ...]
"""The cells of a block row by row; rows may differ in length."""

LONGEST = 200_000
"""Characters of one paste; a cell of a spreadsheet holds 32 767."""
MOST_ROWS = 2000
"""Of one paste; a form has some dozens."""

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_BREAKS = ("\n", "\t")


def read_pasted(text: str) -> Rows:
    """Read what a spreadsheet, or a table of a text program, put on the clipboard.

    Args:
        text: The pasted text; the line end behind its last row is no row of its own.

    Returns:
        The cells to the letter, with plain line ends inside them; nothing for an empty text.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain:
        return ()
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    for cell, end in _cells(plain):
        row.append(cell)
        if end != "\t":
            rows.append(tuple(row))
            row = []
    return tuple(rows)


def too_much(text: str) -> str:
    """Why a text is not pasted at all, in Chinese; empty where it may be."""
    if len(text) > LONGEST:
        return f"粘贴的内容太长（{len(text)} 字），一次最多 {LONGEST} 字，没有粘贴。请分几次粘贴。"
    lines = text.count("\n")
    if lines > MOST_ROWS:
        return f"粘贴的内容太多（{lines} 行），一次最多 {MOST_ROWS} 行，没有粘贴。请分几次粘贴。"
    return ""


def write_pasted(rows: Sequence[Sequence[str]]) -> str:
    """Write cells so that Excel, WPS and `read_pasted` read the same cells back.

    Args:
        rows: At least one row, each of at least one cell.

    Returns:
        The text for the clipboard; a single row has no line end behind it.
    """
    text = "\r\n".join("\t".join(_written(cell) for cell in row) for row in rows)
    return text if text and len(rows) == 1 else f"{text}\r\n"


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Each cell with what stands behind it: a tab, a line end, or nothing at the very end."""
    at = 0
    while True:
        cell, at = _cell(text, at)
        end = text[at : at + 1]
        yield cell, end
        at += 1
        if not end or (end == "\n" and at == len(text)):
            return


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins somewhere, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        inside = quoted[1].replace('""', '"')
        if _needs_marks(inside):
            return inside, quoted.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None
    return plain[0], plain.end()


def _written(cell: str) -> str:
    plain = cell.replace("\r\n", "\n").replace("\r", "\n")
    return '"{}"'.format(plain.replace('"', '""')) if _needs_marks(plain) else plain


def _needs_marks(cell: str) -> bool:
    """Whether a cell would be read as something else without quotation marks around it."""
    return cell.startswith('"') or any(each in cell for each in _BREAKS)
