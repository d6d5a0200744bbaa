"""What a library lost of a file while it filled it: the parts before and after are compared."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen

from selfeval_tui.excel.fill.package import relations, sheet_parts
from selfeval_tui.files.parts_drawn import drawn_in, local_name
from selfeval_tui.files.parts_names import EXTENSIONS, HARMLESS, KINDS, SET_UP, SET_UP_NAMES

_UNSEEN = frozenset({"id", "baseColWidth", "dyDescent", "codeName", "uid", "usePrinterDefaults"})
"""Attributes that say nothing of how a page looks."""
_USUAL: Mapping[str, object] = {
    "fitToHeight": 1.0,
    "fitToWidth": 1.0,
    "summaryBelow": 1.0,
    "summaryRight": 1.0,
    "autoPageBreaks": 1.0,
    "gridLinesSet": 1.0,
    "firstPageNumber": 1.0,
    "copies": 1.0,
    "scale": 100.0,
    "orientation": "portrait",
    "pageOrder": "downThenOver",
    "cellComments": "none",
    "errors": "displayed",
}
"""What is so where nothing is said; otherwise nought."""
_OF_COLUMNS = ("width", "hidden", "outlineLevel")
_OLD_OBJECT = re.compile(rb'ObjectType="(\w+)"')


def lost_in_workbook(before: bytes, after: bytes) -> tuple[str, ...]:
    """What the filled workbook does not have any more, page by page, in Chinese.

    Args:
        before: The template; it was looked through.
        after: The filled workbook.
    """
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        lost = [f"{name}：{what}" for name, what in _lost_on_pages(old, new)]
        told = {each.partition("：")[2].partition(" ")[0] for each in lost}
        lost += [each for each in _lost_parts(old, new) if each.partition(" ")[0] not in told]
    return tuple(dict.fromkeys(lost))


def _lost_parts(old: ZipFile, new: ZipFile) -> Iterator[str]:
    counts = _kinds(old.namelist())
    left = _kinds(new.namelist())
    for kind, count in counts.items():
        if left[kind] < count:
            yield f"{kind}"


def _kinds(names: Iterable[str]) -> Counter[str]:
    return Counter(
        kind
        for name in names
        for start, kind in KINDS
        if name.startswith(start) and "/_rels/" not in name and not _only_props(name)
    )


def _only_props(name: str) -> bool:
    """Whether a part only describes another one."""
    return name.startswith("customXml/itemProps")


def _lost_on_pages(old: ZipFile, new: ZipFile) -> Iterator[tuple[str, str]]:
    after = sheet_parts(new)
    for name, part in sheet_parts(old).items():
        if name not in after:
            yield name, "整页"
            continue
        one, other = _Page.read(old, part), _Page.read(new, after[name])
        for what, count in (one.drawn - other.drawn).items():
            yield name, f"{what} {count} 个"
        yield from ((name, what) for what in sorted(one.extensions - other.extensions))
        for element in sorted(one.elements - other.elements - HARMLESS):
            yield name, SET_UP_NAMES.get(element, element)
        for element in SET_UP:
            if element in one.elements and one.set_up.get(element) != other.set_up.get(element):
                yield name, SET_UP_NAMES[element]


@frozen
class _Page:
    """What a sheet has, as far as a library may lose it."""

    drawn: Counter[str]
    extensions: frozenset[str]
    elements: frozenset[str]
    set_up: Mapping[str, object]

    @classmethod
    def read(cls, archive: ZipFile, part: str) -> "_Page":
        root = ET.fromstring(archive.read(part))  # noqa: S314 - It was looked through.
        drawn = Counter(drawn_in(root))
        for _, kind, target in relations(archive, part):
            if target not in archive.namelist():
                continue
            if kind == "drawing":
                drawn.update(drawn_in(ET.fromstring(archive.read(target))))  # noqa: S314
            elif kind == "vmlDrawing":
                drawn.update(_old_controls(archive.read(target)))
        return cls(
            drawn,
            frozenset(_extensions(root)),
            frozenset(local_name(each) for each in root),
            {local_name(each): _said(each) for each in root if local_name(each) in SET_UP},
        )


def _old_controls(markup: bytes) -> Iterator[str]:
    """Buttons and boxes to tick; the frames of comments are drawn the same way."""
    for kind in _OLD_OBJECT.findall(markup):
        if kind != b"Note":
            yield "控件" if kind != b"Pict" else "图片"


def _extensions(root: ET.Element) -> Iterator[str]:
    for child in root:
        if local_name(child) == "extLst":
            for each in child.iter():
                if local_name(each) in EXTENSIONS:
                    yield EXTENSIONS[local_name(each)]


def _said(element: ET.Element) -> object:
    """What an element of the set-up says; columns one by one, however they are grouped."""
    if local_name(element) == "cols":
        return {
            col: tuple((name, _number(each.get(name, "0"))) for name in _OF_COLUMNS)
            for each in element
            for col in range(int(each.get("min", "1")), min(int(each.get("max", "1")), 400) + 1)
        }
    return _attributes(element), frozenset(
        (local_name(each), _attributes(each)) for each in element if _attributes(each)
    )


def _attributes(element: ET.Element) -> frozenset[tuple[str, object]]:
    """What an element says beyond what is so anyway."""
    said = ((key.rpartition("}")[2], _number(value)) for key, value in element.attrib.items())
    return frozenset(
        (name, value)
        for name, value in said
        if name not in _UNSEEN and value != _USUAL.get(name, 0)
    )


def _number(text: str) -> object:
    """Figures by their value: 0.70 and 0.7 are the same margin."""
    if text in {"true", "false"}:
        return float(text == "true")
    try:
        return round(float(text), 6)
    except ValueError:
        return text
