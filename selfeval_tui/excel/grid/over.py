"""What lies over the cells of a sheet or beside them: pictures, text boxes, controls, comments."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen

from selfeval_tui.excel.grid.package import related

_QUOTED = 20
"""Characters of a text box in a notice."""
_MOST_BOXES = 20
"""Text boxes that are told one by one."""
_LEGACY = re.compile(rb"""ObjectType=["'](?:Checkbox|Radio)["']""")
_LEGACY_TICKED = re.compile(rb"<x:Checked>\s*1")
_TICKS = frozenset({"CheckBox", "Radio"})


@frozen
class Lying:
    """What could not be read of a sheet."""

    pictures: int = 0
    charts: int = 0
    ticks: int = 0
    """Controls to be ticked: the □ of a form may be drawn over its cells."""
    ticked: int = 0
    comments: int = 0
    texts: tuple[str, ...] = ()
    """What text boxes say."""


def said_of(lying: Lying) -> Iterator[str]:
    """The same in Chinese."""
    if lying.pictures:
        yield f"有 {lying.pictures} 张图片，没有读入"
    if lying.charts:
        yield f"有 {lying.charts} 个图表，没有读入"
    for text in lying.texts[:_MOST_BOXES]:
        if text.strip():
            yield f"文本框“{_short(text)}”没有读入"
    if lying.ticks:
        yield (
            f"有 {lying.ticks} 个勾选控件浮在单元格上（勾了 {lying.ticked} 个），不是单元格里的字，"
            "没有读入，请在导入后自己勾选"
        )
    if lying.comments:
        yield f"有 {lying.comments} 条批注，没有读入"


def lies_over(archive: ZipFile, part: str) -> Lying:
    """What lies over the cells of a sheet of a workbook (.xlsx) that was looked through.

    Args:
        archive: The workbook.
        part: The sheet's part.
    """
    parts = [(each.kind, archive.read(each.part)) for each in related(archive, part)]
    drawn = [ET.fromstring(data) for kind, data in parts if kind == "drawing"]  # noqa: S314
    tags = Counter(_tag(each) for root in drawn for each in root.iter())
    ticks, ticked = _ticks(parts)
    return Lying(
        tags["pic"],
        tags["graphicFrame"],
        ticks,
        ticked,
        sum(data.count(b"<comment ") for kind, data in parts if kind == "comments"),
        tuple(_texts(drawn)),
    )


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _texts(drawn: Iterable[ET.Element]) -> Iterator[str]:
    for root in drawn:
        for each in root.iter():
            if _tag(each) == "sp":
                yield "".join(part.text or "" for part in each.iter() if _tag(part) == "t")


def _ticks(parts: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    """How many controls there are to be ticked, and how many are."""
    modern = [ET.fromstring(data) for kind, data in parts if kind == "ctrlProp"]  # noqa: S314
    boxes = [each for each in modern if each.get("objectType") in _TICKS]
    if boxes:
        return len(boxes), sum(each.get("checked") == "Checked" for each in boxes)
    # Drawings of the older sort are not always well-formed.
    legacy = b"".join(data for kind, data in parts if kind == "vmlDrawing")
    return len(_LEGACY.findall(legacy)), len(_LEGACY_TICKED.findall(legacy))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:_QUOTED]}…" if len(plain) > _QUOTED else plain
