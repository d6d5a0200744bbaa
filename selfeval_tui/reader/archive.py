"""Looking a file through before a library that trusts what it reads loads it.

Each part is unpacked in pieces and its tags are counted; nothing is kept. Whatever a part is called
and however it is encoded, it is read here as it would be read there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from attrs import define, evolve, frozen

_MEGA = 1024 * 1024
MOST_BYTES = 20 * _MEGA
"""Of the file; the sheets of a year have a tenth of one such part."""
MOST_IN_PART = 16 * _MEGA
MOST_IN_ALL = 64 * _MEGA
MOST_PARTS = 2000
MOST_CELLS = 50_000
"""Of all sheets, and their rows; the nine published sheets have some 2 500 of them."""
MOST_TAGS = 400_000
"""Of all parts together."""
MOST_OTHER_TAGS = 100_000
"""Those that are not cells and texts: each one of the styles becomes an object."""
DEEPEST = 100
_PIECE = _MEGA
"""Unpacked at a time; a word that is not ended yet is read anew with each piece."""
_ENTRY = b"PK\x01\x02"
_ROW = "row"
_COVERING = frozenset({"mergeCell", "hyperlink", "comment"})
_PLENTY = frozenset(
    {
        "c", "v", "f", "is", "row", "si", "t", "r", "rPr", "rFont", "sz", "color", "family",
        "charset", "scheme", "b", "i", "u",
    }
)  # fmt: skip
"""The tags of cells and of texts, of which a workbook may have many."""
_REF = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d{1,9})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,9})?)?")
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


@frozen
class Bounds:
    """What differs between kinds of files."""

    cell: str
    """The tag of a cell, without its namespace."""
    tags: int
    """At most so many, of all parts together."""
    plenty: frozenset[str]
    """The tags of which a file may have as many as that."""
    others: int
    """At most so many that are none of them."""
    covered: int = MOST_CELLS
    """At most so many cells that merged ranges, links and comments cover."""


WORKBOOK = Bounds("c", MOST_TAGS, _PLENTY, MOST_OTHER_TAGS)
LOADED = evolve(WORKBOOK, covered=15_000)
"""For what openpyxl loads whole: it makes an object of each border of a merged range."""


class UnfitError(Exception):
    """A file goes beyond the bounds; its text is said behind the name of the file."""


def check_archive(data: bytes, bounds: Bounds = WORKBOOK) -> None:
    """Look a workbook's file through, or a document's.

    Raises:
        UnfitError: It is made to hurt, or larger than any such file.
        zipfile.BadZipFile: It is no such file; damaged parts raise what their reading raises.
    """
    if data.count(_ENTRY) > MOST_PARTS:
        raise UnfitError("里的部件太多")
    whole = _Counted(bounds)
    with ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            _check_part(archive, part, whole)


@define
class _Counted:
    """What was counted so far."""

    bounds: Bounds
    size: int = 0
    tags: int = 0
    others: int = 0
    cells: int = 0
    covered: int = 0


def _check_part(archive: ZipFile, part: ZipInfo, whole: _Counted) -> None:
    size, look = 0, _Look(whole)
    for piece in _pieces(archive, part):
        size += len(piece)
        whole.size += len(piece)
        if size > MOST_IN_PART:
            raise UnfitError(f"里有一个部件展开后超过 {MOST_IN_PART // _MEGA} MB")
        if whole.size > MOST_IN_ALL:
            raise UnfitError(f"展开后超过 {MOST_IN_ALL // _MEGA} MB")
        look.feed(piece)


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            yield piece


class _Look:
    """Counts the tags of one part, as long as it is XML.

    Args:
        whole: Counts for the whole file.
    """

    def __init__(self, whole: _Counted) -> None:
        self._whole = whole
        self._depth = 0
        self._parse: Callable[[bytes], int] | None = self._parser()

    def feed(self, piece: bytes) -> None:
        """Look at the next piece; a part that is no XML, or no more, is only measured."""
        if self._parse is None:
            return
        try:
            self._parse(piece)
        except (expat.ExpatError, ValueError, LookupError):
            # Whoever loads the part stops at the same place.
            self._parse = None

    def _parser(self) -> Callable[[bytes], int]:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed
        parser.StartDoctypeDeclHandler = self._declared
        return parser.Parse

    def _opened(self, name: str, values: Mapping[str, str]) -> None:
        tag, bounds = name.rpartition(":")[2], self._whole.bounds
        self._whole.tags += 1
        self._whole.others += tag not in bounds.plenty
        self._depth += 1
        if self._whole.tags > bounds.tags or self._whole.others > bounds.others:
            raise UnfitError("里的内容太多")
        if self._depth > DEEPEST:
            raise UnfitError("里的内容套得太深")
        if tag in (bounds.cell, _ROW):
            self._whole.cells += 1
            if self._whole.cells > MOST_CELLS:
                raise UnfitError("里的表太大")
        elif tag in _COVERING:
            self._whole.covered += covered(values.get("ref", ""))
            if self._whole.covered > bounds.covered:
                raise UnfitError("里的合并单元格太大")

    def _closed(self, _name: str) -> None:
        self._depth -= 1

    def _declared(self, *_words: object) -> None:
        raise UnfitError("里有不该有的内容（DOCTYPE）")


def covered(ref: str) -> int:
    """How many cells a range covers; a range without rows or columns covers all of them."""
    found = _REF.fullmatch(ref)
    if found is None or not ref:
        return 0
    left, top, right, bottom = found.groups()
    if right is None and bottom is None:
        right, bottom = left, top
    columns = _column(right, _LAST_COLUMN) - _column(left, 1) + 1
    rows = (int(bottom) if bottom else _LAST_ROW) - (int(top) if top else 1) + 1
    return max(0, columns) * max(0, rows)


def _column(letters: str | None, otherwise: int) -> int:
    number = 0
    for letter in (letters or "").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number or otherwise
