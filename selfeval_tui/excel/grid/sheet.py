"""The sheets of a workbook (.xlsx) by openpyxl's parser of sheets; imported on first use only.

Its loader would also make objects of the borders of merged ranges, of pictures, validations and
named styles: most of its time, and one odd thing among them is the end of it. No form needs them.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, cast
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import evolve, frozen
from openpyxl.utils import datetime as dates
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet import _reader
from openpyxl.worksheet._reader import WorkSheetParser

from selfeval_tui.excel.grid.build import ERROR, PLAIN, Area, Look, Raw, RawPage, named, place
from selfeval_tui.excel.grid.over import lies_over, said_of
from selfeval_tui.excel.grid.package import (
    Package,
    SheetPart,
    elements,
    is_on,
    package_of,
    properties_of,
)
from selfeval_tui.excel.grid.styles import joined, looks_of, strings_of, unescaped

_LONGEST_NUMBER = 40
"""Characters of a figure; a longer one is read as a spreadsheet would."""
_PICTURE = "=DISPIMG("
"""What WPS saves as the text of a cell with a picture in it."""
_SAVE = "请用 WPS 或 Excel 打开它，保存一次，再导入"


@frozen
class RawBook:
    """What a workbook holds."""

    pages: tuple[RawPage, ...]
    properties: Mapping[str, str]
    """Those of its own (自定义属性)."""


def read_book(data: bytes) -> RawBook:
    """Read a workbook that was looked through; damaged ones raise what the parsers raise."""
    with ZipFile(BytesIO(data)) as archive:
        package = package_of(archive)
        looks = looks_of(archive, package.styles)
        strings = strings_of(archive, package.strings)
        pages = tuple(_page(package, sheet, strings, looks) for sheet in package.sheets)
        return RawBook(pages, properties_of(archive))


class _Sheet(WorkSheetParser):
    """A sheet's part, without what no form needs.

    Args:
        found: Its elements as they end.
        strings: The shared strings.
    """

    def __init__(self, found: Iterator[ET.Element], strings: Sequence[str]) -> None:
        super().__init__(cast(Any, None), strings, data_only=True, date_formats=frozenset())
        self._found = found
        self.areas: list[Area] = []
        self.breaks: set[int] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.unsaved: list[str] = []
        self.zeros = True

    def cells(self) -> Iterator[dict[str, Any]]:
        """The cells that hold something, row after row; the rest is read along the way."""
        for element in self._found:
            match element.tag:
                case _reader.ROW_TAG:
                    number, row = self.parse_row(cast(Any, element))
                    yield from (cell for cell in row if cell["value"] is not None)
                    self.row_dimensions.clear()
                    if is_on(element.get("hidden")):
                        self.hidden_rows.add(number - 1)
                case _reader.MERGE_TAG:
                    self.areas = [_area(each.get("ref", "")) for each in element]
                case _reader.ROW_BREAK_TAG:
                    self.breaks = {int(each.get("id", "0")) for each in element}
                case _reader.COL_TAG if is_on(element.get("hidden")):
                    run = int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1
                    self.hidden_columns.append(run)
                case _reader.VIEWS_TAG:
                    self.zeros = all(
                        is_on(each.get("showZeros"), otherwise=True) for each in element
                    )
                case _reader.CUSTOM_VIEWS_TAG:
                    self.breaks.clear()
                case _:
                    continue
            element.clear()

    def parse_cell(self, element: ET.Element) -> dict[str, Any]:
        """A cell as the library gives it, with its text to the letter."""
        value = element.find(_reader.VALUE_TAG)
        text = "" if value is None else value.text or ""
        match element.get("t", "n"):
            case "inlineStr":
                # Said as the text of a formula, which the library is quick with.
                found = element.find(_reader.INLINE_STRING)
                value = ET.SubElement(element, _reader.VALUE_TAG) if value is None else value
                value.text = unescaped(joined(found)) if found is not None else ""
                element.set("t", "str")
            case "str" if value is not None:
                value.text = unescaped(text)
            case "n" if value is not None and len(text) > _LONGEST_NUMBER:
                value.text = str(float(text))
        cell: dict[str, Any] = super().parse_cell(element)
        # An empty text is a result; an empty number is what a library writes that computes nothing.
        kept = bool(text) or (value is not None and element.get("t", "n") != "n")
        if not kept and element.find(_reader.FORMULA_TAG) is not None:
            self.unsaved.append(place(cell["row"] - 1, cell["column"] - 1))
        return cell


def _area(ref: str) -> Area:
    left, top, right, bottom = (number or 1 for number in range_boundaries(ref))
    return Area(top - 1, left - 1, bottom - top + 1, right - left + 1)


def _page(
    package: Package, known: SheetPart, strings: Sequence[str], looks: Sequence[Look]
) -> RawPage:
    sheet = _Sheet(elements(package.archive, known.part), strings)
    cells, pictures = {}, 0
    for cell in sheet.cells():
        if str(cell["value"]).startswith(_PICTURE):
            pictures += 1
        else:
            cells[cell["row"] - 1, cell["column"] - 1] = _raw(cell, looks, package)
    lying = lies_over(package.archive, known.part)
    notices = tuple(said_of(evolve(lying, pictures=lying.pictures + pictures)))
    if sheet.unsaved:
        notices = (f"{named(sheet.unsaved)} 的公式没有存下结果，没有读入；{_SAVE}", *notices)
    return RawPage(
        known.name,
        cells,
        sheet.areas,
        frozenset(sheet.breaks),
        package.first,
        sheet.zeros,
        known.hidden,
        frozenset(sheet.hidden_rows),
        tuple(sheet.hidden_columns),
        notices,
    )


def _raw(cell: Mapping[str, Any], looks: Sequence[Look], package: Package) -> Raw:
    value = cell["value"]
    look = looks[cell["style_id"]] if looks else PLAIN
    match cell["data_type"]:
        case "e":
            return Raw(value, PLAIN, ERROR)
        case "d":
            to_excel: Any = dates.to_excel
            return Raw(to_excel(value, package.first), look)
    return Raw(value, look)
