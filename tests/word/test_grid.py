"""Documents that cannot be read end in one sentence; nothing that was made to hurt is loaded."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from selfeval_tui.store import Fault
from selfeval_tui.word.read.grids import docx_grids
from tests.word.build import MAIN, PATH, cell, document, file_of, row, shown, span, table

_WHOLE = document(table(row("甲", "乙")))


def _workbook() -> bytes:
    data = BytesIO()
    Workbook().save(data)
    return data.getvalue()


def _part(text: str) -> bytes:
    return file_of({"word/document.xml": text.encode()})


def _head(inside: str) -> str:
    return f'<w:document xmlns:w="{MAIN}"><w:body>{inside}</w:body></w:document>'


UNREADABLE: dict[str, Callable[[], bytes]] = {
    "空文件": lambda: b"",
    "文本": "项目名称".encode,
    "截断": lambda: _WHOLE[: len(_WHOLE) // 2],
    "工作簿": _workbook,
    "没有正文": lambda: file_of({}),
    "正文不是XML": lambda: _part("项目名称"),
    "正文断了": lambda: _part(_head(table(row("甲")))[:-20]),
    "旧格式或加密": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "DOCTYPE": lambda: document("", head='<!DOCTYPE w [<!ENTITY a "甲">]>'),
    "一百万格": lambda: _part(_head(f"<w:tbl>{'<w:tr><w:tc/></w:tr>' * 1_000_000}</w:tbl>")),
    "标记太多": lambda: _part(_head("<w:p/>" * 500_000)),
    "套得太深": lambda: _part(_head("<w:sdt>" * 200 + "</w:sdt>" * 200)),
    "展开太大": lambda: _part(_head(" " * 17_000_000)),
    "格子太宽": lambda: document(table(*[row(cell("", look=span(900_000_000)))] * 1000)),
}


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_said_in_one_sentence(make: Callable[[], bytes]) -> None:
    """With the file's name and what to do."""
    fault = docx_grids(make(), PATH)
    assert isinstance(fault, Fault)
    assert fault.message.startswith("“甲.docx”")
    assert "请" in fault.message
    assert "\n" not in fault.message


def test_an_ordinary_document_of_another_library() -> None:
    """Merged cells and paragraphs as python-docx writes them."""
    made = Document()
    made.add_paragraph("项目支出绩效自评表")
    drawn = made.add_table(3, 3)
    drawn.cell(0, 0).merge(drawn.cell(0, 1)).text = "项目名称"
    drawn.cell(0, 2).text = "甲"
    drawn.cell(1, 0).merge(drawn.cell(2, 0)).text = "产出"
    data = BytesIO()
    made.save(data)
    read = docx_grids(data.getvalue(), Path("乙.docx"))
    assert isinstance(read, tuple)
    assert shown(read[0]) == [
        "项目支出绩效自评表 | < | <",
        "项目名称 | < | 甲",
        "产出 |  | ",
        "^ |  | ",
    ]
    assert (read[0].name, read[0].form, read[0].year) == ("表1", "", "")
