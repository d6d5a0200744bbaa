"""The container of the older programs' files (OLE2), read within bounds.

A library that trusts what it reads comes later: here each chain of sectors is followed no further
than the file is long, and none of it is kept but the directory and the asked-for stream.
"""

import struct
from collections.abc import Iterator

from attrs import frozen

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_HIGHEST = 0xFFFFFFFA
"""The highest number of a sector; those above it say something else."""
_MOST_ENTRIES = 4096
_STREAM, _ROOT = 2, 5


class CompoundError(Exception):
    """The container is cut off, or does not hold together."""


@frozen
class Entry:
    """A stream of the container."""

    name: str
    start: int
    size: int


class Compound:
    """A container.

    Args:
        data: The file.

    Raises:
        CompoundError: It is none, or damaged.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MAGIC):
            raise CompoundError
        self._data = data
        shift, mini_shift = struct.unpack_from("<2H", data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise CompoundError
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (directory, _, self._cutoff, self._mini_start) = struct.unpack_from("<4I", data, 48)
        self._table = self._sector_table()
        entries = list(self._entries(directory))
        self._root = next((each for kind, each in entries if kind == _ROOT), Entry("", _END, 0))
        self.streams = tuple(each for kind, each in entries if kind == _STREAM)

    def stream(self, entry: Entry) -> bytes:
        """The bytes of a stream."""
        if entry.size > len(self._data):
            raise CompoundError
        if entry.size >= self._cutoff:
            data = b"".join(self._sectors(entry.start))
        else:
            data = b"".join(self._mini_sectors(entry.start))
        if len(data) < entry.size:
            raise CompoundError
        return data[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise CompoundError
        # The last one may end early: some programs do not fill it.
        return sector.ljust(self._size, b"\0")

    def _sector_table(self) -> tuple[int, ...]:
        """Which sector follows which."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        further = struct.unpack_from("<I", self._data, 68)[0]
        most = len(self._data) // self._size
        for _ in range(most):
            if further > _HIGHEST:
                break
            numbers = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            listed += numbers[:-1]
            further = numbers[-1]
        tables = [number for number in listed if number <= _HIGHEST]
        if len(tables) > most or len(set(tables)) < len(tables):
            raise CompoundError
        joined = b"".join(map(self._sector, tables))
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _chain(self, start: int, table: tuple[int, ...]) -> Iterator[int]:
        """The numbers of a chain; one that is longer than its table runs in a circle."""
        for _ in range(len(table) + 1):
            if start > _HIGHEST:
                return
            if start >= len(table):
                raise CompoundError
            yield start
            start = table[start]
        raise CompoundError

    def _sectors(self, start: int) -> Iterator[bytes]:
        return map(self._sector, self._chain(start, self._table))

    def _mini_sectors(self, start: int) -> Iterator[bytes]:
        joined = b"".join(self._sectors(self._mini_start))
        table = struct.unpack(f"<{len(joined) // 4}I", joined)
        small = b"".join(self._sectors(self._root.start))
        for number in self._chain(start, table):
            yield small[number * self._mini_size : (number + 1) * self._mini_size]

    def _entries(self, start: int) -> Iterator[tuple[int, Entry]]:
        joined = b"".join(self._sectors(start))
        if len(joined) > _ENTRY * _MOST_ENTRIES:
            raise CompoundError
        for at in range(0, len(joined), _ENTRY):
            length, kind = struct.unpack_from("<HB", joined, at + 64)
            name = joined[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<2I", joined, at + 116)
            yield kind, Entry(name, first, size)
