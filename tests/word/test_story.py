"""Paragraphs belong to the table that a person sees them with."""

import pytest

from tests.word.build import cell, grid, grids, para, row, shown, table

PAGE_END = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
SECTION_END = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
SHEET = table(row("甲", "乙"))
FORM = table(row(*"甲乙丙丁戊"))
WIDE = table(row("甲", "乙"), widths=(1000, 2000))


def test_lines_above_a_table_cover_its_width() -> None:
    """附件号 and title stand in paragraphs; empty ones count for nothing."""
    drawn = grid(para("附件1") + para("") + para("标题") + table(row("甲", "乙")))
    assert shown(drawn) == ["附件1 | <", "标题 | <", "甲 | 乙"]
    assert drawn.lines == {0, 1}
    assert [each.origin for each in drawn.cells[:3]] == [
        "表1上方第1段",
        "表1上方第2段",
        "表1 第1行第1格",
    ]


def test_a_document_of_paragraphs_has_no_grid() -> None:
    """There is no table to read."""
    assert grids(para("甲") + para("乙")) == ()


def test_lines_between_two_tables_belong_to_the_lower_one() -> None:
    """They are its title."""
    assert [shown(each) for each in grids(SHEET + para("标题：二") + SHEET)] == [
        ["甲 | 乙"],
        ["标题：二 | <", "甲 | 乙"],
    ]


@pytest.mark.parametrize("end", [PAGE_END, SECTION_END])
def test_lines_before_the_end_of_a_page_belong_to_the_upper_table(end: str) -> None:
    """填报人 and 审核人 stand below it."""
    upper, lower = grids(SHEET + para("填报人：张某") + end + para("标题：二") + SHEET)
    assert shown(upper) == ["甲 | 乙", "填报人：张某 | <"]
    assert upper.cells[-1].origin == "表1下方第1段"
    assert shown(lower) == ["标题：二 | <", "甲 | 乙"]


def test_a_title_that_begins_a_page_belongs_to_the_lower_table() -> None:
    """The page may be ended inside the title's own paragraph."""
    title = para('<w:r><w:br w:type="page"/></w:r>', "标题：二")
    upper, lower = grids(SHEET + para("填报人：张某") + title + SHEET)
    assert shown(upper)[-1] == "填报人：张某 | <"
    assert shown(lower)[0] == "标题：二 | <"


def test_lines_below_the_last_table_are_read() -> None:
    """Nothing of a document is lost."""
    assert shown(grid(SHEET + para("（盖章）"))) == ["甲 | 乙", "（盖章） | <"]


@pytest.mark.parametrize("between", ["", "（续表）", "续表", "二、预算执行情况"])
def test_the_parts_of_one_sheet_are_one_grid(between: str) -> None:
    """Tables that only a heading parts, or nothing, are one for the reader's eye."""
    (only,) = grids(FORM + para(between) + FORM)
    assert only.name == "表1"
    assert {each.origin for each in only.cells} >= {"表1 第1行第1格", "表2 第1行第5格"}
    assert only.lines == ({1} if between else set())


def test_small_lists_under_headings_are_no_parts_of_a_sheet() -> None:
    """A report has tables of other things; with nothing between they are one."""
    assert len(grids(WIDE + para("二、评分汇总") + WIDE)) == 2
    assert len(grids(WIDE + para("") + WIDE)) == 1


def test_parts_on_two_pages_are_one_where_they_say_so() -> None:
    """续表 on the next page continues; a table that says nothing is another."""
    assert len(grids(FORM + PAGE_END + para("续表") + FORM)) == 1
    assert len(grids(FORM + PAGE_END + FORM)) == 2


def test_parts_with_other_columns_share_one_grid() -> None:
    """Edges are put together; what is as wide as two columns covers two."""
    lower = table(row("丙", "丁", "戊"), widths=(1000, 800, 1200))
    (only,) = grids(WIDE + para("") + lower)
    assert shown(only) == ["甲 | 乙 | <", "丙 | 丁 | 戊"]


def test_tables_of_other_widths_stay_apart() -> None:
    """They are different things."""
    other = table(row("丙", "丁"), widths=(1000, 5000))
    assert len(grids(WIDE + para("") + other)) == 2


def test_a_frame_around_a_sheet_is_not_seen() -> None:
    """The whole sheet in one cell of another table, with its title."""
    drawn = grid(table(row(cell(para("标题"), SHEET, para("")))))
    assert shown(drawn) == ["标题 | <", "甲 | 乙"]


def test_a_small_table_in_a_cell_is_its_text() -> None:
    """Its rows become lines; the clerk is told."""
    drawn = grid(table(row("说明", cell(table(row("甲", "1"), row("乙", "2")), para("")))))
    assert shown(drawn) == ["说明 | 甲\t1\n乙\t2"]
    assert drawn.notices == ("表1 第1行第2格里面还有一张小表，它的文字按行并进这一格。",)
