"""Old workbooks (.xls) give the same grids; what would hurt a library never reaches it."""

import struct
from pathlib import Path

import pytest

from selfeval_tui.excel.xls.grids import xls_grids
from selfeval_tui.excel.xls.properties import properties_of
from selfeval_tui.excel.xls.scan import MOST_RECORDS
from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.store import Fault
from tests.excel import biff
from tests.excel.biff import Book, Page, form, label, look, merged, number, record, string

PATH = Path("甲.xls")
PERCENT, DAY, SPREAD = 1, 2, 3
LOOKS = (form(180, 'yyyy"年"m"月"d"日"'), look(), look(9), look(180), look(49, vertical=4))


def book(*records: bytes, texts: tuple[str, ...] = ("甲", "乙"), further: bytes = b"") -> bytes:
    """A workbook with one sheet of these records."""
    return Book((Page(records),), LOOKS, texts, further).file()


def read(data: bytes) -> Grid:
    """The only sheet of a workbook."""
    found = xls_grids(data, PATH)
    assert not isinstance(found, Fault), found.message
    (grid,) = found
    return grid


def refused(data: bytes) -> str:
    """What is said of a workbook that is not read."""
    found = xls_grids(data, PATH)
    assert isinstance(found, Fault)
    assert "请" in found.message
    return found.message


def test_cells_come_as_they_are_seen() -> None:
    """Merged ranges as one."""
    blank = record(biff.BLANK, struct.pack("<3H", 2, 1, 0))
    figures = (number(1, 0, 0.61, PERCENT), number(1, 1, 45405, DAY), number(2, 0, 5.44))
    grid = read(book(label(0, 0, 0), *figures, blank, merged((0, 0, 0, 3))))
    assert grid.cells == (
        Cell(0, 0, "甲", "A1", 1, 4),
        Cell(1, 0, "61%", "A2"),
        Cell(1, 1, "2024年4月23日", "B2"),
        Cell(2, 0, "5.44", "A3"),
    )


def test_a_workbook_of_1995_is_read() -> None:
    """Its texts are bytes of Chinese Windows."""
    text, code_page = "项目名称".encode("gbk"), record(0x42, struct.pack("<H", 936))
    cells = record(0x0204, struct.pack("<4H", 0, 0, 0, len(text)) + text) + number(5, 1, 0.5)
    begin = struct.pack("<HHHH", 0x500, 5, 0, 1996)

    def book_at(start: int) -> bytes:
        sheet = record(biff.BOUNDSHEET, struct.pack("<I3B", start, 0, 0, 1) + b"A")
        plain = record(biff.XF, bytes(16))
        return record(biff.BOF, begin) + code_page + plain + sheet + record(biff.EOF)

    page = record(biff.BOF, struct.pack("<HHHH", 0x500, 16, 0, 1996)) + cells + record(biff.EOF)
    grid = read(biff.compound({"Book": book_at(len(book_at(0))) + page}))
    assert [cell.text for cell in grid.cells] == ["项目名称", "0.5"]


def test_days_may_be_counted_from_1904() -> None:
    """The workbook says so."""
    from_1904 = record(biff.DATEMODE, b"\1\0")
    assert read(book(number(0, 0, 43943, DAY), further=from_1904)).cells[0].text == "2024年4月23日"


def test_errors_and_truths_are_read_as_their_words() -> None:
    """And noted."""
    error = record(biff.BOOLERR, struct.pack("<3HBB", 0, 0, 0, 7, 1))
    truth = record(biff.BOOLERR, struct.pack("<3HBB", 0, 1, 0, 1, 0))
    cells = read(book(error, truth)).cells
    assert [(cell.text, bool(cell.note)) for cell in cells] == [("#DIV/0!", True), ("TRUE", True)]


def test_a_text_that_fills_its_height_goes_on_below() -> None:
    """As this program cuts long ones, and an office saves them."""
    grid = read(book(label(0, 0, 0, SPREAD), label(1, 0, 1)))
    assert [cell.continues for cell in grid.cells] == [True, False]


def test_pages_begin_where_they_were_cut() -> None:
    """By hand, or by this program."""
    cut = record(biff.BREAKS, struct.pack("<4H", 1, 27, 0, 255))
    assert read(book(label(0, 0, 0), cut)).breaks == {27}


