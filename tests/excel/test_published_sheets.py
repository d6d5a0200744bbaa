"""The nine published sheets in a workbook, seen by another library."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_tui.excel import write_workbook
from selfeval_tui.layout import lay_out
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import DAY, OPTIONS, opened, project, ranges, with_rows, workbook_of
from tests.excel.published import NAMES, Grid, expected


@cache
def workbook(name: str) -> bytes:
    """The workbook of one published sheet."""
    batch = Batch(demo_sheets())
    sheet = next(each for each in batch.sheets if each.fields["附件号"] == f"附件{name}")
    return write_workbook([lay_out(batch, sheet, OPTIONS)], OPTIONS, DAY)


def grid_of(name: str, sheet: Worksheet) -> Grid:
    """What must stand there, given where the pages end."""
    return expected(name, [each.id for each in sheet.row_breaks.brk])


def shown(cell: Cell) -> str:
    """What a clerk sees in a cell."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    number, form = Decimal(str(value)), cell.number_format
    percent = form.endswith("%")
    digits = len(form.rstrip("%").partition(".")[2])
    number = (number * 100 if percent else number).quantize(
        Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP
    )
    return f"{number}{'%' if percent else ''}"


@pytest.mark.parametrize("name", NAMES)
def test_every_published_text_stands_in_its_cell(name: str) -> None:
    """Labels, texts and figures are where the form has them, to the letter."""
    sheet = opened(workbook(name), values=True)
    for place, text in grid_of(name, sheet).texts.items():
        # Only labels of the form and the department's title have line breaks of our own.
        found = shown(sheet[place])
        assert found == text or (found.replace("\n", "") == text and "\n" not in text), place


@pytest.mark.parametrize("name", NAMES)
def test_typed_texts_have_no_line_break_of_ours(name: str) -> None:
    """一级指标, 二级指标, 三级指标, targets and actuals are not even broken differently."""
    sheet = opened(workbook(name), values=True)
    texts = grid_of(name, sheet).texts
    header = next(place for place, text in texts.items() if text == "一级指标")
    for place, text in texts.items():
        if place[0] in "BCDEFG" and int(place[1:]) > int(header[1:]):
            assert shown(sheet[place]) == text, place


@pytest.mark.parametrize("name", NAMES)
def test_the_merged_ranges_are_those_of_the_form(name: str) -> None:
    """No range is missing, none is too many."""
    sheet = opened(workbook(name))
    assert ranges(sheet) == grid_of(name, sheet).merges


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_where_the_form_has_nothing(name: str) -> None:
    """No stray text in any other cell."""
    sheet = opened(workbook(name), values=True)
    texts = grid_of(name, sheet).texts
    stray = [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "") and not texts.get(cell.coordinate)
    ]
    assert stray == []


def test_the_department_title_breaks_before_its_second_line() -> None:
    """…本级 on the first line, 整体绩效自评表 on the second."""
    title = opened(workbook("2"))["A2"].value
    assert str(title).splitlines()[1] == "整体绩效自评表"


def test_equal_second_levels_under_two_first_levels_are_not_merged() -> None:
    """满意度 has a 服务对象满意度 of its own, wherever else the same words stand."""
    rows = (("产出指标", "其他指标", "甲", "1", "1"), ("效益指标", "其他指标", "乙", "1", "1"))
    sheet = opened(workbook_of(with_rows(project(), *rows)))
    assert "C13:C14" not in ranges(sheet)
    assert sheet["C13"].value == sheet["C14"].value == "其他指标"
