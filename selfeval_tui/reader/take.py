"""From the places of a form to its texts: the fields and the tables with fixed rows."""

import re
from datetime import date, timedelta

from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.reads import Reading
from selfeval_tui.reader.sketch import text_of
from selfeval_tui.reader.ticks import read_choice
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.store.foreign.match import are_own_notes
from selfeval_tui.store.foreign.neutral import year_of
from selfeval_tui.text import fold, strip_controls

_TICKS = "没有看懂选的是哪一项，这一栏空着"
_ELSEWHERE = "“{name}”在别处写的不同，这里的没有读入"
_PRINTED = "表样在这一格印的是“{text}”，这里的没有读入"
_SERIAL = re.compile(r"[345]\d{4}")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of the serial numbers that workbooks keep dates as."""
_EMPTY_DATE = re.compile(r"[\s年月日]+")
_DASHES = {"-", "/", "", "、", "\\"}


def take_fields(reading: Reading) -> None:
    """Read the fields, each to the letter."""
    for name, spot in reading.anchors.fields.items():
        _take_field(reading, reading.anchors.spec.fields[name], spot)
    for name, spot in reading.anchors.again:
        _take_again(reading, name, spot)


def _take_field(reading: Reading, field: Field, spot: Spot) -> None:
    reading.account(*spot.cells)
    text = strip_controls(text_of(spot))
    cell = spot.cells[0]
    note = "；".join(dict.fromkeys(each.note for each in spot.cells if each.note))
    if field.kind in {Kind.CHOICE, Kind.FLAGS}:
        chosen = read_choice(field, text)
        if chosen is None:
            reading.leave(cell, _TICKS, text)
            return
        text = chosen
    elif field.role is Role.NOTES and are_own_notes(field, map(str.strip, text.splitlines())):
        return
    elif field.role is Role.TITLE:
        text = _in_one_line(reading, text)
    elif field.kind is Kind.DATE and not reading.sure:
        text, said = _date(text)
        note = said or note
    if text.strip():
        reading.sheet.fields[field.name] = text
        reading.say(field.name, text, cell, note)


def _in_one_line(reading: Reading, text: str) -> str:
    """A title without line ends; from our own only those are taken that we put in."""
    if not reading.sure:
        return "".join(line.strip() for line in text.split("\n"))
    for line in reading.anchors.spec.head:
        if line.break_before:
            text = text.replace(f"\n{line.break_before}", line.break_before, 1)
    return text


def _date(text: str) -> tuple[str, str]:
    """A date as it is written, and a note where it was a number; blank for a lone 年 月 日."""
    if _EMPTY_DATE.fullmatch(text):
        return "", ""
    if not _SERIAL.fullmatch(text.strip()):
        return text, ""
    day = _FIRST_DAY + timedelta(days=int(text))
    return f"{day.year}年{day.month}月{day.day}日", f"存的是数字 {text.strip()}，读作日期"


def _take_again(reading: Reading, name: str, spot: Spot) -> None:
    """Read a field in a further place: it says the same, or it is listed."""
    text = strip_controls(text_of(spot))
    reading.account(*spot.cells)
    if text.strip() and fold(text) != fold(reading.sheet.fields.get(name, "")):
        reading.leave(spot.cells[0], _ELSEWHERE.format(name=name), text)


def take_fixed(reading: Reading) -> None:
    """Read the tables with fixed rows."""
    for (table, row, name), spot in reading.anchors.fixed.items():
        reading.account(*spot.cells)
        text = strip_controls(text_of(spot))
        if not text.strip():
            continue
        block = reading.anchors.spec.table(table)
        printed = block.printed[row].get(name)
        if printed is None:
            reading.sheet.row(table, row).cells[name] = text
            notes = dict.fromkeys(each.note for each in spot.cells if each.note)
            reading.say(f"{table}.{row}.{name}", text, spot.cells[0], "；".join(notes))
        elif not _says_the_same(text, printed):
            reading.leave(spot.cells[0], _PRINTED.format(text=printed), text)


def _says_the_same(text: str, printed: str) -> bool:
    one, other = fold(text), fold(printed)
    return one == other or {one, other} <= _DASHES


def take_year(reading: Reading) -> None:
    """年度: as the file says, else from the title, else the year before 填报日期."""
    field = reading.anchors.spec.field_with_role(Role.YEAR)
    if field is None:
        return
    sheet, printed = reading.sheet, reading.page.grid.year
    if printed:
        sheet.fields[field.name] = printed
    elif not sheet.fields.get(field.name, "").strip():
        year = year_of(sheet.with_role(Role.TITLE), sheet.with_role(Role.DATE))
        if year:
            sheet.fields[field.name] = year


def drop_computed_title(reading: Reading) -> None:
    """Leave the title blank where the form prints the same without it being typed."""
    field = reading.anchors.spec.field_with_role(Role.TITLE)
    if field is None or not field.calc or field.name not in reading.sheet.fields:
        return
    sheet = reading.sheet.copy()
    typed = sheet.fields.pop(field.name)
    if Batch([sheet]).computed(Address(sheet.id, field.name)) == typed:
        del reading.sheet.fields[field.name]
