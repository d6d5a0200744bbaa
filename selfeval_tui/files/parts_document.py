"""What a library lost of a document while it filled it: the parts before and after are compared."""

from collections import Counter
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from selfeval_tui.files.parts_drawn import drawn_in
from selfeval_tui.files.parts_names import DOCUMENT_PARTS

_DOCUMENT = "word/document.xml"


def lost_in_document(before: bytes, after: bytes, *, demo: bool) -> tuple[str, ...]:
    """What the filled document does not have any more, in Chinese.

    Args:
        before: The template; it was looked through.
        after: The filled document.
        demo: Whether 示例 was written at the head of each page, so that heads may differ.
    """
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        there = frozenset(new.namelist())
        lost = [
            _document_part(name)
            for name in old.namelist()
            if not name.endswith(("/", ".rels", "[Content_Types].xml"))
            and not (demo and name.startswith("word/header"))
            and name != _DOCUMENT
            and (name not in there or not _same(old.read(name), new.read(name)))
        ]
        if _DOCUMENT in there:
            drawn = Counter(drawn_in(ET.fromstring(old.read(_DOCUMENT))))  # noqa: S314
            drawn -= Counter(drawn_in(ET.fromstring(new.read(_DOCUMENT))))  # noqa: S314
            lost += [f"{what} {count} 个" for what, count in drawn.items()]
    return tuple(dict.fromkeys(lost))


def _document_part(name: str) -> str:
    """A part as a clerk would call it."""
    return next((said for start, said in DOCUMENT_PARTS.items() if name.startswith(start)), name)


def _same(one: bytes, other: bytes) -> bool:
    """Whether two parts say the same: a library may write the same XML otherwise."""
    if one == other:
        return True
    try:
        return ET.canonicalize(one.decode()) == ET.canonicalize(other.decode())
    except (ET.ParseError, UnicodeDecodeError):
        return False
