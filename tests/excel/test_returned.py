"""A workbook that came back: comments and coloured cells lead to the cells they are on."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.excel.returned import read_returned
from selfeval_tui.files.outgoing import Exported, export_sheets
from selfeval_tui.layout import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.reader.archive import MOST_BYTES
from selfeval_tui.sheet import Batch, print_cell
from tests.sheet.build import cell, money, project, with_rows

Mark = Callable[[Worksheet], None]


def year() -> Batch:
    """One project sheet with three rows."""
    sheet = with_rows(
        project("5", "4.76", "94%", "平台场所租赁费用"),
        ("租赁面积", "100", "100"),
        ("预算控制数", "5万元", "4.76万元"),
        ("系统运行正常率", "≥95%", "≥95%"),
    )
    sheet.fields.update({"附件号": "附件1-7", "偏差大或目标未完成原因分析": "无"})
    return Batch([sheet])


def returned(batch: Batch, folder: Path, mark: Mark) -> Path:
    """The exported workbook with the marks that the bureau made in it."""
    (exported,) = export_sheets(
        batch, batch.sheets, folder, ExportOptions(one_workbook=True, pattern="表")
    )
    assert isinstance(exported, Exported)
    book = load_workbook(exported.path)
    mark(book.worksheets[0])
    path = folder / "退回.xlsx"
    book.save(path)
    return path


def place(page: Worksheet, text: str) -> tuple[int, int]:
    """Where a text stands on the page."""
    return next(
        (each.row, each.column)
        for row in page.iter_rows()
        for each in row
        if "".join(str(each.value).split()) == text and each.row and each.column
    )


def say(row_of: str, column_of: str, words: str) -> Mark:
    """Put a comment where the row of one text meets the column of another."""

    def mark(page: Worksheet) -> None:
        at = page.cell(place(page, row_of)[0], place(page, column_of)[1])
        at.comment = Comment(words, "张三")

    return mark


def paint(row_of: str, column_of: str, colour: str = "FFFFFF00") -> Mark:
    """Give such a cell a ground colour."""

    def mark(page: Worksheet) -> None:
        at = page.cell(place(page, row_of)[0], place(page, column_of)[1])
        at.fill = PatternFill("solid", fgColor=colour)

    return mark


def found(batch: Batch, path: Path) -> list[tuple[str, str]]:
    """The cells and words."""
    sheet = batch.sheets[0]
    return [
        (print_cell(sheet, each.at) if each.at else "?", each.text)
        for each in read_returned(path, batch)
    ]


ACTUAL = "实际完成值（B）"


def test_a_workbook_nobody_touched_has_no_remarks(tmp_path: Path) -> None:
    """Frames and fonts are no colours."""
    batch = year()
    assert found(batch, returned(batch, tmp_path, lambda _: None)) == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("请核实", "请核实"),
        ("张三:\n请核实", "请核实"),
        ("[Threaded comment]\n\nYour version of Excel…\n\nComment:\n    请核实", "请核实"),
    ],
)
def test_a_comment_is_a_remark_on_its_cell(tmp_path: Path, words: str, text: str) -> None:
    """Without what the spreadsheet puts in front."""
    batch = year()
    path = returned(batch, tmp_path, say("预算控制数", ACTUAL, words))
    assert found(batch, path) == [("第2行实际完成值", text)]


def test_a_coloured_cell_is_a_remark(tmp_path: Path) -> None:
    """Yellow means: look here. White is no colour."""
    batch = year()
    path = returned(batch, tmp_path, paint("系统运行正常率", ACTUAL))
    assert found(batch, path) == [("第3行实际完成值", "标了颜色，请核对")]
    path = returned(batch, tmp_path, paint("系统运行正常率", ACTUAL, "FFFFFFFF"))
    assert found(batch, path) == []


def test_what_the_bureau_wrote_into_a_coloured_cell_is_told(tmp_path: Path) -> None:
    """Nothing is taken over by itself."""
    batch = year()

    def mark(page: Worksheet) -> None:
        paint("系统运行正常率", ACTUAL)(page)
        page.cell(place(page, "系统运行正常率")[0], place(page, ACTUAL)[1]).value = "97%"

    assert found(batch, returned(batch, tmp_path, mark)) == [
        ("第3行实际完成值", "标了颜色，请核对；退回的表上写的是“97%”")
    ]


def test_rows_are_found_again_after_they_moved(tmp_path: Path) -> None:
    """What was added above since then does not lead the remark astray."""
    batch = year()
    path = returned(batch, tmp_path, say("预算控制数", ACTUAL, "请核实"))
    batch.insert_row(batch.sheets[0].id, "指标", 0, {"三级指标": "新加的", "实际完成值": "1"})
    assert found(batch, path) == [("第3行实际完成值", "请核实")]


def test_a_row_that_is_gone_leaves_the_remark_with_the_sheet(tmp_path: Path) -> None:
    """With the place where it stood."""
    batch = year()
    path = returned(batch, tmp_path, say("预算控制数", ACTUAL, "请核实"))
    batch.delete_row(cell(batch.sheets[0], "r2", "实际完成值"))
    ((where, text),) = found(batch, path)
    assert where == "整张表"
    assert text.endswith("请核实")
    assert "4.76万元" in text


def test_a_comment_on_a_label_goes_to_what_it_labels(tmp_path: Path) -> None:
    """执行率 is meant, not its heading."""
    batch = year()
    path = returned(batch, tmp_path, say("执行率（B/A）", "执行率（B/A）", "应为95.2%"))
    assert found(batch, path) == [("执行率", "执行率（B/A）：应为95.2%")]


def test_a_figure_that_is_printed_as_a_number_is_found(tmp_path: Path) -> None:
    """The money row."""
    batch = year()
    sheet = batch.sheets[0]

    def mark(page: Worksheet) -> None:
        row = place(page, "执行率（B/A）")[0] + 1
        page.cell(row, place(page, "执行率（B/A）")[1]).comment = Comment("应为95.2%", "")

    path = returned(batch, tmp_path, mark)
    (placed,) = read_returned(path, batch)
    assert placed.at == money(sheet, "执行率")


def test_a_page_of_no_sheet_of_ours_is_left_to_the_clerk(tmp_path: Path) -> None:
    """The remark is kept, its sheet is not guessed."""
    batch = year()

    def mark(page: Worksheet) -> None:
        page.title = "别的表"
        page["A1"] = "别的"
        page["A1"].comment = Comment("请核实", "")

    assert found(batch, returned(batch, tmp_path, mark)) == [("?", "请核实")]


def _with_part(folder: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    batch = year()
    path = returned(batch, folder, lambda _: None)
    hostile = folder / "坏.xlsx"
    with ZipFile(path) as old, ZipFile(hostile, "w", 8) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return hostile


FAR_AWAY = b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data + b" " * (17 * 1024 * 1024), "16 MB"),
        (lambda data: data.replace(b"<worksheet", b"<!DOCTYPE a []><worksheet", 1), "DOCTYPE"),
        (
            lambda data: data.replace(
                b"</mergeCells>", b'<mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
            "合并单元格太大",
        ),
        (lambda data: data.replace(b"</sheetData>", FAR_AWAY), "太大"),
        (lambda _: b"<worksheet", "损坏"),
    ],
)  # fmt: skip
def test_a_hostile_workbook_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], said: str
) -> None:
    """A sentence, at once; the program goes on."""
    path = _with_part(tmp_path, SHEET, change)
    with pytest.raises(StoreError, match=said):
        read_returned(path, year())


def test_a_page_painted_all_over_is_read_at_once(tmp_path: Path) -> None:
    """Some hundred of its cells are taken; nobody means all of them."""

    def paint(page: Worksheet) -> None:
        for row in page.iter_rows(max_row=300, max_col=20):
            for each in row:
                each.fill = PatternFill("solid", fgColor="FFFF00")

    batch = year()
    assert len(read_returned(returned(batch, tmp_path, paint), batch)) == 500


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    """Its size is enough to know."""
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(StoreError, match="20 MB"):
        read_returned(path, year())


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A text is no workbook."""
    path = tmp_path / "文.xlsx"
    path.write_text("意见", encoding="utf-8")
    with pytest.raises(StoreError, match="不是 Excel 工作簿"):
        read_returned(path, year())
