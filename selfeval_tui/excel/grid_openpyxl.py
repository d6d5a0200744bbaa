"""The sheets of a workbook (.xlsx) by openpyxl's parsers; imported on first use only.

Its loader would also make objects of the borders of merged ranges, of pictures, validations and
named styles: most of its time, and one odd thing among them is the end of it. No form needs them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import IO, Any, cast
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen
from openpyxl.packaging.workbook import ChildSheet
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import datetime as dates
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet import _reader
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import ARC_CUSTOM, ARC_STYLE, SHARED_STRINGS

from selfeval_tui.excel.grid_build import ERROR, PLAIN, Area, Look, Raw, RawPage, named, place
from selfeval_tui.excel.grid_over import lies_over, said_of
from selfeval_tui.excel.grid_styles import joined, looks_of, strings_of, unescaped

_OFF, _ON = frozenset({"0", "false"}), frozenset({"1", "true"})
_VISIBLE = "visible"
_SAVE = "请用 WPS 或 Excel 打开它，保存一次，再导入"


@frozen
class RawBook:
    """What a workbook holds."""

    pages: tuple[RawPage, ...]
    properties: Mapping[str, str]
    """Those of its own (自定义属性)."""


def read_book(data: bytes) -> RawBook:
    """Read a workbook that was looked through; damaged ones raise what the parsers raise."""
    reader = ExcelReader(BytesIO(data), data_only=True, keep_links=False)
    archive: ZipFile = reader.archive
    with archive:
        reader.read_manifest()
        reader.read_workbook()
        known = frozenset(archive.namelist())
        looks = looks_of(archive.read(ARC_STYLE)) if ARC_STYLE in known else ()
        strings = _strings(reader)
        pages = tuple(
            _page(reader, sheet, rel.target, strings, looks)
            for sheet, rel in reader.parser.find_sheets()
            if rel.target in known and rel.Type.endswith("/worksheet")
        )
        return RawBook(pages, _properties(archive, known))


def _strings(reader: ExcelReader) -> list[str]:
    package: Any = reader.package
    part = package.find(SHARED_STRINGS)
    if part is None:
        return []
    with reader.archive.open(part.PartName[1:]) as file:
        return strings_of(file)


def _properties(archive: ZipFile, known: frozenset[str]) -> dict[str, str]:
    if ARC_CUSTOM not in known:
        return {}
    root = ET.fromstring(archive.read(ARC_CUSTOM))  # noqa: S314 - The archive was looked through.
    return {each.get("name", ""): "".join(each.itertext()) for each in root}


class _Sheet(WorkSheetParser):
    """A sheet's part, without what no form needs.

    Args:
        source: The part.
        strings: The shared strings.
    """

    def __init__(self, source: IO[bytes], strings: Sequence[str]) -> None:
        super().__init__(source, strings, data_only=True, date_formats=frozenset())
        self.areas: list[Area] = []
        self.breaks: set[int] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.unsaved: list[str] = []
        self.zeros = True

    def cells(self) -> Iterator[dict[str, Any]]:
        """The cells that hold something, row after row; the rest is read along the way."""
        for _, element in ET.iterparse(self.source):  # noqa: S314 - It was looked through.
            match element.tag:
                case _reader.ROW_TAG:
                    number, row = self.parse_row(cast(Any, element))
                    yield from (cell for cell in row if cell["value"] is not None)
                    self.row_dimensions.clear()
                    if element.get("hidden") in _ON:
                        self.hidden_rows.add(number - 1)
                case _reader.MERGE_TAG:
                    self.areas = [_area(each.get("ref", "")) for each in element]
                case _reader.ROW_BREAK_TAG:
                    self.breaks = {int(each.get("id", "0")) for each in element}
                case _reader.COL_TAG if element.get("hidden") in _ON:
                    run = int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1
                    self.hidden_columns.append(run)
                    continue
                case _reader.VIEWS_TAG:
                    self.zeros = all(each.get("showZeros") not in _OFF for each in element)
                case _reader.CUSTOM_VIEWS_TAG:
                    self.breaks.clear()
                case _:
                    continue
            element.clear()

    def parse_cell(self, element: ET.Element) -> dict[str, Any]:
        """A cell as the library gives it, with its text to the letter."""
        value = element.find(_reader.VALUE_TAG)
        match element.get("t"):
            case "inlineStr":
                # Said as the text of a formula, which the library is quick with.
                found = element.find(_reader.INLINE_STRING)
                value = ET.SubElement(element, _reader.VALUE_TAG) if value is None else value
                value.text = unescaped(joined(found)) if found is not None else ""
                element.set("t", "str")
            case "str" if value is not None and value.text:
                value.text = unescaped(value.text)
        cell: dict[str, Any] = super().parse_cell(element)
        if value is None and element.find(_reader.FORMULA_TAG) is not None:
            self.unsaved.append(place(cell["row"] - 1, cell["column"] - 1))
        return cell


def _area(ref: str) -> Area:
    left, top, right, bottom = (number or 1 for number in range_boundaries(ref))
    return Area(top - 1, left - 1, bottom - top + 1, right - left + 1)


def _page(
    reader: ExcelReader, known: ChildSheet, part: str, strings: Sequence[str], looks: Sequence[Look]
) -> RawPage:
    epoch = reader.wb.epoch
    with reader.archive.open(part) as file:
        sheet = _Sheet(file, strings)
        cells = {
            (cell["row"] - 1, cell["column"] - 1): _raw(cell, looks, epoch)
            for cell in sheet.cells()
        }
    notices = tuple(said_of(lies_over(reader.archive, part)))
    if sheet.unsaved:
        notices = (f"{named(sheet.unsaved)} 的公式没有存下结果，没有读入；{_SAVE}", *notices)
    return RawPage(
        str(known.name),
        cells,
        sheet.areas,
        frozenset(sheet.breaks),
        epoch,
        sheet.zeros,
        known.state != _VISIBLE,
        hidden_rows=frozenset(sheet.hidden_rows),
        hidden_columns=tuple(sheet.hidden_columns),
        notices=notices,
    )


def _raw(cell: Mapping[str, Any], looks: Sequence[Look], epoch: datetime) -> Raw:
    value = cell["value"]
    look = looks[cell["style_id"]] if looks else PLAIN
    match cell["data_type"]:
        case "e":
            return Raw(value, PLAIN, ERROR)
        case "d":
            to_excel: Any = dates.to_excel
            return Raw(to_excel(value, epoch), look)
    return Raw(value, look)
