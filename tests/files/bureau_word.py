"""Empty forms as a bureau draws them in a document, by a library the program does not read with."""

import functools
from io import BytesIO

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.table import Table, _Cell

FONT = "仿宋"
HEADER_ROW = 6
"""The row of the table, counted from 0, with the labels of the indicators."""


def project_document(rows: int = 4, *, kinds: str = "□部门预算项目 □市直专项") -> Written:
    """An empty 项目自评表: side label merged over the rows, six columns, header and footer."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "县财政局监制"
    section.footer.paragraphs[0].text = "第  页"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("    年度          自评表").font.size = Pt(18)
    document.add_paragraph("单位名称：          填报日期：    年  月  日")
    table = document.add_table(rows=HEADER_ROW + 1 + rows + 2, cols=6, style="Table Grid")
    _pair(table, 0, (0, 1, "项目名称"), (2, 5, ""))
    _pair(table, 1, (0, 1, "主管部门"), (2, 3, ""), (4, 4, "项目实施单位"), (5, 5, ""))
    _pair(table, 2, (0, 1, "项目类别"), (2, 5, kinds))
    _pair(table, 3, (0, 1, "项目类型"), (2, 5, ""))
    _boxes(table.cell(3, 2))
    money = ((2, 2, ""), (3, 3, "预算数(A)"), (4, 4, "执行数(B)"), (5, 5, "执行率(B/A)"))
    _pair(table, 4, (0, 1, "预算执行情况（万元）"), *money)
    _pair(table, 5, (0, 1, ""), (2, 2, "年度财政资金总额"))
    table.cell(4, 0).merge(table.cell(5, 0))
    labels = ("年度绩效目标", "一级指标", "二级指标", "三级指标", "年初目标值(A)", "实际完成值(B)")
    for col, label in enumerate(labels):
        _say(table.cell(HEADER_ROW, col), label)
    last = HEADER_ROW + rows
    if rows:
        table.cell(HEADER_ROW, 0).merge(table.cell(last, 0))
    for row in range(HEADER_ROW + 1, last + 1):
        for col in range(1, 6):
            paragraph = table.cell(row, col).paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run("")
            run.font.name, run.font.size, run.bold = FONT, Pt(9), True
    _pair(table, last + 1, (0, 1, "偏差大或目标未完成原因分析"), (2, 5, ""))
    _pair(table, last + 2, (0, 1, "改进措施及结果应用方案"), (2, 5, "（100字以内）"))
    document.add_paragraph("备注：本表由县财政局统一制发。")
    return document


def _pair(table: Table, row: int, *cells: tuple[int, int, str]) -> None:
    for first, last, text in cells:
        cell = table.cell(row, first)
        if last > first:
            cell = cell.merge(table.cell(row, last))
        if text:
            _say(cell, text)


def _say(cell: _Cell, text: str) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.font.name = "黑体"


def _boxes(cell: _Cell) -> None:
    """A control to tick, a letter of Wingdings 2, and a plain □."""
    control = (
        f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )
    symbol = f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
    paragraph = cell.paragraphs[0]
    paragraph.add_run("常年性项目")
    paragraph._p.append(parse_xml(control))
    paragraph.add_run(" 延续性项目")
    paragraph._p.append(parse_xml(symbol))
    paragraph.add_run(" 一次性项目□")


def saved_document(document: Written) -> bytes:
    """The bytes of a document."""
    data = BytesIO()
    document.save(data)
    return data.getvalue()


@functools.cache
def empty_document(rows: int = 4) -> bytes:
    """The bytes of a form that nobody changes; drawing one takes a while."""
    return saved_document(project_document(rows))
