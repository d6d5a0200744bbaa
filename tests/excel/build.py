"""Small sheets for these tests, and workbooks opened with another library than the writer's."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.excel import write_workbook
from selfeval_tui.layout import ExportOptions, Layout, lay_out
from selfeval_tui.sheet import Batch, Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec

DAY = datetime(2024, 4, 23, tzinfo=UTC)
OPTIONS = ExportOptions()
REASON = "偏差大或目标未完成原因分析"


def project(**fields: str) -> Sheet:
    """A project sheet of the seed's family without indicators."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    sheet.fields.update({"附件号": "附件1-1", "年度": "2023", "项目名称": "甲项目"} | fields)
    return sheet


def with_money(sheet: Sheet, budget: str, spent: str, rate: str = "") -> Sheet:
    """Fill the money row."""
    cells = {"预算数": budget, "执行数": spent, "执行率": rate}
    sheet.tables["资金"]["合计"].cells.update(cells)
    return sheet


def with_rows(sheet: Sheet, *rows: tuple[str, str, str, str, str]) -> Sheet:
    """Add indicator rows: 一级, 二级, 三级, target, actual."""
    names = ("一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值")
    table = sheet.tables["指标"]
    for number, row in enumerate(rows, start=len(table) + 1):
        table[f"r{number}"] = Row(f"r{number}", dict(zip(names, row, strict=True)))
    return sheet


def layout_of(sheet: Sheet, options: ExportOptions = OPTIONS) -> Layout:
    """Lay a lone sheet out."""
    return lay_out(Batch([sheet]), sheet, options)


def workbook_of(*sheets: Sheet, options: ExportOptions = OPTIONS) -> bytes:
    """The workbook of some sheets."""
    batch = Batch(sheets)
    return write_workbook([lay_out(batch, each, options) for each in sheets], options, DAY)


def opened(data: bytes, *, values: bool = False) -> Worksheet:
    """The first sheet as an independent library sees it."""
    sheet = load_workbook(BytesIO(data), data_only=values).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def part(data: bytes, name: str) -> str:
    """A part of the workbook's zip as text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def sheet_xml(data: bytes) -> str:
    """The XML of the first sheet."""
    return part(data, "xl/worksheets/sheet1.xml")


def ranges(sheet: Worksheet) -> set[str]:
    """The merged ranges, as in A1:G1."""
    return {str(each) for each in sheet.merged_cells.ranges}


def texts(sheet: Worksheet) -> Iterator[str]:
    """The text of each cell, row after row."""
    for row in sheet.iter_rows(values_only=True):
        yield from (value for value in row if isinstance(value, str) and value)