def test_what_is_hidden_is_read_and_told() -> None:
    """A text is a text."""
    row = record(biff.ROW, struct.pack("<6HI", 0, 0, 1, 255, 0, 0, 0x20))
    column = record(biff.COLINFO, struct.pack("<6H", 0, 0, 2000, 0, 1, 0))
    page = Page((row, column, label(0, 0, 0)), hidden=1)
    grid = read(Book((page,), LOOKS, ("甲",)).file())
    assert grid.cells[0].text == "甲"
    assert grid.notices == (
        "这是隐藏的工作表，也读入了", "隐藏的行也读入了：第 1 行", "隐藏的列也读入了：A 列",
    )  # fmt: skip


def test_what_lies_over_the_cells_is_told() -> None:
    """Text boxes, pictures, comments, and the boxes that a form is ticked with."""

    def drawn(kind: int, more: bytes = b"") -> bytes:
        return record(biff.OBJ, struct.pack("<4H", 0x15, 18, kind, 1) + bytes(14) + more)

    ticked = struct.pack("<4H", 0x0A, 12, 1, 0) + bytes(8)
    text = record(biff.TXO, bytes(18)) + record(
        biff.CONTINUE, b"\1" + "填表人：张三".encode("utf-16-le")
    )
    comment = record(biff.NOTE, bytes(12))
    notices = read(
        book(label(0, 0, 0), drawn(8), drawn(6), text, drawn(11, ticked), drawn(11), comment)
    ).notices
    assert notices[0] == "有 1 张图片，没有读入"
    assert notices[1] == "文本框“填表人：张三”没有读入"
    assert "2 个勾选控件浮在单元格上（勾了 1 个）" in notices[2]
    assert notices[3] == "有 1 条批注，没有读入"


def test_a_chart_within_a_sheet_is_passed_over() -> None:
    """It is a workbook of its own, with figures in it."""
    chart = record(biff.BOF, struct.pack("<2H", 0x600, 0x20) + bytes(12))
    grid = read(book(label(0, 0, 0), chart, number(9, 9, 5), record(biff.EOF), label(1, 0, 1)))
    assert [cell.text for cell in grid.cells] == ["甲", "乙"]


def test_formulas_of_names_are_never_computed() -> None:
    """The library would, and they may double and double."""
    name = record(biff.NAME, struct.pack("<HBBHHH4B", 0, 0, 200, 60000, 0, 0, 0, 0, 0, 0))
    assert read(book(label(0, 0, 0), further=name)).cells[0].text == "甲"


def _shared(*pieces: bytes) -> bytes:
    table = record(biff.SST, pieces[0]) + b"".join(
        record(biff.CONTINUE, piece) for piece in pieces[1:]
    )
    return book(label(0, 0, 0), texts=(), further=table)


def test_a_string_may_go_on_in_another_record() -> None:
    """And be of another width there."""
    head = struct.pack("<2IHB", 1, 1, 4, 1)
    assert read(_shared(head + "行政".encode("utf-16-le"), b"\0AB")).cells[0].text == "行政AB"


BACKWARDS = struct.pack("<2I", 9, 2**31 - 1) + struct.pack("<HBi", 1, 4, -8) + b"A"
REFUSED = {
    "a password": (book(further=record(biff.FILEPASS, bytes(6))), "加了密码"),
    "a merged range over all": (book(merged((0, 65535, 0, 255))), "合并单元格太大"),
    "many merged ranges": (
        book(merged(*[(0, 999, 0, 9)] * 1000)), "合并单元格太大",
    ),
    "ranges that are not there": (book(record(biff.MERGED, b"\xff\xff")), "读不出来"),
    "a cell far away in each row": (
        book(*(number(row, 255, 1) for row in range(300))), "表太大",
    ),
    "blanks far away": (
        book(*(record(biff.MULBLANK, struct.pack("<4H", row, 0, 0, 9999)) for row in range(9))),
        "表太大",
    ),
    "strings without end": (_shared(BACKWARDS), "文字太多"),
    "strings that skip backwards": (
        _shared(struct.pack("<2I", 9, 40_000) + BACKWARDS[8:]), "文字太多",
    ),
    "strings that are not there": (_shared(struct.pack("<2I", 9, 9)), "读不出来"),
    "many looks": (Book((Page(),), (look(),) * 10_001).file(), "样式太多"),
    "a sheet twice": (
        book(further=record(biff.BOUNDSHEET, struct.pack("<IBB", 0, 0, 0) + b"\1\0A") * 2),
        "读不出来",
    ),
    "a sheet in the middle of a record": (
        book(further=record(biff.BOUNDSHEET, struct.pack("<IBB", 9, 0, 0) + b"\1\0A")), "读不出来",
    ),
    "records without end": (book(*[record(0)] * (MOST_RECORDS + 1)), "内容太多"),
    "no end": (biff.compound({"Workbook": book()[512:700] + bytes(5000)}), "读不出来"),
    "no container": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "读不出来"),
    "no workbook": (biff.compound({"WordDocument": bytes(5000)}), "读不出来"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=list(REFUSED))
