"""Filling the bureau's own workbook: read back with another library than ours."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.files import template
from selfeval_tui.files.filled_notes import notes_of
from selfeval_tui.files.kind import FileKind
from selfeval_tui.files.template import Filled, FilledFile, FilledPage, Refusal, fill_template
from selfeval_tui.reader.found import Piece
from selfeval_tui.sheet import Batch, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from tests.excel.build import REASON, project, ranges, with_money, with_rows
from tests.files.bureau import HEADER_ROW, empty_form, project_form, saved

FIRST = HEADER_ROW + 1
NAMES = ("一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值")
ROWS = (
    ("产出指标", "数量指标", "受理件数", "≥1000件", "1024件"),
    ("产出指标", "数量指标", "大厅维护", "≤3次", "=1+1"),
    ("产出指标", "质量指标", "故障率", "≤2%", "0.5%"),
    ("效益指标", "社会效益指标", "便民服务度", "提高", "得到提升"),
    ("满意度指标", "服务满意度", "群众满意度", "≥95%", "_x0041_"),
)


def filled_sheet(**more: str) -> Sheet:
    """A project sheet with five indicators."""
    texts = {
        "单位名称": "丙单位",
        "填报日期": "2024年4月23日",
        "主管部门": "甲局",
        "项目实施单位": "乙中心",
        "项目类别": "市直专项",
        "项目属性": "新增性项目",
        "项目类型": "一次性项目",
        "改进措施及结果应用方案": "做得更好。",
        REASON: "合同签订期限为2023年4月至2024年3月。",
    }
    return with_rows(with_money(project(**(texts | more)), "20.00", "5.44"), *ROWS)


def fill(tmp_path: Path, form: Workbook | bytes, *sheets: Sheet) -> Filled | Refusal:
    """Fill sheets into a form that lies on the disk."""
    path = tmp_path / "模板.xlsx"
    path.write_bytes(saved(form) if isinstance(form, Workbook) else form)
    return fill_template(Batch(sheets), sheets, path)


def filled(
    tmp_path: Path, form: Workbook | bytes, sheet: Sheet | None = None
) -> tuple[Worksheet, FilledPage, bytes]:
    """The filled page as another library sees it, and what is told of it."""
    result = fill(tmp_path, form, sheet or filled_sheet())
    assert isinstance(result, Filled), result
    (file,) = result.files
    page = load_workbook(BytesIO(file.data), rich_text=True)[file.pages[0].page]
    assert isinstance(page, Worksheet)
    return page, file.pages[0], file.data


def margins_of(page: Worksheet) -> tuple[str, str]:
    """Header and footer as they are stored."""
    header, footer = page.oddHeader, page.oddFooter
    return str(header), str(footer)


def refused(tmp_path: Path, form: Workbook | bytes) -> Refusal:
    """Why the form was not filled."""
    result = fill(tmp_path, form, filled_sheet())
    assert isinstance(result, Refusal)
    return result


def with_parts(form: Workbook, parts: Mapping[str, str], **changed: tuple[str, str]) -> bytes:
    """A form with further parts, and parts of it with a text replaced."""
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(form))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for old_text, new_text in changed.values():
                if name == "xl/worksheets/sheet1.xml":
                    text = text.replace(old_text.encode(), new_text.encode())
            new.writestr(name, text)
        for name, part in parts.items():
            new.writestr(name, part)
    return data.getvalue()


@pytest.mark.parametrize("rows", [0, 1, 2, 5, 40])
def test_every_typed_cell_arrives_whatever_number_of_rows_the_form_has(
    tmp_path: Path, rows: int
) -> None:
    """Grown or shrunk, the form holds the five indicators, and what stands below follows them."""
    page, told, _ = filled(tmp_path, empty_form(rows))
    for row, texts in enumerate(ROWS, start=FIRST):
        for col, text in zip("BCDFG", texts, strict=True):
            cell = page[f"{col}{row}"]
            assert cell.value == text or (col in "BC" and cell.value is None)
            assert cell.data_type in {"s", "n"}
    end = FIRST + len(ROWS)
    assert page[f"A{end}"].value == "合计条数"
    assert page[f"D{end + 1}"].value == "合同签订期限为2023年4月至2024年3月。"
    assert page[f"D{end + 2}"].value == "做得更好。"
    assert str(page[f"A{end + 3}"].value).startswith("备注：\n1.本表由县财政局统一制发。")
    assert told.missing == ()
    assert told.homeless == ()


@pytest.mark.parametrize("rows", [1, 2, 3, 10])
def test_groups_and_the_side_label_are_merged_anew(tmp_path: Path, rows: int) -> None:
    """Equal neighbours are one cell; the side label reaches over all rows; below all is moved."""
    page, _, _ = filled(tmp_path, empty_form(rows))
    end = HEADER_ROW + len(ROWS)
    wanted = {f"A{HEADER_ROW}:A{end}", f"B{FIRST}:B{FIRST + 2}", f"C{FIRST}:C{FIRST + 1}"}
    wanted |= {f"D{row}:E{row}" for row in range(HEADER_ROW, end + 1)}
    wanted |= {f"A{end + 1}:F{end + 1}", f"D{end + 2}:H{end + 2}", f"A{end + 4}:H{end + 4}"}
    assert wanted <= ranges(page)
    inside = {each for each in ranges(page) if re.match(r"[BC]1[5-9]", each)}
    assert inside == {each for each in wanted if each[0] in "BC"}


@pytest.mark.parametrize("rows", [1, 10])
def test_print_set_up_and_formulas_follow_the_rows(tmp_path: Path, rows: int) -> None:
    """Print area, titles, breaks and the count below the table are about the new rows."""
    form = project_form(rows)
    before = form.worksheets[0]
    page, _, _ = filled(tmp_path, form)
    end = HEADER_ROW + len(ROWS)
    assert page.print_area == f"'项目自评表'!$A$1:$H${end + 4}"
    assert page.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert [each.id for each in page.row_breaks.brk] == [end + 1]
    assert page[f"G{end + 1}"].value == f"=COUNTA(D{FIRST}:D{end})"
    assert page.page_setup.fitToHeight == 0
    assert str(page.sheet_properties.pageSetUpPr) == str(before.sheet_properties.pageSetUpPr)
    assert page.page_margins.left == before.page_margins.left
    assert margins_of(page)[1] == "&C第 &P 页"
    widths = {letter: each.width for letter, each in page.column_dimensions.items()}
    assert widths == {letter: each.width for letter, each in before.column_dimensions.items()}


@pytest.mark.parametrize("rows", [1, 3, 10])
def test_added_rows_look_like_the_rows_of_the_form(tmp_path: Path, rows: int) -> None:
    """Height, font and frame are the form's; the thick line stays below the last row."""
    page, _, _ = filled(tmp_path, empty_form(rows))
    end = HEADER_ROW + len(ROWS)
    for row in range(FIRST, end + 1):
        assert page.row_dimensions[row].height == 24
        assert page[f"F{row}"].font.name == "仿宋"
        assert page[f"H{row}"].border.right.style == "thin"
    bottoms = {page[f"F{row}"].border.bottom.style for row in range(FIRST, end)}
    assert bottoms == ({"medium"} if rows == 1 else {"thin"})
    assert {page[f"{col}{end}"].border.bottom.style for col in "BCDEFGH"} == {"medium"}


