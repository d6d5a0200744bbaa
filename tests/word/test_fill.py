"""Filling the bureau's own document: read back with python-docx, part by part."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table

from selfeval_tui.files.template import Filled, FilledPage, Refusal, fill_template
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.word import missing
from tests.files.bureau_word import (
    FONT,
    HEADER_ROW,
    empty_document,
    project_document,
    saved_document,
)
from tests.files.test_template import ROWS, filled_sheet

FIRST = HEADER_ROW + 1


def fill(tmp_path: Path, form: Written | bytes, sheet: Sheet) -> Filled | Refusal:
    """Fill a sheet into a document that lies on the disk."""
    path = tmp_path / "模板.docx"
    path.write_bytes(form if isinstance(form, bytes) else saved_document(form))
    return fill_template(Batch([sheet]), [sheet], path)


def filled(
    tmp_path: Path, form: Written | bytes, sheet: Sheet | None = None
) -> tuple[Table, FilledPage, bytes]:
    """The filled table as another library sees it, and what is told of it."""
    result = fill(tmp_path, form, sheet or filled_sheet())
    assert isinstance(result, Filled), result
    (file,) = result.files
    return Document(BytesIO(file.data)).tables[0], file.pages[0], file.data


def merge_of(table: Table, row: int, col: int) -> str:
    """What the file says of a cell's merge over rows."""
    found = table.rows[row]._tr.tc_lst[col].find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return "" if found is None else str(found.get(qn("w:val"), "continue"))


@pytest.mark.parametrize("rows", [1, 2, 4, 12])
def test_every_typed_cell_arrives_whatever_number_of_rows_the_form_has(
    tmp_path: Path, rows: int
) -> None:
    """Rows are copied or taken away; groups and the side label are merged over theirs."""
    table, told, _ = filled(tmp_path, empty_document(rows))
    for row, texts in enumerate(ROWS, start=FIRST):
        assert tuple(table.cell(row, col).text for col in range(1, 6)) == texts
        assert merge_of(table, row, 0) == "continue"
    groups = [merge_of(table, row, 1) for row in range(FIRST, FIRST + 5)]
    assert groups == ["restart", "continue", "continue", "", ""]
    assert table.cell(FIRST + 5, 2).text == "合同签订期限为2023年4月至2024年3月。"
    assert table.cell(FIRST + 6, 2).text == "做得更好。"
    assert len(table.rows) == FIRST + 7
    assert told.notices == (("模板的指标行多 7 行，已删去。",) if rows == 12 else ())


def test_fields_and_figures_stand_where_the_form_wants_them(tmp_path: Path) -> None:
    """In the lines above the table too; the blanks to write into give way."""
    table, told, data = filled(tmp_path, empty_document())
    title, line = Document(BytesIO(data)).paragraphs[:2]
    assert title.text == "2023年度甲项目自评表"
    assert title.runs[0].font.size == 18 * 12700
    assert line.text == "单位名称：丙单位    填报日期：2024年4月23日"
    assert [table.cell(5, col).text for col in (3, 4, 5)] == ["20.00", "5.44", "27%"]
    assert told.missing == ("项目属性",)
    assert [each.place for each in told.homeless] == ["附件号", "项目属性"]


@pytest.mark.parametrize("said", ["（    年度）", "（20  年度）", "（年度）", "（2023年度）"])
def test_the_year_goes_into_its_own_paragraph(tmp_path: Path, said: str) -> None:
    """No other paragraph is touched, and none is added."""
    form = project_document()
    title = form.paragraphs[0]
    title.insert_paragraph_before("项目支出绩效自评表").style = "Heading 1"
    title.runs[0].text = said
    _, _, data = filled(tmp_path, form)
    after = Document(BytesIO(data)).paragraphs
    assert [each.text for each in after[:2]] == ["项目支出绩效自评表", "（2023年度）"]
    assert [each.style.name for each in after[:2] if each.style] == ["Heading 1", "Normal"]
    assert len(after) == len(form.paragraphs)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("常年性项目", ("☒", "F0A3", "□")),
        ("延续性项目", ("☐", "F052", "□")),
        ("一次性项目", ("☐", "F0A3", "☑")),
    ],
)
def test_boxes_are_ticked_in_place(tmp_path: Path, kind: str, shown: tuple[str, str, str]) -> None:
    """A control, a letter of Wingdings 2 and a plain glyph, each in its own way."""
    table, _, _ = filled(tmp_path, empty_document(), filled_sheet(项目类型=kind))
    cell = table.cell(3, 2)._tc
    control, symbol = next(cell.iter(qn("w:sdt"))), next(cell.iter(qn("w:sym")))
    texts = [each.text or "" for each in cell.iter(qn("w:t"))]
    assert next(control.iter(qn("w:t"))).text == shown[0]
    assert symbol.get(qn("w:char")) == shown[1]
    assert texts[-1] == f" 一次性项目{shown[2]}"


