"""The parts of a document's file that are read: its text and its own properties."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from attrs import frozen

from selfeval_tui.reader.archive import Bounds, check_archive

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BOUNDS = Bounds(cell="tc", tags=300_000, plenty=frozenset(), others=300_000)
"""Every tag becomes an object of some 300 bytes; a sheet has ten thousand."""
_RELATIONS = "_rels/.rels"
_DOCUMENT, _PROPERTIES = "officeDocument", "custom-properties"
"""How the kinds of relations end in both standards."""
DAMAGED = (
    ArithmeticError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    ValueError,
    zlib.error,
)
"""What reading raises for a file that is damaged, encrypted or no document."""


@frozen(eq=False)
class Package:
    """What was read of a document."""

    document: "Element"
    properties: Mapping[str, str]
    """Those of its own (自定义属性)."""


def open_package(data: bytes) -> Package:
    """Read a document's file.

    Raises:
        UnfitError: It is made to hurt, or larger than any sheet.
        Exception: One of `DAMAGED`, where it is no document.
    """
    from xml.etree.ElementTree import XML

    check_archive(data, BOUNDS)
    with ZipFile(BytesIO(data)) as archive:
        targets = {
            each.get("Type", "").rpartition("/")[2]: each.get("Target", "").lstrip("/")
            for each in XML(archive.read(_RELATIONS))
        }
        document = XML(archive.read(targets[_DOCUMENT]))
        own = targets.get(_PROPERTIES)
        properties = _own_properties(XML(archive.read(own))) if own else {}
    return Package(document, properties)


def _own_properties(root: "Element") -> dict[str, str]:
    return {each.get("name", ""): "".join(each.itertext()) for each in root}