def test_fields_ticks_and_figures_stand_where_the_form_wants_them(tmp_path: Path) -> None:
    """In its own glyphs, behind its own labels, with the digits that were typed."""
    page, told, _ = filled(tmp_path, empty_form())
    assert page["A1"].value == "附件1-1"
    assert page["A2"].value == "2023年度甲项目自评表"
    assert page["A3"].value == "单位名称：丙单位"
    assert page["E3"].value == "填报日期：2024年4月23日"
    assert page["C5"].value == "甲项目"
    assert page["C7"].value == "□部门预算项目  ☑市直专项  □市对下转移支付项目"
    assert page["C8"].value == "持续性项目（  ）  新增性项目（√）"
    assert page["C9"].value == "1.常年性项目口 2.延续性项目口 3.一次性项目☑"
    assert (page["D12"].value, page["D12"].number_format) == (20, "0.00")
    assert page["F12"].value == 5.44
    assert page["A2"].font.size == 20
    assert [piece.origin for piece in told.filled if piece.place == "项目名称"] == ["C5"]


@pytest.mark.parametrize("line", ["（    年度）", "（20  年度）", "（年度）", "（2023年度）"])
def test_the_year_goes_into_its_own_line_and_the_title_stays(tmp_path: Path, line: str) -> None:
    """Only the gap for the digits is filled; the title is complete as it was printed."""
    form = project_form(len(ROWS), title=line)
    form.worksheets[0]["A1"] = "项目支出绩效自评表"
    page, told, _ = filled(tmp_path, form)
    assert page["A1"].value == "项目支出绩效自评表"
    assert page["A2"].value == "（2023年度）"
    assert told.notices == ()


