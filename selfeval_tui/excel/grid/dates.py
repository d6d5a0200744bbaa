"""Dates and times of workbooks: from serial numbers to the text that a format makes of them."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from selfeval_tui.excel.grid.figures import Piece
from selfeval_tui.excel.grid.format import LONG_TIME, MINUTE, Section

FIRST_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - Workbooks know no zones.
FIRST_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
"""What a workbook counts as day 0: those of the old Macintosh begin in 1904."""

_LEAP = 60
"""The day that those of 1900 count and that never was: 29 February."""
_LAST = Decimal(2_958_465)
_SECONDS = 24 * 60 * 60
_UNITS = {"h": 3600, MINUTE: 60, "s": 1}
_NOON = 12


def moment_of(serial: Decimal, first: datetime) -> datetime | None:
    """The date and time of a serial number, to the second; None where there is none."""
    if not 0 <= serial <= _LAST:
        return None
    if first == FIRST_1900 and serial < _LEAP:
        serial += 1
    return first + timedelta(seconds=_seconds(serial))


def plain(moment: datetime) -> str:
    """A moment as it is told: the time only where there is one."""
    day = f"{moment.year}/{moment.month}/{moment.day}"
    return f"{day} {moment:%H:%M:%S}" if moment.hour or moment.minute or moment.second else day


def spell(moment: datetime, serial: Decimal, section: Section) -> str:
    """A moment as a section shows it."""
    system = next((piece.text for piece in section.pieces if piece.kind == "system"), "")
    if system:
        long_time = f"{moment.hour}:{moment:%M:%S}"
        return (
            long_time if system == LONG_TIME else f"{moment.year}年{moment.month}月{moment.day}日"
        )
    halves = section.has("half")
    hour = (moment.hour - 1) % _NOON + 1 if halves else moment.hour
    return "".join(_said(piece, moment, hour, serial) for piece in section.pieces)


def says_less(moment: datetime, section: Section) -> bool:
    """Whether a section leaves out the year of a date, or a day that is not the first."""
    shown = {piece.text[0] for piece in section.pieces if piece.kind == "date"}
    if not shown & set("yemd"):
        return False
    return not shown & set("ye") or ("d" not in shown and moment.day != 1)


def _said(piece: Piece, moment: datetime, hour: int, serial: Decimal) -> str:
    match piece.kind:
        case "date":
            return _dated(piece.text, moment, hour)
        case "elapsed":
            return str(_seconds(serial) // _UNITS[piece.text[0]])
        case "half":
            names = ("上午", "下午") if piece.text.startswith("上") else ("AM", "PM")
            return names[moment.hour >= _NOON]
        case "literal" | "fraction" | "comma" | "percent":
            return piece.text
        case "point":
            return "."
    return ""


def _dated(unit: str, moment: datetime, hour: int) -> str:
    numbers = {
        "y": moment.year, "e": moment.year, "m": moment.month, "d": moment.day,
        "h": hour, MINUTE: moment.minute, "s": moment.second,
    }  # fmt: skip
    week = "一二三四五六日"[moment.weekday()]
    match unit:
        case "yy" | "y":
            return f"{moment.year % 100:02}"
        case "mmm" | "mmmm" | "mmmmm":
            return f"{moment.month}月"
        case "ddd" | "aaa":
            return f"周{week}"
        case "dddd" | "aaaa":
            return f"星期{week}"
    return f"{numbers[unit[0]]:0{min(len(unit), 2)}}"


def _seconds(serial: Decimal) -> int:
    return int((serial * _SECONDS).quantize(Decimal(1), rounding=ROUND_HALF_UP))
