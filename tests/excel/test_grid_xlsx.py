"""A workbook is read as a grid of what each sheet shows, whoever wrote it."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.excel.grid.xlsx import xlsx_grids
from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.store import Fault
from tests.excel.build import project, with_money, with_rows, workbook_of

PATH = Path("甲.xlsx")
SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    """The file of a workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, **parts: str) -> bytes:
    """The workbook with other parts, by their names."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.pop(name, "") or old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return buffer.getvalue()


def drawn(inside: str, **parts: str) -> bytes:
    """A workbook whose sheet is written by hand."""
    namespaces = (
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    sheet = f"<worksheet {namespaces}>{inside}</worksheet>"
    return changed(saved(Workbook()), **{SHEET: sheet}, **parts)


def read(data: bytes) -> Grid:
    """The only sheet of a workbook."""
    found = xlsx_grids(data, PATH)
    assert not isinstance(found, Fault), found.message
    (grid,) = found
    return grid


def texts(grid: Grid) -> dict[str, str]:
    """What the filled cells say."""
    return {cell.origin: cell.text for cell in grid.filled()}


@pytest.fixture
def book() -> Workbook:
    """A workbook with an empty sheet."""
    return Workbook()


@pytest.fixture
def page(book: Workbook) -> Worksheet:
    """Its sheet."""
    sheet = book.worksheets[0]
    sheet.title = "附件1-3"
    return sheet


def test_values_come_as_they_are_seen(book: Workbook, page: Worksheet) -> None:
    """A percentage as a percentage, a date as a date."""
    page["B2"], page["C2"], page["D2"], page["E2"] = 0.61, date(2024, 4, 23), "≥95%", 5.44
    page["B2"].number_format, page["C2"].number_format = "0%", 'yyyy"年"m"月"d"日"'
    grid = read(saved(book))
    assert grid.name == "附件1-3"
    assert texts(grid) == {"B2": "61%", "C2": "2024年4月23日", "D2": "≥95%", "E2": "5.44"}


def test_where_more_is_stored_than_seen_the_cell_says_so(book: Workbook, page: Worksheet) -> None:
    """执行率 is often a formula."""
    page["A1"] = 0.9523
    page["A1"].number_format = "0%"
    assert read(saved(book)).cells == (Cell(0, 0, "95%", "A1", note="存的是 0.9523，显示为 95%"),)


@pytest.mark.parametrize(
    ("number", "shown"), [(14, "2024/4/23"), (31, "2024年4月23日"), (57, "2024年4月")]
)
def test_dates_that_only_have_the_number_of_their_format(number: int, shown: str) -> None:
    """Chinese programs do not write the formats that every one of them knows."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<cellXfs><xf/><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    )
    data = drawn(
        '<sheetData><row r="1"><c r="A1" s="1"><v>45405</v></c></row></sheetData>',
        **{"xl/styles.xml": styles},
    )
    assert texts(read(data)) == {"A1": shown}


def test_texts_come_to_the_letter(book: Workbook, page: Worksheet) -> None:
    """Blanks, line ends, runs of other fonts; what only looks like an escape."""
    page["A1"] = "　　第一\r\n第二 "
    page["A2"] = CellRichText("目标", TextBlock(InlineFont(b=True), "≥95%"), "以上")
    page["A3"] = "_x005F_x000D_"
    page["A4"] = "一_x000D_\n二"
    assert texts(read(saved(book))) == {
        "A1": "　　第一\n第二 ", "A2": "目标≥95%以上", "A3": "_x000D_", "A4": "一\n二",
    }  # fmt: skip


def test_strings_that_stand_in_their_cells() -> None:
    """As some programs write them; without the readings above (拼音)."""
    data = drawn(
        '<sheetData><row><c t="inlineStr"><is><r><t>行政</t></r><r><t>审批</t></r>'
        '<rPh sb="0" eb="1"><t>xing</t></rPh></is></c><c t="str"><f>A1</f><v>一_x000A_二</v></c>'
        "</row></sheetData>"
    )
    assert texts(read(data)) == {"A1": "行政审批", "B1": "一\n二"}


def test_merged_ranges_are_one_cell(book: Workbook, page: Worksheet) -> None:
    """Empty ones too: a form's places are."""
    page["A1"] = "项目名称"
    page.merge_cells("A1:B2")
    page.merge_cells("C1:D1")
    assert read(saved(book)).cells == (
        Cell(0, 0, "项目名称", "A1", 2, 2), Cell(0, 2, "", "C1", 1, 2),
    )  # fmt: skip


def test_of_ranges_that_cover_each_other_the_first_counts() -> None:
    """No program writes that."""
    data = drawn(
        '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="B1:C3"/><mergeCell ref="A1:B2"/></mergeCells>'
    )
    assert read(data).cells == (Cell(0, 0, "甲", "A1", 2, 2),)


def test_the_size_that_a_sheet_states_is_not_believed() -> None:
    """Some say A1, whatever they hold."""
    data = drawn(
        '<dimension ref="A1"/><sheetData><row r="7"><c r="C7"><v>5</v></c></row></sheetData>'
    )
    assert texts(read(data)) == {"C7": "5"}


def test_formulas_without_a_value_are_named() -> None:
    """A program that does not compute wrote them."""
    data = drawn(
        '<sheetData><row r="11"><c r="D11"><v>20</v></c><c r="G11"><f>D11/F11</f></c>'
        '<c r="H11" t="str"><f>T(A1)</f><v></v></c><c r="I11"><f>D11</f><v/></c></row></sheetData>'
    )
    grid = read(data)
    assert texts(grid) == {"D11": "20"}
    (notice,) = grid.notices
    assert notice.startswith("G11、I11 的公式没有存下结果，没有读入")


