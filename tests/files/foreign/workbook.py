"""Drawn pages as a workbook that Excel or WPS would have saved."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.files.foreign.language import Box, Page, value

_LINE = Side(style="thin")
_TICK = re.compile(r"(\{[^}]+\})")
_SYMBOLS = {"{R}": ("Wingdings 2", "R"), "{£}": ("Wingdings 2", "£"), "{þ}": ("Wingdings", "þ")}
"""Ticks that are letters in a font of pictures: a box with a tick is R in Wingdings 2."""


def workbook(pages: Sequence[Page], path: Path) -> Path:
    """Draw pages into an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    cached: dict[str, dict[str, str]] = {}
    for number, drawn in enumerate(pages, start=1):
        sheet = book.create_sheet(drawn.name)
        sheet.sheet_state = "hidden" if drawn.hidden else "visible"
        cached[f"xl/worksheets/sheet{number}.xml"] = _draw(sheet, drawn)
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(_with_values(made.getvalue(), cached))
    return path


def _draw(sheet: Worksheet, drawn: Page) -> dict[str, str]:
    cached: dict[str, str] = {}
    for box in drawn.boxes:
        place = f"{get_column_letter(box.col + 1)}{box.row + 1}"
        cell = sheet[place]
        cell.font, cell.border = Font(name="宋体", size=11), Border(_LINE, _LINE, _LINE, _LINE)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        kept = _fill(sheet, place, box)
        if kept:
            cached[place] = kept
        if (box.rows, box.cols) != (1, 1):
            last = f"{get_column_letter(box.col + box.cols)}{box.row + box.rows}"
            sheet.merge_cells(f"{place}:{last}")
    for row in drawn.hidden_rows:
        sheet.row_dimensions[row + 1].hidden = True
    return cached


def _fill(sheet: Worksheet, place: str, box: Box) -> str:
    """Write a cell; a formula's kept value is given back."""
    cell, stored = sheet[place], value(box.text)
    if stored is None:
        cell.value = _rich(box.text)
        if isinstance(cell.value, str):
            cell.data_type = "s"
        return ""
    cell.number_format = stored.format
    if box.text[0] == "@":
        cell.value = datetime.fromisoformat(stored.stored)
        cell.number_format = stored.format
    elif box.text[0] == "=":
        cell.value = f"={stored.formula}"
        return stored.stored
    else:
        cell.value = float(stored.stored) if "." in stored.stored else int(stored.stored)
    return ""


def _rich(text: str) -> str | CellRichText:
    if not any(symbol in text for symbol in _SYMBOLS):
        return text
    rich = CellRichText()
    for part in filter(None, _TICK.split(text)):
        font, letter = _SYMBOLS.get(part, ("", part))
        rich.append(TextBlock(InlineFont(rFont=font), letter) if font else part)
    return rich


def _with_values(data: bytes, cached: dict[str, dict[str, str]]) -> bytes:
    """The workbook with the formulas' values, which openpyxl cannot write."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name in cached else ""
            for place, kept in cached.get(name, {}).items():
                part, count = re.subn(
                    rf'(<c r="{place}"[^>]*>)(<f>.*?</f>)<v\s*/>', rf"\1\2<v>{kept}</v>", part
                )
                if not count:
                    part, count = re.subn(
                        rf'(<c r="{place}"[^>]*>)(<f>.*?</f>)<v></v>', rf"\1\2<v>{kept}</v>", part
                    )
                assert count == 1, place
            new.writestr(name, part or old.read(name))
    return made.getvalue()