def test_a_formula_of_the_form_stays_and_shows_its_value_unopened(tmp_path: Path) -> None:
    """执行率 is computed by the form; a mail program shows it without computing."""
    page, told, data = filled(tmp_path, empty_form(len(ROWS)))
    assert page["G12"].value == "=F12/D12"
    shown = load_workbook(BytesIO(data), data_only=True).worksheets[0]
    assert isinstance(shown, Worksheet)
    assert shown["G12"].value == 0.272
    assert told.notices == ()


def test_a_typed_rate_that_the_form_computes_otherwise_is_told(tmp_path: Path) -> None:
    """The form shows 27.2%; the clerk typed 30%."""
    sheet = with_money(filled_sheet(), "20.00", "5.44", "30%")
    _, told, _ = filled(tmp_path, empty_form(len(ROWS)), sheet)
    assert told.notices == (
        "资金.合计.执行率：模板的 G12 是公式，已保留，没有写入填报的“30%”。请核对。",
    )


def test_what_has_no_place_in_the_form_is_told(tmp_path: Path) -> None:
    """Labels that the form lacks are named, and so is what was typed for them."""
    form = project_form()
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    page["E6"].value = "联系方式"
    _, told, _ = filled(tmp_path, form)
    assert told.missing == ("项目实施单位",)
    assert [(each.place, each.text) for each in told.homeless] == [("项目实施单位", "乙中心")]


def test_a_form_of_targets_is_refused_with_one_sentence(tmp_path: Path) -> None:
    """It has no column for what was reached."""
    form = project_form()
    form.worksheets[0]["G14"] = "评价等次"
    refusal = refused(tmp_path, form)
    assert "没有“实际完成值”一栏，像是绩效目标表" in refusal.message
    assert refusal.details == ()


def test_what_somebody_signed_before_is_told(tmp_path: Path) -> None:
    """An empty line to sign is no more than a label."""
    form = project_form(len(ROWS))
    form.worksheets[0]["A24"], form.worksheets[0]["D24"] = "填表人：李秀英", "联系电话："
    _, told, _ = filled(tmp_path, form)
    assert told.notices == ("模板里已有内容，照留未动：A24 “填表人：李秀英”。请核对。",)


def test_many_places_without_room_are_one_line() -> None:
    """Eight are named, and all are counted."""
    homeless = tuple(Piece(f"栏目{number}", "甲", "") for number in range(1, 11))
    page = FilledPage(filled_sheet(), "表1", (), (), homeless, ())
    (note,) = notes_of(FilledFile(b"", (page,)))
    assert note.startswith("没有填进去：栏目1“甲”、栏目2“甲”")
    assert note.endswith("栏目8“甲”等 10 处，模板里没有它的位置。")