def test_added_rows_look_like_the_rows_of_the_form(tmp_path: Path) -> None:
    """The font and the alignment of the model row, in every added row."""
    table, _, _ = filled(tmp_path, empty_document(1))
    for row in range(FIRST, FIRST + 5):
        paragraph = table.cell(row, 4).paragraphs[0]
        assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert (paragraph.runs[0].font.name, paragraph.runs[0].bold) == (FONT, True)


def test_each_line_of_a_long_text_is_a_paragraph(tmp_path: Path) -> None:
    """A prompt of the form goes, and the text has its look."""
    sheet = filled_sheet(改进措施及结果应用方案="第一条\n第二条")
    table, _, _ = filled(tmp_path, empty_document(), sheet)
    cell = table.cell(FIRST + 6, 2)
    assert [each.text for each in cell.paragraphs] == ["第一条", "第二条"]
    assert {each.runs[0].font.name for each in cell.paragraphs} == {"黑体"}


def test_everything_but_the_table_stays_as_it_was(tmp_path: Path) -> None:
    """Header, footer, styles: the other parts of the file say the same."""
    form = empty_document()
    _, _, data = filled(tmp_path, form)
    with zipfile.ZipFile(BytesIO(form)) as old, zipfile.ZipFile(BytesIO(data)) as new:
        assert sorted(old.namelist()) == sorted(new.namelist())
        for name in old.namelist():
            assert name == "word/document.xml" or old.read(name) == new.read(name)
    assert (tmp_path / "模板.docx").read_bytes() == form


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    """The clock is not asked."""
    form = empty_document()
    assert filled(tmp_path, form)[2] == filled(tmp_path, form)[2]


def test_a_sheet_of_the_demo_says_so_on_every_page(tmp_path: Path) -> None:
    """示例 stands above the form's own header."""
    sheet = filled_sheet()
    sheet.demo = True
    _, _, data = filled(tmp_path, empty_document(), sheet)
    header = Document(BytesIO(data)).sections[0].header
    assert [each.text for each in header.paragraphs] == ["示例", "县财政局监制"]


def test_the_demo_says_so_in_a_form_without_a_header(tmp_path: Path) -> None:
    """Such a form gets one."""
    sheet = filled_sheet()
    sheet.demo = True
    form = project_document()
    form.sections[0].header.is_linked_to_previous = True
    _, _, data = filled(tmp_path, form, sheet)
    header = Document(BytesIO(data)).sections[0].header
    assert header.paragraphs[0].text == "示例"


def test_a_table_without_an_empty_row_is_told(tmp_path: Path) -> None:
    """There is no row to copy; the clerk is told what to do."""
    _, told, _ = filled(tmp_path, empty_document(0))
    (notice,) = told.notices
    assert "5 条指标没有写入" in notice


def test_without_the_library_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents are an extra; workbooks are filled all the same."""
    monkeypatch.setattr(missing, "is_missing", lambda: True)
    result = fill(tmp_path, empty_document(), filled_sheet())
    assert isinstance(result, Refusal)
    assert result.message == missing.NO_LIBRARY


def test_a_row_of_an_exact_height_may_grow(tmp_path: Path) -> None:
    """Otherwise the document would hide the lines that have no room."""
    form = project_document()
    height = form.tables[0].rows[FIRST]._tr.get_or_add_trPr()._add_trHeight()
    height.set(qn("w:val"), "400")
    height.set(qn("w:hRule"), "exact")
    table, _, _ = filled(tmp_path, form)
    after = next(table.rows[FIRST]._tr.iter(qn("w:trHeight")))
    assert (after.get(qn("w:val")), after.get(qn("w:hRule"))) == ("400", "atLeast")
