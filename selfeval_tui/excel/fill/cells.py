"""Puts texts and numbers into the cells of a foreign workbook; their look stays."""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from selfeval_tui.layout.box import Content, Number
from selfeval_tui.layout.outline import shown
from selfeval_tui.reader.fill.filling import Edit, edited
from selfeval_tui.reader.fill.symbols import as_symbols

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CHARACTERS = 32767
"""What a cell holds; a longer text would be cut without a word."""

_GENERAL = "General"
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = "f"
_FORMAT = re.compile(r"(?:#,##)?0(?:\.0+)?%?")
"""The number formats whose digits are known here."""
_PARTS = ("font", "border", "fill", "number_format", "protection", "alignment")


def is_formula(cell: "Cell") -> bool:
    """Whether the template computes the cell."""
    return cell.data_type == _FORMULA


def is_covered(cell: "Cell") -> bool:
    """Whether another cell is merged over it, so that nothing can stand in it."""
    from openpyxl.cell.cell import MergedCell

    return isinstance(cell, MergedCell)


def shown_as(cell: "Cell", figure: Decimal | None) -> str:
    """What a formula shows that computes a figure; empty where that is not known here."""
    plain = figure is not None and _FORMAT.fullmatch(cell.number_format)
    return shown(Number(figure, cell.number_format)) if figure is not None and plain else ""


def write(cell: "Cell", content: Content) -> None:
    """Write a content into a cell: a text to the letter, a number so that it shows its digits."""
    if isinstance(content, Number):
        cell.value = content.value
        if not _shows(cell.number_format, content):
            cell.number_format = content.format
    elif isinstance(content, str):
        cell.value = _coded(content) or None
        if content:
            # The library takes =1+1 for a formula and #N/A for an error.
            cell.data_type = "s"


def edit(cell: "Cell", edits: Sequence[Edit]) -> bool:
    """Replace parts of a cell's text; False where it holds no text of that length."""
    from openpyxl.cell.rich_text import CellRichText

    value = None if is_covered(cell) else cell.value
    longest = max(each.end for each in edits)
    if isinstance(value, CellRichText):
        if longest > len(str(value)):
            return False
        _edit_runs(value, edits)
        return True
    if not isinstance(value, str | None) or longest > len(value or ""):
        return False
    write(cell, edited(value or "", edits))
    return True


Look = Mapping[str, object]
"""How a cell looks: its font, frame, colour, format and alignment."""


def cell_at(sheet: "Worksheet", row: int, col: int) -> "Cell":
    """A cell of a sheet; made where it is not there yet. Rows and columns count from 1."""
    return cast("Cell", sheet.cell(row, col))


def look_of(cell: "Cell") -> Look:
    """How a cell looks, as a value of its own."""
    return {part: copy(getattr(cell, part)) for part in _PARTS} if cell.has_style else {}


def give_look(cell: "Cell", look: Look) -> None:
    """Let a cell look so."""
    for part, value in look.items():
        setattr(cell, part, value)


def _edit_runs(runs: "CellRichText", edits: Sequence[Edit]) -> None:
    """The new text joins the run in which the old one begins; one added at an edge the left one."""
    for each in sorted(edits, key=lambda edit: edit.start, reverse=True):
        start, put = 0, False
        for index, run in enumerate(runs):
            text = str(run)
            end = start + len(text)
            if _touches(each, start, end) and not (put and each.start == each.end):
                head, tail = text[: max(0, each.start - start)], text[max(0, each.end - start) :]
                new = "" if put else as_symbols(_font(run), each.text, text)
                put = True
                _set_run(runs, index, head + _coded(new) + tail)
            start = end


def _touches(edit: Edit, start: int, end: int) -> bool:
    if edit.start == edit.end:
        return start <= edit.start <= end
    return start < edit.end and end > edit.start


def _font(run: object) -> str:
    font = getattr(run, "font", None)
    return getattr(font, "rFont", None) or ""


def _set_run(runs: "CellRichText", index: int, text: str) -> None:
    run = runs[index]
    if isinstance(run, str):
        runs[index] = text
    else:
        run.text = text


def _shows(look: str, number: Number) -> bool:
    """Whether the template's own format shows the digits that were typed."""
    if look == number.format:
        return True
    plain = "." not in number.format and "," not in number.format and "%" not in number.format
    digits = shown(number)
    as_general = plain or ("%" not in digits and "," not in digits and not digits.endswith("0"))
    return look == _GENERAL and as_general


def _coded(text: str) -> str:
    """A text in which nothing is taken for a coded character: _x000A_ stays what was typed."""
    return _CODED.sub("_x005F_", text)
