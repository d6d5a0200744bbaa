"""What lies over the cells of a sheet or beside them: pictures, text boxes, controls, comments."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_QUOTED = 20
"""Characters of a text box in a notice."""
_CONTROL = re.compile(rb"""ObjectType=["'](Checkbox|Radio|Drop|List|Button|Edit)["']""")
_TICKED = re.compile(rb"<x:Checked>\s*1")
_TICKS = frozenset({"CheckBox", "Radio", "Checkbox"})


def lies_over(archive: ZipFile, part: str) -> Iterator[str]:
    """What could not be read of a sheet, in Chinese; the archive was looked through before.

    Args:
        archive: The workbook.
        part: The sheet's part.
    """
    parts = list(_parts(archive, part))
    drawn = Counter[str]()
    for kind, name in parts:
        if kind == "drawing":
            yield from _drawing(ET.fromstring(archive.read(name)), drawn)  # noqa: S314
    for what, count in drawn.items():
        yield f"有 {count} 个{what}，没有读入"
    yield from _controls(archive, parts)
    comments = sum(
        archive.read(name).count(b"<comment ") for kind, name in parts if kind == "comments"
    )
    if comments:
        yield f"有 {comments} 条批注，没有读入"


def _parts(archive: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """The parts that go with a sheet: what each is, and its name."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    known = frozenset(archive.namelist())
    if relations not in known:
        return
    for each in ET.fromstring(archive.read(relations)):  # noqa: S314
        target = each.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        inside = posixpath.normpath(inside)
        if inside in known:
            yield each.get("Type", "").rpartition("/")[2], inside


def _drawing(root: ET.Element, drawn: Counter[str]) -> Iterator[str]:
    for each in root.iter():
        match each.tag.rpartition("}")[2]:
            case "pic":
                drawn["图片"] += 1
            case "graphicFrame":
                drawn["图表"] += 1
            case "sp":
                text = "".join(part.text or "" for part in each.iter() if part.tag.endswith("}t"))
                if text.strip():
                    yield f"文本框“{_short(text)}”没有读入"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:_QUOTED]}…" if len(plain) > _QUOTED else plain


def _controls(archive: ZipFile, parts: list[tuple[str, str]]) -> Iterator[str]:
    """Ticks that are controls: a form's □ may be drawn over its cells."""
    kinds = Counter[bool]()
    for kind, name in parts:
        if kind == "ctrlProp":
            look: Mapping[str, str] = ET.fromstring(archive.read(name)).attrib  # noqa: S314
            if look.get("objectType") in _TICKS:
                kinds[look.get("checked") == "Checked"] += 1
    if not kinds:
        for kind, name in parts:
            if kind == "vmlDrawing":
                # Not every one is well-formed.
                data = archive.read(name)
                ticked = len(_TICKED.findall(data))
                boxes = sum(each.decode() in _TICKS for each in _CONTROL.findall(data))
                kinds[True] += ticked
                kinds[False] += max(0, boxes - ticked)
    if count := kinds.total():
        yield (
            f"有 {count} 个勾选控件浮在单元格上（勾了 {kinds[True]} 个），不是单元格里的字，"
            "没有读入，请在导入后自己勾选"
        )
