"""Old workbooks (.xls) made by hand, record by record, well or badly."""

import struct
from collections.abc import Iterable, Mapping

from attrs import field, frozen

BOF, EOF, BOUNDSHEET, SST, CONTINUE = 0x0809, 0x000A, 0x0085, 0x00FC, 0x003C
FONT, FORMAT, XF, DATEMODE, FILEPASS = 0x0031, 0x041E, 0x00E0, 0x0022, 0x002F
LABELSST, NUMBER, BLANK, MULBLANK, BOOLERR = 0x00FD, 0x0203, 0x0201, 0x00BE, 0x0205
ROW, COLINFO, MERGED, BREAKS, WINDOW2 = 0x0208, 0x007D, 0x00E5, 0x001B, 0x023E
OBJ, TXO, NOTE, NAME = 0x005D, 0x01B6, 0x001C, 0x0018
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096


def record(code: int, data: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", code, len(data)) + data


def string(text: str) -> bytes:
    """A string as the table of shared strings has it."""
    data = text.encode("utf-16-le")
    return struct.pack("<HB", len(data) // 2, 1) + data


def strings(*texts: str) -> bytes:
    """The table of shared strings."""
    head = struct.pack("<2I", len(texts), len(texts))
    return record(SST, head + b"".join(map(string, texts)))


def label(row: int, col: int, number: int, look: int = 0) -> bytes:
    """A cell with a shared string."""
    return record(LABELSST, struct.pack("<3HI", row, col, look, number))


def number(row: int, col: int, value: float, look: int = 0) -> bytes:
    """A cell with a figure."""
    return record(NUMBER, struct.pack("<3Hd", row, col, look, value))


def merged(*areas: tuple[int, int, int, int]) -> bytes:
    """Merged ranges: first and last row, first and last column."""
    data = b"".join(struct.pack("<4H", *area) for area in areas)
    return record(MERGED, struct.pack("<H", len(areas)) + data)


def look(form: int = 0, vertical: int = 1) -> bytes:
    """A look of cells: its number format, and how lines stand in its height."""
    return record(XF, struct.pack("<3H4B", 0, form, 0, vertical << 4, 0, 0, 0xFC) + bytes(10))


def form(key: int, code: str) -> bytes:
    """A number format."""
    return record(FORMAT, struct.pack("<H", key) + string(code))


@frozen
class Page:
    """A sheet."""

    records: Iterable[bytes] = ()
    name: str = "表"
    hidden: int = 0


@frozen
class Book:
    """A workbook."""

    pages: tuple[Page, ...]
    looks: tuple[bytes, ...] = ()
    """And number formats, in front of them."""
    texts: tuple[str, ...] = ()
    further: bytes = b""
    """Records beside the sheets."""
    streams: Mapping[str, bytes] = field(factory=dict)
    """What else is in the container."""

    def stream(self) -> bytes:
        """All its records."""
        first = self._head([0] * len(self.pages))
        bodies = [
            record(BOF, struct.pack("<2H", 0x600, 0x10) + bytes(12))
            + b"".join(page.records)
            + record(EOF)
            for page in self.pages
        ]
        starts = [len(first) + sum(map(len, bodies[:at])) for at in range(len(bodies))]
        return self._head(starts) + b"".join(bodies)

    def _head(self, starts: list[int]) -> bytes:
        sheets = (
            record(
                BOUNDSHEET,
                struct.pack("<IBB", start, page.hidden, 0)
                + struct.pack("<BB", len(page.name), 1)
                + page.name.encode("utf-16-le"),
            )
            for page, start in zip(self.pages, starts, strict=True)
        )
        fonts = record(FONT, struct.pack("<5H4B", 240, 0, 8, 400, 0, 0, 0, 134, 0) + b"\1\0A") * 4
        return b"".join(
            (
                record(BOF, struct.pack("<2H", 0x600, 5) + struct.pack("<2H", 1, 1997) + bytes(8)),
                self.further,
                fonts,
                *(self.looks or (look(),)),
                *sheets,
                strings(*self.texts) if self.texts else b"",
                record(EOF),
            )
        )

    def file(self) -> bytes:
        """The file."""
        return compound({"Workbook": self.stream(), **self.streams})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A container (OLE2) of streams; small ones stand together, as they do elsewhere."""
    sectors: list[bytes] = []
    chains: list[int] = []

    def put(data: bytes) -> int:
        """Put data into sectors of its own: the first of them."""
        if not data:
            return _END
        first, count = len(sectors), -(-len(data) // _SECTOR)
        padded = data.ljust(count * _SECTOR, b"\0")
        sectors.extend(padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR))
        chains.extend([*range(first + 1, first + count), _END])
        return first

    small, small_chains, entries = b"", list[int](), list[bytes]()
    for name, data in streams.items():
        start = len(small_chains)
        if len(data) >= _CUTOFF:
            start = put(data)
        else:
            count = -(-len(data) // _SMALL)
            small += data.ljust(count * _SMALL, b"\0")
            small_chains += [*range(start + 1, start + count), _END] if count else []
        entries.append(_entry(name, 2, start if data else _END, len(data)))
    root = _entry("Root Entry", 5, put(small), len(small))
    small_table = put(_numbers(small_chains))
    directory = put(b"".join((root, *entries)))
    table = _sector_table(sectors, chains)
    head = struct.pack(
        "<8s16x5H6xI I I I I I I I I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0,
        len(table), directory, 0, _CUTOFF, small_table, 1, _END, 0,
    )  # fmt: skip
    places = [*table, *[_FREE] * (109 - len(table))]
    return head + struct.pack("<109I", *places) + b"".join(sectors)


def _sector_table(sectors: list[bytes], chains: list[int]) -> list[int]:
    """Put the table of all sectors behind them: the sectors it takes itself."""
    count = 0
    while count * (_SECTOR // 4) < len(sectors) + count:
        count += 1
    places = list(range(len(sectors), len(sectors) + count))
    data = _numbers([*chains, *[_TABLE] * count])
    sectors.extend(data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR))
    return places


def _numbers(numbers: list[int]) -> bytes:
    data = struct.pack(f"<{len(numbers)}I", *numbers)
    return data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\xff")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I36xIII", encoded, len(encoded) + 2, kind, 1, _FREE, _FREE, _FREE, start, size, 0
    )