def test_a_text_too_long_for_its_cell_raises_the_row(tmp_path: Path) -> None:
    """The form has room for three lines; the reason takes ten."""
    page, told, _ = filled(
        tmp_path, empty_form(len(ROWS)), filled_sheet(**{REASON: "说明原因" * 100})
    )
    row = FIRST + len(ROWS) + 1
    height = page.row_dimensions[row].height
    assert height is not None
    assert height > 120
    assert page[f"D{row}"].alignment.wrap_text
    assert told.notices == ()


def test_a_text_that_no_row_can_hold_is_told(tmp_path: Path) -> None:
    """A row of a workbook is at most 409.5 points high."""
    _, told, _ = filled(tmp_path, empty_form(len(ROWS)), filled_sheet(**{REASON: "说明原因" * 500}))
    assert [notice.partition("：")[0] for notice in told.notices] == [REASON]


def test_a_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    """The library would cut it; nobody is to hand in half a reason."""
    sheet = project()
    sheet.fields[REASON] = "长" * 32768
    form = tmp_path / "空表.xlsx"
    form.write_bytes(saved(project_form()))
    found = fill_template(Batch([sheet]), [sheet], form)
    assert isinstance(found, Refusal)
    assert found.details == (REASON,)
    assert "请精简文字" in found.message


def test_formats_and_lists_reach_over_the_new_rows(tmp_path: Path) -> None:
    """A colour and a list of choices that the form gives its rows are there for every row."""
    form = project_form(3)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    last = HEADER_ROW + 3
    red = PatternFill("solid", bgColor="FFFF0000")
    page.conditional_formatting.add(
        f"G{FIRST}:G{last}",
        Rule("cellIs", dxf=DifferentialStyle(fill=red), operator="equal", formula=["0"]),
    )
    choices = DataValidation("list", formula1=f"$H${last + 1}:$H${last + 2}")
    choices.add(f"F{FIRST}:F{last}")
    page.add_data_validation(choices)
    area = DefinedName("指标区", attr_text=f"项目自评表!$B${FIRST}:$G${last}")
    form.defined_names["指标区"] = area
    after, _, data = filled(tmp_path, form)
    end = HEADER_ROW + len(ROWS)
    assert [str(each.sqref) for each in after.conditional_formatting] == [f"G{FIRST}:G{end}"]
    (validation,) = after.data_validations.dataValidation
    assert str(validation.sqref) == f"F{FIRST}:F{end}"
    assert validation.formula1 == f"$H${end + 1}:$H${end + 2}"
    names = load_workbook(BytesIO(data)).defined_names
    assert names["指标区"].attr_text == f"项目自评表!$B${FIRST}:$G${end}"


def test_formulas_of_the_rows_are_made_for_each_row(tmp_path: Path) -> None:
    """A column of the form that computes within its row computes in the added rows too."""
    form = project_form(2)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    for row in (FIRST, FIRST + 1):
        page[f"H{row}"] = f"=LEN(F{row})"
    after, _, _ = filled(tmp_path, form)
    rows = range(FIRST, FIRST + len(ROWS))
    assert [after[f"H{row}"].value for row in rows] == [f"=LEN(F{row})" for row in rows]


def test_a_formula_that_names_the_rows_one_by_one_is_told(tmp_path: Path) -> None:
    """It cannot take in new rows, so the clerk has to look at it."""
    form = project_form(2)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    page["G17"] = f"=H{FIRST}+H{FIRST + 1}"
    _, told, _ = filled(tmp_path, form)
    (notice,) = told.notices
    assert "项目自评表!G17" in notice


def test_a_form_keeps_rows_that_a_formula_names_one_by_one(tmp_path: Path) -> None:
    """Ten rows that are added up one by one stay ten, so that no reference breaks."""
    form = project_form(10)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    page["G25"] = "+".join(["=0", *(f"H{row}" for row in range(FIRST, FIRST + 10))])
    after, _, _ = filled(tmp_path, form)
    assert after["A25"].value == "合计条数"
    assert "#REF!" not in str(after["G25"].value)
    assert after["D20"].value is None


