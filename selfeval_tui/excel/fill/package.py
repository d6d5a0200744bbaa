"""Which part of a workbook's archive holds which sheet."""

from posixpath import join, normpath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SHEET = "/worksheet"


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The part of each sheet by its name, in their order; the archive was looked through."""
    names = frozenset(archive.namelist())
    if WORKBOOK not in names:
        return {}
    targets = {
        name: target for name, kind, target in relations(archive, WORKBOOK) if kind == _SHEET[1:]
    }
    found: dict[str, str] = {}
    for element in ET.fromstring(archive.read(WORKBOOK)).iter():  # noqa: S314
        if element.tag.rpartition("}")[2] == "sheet":
            part = targets.get(element.get(_RELATION) or element.get(_STRICT_RELATION) or "")
            if part in names and part is not None:
                found[element.get("name", "")] = part
    return found


def relations(archive: ZipFile, part: str) -> list[tuple[str, str, str]]:
    """What a part refers to: id, kind (the last word of its type) and the other part."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in archive.namelist():
        return []
    root = ET.fromstring(archive.read(listed))  # noqa: S314 - The archive was looked through.
    return [
        (
            each.get("Id", ""),
            each.get("Type", "").rpartition("/")[2],
            _target(folder, each.get("Target", "")),
        )
        for each in root
        if each.get("TargetMode") != "External"
    ]


def _target(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(folder, target))
