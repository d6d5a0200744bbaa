"""A sheet becomes one list of lines."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Batch, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.tui.fill.lay import NO_ROWS, lay_lines
from selfeval_tui.tui.fill.lines import LineKind, Part, SheetLines
from tests.spec.sheets import signed_project
from tests.tui.fill.build import demo_batch, one


def _titles(lines: SheetLines) -> list[str]:
    return [section.title for section in lines.sections]


def _labels(lines: SheetLines, kind: LineKind) -> list[str]:
    return [line.boxes[1].text for line in lines.lines if line.kind is kind]


@pytest.mark.parametrize("spec_id", spec_ids())
def test_every_cell_can_be_reached(spec_id: str) -> None:
    """No form has a field or a column that the screen leaves out."""
    sheet = new_sheet(load_spec(spec_id))
    printed = {
        Address(sheet.id, name, table.name, row.id)
        for table in sheet.spec.tables
        for row in table.rows
        for name in row.fixed
    }
    reached = lay_lines(sheet).spots
    assert [each for each in sheet.addresses() if each not in reached and each not in printed] == []


def test_the_sections_follow_the_printed_form() -> None:
    """The table of contents names the parts of the form in their order."""
    lines = lay_lines(one(demo_batch(), "附件1-3"))
    assert _titles(lines) == [
        "表头", "基本信息", "预算执行情况", "年度绩效目标", "原因与改进", "备注",
    ]  # fmt: skip


def test_fields_carry_the_labels_of_the_form() -> None:
    """A field is called what the form prints in front of it."""
    labels = _labels(lay_lines(one(demo_batch(), "附件2")), LineKind.FIELD)
    assert labels[:5] == ["附件号", "标题", "填报日期", "年度", "单位名称"]
    assert "基本支出总额（万元）" in labels
    assert labels.count("单位名称") == 1


def test_a_printed_figure_is_no_label() -> None:
    """The form prints 总分 and 100 in front of one cell; it is called 总分."""
    labels = _labels(lay_lines(new_sheet(load_spec("mof-2020/project"))), LineKind.FIELD)
    assert labels[-1] == "总分"


def test_each_row_of_a_table_is_one_line() -> None:
    """附件2 shows its 47 indicators on 47 lines, in the clerk's order."""
    sheet = one(demo_batch(), "附件2")
    lines = [line for line in lay_lines(sheet).lines if line.kind is LineKind.ROW]
    assert [line.row for line in lines] == list(sheet.tables["指标"])
    assert [line.above for line in lines] == ["", *list(sheet.tables["指标"])[:-1]]


def test_a_judged_row_begins_with_the_mark_and_ends_with_the_verdict() -> None:
    """The mark stands left of all free text, where no wide glyph can push it."""
    lines = lay_lines(one(demo_batch(), "附件1-3")).lines
    row = next(line for line in lines if line.kind is LineKind.ROW and line.table == "指标")
    assert [box.part for box in row.boxes] == [Part.MARK, *[Part.VALUE] * 5, Part.VERDICT]


def test_the_money_table_shows_its_label_and_unit() -> None:
    """The header says that the amounts are in 万元."""
    lines = lay_lines(one(demo_batch(), "附件1-3")).lines
    header = next(line for line in lines if line.kind is LineKind.HEADER)
    assert [box.text for box in header.boxes] == [
        "", "预算执行情况（万元）", "预算数（A）", "执行数（B）", "执行率（B/A）",
    ]  # fmt: skip


def test_a_table_without_rows_says_how_to_add_one() -> None:
    """An empty table can be entered, so that a row can be added there."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), starter=False)
    lines = lay_lines(sheet)
    empty = next(line for line in lines.lines if line.kind is LineKind.EMPTY)
    assert empty.boxes[1].text == NO_ROWS
    assert lines.spots[Address(sheet.id, "", "指标")].box == 1


def test_notes_can_be_read_but_not_typed_over() -> None:
    """The form's own notes stand there line by line."""
    lines = lay_lines(one(demo_batch(), "附件1-1")).lines
    notes = [line for line in lines if line.kind is LineKind.NOTE]
    assert [line.boxes[1].text[:2] for line in notes] == ["1.", "2.", "3."]
    assert all(line.boxes[1].fixed for line in notes)


def test_the_text_a_form_prints_in_a_fixed_row_is_no_cell() -> None:
    """Where the form itself prints a text, nobody types."""
    for spec_id in spec_ids():
        sheet = new_sheet(load_spec(spec_id))
        Batch([sheet])
        for line in lay_lines(sheet).lines:
            fixed = {
                name
                for table in sheet.spec.tables
                for row in table.rows
                if (table.name, row.id) == (line.table, line.row)
                for name in row.fixed
            }
            addresses = [line.boxes[stop].address for stop in line.stops]
            assert not fixed & {address.name for address in addresses if address}


def test_who_signs_has_a_section_of_its_own_at_the_end(tmp_path: Path) -> None:
    """Its fields are filled there like any other, and not among those above the grid."""
    sheet = new_sheet(signed_project(tmp_path))
    lines = lay_lines(sheet)
    assert _titles(lines)[-1] == "签字盖章"
    assert _labels(lines, LineKind.FIELD)[-3:] == ["填报人", "审核人", "联系电话"]
    assert Address(sheet.id, "联系电话") in lines.spots