def test_a_printed_level_keeps_the_points_that_the_form_prints(tmp_path: Path) -> None:
    """产出指标（50分） is the bureau's own label; 序号 is counted on."""
    form = project_form(3)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    page[f"B{FIRST}"] = "产出指标（50分）"
    for row in range(3):
        page[f"H{FIRST + row}"] = row + 1
    after, _, _ = filled(tmp_path, form)
    assert after[f"B{FIRST}"].value == "产出指标（50分）"
    assert [after[f"H{FIRST + row}"].value for row in range(5)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("rows", "notice"),
    [
        (8, "模板的指标行多 3 行，已删去：第 20–22 行（模板印有而填报里没有：“生态效益指标”）。"),
        (5, "模板的指标行里印的“生态效益指标”，填报里没有，已换成填报的内容。请核对。"),
    ],
)
def test_printed_words_that_no_indicator_takes_are_told(
    tmp_path: Path, rows: int, notice: str
) -> None:
    """数量指标 is among the filled ones; 指标1： is no more than a prompt."""
    form = project_form(rows)
    page = form.worksheets[0]
    assert isinstance(page, Worksheet)
    page[f"C{FIRST}"], page[f"D{FIRST}"] = "数量指标", "指标1："
    page[f"C{FIRST + rows - 1}"] = "生态效益指标"
    _, told, _ = filled(tmp_path, form)
    assert told.notices == (notice,)


def test_a_form_of_another_family_is_filled_by_what_its_columns_mean(tmp_path: Path) -> None:
    """湖北's sheet goes into a form without 得分; each score that was typed is told."""
    sheet = new_sheet(load_spec("hubei/project"), starter=False)
    sheet.fields.update({"项目名称": "甲项目", "主管部门": "甲局", "总分": "98"})
    with_rows(sheet, *()) if "指标" in sheet.tables else None
    table = next(each for each in sheet.spec.tables if each.free)
    Batch([sheet]).insert_row(
        sheet.id, table.name, 0, dict(zip(NAMES, ROWS[0], strict=True)) | {"得分": "9"}
    )
    page, told, _ = filled(tmp_path, empty_form(), sheet)
    assert page[f"F{FIRST}"].value == "≥1000件"
    assert page["C6"].value == "甲局"
    assert {(each.place, each.text) for each in told.homeless} == {
        ("总分", "98"),
        (f"{table.name}[1].得分", "9"),
    }


def test_one_workbook_with_a_page_for_each_sheet_is_filled_as_one(tmp_path: Path) -> None:
    """Two project pages take two projects; each keeps its own name."""
    form = project_form(2)
    form.copy_worksheet(form.worksheets[0]).title = "第二个项目"
    first, second = filled_sheet(), filled_sheet(项目名称="乙项目", 附件号="附件1-2")
    first.id, second.id = "s1", "s2"
    result = fill(tmp_path, form, first, second)
    assert isinstance(result, Filled)
    (file,) = result.files
    book = load_workbook(BytesIO(file.data))
    assert [page["C5"].value for page in book.worksheets] == ["甲项目", "乙项目"]


def test_each_sheet_gets_a_file_of_its_own_where_the_form_has_one_page(tmp_path: Path) -> None:
    """A sheet of another kind has no page there and is told."""
    first, second = filled_sheet(), filled_sheet(项目名称="乙项目")
    whole = new_sheet(load_spec("ezhou-gedian/department"), starter=False)
    first.id, second.id = "s1", "s2"
    result = fill(tmp_path, empty_form(), first, second, whole)
    assert isinstance(result, Filled)
    assert [file.sheets for file in result.files] == [(first,), (second,)]
    assert result.left_out == (whole,)


