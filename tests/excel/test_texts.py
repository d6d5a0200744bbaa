"""Whatever is typed stands in the workbook to the letter, as text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.text import strip_controls
from tests.excel.build import (
    REASON,
    opened,
    part,
    project,
    sheet_xml,
    texts,
    with_rows,
    workbook_of,
)

ATTACKS = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "{=1}", "\t=1", "http://a.example", "'"]
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    max_size=60,
)
ROWS = st.lists(st.tuples(LETTERS, LETTERS, LETTERS, LETTERS, LETTERS), max_size=60)


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_typed_becomes_a_formula_or_a_link(text: str) -> None:
    """A cell that begins with = is a text like any other."""
    data = workbook_of(with_rows(project(**{REASON: text}), ("产出", "数量", text, text, text)))
    sheet = opened(data)
    assert [sheet[place].value for place in ("C14", "D13", "F13", "G13")] == [text] * 4
    assert {sheet[place].data_type for place in ("C14", "D13", "F13", "G13")} == {"s"}
    assert "<f>" not in sheet_xml(data)
    assert "<hyperlink" not in sheet_xml(data)


def test_texts_have_the_format_of_text() -> None:
    """Editing 1/2 in the workbook does not make it a date; no green corner warns of 100."""
    data = workbook_of(with_rows(project(), ("产出", "数量", "甲", "1/2", "100")))
    assert opened(data)["F13"].number_format == "@"
    assert re.search(r'<ignoredError sqref="A1:G\d+" numberStoredAsText="1"', sheet_xml(data))


@pytest.mark.parametrize("text", ["a\x0bb", "a\x00b", "a\x1fb", "a\ufffeb", "a\ud800b"])
def test_control_characters_do_not_spoil_the_file(text: str) -> None:
    """Even where a damaged file brought them in."""
    sheet = opened(workbook_of(project(**{REASON: text})))
    assert sheet["C13"].value == "ab"


def test_line_ends_in_a_cell_are_kept() -> None:
    """A line break typed in a cell is one in the workbook."""
    text = "“跨域通办”彰显城市发展温度\n新办企业“一送两免”服务"
    sheet = opened(workbook_of(with_rows(project(), ("履职", text, "甲", "1", "1"))))
    assert sheet["C13"].value == text


@settings(deadline=None, max_examples=60)
@given(rows=ROWS, reason=LETTERS, name=LETTERS)
def test_any_texts_arrive_to_the_letter(
    rows: list[tuple[str, str, str, str, str]], reason: str, name: str
) -> None:
    """Each typed text stands in its cell, on one page or on many."""
    sheet = opened(workbook_of(with_rows(project(**{REASON: reason, "项目名称": name}), *rows)))
    merged = {}
    for area in sheet.merged_cells.ranges:
        for row, col in area.cells:
            merged[row, col] = sheet.cell(area.min_row, area.min_col).value
    for index, row in enumerate(rows, start=13):
        found = [merged.get((index, col), sheet.cell(index, col).value) for col in (2, 3, 4, 6, 7)]
        assert [each or "" for each in found] == list(row)
    assert (sheet["C5"].value or "") == name
    assert (sheet.cell(13 + len(rows), 3).value or "") == reason


@settings(deadline=None, max_examples=30)
@given(text=st.text(max_size=200))
def test_what_a_cell_keeps_is_what_is_printed(text: str) -> None:
    """Typing and exporting drop the same characters, and no others."""
    sheet = project()
    Batch([sheet]).set(Address(sheet.id, REASON), text)
    assert sheet.fields.get(REASON, "") == strip_controls(text)
    found = opened(workbook_of(sheet))["C13"].value or ""
    assert str(found) == strip_controls(text)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("持续性项目", "1、持续性项目 ☑ 2、新增性项目 □"),
        ("", "1、持续性项目 □ 2、新增性项目 □"),
        ("  ", "1、持续性项目 □ 2、新增性项目 □"),
        ("结转项目", "1、持续性项目 □ 2、新增性项目 □ 结转项目"),
    ],
)
def test_a_choice_is_printed_as_a_line_of_ticks(typed: str, line: str) -> None:
    """A blank one ticks nothing; what is no option is not lost."""
    assert opened(workbook_of(project(项目属性=typed)))["C8"].value == line


def test_a_blank_title_prints_the_computed_one() -> None:
    """Year and name make it."""
    assert opened(workbook_of(project()))["A2"].value == "2023年度甲项目自评表"


def test_a_typed_title_is_printed_to_the_letter() -> None:
    """2023年 without 度 stays so."""
    sheet = opened(workbook_of(project(标题="2023年甲项目自评表")))
    assert sheet["A2"].value == "2023年甲项目自评表"


def test_fixed_texts_of_a_form_are_printed() -> None:
    """The ministry's form brings 10 and — in its money rows."""
    sheet = opened(workbook_of(new_sheet(load_spec("mof-2020/project"))))
    found = list(texts(sheet))
    assert found.count("—") == 6
    assert "10" in found
    assert "100" in found


def test_goals_of_a_repeated_block_are_numbered() -> None:
    """湖北's form has two goal blocks."""
    sheet = opened(workbook_of(new_sheet(load_spec("hubei/project"))))
    found = [text.replace("\n", "") for text in texts(sheet)]
    assert "年度绩效目标1（40分）" in found
    assert "年度绩效目标2（40分）" in found


def test_nothing_is_said_about_who_made_the_file() -> None:
    """No author, and the date of the sheet instead of the clock's."""
    core = part(workbook_of(project()), "docProps/core.xml")
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    assert core.count("2024-04-23T00:00:00Z") == 2
