"""Empty forms as a bureau draws them: by a library that the program does not write with."""

import functools
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

THIN, THICK = Side(style="thin"), Side(style="medium")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
BODY = Font(name="仿宋", size=11, color="FF333333")
LABEL = Font(name="黑体", size=11)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
HEADER_ROW = 14
"""The header of the indicators in a drawn form."""
WIDTHS = {"A": 9, "B": 11, "C": 15, "D": 22, "E": 14, "F": 16, "G": 16, "H": 12}


def project_form(rows: int = 10, *, title: str = "    年度          自评表") -> Workbook:
    """An empty 项目自评表 with other widths than ours, 序号 and 备注栏, and so many model rows.

    A to H: side label, 一级指标, 二级指标, 三级指标, (more of it), 目标, 实际, 备注栏.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    sheet.title = "项目自评表"
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _line(sheet, 1, [("A1:H1", "附件1")], frame=False)
    _line(sheet, 2, [("A2:H2", title)], frame=False)
    sheet["A2"].font = Font(name="方正小标宋简体", size=20)
    _line(sheet, 3, [("A3:D3", "单位名称："), ("E3:H3", "填报日期：    年  月  日")], frame=False)
    sheet["A3"].alignment = Alignment(horizontal="left")
    _line(sheet, 5, [("A5:B5", "项目名称"), ("C5:H5", "")])
    _line(sheet, 6, [("A6:B6", "主管\n部门"), ("C6:D6", ""), ("E6", "项目实施单位"), ("F6:H6", "")])
    kinds = "□部门预算项目  □市直专项  □市对下转移支付项目"
    _line(sheet, 7, [("A7:B7", "项目类别"), ("C7:H7", kinds)])
    _line(sheet, 8, [("A8:B8", "项目属性"), ("C8:H8", "持续性项目（  ）  新增性项目（  ）")])
    _line(
        sheet, 9, [("A9:B9", "项目类型"), ("C9:H9", "1.常年性项目口 2.延续性项目口 3.一次性项目口")]
    )
    money = [
        ("C11", ""),
        ("D11:E11", "预算数(A)"),
        ("F11", "执行数(B)"),
        ("G11:H11", "执行率(B/A)"),
    ]
    _line(sheet, 11, [("A11:B12", "预算执行情况（万元）"), ("C11", ""), *money])
    figures = [("C12", "年度财政资金总额"), ("D12:E12", ""), ("F12", ""), ("G12:H12", "=F12/D12")]
    _line(sheet, 12, figures)
    sheet["G12"].number_format = "0.0%"
    _line(sheet, 12, [("A12", "")])
    end = HEADER_ROW + rows
    _line(sheet, HEADER_ROW, [(f"A{HEADER_ROW}:A{end}", "年度绩效目标")])
    labels = ("一级指标", "二级指标", "三级指标", "年初目标值(A)", "实际完成值(B)", "备注栏")
    areas = ("B{0}", "C{0}", "D{0}:E{0}", "F{0}", "G{0}", "H{0}")
    for row in range(HEADER_ROW, end + 1):
        texts = labels if row == HEADER_ROW else ("",) * 6
        _line(sheet, row, [(a.format(row), t) for a, t in zip(areas, texts, strict=True)])
        sheet.row_dimensions[row].height = 24.0
    for cell in sheet[end]:
        cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THICK)
    below = end + 1
    _line(sheet, below, [(f"A{below}:F{below}", "合计条数"), (f"G{below}:H{below}", "")])
    sheet[f"G{below}"] = f"=COUNTA(D{HEADER_ROW + 1}:D{end})"
    reason, better, notes = below + 1, below + 2, below + 3
    _line(
        sheet,
        reason,
        [(f"A{reason}:C{reason}", "偏差大或目标未完成原因分析"), (f"D{reason}:H{reason}", "")],
    )
    _line(
        sheet,
        better,
        [(f"A{better}:C{better}", "改进措施及结果应用方案"), (f"D{better}:H{better}", "100字以内")],
    )
    sheet.row_dimensions[reason].height = 60
    sheet.row_dimensions[better].height = 45
    said = "备注：\n1.本表由县财政局统一制发。\n2.不得更改格式。"
    _line(sheet, notes, [(f"A{notes}:H{notes}", said)])
    sheet.row_dimensions[notes].height = 48
    _print_set_up(sheet, notes)
    return book


def _print_set_up(sheet: Worksheet, last: int) -> None:
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = 0.45
    sheet.print_options.horizontalCentered = True
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text, footer.center.text = "县财政局监制", "第 &P 页"
    sheet.print_area = f"A1:H{last}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.row_breaks.append(Break(id=last - 3))


def _line(
    sheet: Worksheet, row: int, cells: Iterable[tuple[str, str]], *, frame: bool = True
) -> None:
    for area, text in cells:
        first = area.partition(":")[0]
        cell = sheet[first]
        if text or first != "A12":
            cell.value = text or None
            cell.font = LABEL if text else BODY
            cell.alignment = MIDDLE
        for each in sheet[area] if ":" in area else ((cell,),):
            for one in each:
                one.border = FRAME if frame else Border()
        if ":" in area:
            sheet.merge_cells(area)
    sheet.row_dimensions[row].height = sheet.row_dimensions[row].height or 22


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@functools.cache
def empty_form(rows: int = 10) -> bytes:
    """The bytes of a form that nobody changes; drawing one takes a while."""
    return saved(project_form(rows))