def test_errors_and_truths_are_read_as_their_words(book: Workbook, page: Worksheet) -> None:
    """And noted."""
    page["A1"], page["A2"] = "#DIV/0!", True
    assert [(cell.text, bool(cell.note)) for cell in read(saved(book)).cells] == [
        ("#DIV/0!", True), ("TRUE", True),
    ]  # fmt: skip


def test_what_is_hidden_is_read_and_told(book: Workbook, page: Worksheet) -> None:
    """A text is a text."""
    page["A1"], page["A3"], page["C1"] = "甲", "乙", "丙"
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    page.sheet_state = "hidden"
    book.create_sheet("空")
    grid = read(saved(book))
    assert texts(grid) == {"A1": "甲", "C1": "丙", "A3": "乙"}
    assert grid.notices == (
        "这是隐藏的工作表，也读入了", "隐藏的行也读入了：第 3 行", "隐藏的列也读入了：C 列",
    )  # fmt: skip


def test_noughts_that_nobody_sees_stay_blank(book: Workbook, page: Worksheet) -> None:
    """A blank is no nought; it is told that there is one."""
    page["A1"], page["A2"] = 0, 3
    page.sheet_view.showZeros = False
    grid = read(saved(book))
    assert texts(grid) == {"A2": "3"}
    assert grid.notices == ("A1 存有数字，但表上设成不显示，没有读入",)


def test_pages_begin_where_they_were_cut(book: Workbook, page: Worksheet) -> None:
    """By hand, or by this program."""
    page["A1"] = "甲"
    page.row_breaks.append(Break(id=27))
    page.row_breaks.append(Break(id=46))
    assert read(saved(book)).breaks == {27, 46}


def test_comments_are_told(book: Workbook, page: Worksheet) -> None:
    """They are no part of the form."""
    page["A1"] = "甲"
    page["A1"].comment = Comment("请核对", "财政")
    assert read(saved(book)).notices == ("有 1 条批注，没有读入",)


def test_what_lies_over_the_cells_is_told() -> None:
    """Pictures, text boxes, and the boxes that a form is ticked with."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{kind}/{name}" Target="{target}"/>'
        for at, (name, target) in enumerate(
            (
                ("drawing", "../drawings/drawing1.xml"),
                ("ctrlProp", "/xl/ctrlProps/ctrlProp1.xml"),
                ("ctrlProp", "../ctrlProps/ctrlProp2.xml"),
            )
        )
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/drawings/drawing1.xml": '<w xmlns:x="x"><x:pic/><x:sp><x:t>填表人：</x:t>'
        "<x:t>张三</x:t></x:sp><x:sp/></w>",
        "xl/ctrlProps/ctrlProp1.xml": '<formControlPr objectType="CheckBox" checked="Checked"/>',
        "xl/ctrlProps/ctrlProp2.xml": '<formControlPr objectType="Radio"/>',
    }
    notices = read(drawn("<sheetData/>", **parts)).notices
    assert notices[:2] == ("有 1 张图片，没有读入", "文本框“填表人：张三”没有读入")
    assert "2 个勾选控件" in notices[2]
    assert "勾了 1 个" in notices[2]


def test_a_picture_in_a_cell_is_no_text() -> None:
    """WPS saves it as a formula that no other program knows."""
    data = drawn(
        '<sheetData><row><c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
        "<c><v>5</v></c></row></sheetData>"
    )
    grid = read(data)
    assert texts(grid) == {"B1": "5"}
    assert grid.notices == ("有 1 张图片，没有读入",)


def test_a_workbook_of_ours_says_its_form_and_year() -> None:
    """In its own properties, by the names of its sheets."""
    found = xlsx_grids(workbook_of(project(), project(附件号="附件1-2")), PATH)
    assert not isinstance(found, Fault)
    assert [(grid.name, grid.form, grid.year) for grid in found] == [
        ("附件1-1", "ezhou-gedian/project", "2023"), ("附件1-2", "ezhou-gedian/project", "2023"),
    ]  # fmt: skip


def test_a_long_text_of_ours_goes_on_in_the_cell_below() -> None:
    """It was cut where a row cannot be higher."""
    reason = "受疫情影响，" * 700
    sheet = with_rows(
        project(偏差大或目标未完成原因分析=reason), ("产出指标", "数量", "甲", "1", "1")
    )
    grid = read(workbook_of(sheet))
    parts = [cell for cell in grid.cells if "受疫情影响" in cell.text]
    assert len(parts) > 1
    assert [cell.continues for cell in parts] == [True] * (len(parts) - 1) + [False]


def test_amounts_of_ours_come_back_as_typed() -> None:
    """With the noughts at their ends."""
    grid = read(workbook_of(with_money(project(), "1,234.50", "5.50")))
    assert {"1,234.50", "5.50"} <= set(texts(grid).values())


@pytest.mark.parametrize("data", [drawn("<sheetData/>"), saved(Workbook())])
def test_a_workbook_without_contents_is_refused(data: bytes) -> None:
    """It is the wrong one."""
    found = xlsx_grids(data, PATH)
    assert isinstance(found, Fault)
    assert found.message == "“甲.xlsx”里没有内容。请核对是不是选错了文件。"