def test_what_would_hurt_is_refused(data: bytes, said: str) -> None:
    """With a sentence."""
    assert said in refused(data)


@pytest.mark.parametrize("offset", [44, 48, 60, 68, 76])
def test_a_container_that_runs_in_circles_is_refused(offset: int) -> None:
    """Or that points out of the file: whatever its head says."""
    data = bytearray(book(*(number(row, 0, 1) for row in range(500))))
    for value in (0, 1, 2, 0x7FFFFFFF, 0xFFFFFFF0):
        struct.pack_into("<I", data, offset, value)
        found = xls_grids(bytes(data), PATH)
        assert isinstance(found, Fault) or found[0].cells


def test_a_workbook_cut_anywhere_is_refused() -> None:
    """It did not come whole."""
    data = book(*(number(row, 0, 1) for row in range(500)))
    for at in range(0, len(data) - 600, 997):
        assert "读不出来" in refused(data[:at])


def _properties(page: int, *pairs: tuple[str, str]) -> bytes:
    encoding = "utf-16-le" if page == 1200 else f"cp{page}"
    names, values, places = struct.pack("<I", len(pairs)), b"", []
    for key, (name, value) in enumerate(pairs, start=2):
        name_data, data = f"{name}\0".encode(encoding), f"{value}\0".encode(encoding)
        names += struct.pack("<2I", key, len(name_data)) + name_data
        values += struct.pack("<2I", 30, len(data)) + data
        places.append((key, len(values) - len(data) - 8))
    start = 8 + 8 * (len(pairs) + 2)
    texts = start + 8 + len(names)
    listed = [(1, start), (0, start + 8), *((key, texts + at) for key, at in places)]
    body = struct.pack("<2I", 0, len(listed)) + b"".join(
        struct.pack("<2I", *each) for each in listed
    )
    body += struct.pack("<2I", 2, page) + names + values
    own = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
    return struct.pack("<2H4x16xI", 0xFFFE, 0, 1) + own + struct.pack("<I", 48) + body


@pytest.mark.parametrize("page", [936, 65001])
def test_a_workbook_of_ours_says_its_form_and_year(page: int) -> None:
    """An office that saves it as .xls keeps what it says of itself."""
    said = (("表样 甲表", "ezhou-gedian/project"), ("年度 甲表", "2023"))
    pages = (Page((label(0, 0, 0),), "甲表"),)
    streams = {"\x05DocumentSummaryInformation": _properties(page, *said)}
    grid = read(Book(pages, texts=("甲",), streams=streams).file())
    assert (grid.form, grid.year) == ("ezhou-gedian/project", "2023")


def test_damaged_properties_say_nothing() -> None:
    """What is in the sheets is read all the same."""
    data = _properties(936, ("甲", "乙"))
    assert properties_of(data) == {"甲": "乙"}
    assert all(properties_of(data[:at]) in ({}, {"甲": ""}) for at in range(len(data) - 4))


def test_a_string_keeps_its_line_ends() -> None:
    """Plain ones."""
    assert string("甲")[:3] == b"\1\0\1"
    assert read(book(label(0, 0, 0), texts=("一\r\n二",))).cells[0].text == "一\n二"
