"""Looking an old workbook (.xls) through before a library that trusts what it reads loads it.

All its records are counted. Those that no table needs (formulas of names, drawings, conditions) are
made unreadable for the library, which would compute and unfold them.
"""

import struct
from collections import Counter

from attrs import Factory, define, frozen

from selfeval_tui.excel.xls.records import (
    BOX,
    CELLS,
    LOOKS,
    READ,
    RUNS,
    TEXT_BOXES,
    TICKS,
    WORKSHEET,
    Code,
)
from selfeval_tui.excel.xls.strings import check_strings
from selfeval_tui.reader.archive import MOST_CELLS, UnfitError

MOST_RECORDS = 200_000
MOST_LOOKS = 10_000
"""Of each kind of what the looks of cells are made of: each becomes an object."""
MOST_SHEETS = 300
MOST_READ = 8 * 1024 * 1024
"""Bytes that are left for the library; the rest is pictures."""
_LONGEST_FORMAT = 1024
_LONGEST_TEXT = 200
_HEAD = 4


class LockedError(Exception):
    """It has a password."""


@define
class Part:
    """What was counted of one sheet."""

    widths: dict[int, int] = Factory(dict)
    """How far each row reaches."""
    objects: Counter[int] = Factory(Counter)
    """What lies over the cells: how many of each type."""
    ticked: int = 0
    notes: int = 0
    texts: list[str] = Factory(list)
    """What text boxes say."""


@frozen
class Scanned:
    """A workbook that was looked through."""

    stream: bytes
    """Its records, of which only those are left readable that a table needs."""
    sheets: tuple[Part, ...]
    """The sheets with cells, in their order."""


def scan(stream: bytes) -> Scanned:
    """Look a workbook's stream through.

    Raises:
        LockedError: It has a password.
        UnfitError: It is made to hurt, or larger than any such workbook.
        struct.error: It is damaged; also LookupError.
    """
    scanning = _Scan(stream)
    scanning.run()
    return scanning.scanned()


class _Scan:
    """Reads the records one after the other.

    Args:
        stream: All of them.
    """

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._left = bytearray(stream)
        self._parts: dict[int, Part] = {}
        self._part = Part()
        self._sheets: list[int] = []
        self._counts: Counter[int] = Counter()
        self._cells = self._bytes = self._depth = 0
        self._owner = 0
        """The record that others continue."""
        self._object = 0
        """The type of the last object: the next text is its own."""
        self._strings: list[bytes] = []

    def run(self) -> None:
        """Read them all."""
        at = 0
        for _ in range(MOST_RECORDS):
            if at + _HEAD > len(self._stream):
                break
            code, length = struct.unpack_from("<HH", self._stream, at)
            end = at + _HEAD + length
            if self._depth and end > len(self._stream):
                break
            if not self._is_left(code, at, end):
                struct.pack_into("<H", self._left, at, Code.PASSED)
            at = end
        else:
            raise UnfitError("里的内容太多")
        if self._depth or not self._parts:
            raise EOFError
        if self._strings:
            check_strings(self._strings)

    def scanned(self) -> Scanned:
        """What was found; a sheet that begins within a record, or twice, is damage."""
        if len(set(self._sheets)) < len(self._sheets):
            raise LookupError
        return Scanned(bytes(self._left), tuple(self._parts[start] for start in self._sheets))

    def _is_left(self, code: int, at: int, end: int) -> bool:
        """Look at a record; whether the library may read it."""
        if code == Code.BOF:
            self._depth += 1
            if self._depth == 1:
                self._part = self._parts[at] = Part()
            return self._depth == 1
        if self._depth != 1:
            # Charts within a sheet are whole workbooks; between the sheets nothing is read.
            self._depth -= code == Code.EOF and self._depth > 1
            return False
        if code == Code.CONTINUE:
            return self._continued(at + _HEAD, end)
        self._owner = code
        self._look(code, at + _HEAD, end)
        return code in READ and not (code == Code.FORMAT and end - at > _LONGEST_FORMAT)

    def _look(self, code: int, start: int, end: int) -> None:
        if code in CELLS:
            self._cell(code, start, end)
        elif code in LOOKS:
            self._counts[code] += 1
            if self._counts[code] > MOST_LOOKS:
                raise UnfitError("里的单元格样式太多")
        else:
            self._look_closer(code, start, end)
        self._bytes += (end - start) * (code in READ)
        if self._bytes > MOST_READ:
            raise UnfitError("里的内容太多")

    def _look_closer(self, code: int, start: int, end: int) -> None:
        match code:
            case Code.EOF:
                self._depth = 0
            case Code.FILEPASS:
                raise LockedError
            case Code.BOUNDSHEET:
                self._sheet(start)
            case Code.SST:
                self._strings = [self._stream[start:end]]
            case Code.MERGECELLS:
                self._merged(start)
            case Code.OBJ:
                self._drawn(start, end)
            case Code.NOTE:
                self._part.notes += 1

    def _continued(self, start: int, end: int) -> bool:
        if self._owner == Code.SST:
            self._strings.append(self._stream[start:end])
        elif self._owner == Code.TXO:
            self._owner = 0
            if self._object in TEXT_BOXES and end - start > 1:
                encoding = "utf-16-le" if self._stream[start] & 1 else "latin-1"
                text = self._stream[start + 1 : min(end, start + 1 + _LONGEST_TEXT)]
                self._part.texts.append(text.decode(encoding, "replace"))
        return self._owner in {Code.SST, Code.STRING}

    def _sheet(self, start: int) -> None:
        position, _, kind = struct.unpack_from("<IBB", self._stream, start)
        if kind == WORKSHEET:
            self._sheets.append(position)
        if len(self._sheets) > MOST_SHEETS:
            raise UnfitError("里的工作表太多")

    def _cell(self, code: int, start: int, end: int) -> None:
        row, col = struct.unpack_from("<HH", self._stream, start)
        if code in RUNS:
            (col,) = struct.unpack_from("<H", self._stream, end - 2)
        widths = self._part.widths
        before = widths.get(row, 0)
        if col >= before:
            widths[row] = col + 1
            self._count(col + 1 - before)
        if not before:
            # Room is made for the empty rows above it, too.
            self._count(1)

    def _merged(self, start: int) -> None:
        (count,) = struct.unpack_from("<H", self._stream, start)
        for at in range(start + 2, start + 2 + 8 * count, 8):
            top, bottom, left, right = struct.unpack_from("<4H", self._stream, at)
            self._count(max(0, bottom - top + 1) * max(0, right - left + 1), "合并单元格")

    def _count(self, cells: int, what: str = "表") -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise UnfitError(f"里的{what}太大")

    def _drawn(self, start: int, end: int) -> None:
        (self._object,) = struct.unpack_from("<H", self._stream, start + 4)
        self._part.objects[self._object] += 1
        box = self._stream.find(BOX, start, end)
        if self._object in TICKS and box >= 0:
            (state,) = struct.unpack_from("<H", self._stream, box + len(BOX))
            self._part.ticked += state == 1
