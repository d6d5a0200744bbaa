"""A sheet in a document has the boxes of the workbook, and reads back to the letter."""

import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from attrs import evolve
from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.layout import ExportOptions, Layout, lay_out, lay_out_uncut
from selfeval_tui.layout.outline import shown
from selfeval_tui.layout.paper import LANDSCAPE, TOP_MM
from selfeval_tui.problems import ExportError
from selfeval_tui.reader.grid import Grid
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.word.missing import is_missing
from selfeval_tui.word.read.grids import docx_grids
from selfeval_tui.word.write.document import write_document
from tests.excel.build import DAY, REASON, project, with_rows
from tests.word.build import PATH

OPTIONS = ExportOptions()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def layouts() -> tuple[Layout, ...]:
    """The nine published sheets."""
    batch = Batch(demo_sheets())
    return tuple(lay_out_uncut(batch, sheet, OPTIONS) for sheet in batch.sheets)


def lone(sheet: Sheet) -> Layout:
    """The layout of one sheet."""
    return lay_out_uncut(Batch([sheet]), sheet, OPTIONS)


def read(data: bytes) -> tuple[Grid, ...]:
    """The grids of a document."""
    found = docx_grids(data, PATH)
    assert isinstance(found, tuple)
    return found


def written(*of: Layout, options: ExportOptions = OPTIONS) -> bytes:
    """The document of layouts."""
    return write_document(of, options, DAY)


def opened(*of: Layout, options: ExportOptions = OPTIONS) -> Opened:
    """The document as another reader than ours sees it."""
    return Document(BytesIO(written(*of, options=options)))


def places(grid: Grid) -> dict[tuple[int, int], tuple[str, int, int]]:
    """The filled cells by place."""
    return {(each.row, each.col): (each.text, each.rows, each.cols) for each in grid.filled()}


def boxes(layout: Layout) -> dict[tuple[int, int], tuple[str, int, int]]:
    """What must be read back."""
    return {
        (box.row, box.col): (text, box.rows, box.cols)
        for box in layout.boxes
        if (text := shown(box.content))
    }


@pytest.mark.parametrize("number", range(9))
def test_a_published_sheet_reads_back(number: int) -> None:
    """The same texts at the same places, with its form and its year."""
    layout = layouts()[number]
    (grid,) = read(written(layout))
    assert places(grid) == boxes(layout)
    assert (grid.form, grid.year) == (layout.form, "2023")
    assert grid.notices == ()


def test_the_sheets_of_a_year_in_one_document() -> None:
    """Each begins a page of its own and says its form."""
    grids = read(written(*layouts()))
    assert [(each.form, places(each)) for each in grids] == [
        (each.form, boxes(each)) for each in layouts()
    ]
    assert [section.start_type for section in opened(*layouts()).sections][1:] == [2] * 8


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from("\n\t 　"))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8), TEXTS)
def test_any_text_reads_back(rows: list[tuple[str, str]], reason: str) -> None:
    """To the letter, with blanks and line ends."""
    goals = [("产出指标", f"数量{n}", f"指标{n}", *row) for n, row in enumerate(rows)]
    sheet = with_rows(project(**{REASON: reason}), *goals)
    layout = lone(sheet)
    (grid,) = read(written(layout))
    read_back = {place: text for place, (text, _, _) in places(grid).items()}
    wanted = {place: text for place, (text, _, _) in boxes(layout).items() if text.strip()}
    assert read_back == wanted


def test_a_text_over_pages_is_one_cell() -> None:
    """Only workbooks continue it in rows below; its row may be cut by a page's end."""
    sheet = project(**{REASON: "设备采购合同推迟到下一年度执行。" * 300})
    layout = lone(sheet)
    (grid,) = read(written(layout))
    assert sheet.fields[REASON] in [each.text for each in grid.cells]
    rows = opened(layout).tables[0].rows
    (row,) = [each for each in rows if sheet.fields[REASON][:50] in each.cells[-1].text]
    assert row._tr.find(f"{W}trPr/{W}cantSplit") is None
    others = [each._tr.find(f"{W}trPr/{W}cantSplit") for each in rows if each._tr is not row._tr]
    assert None not in others


def test_the_header_of_a_long_table_is_repeated() -> None:
    """附件2 is three tables without a gap; the one with the indicators repeats its first row."""
    tables = opened(layouts()[8]).tables
    heads = [[row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in t.rows] for t in tables]
    assert [any(each) for each in heads] == [False, True, False]
    assert heads[1].count(True) == 1
    assert "三级指标" in [each.text for each in tables[1].rows[0].cells]


def test_the_paper_is_that_of_the_workbook() -> None:
    """A4, the same margins, columns as wide."""
    document = opened(layouts()[2])
    (section,) = document.sections
    found = [section.page_width, section.page_height, section.top_margin]
    found += [column.width for column in document.tables[0].columns]
    wanted = [210, 297, TOP_MM, *layouts()[2].columns]
    assert [round(each.mm, 1) for each in found if each is not None] == wanted


