"""What a library lost of a file while it filled it: the parts before and after are compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen

from selfeval_tui.excel.fill_package import relations, sheet_parts

_KINDS = (
    ("xl/vbaProject", "宏"),
    ("xl/ctrlProps/", "控件"),
    ("xl/activeX/", "控件"),
    ("xl/embeddings/", "嵌入的文件"),
    ("xl/charts/", "图表"),
    ("xl/chartsheets/", "图表"),
    ("xl/pivotTables/", "数据透视表"),
    ("xl/pivotCache/", "数据透视表"),
    ("xl/slicer", "切片器"),
    ("xl/timeline", "日程表"),
    ("xl/threadedComments/", "会话式批注"),
    ("xl/richData/", "单元格里的图片或数据类型"),
    ("xl/cellimages", "单元格里的图片"),
    ("xl/queryTables/", "外部数据查询"),
    ("xl/connections", "外部数据连接"),
    ("xl/xmlMaps", "XML 映射"),
    ("xl/model/", "数据模型"),
    ("xl/customData/", "自定义数据"),
    ("xl/dialogsheets/", "对话框工作表"),
    ("xl/macrosheets/", "宏表"),
    ("xl/webextensions/", "加载项"),
    ("customXml/", "自定义 XML 数据"),
)
"""Parts by the beginning of their names, as a clerk would call them."""
_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "sp": "文本框或形状",
        "pic": "图片",
        "cxnSp": "线条",
        "graphicFrame": "图表或图形",
        "control": "控件",
        "oleObject": "嵌入的文件",
        "OLEObject": "嵌入的文件",
        "txbxContent": "文本框",
        "imagedata": "图片",
    }
)
"""Elements of drawings and sheets by their local names."""
_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        "conditionalFormatting": "扩展的条件格式",
        "dataValidation": "引用其他工作表的下拉列表",
        "sparklineGroup": "迷你图",
        "slicer": "切片器",
        "timelineRef": "日程表",
        "protectedRange": "受保护区域",
    }
)
_HARMLESS = frozenset(
    {
        "phoneticPr",
        "ignoredErrors",
        "extLst",
        "dimension",
        "legacyDrawing",
        "drawing",
        "cellWatches",
        "smartTags",
        "sheetCalcPr",
        "customProperties",
        "AlternateContent",
        "controls",
        "oleObjects",
        "webPublishItems",
        "sheetData",
        "mergeCells",
        "hyperlinks",
        "dataValidations",
        "conditionalFormatting",
    }
)
"""Elements of a sheet that are compared otherwise, or that nobody sees."""
_SET_UP = ("sheetPr", "sheetFormatPr", "cols", "printOptions", "pageMargins", "pageSetup")
_SET_UP_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "sheetPr": "工作表属性",
        "sheetFormatPr": "行高列宽的默认值",
        "cols": "列宽",
        "printOptions": "打印选项",
        "pageMargins": "页边距",
        "pageSetup": "纸张和缩放",
        "headerFooter": "页眉页脚",
        "legacyDrawingHF": "页眉页脚里的图片",
        "picture": "工作表背景",
        "rowBreaks": "分页符",
        "colBreaks": "分页符",
        "sheetProtection": "工作表保护",
        "tableParts": "表格对象",
    }
)
_KEPT_OTHERWISE = frozenset({"id", "baseColWidth", "spans", "dyDescent", "codeName", "uid"})
"""Attributes that say nothing of how a page looks."""
_DEFAULTS = frozenset({"0", "false", ""})


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
            drawn = Counter(_drawn(ET.fromstring(old.read(_DOCUMENT))))  # noqa: S314
            drawn -= Counter(_drawn(ET.fromstring(new.read(_DOCUMENT))))  # noqa: S314
            lost += [f"{what} {count} 个" for what, count in drawn.items()]
    return tuple(dict.fromkeys(lost))


_DOCUMENT = "word/document.xml"
_DOCUMENT_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "word/header": "页眉",
        "word/footer": "页脚",
        "word/media/": "图片",
        "word/embeddings/": "嵌入的文件",
        "word/charts/": "图表",
        "word/activeX/": "控件",
        "word/vbaProject": "宏",
        "word/comments": "批注",
        "word/footnotes": "脚注",
        "word/styles": "样式",
        "word/numbering": "编号",
        "customXml/": "自定义 XML 数据",
    }
)


def _document_part(name: str) -> str:
    """A part as a clerk would call it."""
    return next((said for start, said in _DOCUMENT_PARTS.items() if name.startswith(start)), name)


def _same(one: bytes, other: bytes) -> bool:
    """Whether two parts say the same: a library may write the same XML otherwise."""
    if one == other:
        return True
    try:
        return ET.canonicalize(one.decode()) == ET.canonicalize(other.decode())
    except (ET.ParseError, UnicodeDecodeError):
        return False


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
        for start, kind in _KINDS
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
        for what in one.extensions - other.extensions:
            yield name, what
        for element in one.elements - other.elements:
            if element not in _HARMLESS:
                yield name, _SET_UP_NAMES.get(element, element)
        for element in _SET_UP:
            if element in one.elements and one.set_up.get(element) != other.set_up.get(element):
                yield name, _SET_UP_NAMES[element]


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
        drawn = Counter(_drawn(root))
        for _, kind, target in relations(archive, part):
            if kind == "drawing" and target in archive.namelist():
                drawing = ET.fromstring(archive.read(target))  # noqa: S314
                drawn.update(_drawn(drawing))
        return cls(
            drawn,
            frozenset(_extensions(root)),
            frozenset(_local(each) for each in root),
            {_local(each): _said(each) for each in root if _local(each) in _SET_UP},
        )


def _drawn(root: ET.Element) -> Iterator[str]:
    """What is drawn; one of two ways to draw the same thing counts."""
    for each in root:
        if _local(each) == "Fallback":
            continue
        if _local(each) in _DRAWN:
            yield _DRAWN[_local(each)]
        yield from _drawn(each)


def _extensions(root: ET.Element) -> Iterator[str]:
    for child in root:
        if _local(child) == "extLst":
            for each in child.iter():
                if _local(each) in _EXTENSIONS:
                    yield _EXTENSIONS[_local(each)]


def _said(element: ET.Element) -> object:
    """What an element of the set-up says; columns one by one, however they are grouped."""
    if _local(element) == "cols":
        return {
            col: _attributes(each, drop=("min", "max", "style", "bestFit", "collapsed"))
            for each in element
            for col in range(int(each.get("min", "1")), min(int(each.get("max", "1")), 400) + 1)
        }
    return _attributes(element), tuple(
        (_local(each), _attributes(each)) for each in element if _attributes(each)
    )


def _attributes(element: ET.Element, drop: Iterable[str] = ()) -> frozenset[tuple[str, object]]:
    return frozenset(
        (name, _number(value))
        for key, value in element.attrib.items()
        if (name := key.rpartition("}")[2]) not in {*_KEPT_OTHERWISE, *drop}
        and value not in _DEFAULTS
    )


def _number(text: str) -> object:
    """Figures by their value: 0.70 and 0.7 are the same margin."""
    if text in {"1", "true"}:
        return 1.0
    try:
        return round(float(text), 6)
    except ValueError:
        return text


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
