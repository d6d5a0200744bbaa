"""The parts of a workbook (.xlsx): which there are, and how they hang together."""

import posixpath
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen

from selfeval_tui.excel.grid.dates import FIRST_1900, FIRST_1904
from selfeval_tui.reader.archive import UnfitError

_PIECE = 512 * 1024
_VISIBLE = "visible"
_ID = "}id"
_OFF, _ON = frozenset({"0", "false"}), frozenset({"1", "true"})
_MAIN = "xl/workbook.xml"
_STRICT = "{http://purl.oclc.org/"
_CUSTOM = "docProps/custom.xml"


@frozen
class Related:
    """A part that another one names."""

    kind: str
    """`worksheet`, `styles`, `drawing`: the end of its type."""
    number: str
    """By what the other one names it."""
    part: str


@frozen
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


@frozen
class Package:
    """A workbook that was looked through."""

    archive: ZipFile
    sheets: tuple[SheetPart, ...]
    strings: str
    """The part with the shared strings; empty where there is none."""
    styles: str
    first: datetime
    """What dates are counted from."""


def is_on(value: str | None, *, otherwise: bool = False) -> bool:
    """Whether an attribute says yes."""
    return value in _ON or (otherwise and value not in _OFF)


def package_of(archive: ZipFile) -> Package:
    """The parts of a workbook.

    Raises:
        KeyError: It is none, or one of them is missing; damaged ones raise what their reading does.
        UnfitError: It is of the strict kind, whose parts nobody reads.
    """
    named = (each.part for each in related(archive, "") if each.kind == "officeDocument")
    main = next(named, _MAIN)
    parts = related(archive, main)
    root = tree(archive, main)
    if root.tag.startswith(_STRICT):
        raise UnfitError("是“严格”格式（Strict Open XML）的工作簿")
    settings = root.find("{*}workbookPr")
    from_1904 = settings is not None and is_on(settings.get("date1904"))
    known = {each.number: each for each in parts if each.kind == "worksheet"}
    kinds = {each.kind: each.part for each in parts}
    return Package(
        archive,
        tuple(_sheets(root, known)),
        kinds.get("sharedStrings", ""),
        kinds.get("styles", ""),
        FIRST_1904 if from_1904 else FIRST_1900,
    )


def _sheets(root: ET.Element, known: dict[str, Related]) -> Iterator[SheetPart]:
    for each in root.iterfind("{*}sheets/{*}sheet"):
        number = next((value for key, value in each.items() if key.endswith(_ID)), "")
        found = known.pop(number, None)
        if found is not None:
            hidden = each.get("state", _VISIBLE) != _VISIBLE
            yield SheetPart(each.get("name", ""), found.part, hidden)


def related(archive: ZipFile, part: str) -> tuple[Related, ...]:
    """The parts that a part names and that are there; an empty name stands for the whole file."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    names = archive.NameToInfo
    if relations not in names:
        return ()
    found = [
        Related(
            each.get("Type", "").rpartition("/")[2],
            each.get("Id", ""),
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in tree(archive, relations)
    ]
    # Each part is read once, however often it is named.
    once = {each.part: each for each in found if each.part in names}
    return tuple(once.values())


def properties_of(archive: ZipFile) -> dict[str, str]:
    """The properties of its own (自定义属性)."""
    if _CUSTOM not in archive.NameToInfo:
        return {}
    return {each.get("name", ""): "".join(each.itertext()) for each in tree(archive, _CUSTOM)}


def tree(archive: ZipFile, part: str) -> ET.Element:
    """A part as a tree."""
    return ET.fromstring(archive.read(part))  # noqa: S314 - The archive was looked through.


def elements(archive: ZipFile, part: str) -> Iterator[ET.Element]:
    """The elements of a large part as they end; whoever takes one clears it."""
    parser: Any = ET.XMLPullParser(("end",))
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            parser.feed(piece)
            for _, element in parser.read_events():
                yield element
    parser.close()