def test_the_same_sheet_gives_the_same_bytes_and_the_form_is_not_touched(tmp_path: Path) -> None:
    """The file states 填报日期 as its date, whenever it is made."""
    form = empty_form()
    one, other = fill(tmp_path, form, filled_sheet()), fill(tmp_path, form, filled_sheet())
    assert isinstance(one, Filled)
    assert isinstance(other, Filled)
    assert one.files[0].data == other.files[0].data
    assert (tmp_path / "模板.xlsx").read_bytes() == form
    properties = load_workbook(BytesIO(one.files[0].data)).properties
    assert f"{properties.modified:%Y-%m-%d}" == "2024-04-23"


def test_a_header_with_several_fonts_stays_to_the_letter(tmp_path: Path) -> None:
    """The library would lose what it does not understand of it."""
    header = '&amp;L&amp;"宋体,常规"第&amp;"Arial,Bold"&amp;12A&amp;"宋体,常规"号'
    form = with_parts(
        project_form(),
        {},
        header=("&amp;L&#21439;&#36130;&#25919;&#23616;&#30417;&#21046;", header),
    )
    _, _, data = filled(tmp_path, form)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert header in archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_sheet_of_the_demo_says_so_on_every_page(tmp_path: Path) -> None:
    """示例 stands at the right of the form's own header."""
    sheet = filled_sheet()
    sheet.demo = True
    page, _, _ = filled(tmp_path, empty_form(), sheet)
    assert margins_of(page)[0] == "&L县财政局监制&R示例"


DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
    "<xdr:twoCellAnchor><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId9" Target="../drawings/drawing1.xml" Type="http://schemas.openxmlformats'
    '.org/officeDocument/2006/relationships/drawing"/></Relationships>'
)
SPARKLINES = (
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft'
    '.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups><x14:sparklineGroup/>'
    "</x14:sparklineGroups></ext></extLst></worksheet>"
)


@pytest.mark.parametrize(
    ("parts", "changed", "lost"),
    [
        (
            {
                "xl/drawings/drawing1.xml": DRAWING,
                "xl/worksheets/_rels/sheet1.xml.rels": RELATIONS,
            },
            {},
            "项目自评表：文本框或形状 1 个",
        ),
        ({"xl/vbaProject.bin": "x"}, {}, "宏"),
        ({"xl/ctrlProps/ctrlProp1.xml": "<a/>"}, {}, "控件"),
        ({"customXml/item1.xml": "<a/>"}, {}, "自定义 XML 数据"),
        ({}, {"end": ("</worksheet>", SPARKLINES)}, "项目自评表：迷你图"),
    ],
)
def test_what_a_library_would_lose_is_a_refusal_with_a_list(
    tmp_path: Path, parts: dict[str, str], changed: dict[str, tuple[str, str]], lost: str
) -> None:
    """Nothing is lost without a word: the clerk takes another form, or our own."""
    refusal = refused(tmp_path, with_parts(project_form(), parts, **changed))
    assert refusal.details == (lost,)
    assert lost in refusal.message
    assert "普通导出" in refusal.message


def test_a_file_without_the_form_is_refused(tmp_path: Path) -> None:
    """One sentence says what a form must have."""
    book = Workbook()
    page = book.worksheets[0]
    assert isinstance(page, Worksheet)
    page["A1"] = "会议签到表"
    assert "没有认出绩效自评表" in refused(tmp_path, book).message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4", "是 PDF"),
        (b"", "是空文件"),
        (b"PK\x03\x04half a file", "不完整或已经损坏"),
    ],
)
def test_a_file_that_is_no_form_is_refused_with_a_sentence(
    tmp_path: Path, data: bytes, said: str
) -> None:
    """The sentence never speaks of importing."""
    message = refused(tmp_path, data).message
    assert said in message
    assert "导入" not in message


def test_an_old_workbook_is_to_be_saved_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of .xls could not be written back."""
    monkeypatch.setattr(template, "kind_of", lambda _: FileKind.XLS)
    message = refused(tmp_path, b"\xd0\xcf\x11\xe0").message
    assert "另存为 .xlsx" in message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that is not there is told."""
    result = fill_template(Batch(), (), tmp_path / "没有.xlsx")
    assert isinstance(result, Refusal)
    assert "读不出来" in result.message