def test_a_sheet_that_nearly_fits_stays_on_one_page() -> None:
    """附件1-3 is set a little closer, with its type as large as ever."""
    page = 734.2
    assert sum(layouts()[2].rows) > page
    document = opened(layouts()[2])
    heights = [row.height.pt for row in document.tables[0].rows if row.height is not None]
    head = 0.0
    for paragraph in document.paragraphs[:-1]:
        look = paragraph.paragraph_format
        assert isinstance(look.line_spacing, Length)
        assert look.space_before is not None
        head += look.line_spacing.pt + 2 * look.space_before.pt
    assert page * 0.9 < sum(heights) + head < page


def test_a_landscape_sheet_lies() -> None:
    """And the next one stands again."""
    document = opened(evolve(layouts()[0], landscape=True), layouts()[1])
    first, second = document.sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)
    assert first.page_width is not None
    assert round(first.page_width.mm) == LANDSCAPE.width + 40


def foots(options: ExportOptions) -> list[bool]:
    """Whether the pages of 附件1-1 and 附件2 bear numbers."""
    document = opened(layouts()[0], layouts()[8], options=options)
    return ["PAGE" in section.footer.part.element.xml for section in document.sections]


def test_pages_bear_numbers_where_there_are_several() -> None:
    """Or as the clerk asked."""
    assert foots(OPTIONS) == [False, True]
    assert foots(evolve(OPTIONS, page_numbers=True)) == [True, True]
    assert foots(evolve(OPTIONS, page_numbers=False)) == [False, False]


def test_every_page_of_an_example_says_so() -> None:
    """示例 stands at its head; a clerk's own sheet has nothing there."""
    own = lone(project())
    heads = [section.header.paragraphs[0].text for section in opened(layouts()[0], own).sections]
    assert heads == ["示例", ""]


def test_the_same_input_gives_the_same_bytes() -> None:
    """Whatever day it is."""
    assert written(*layouts()[:2]) == written(*layouts()[:2])


def test_a_document_says_nothing_of_its_maker() -> None:
    """No author, no program, no template; the date is that of the sheet."""
    data = written(layouts()[0])
    said = Document(BytesIO(data)).core_properties
    assert (said.author, said.last_modified_by, said.comments, said.title) == ("", "", "", "")
    assert said.created == said.modified == DAY
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names).lower()
        assert {each.date_time[:3] for each in archive.infolist()} == {(2024, 4, 23)}
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    assert b"python" not in whole


def test_a_final_sheet_bears_its_code() -> None:
    """校验码 in the properties of the document."""
    with ZipFile(BytesIO(written(evolve(layouts()[0], code="AB-12")))) as archive:
        own = archive.read("docProps/custom.xml").decode()
    assert 'name="校验码 表1"' in own
    assert "AB-12" in own


def test_form_and_year_count_only_while_the_tables_are_those_written() -> None:
    """Somebody removed a sheet: which of them it was, nobody knows."""
    document = opened(layouts()[0], layouts()[8])
    first = document.tables[0]._tbl
    first.getparent().remove(first)
    data = BytesIO()
    document.save(data)
    assert [each.form for each in read(data.getvalue())] == [""]


def test_titles_have_the_face_that_was_chosen() -> None:
    """Under a style of their own; the other faces are those of the workbook."""
    document = opened(layouts()[0], options=evolve(OPTIONS, title_font="华文中宋"))
    fonts = {
        each.name: (each.font.name, each.font.size.pt)
        for each in document.styles
        if isinstance(each, ParagraphStyle) and each.font.size is not None
    }
    assert fonts == {
        "附件号": ("黑体", 14),
        "表名": ("华文中宋", 18),
        "表头说明": ("宋体", 12),
        "表内文字": ("宋体", 10.5),
    }


def test_a_character_that_no_document_holds_is_refused() -> None:
    """It is not cut away silently."""
    layout = layouts()[0]
    broken = evolve(layout.boxes[-1], content="甲\x01乙")
    with pytest.raises(ExportError, match="存不下的字符"):
        written(evolve(layout, boxes=(*layout.boxes[:-1], broken)))


def test_the_layout_of_a_document_has_the_texts_of_the_workbook() -> None:
    """Only where a workbook has to divide and cut do they differ."""
    batch = Batch(demo_sheets())
    for sheet in batch.sheets[:8]:
        whole = lay_out_uncut(batch, sheet, OPTIONS)
        assert whole == evolve(lay_out(batch, sheet, OPTIONS), together=whole.together)


def test_reading_needs_no_library_and_writing_can_ask_for_it() -> None:
    """python-docx and lxml come with the extra only."""
    code = (
        "import sys; from selfeval_tui.word import missing;"
        "from selfeval_tui.word.read import grids; from selfeval_tui.word.write import document;"
        "print([name for name in ('docx', 'lxml') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    assert not is_missing()


def test_dates_before_zip_files_are_stated_as_early_as_may_be() -> None:
    """A year of digits that were mistyped stops no export."""
    data = write_document(layouts()[:1], OPTIONS, datetime(1970, 1, 1, tzinfo=UTC))
    assert len(read(data)) == 1
