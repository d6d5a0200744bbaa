"""Which boxes belong together, and how far a selection reaches."""

import pytest

from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.tui.fill.block import Block, run_of, stretched, whole
from selfeval_tui.tui.fill.lay import lay_lines
from selfeval_tui.tui.fill.lines import LineKind, SheetLines, Spot
from tests.tui.fill.build import NAMES, demo_batch, field, indicator, one

ACTUAL = "实际完成值"


def _lines(name: str) -> tuple[Batch, SheetLines]:
    batch = demo_batch()
    return batch, lay_lines(one(batch, name))


def test_a_block_is_told_as_rows_by_columns() -> None:
    """Whichever corner the cursor stands in."""
    block = Block.between(Spot(7, 2), Spot(5, 3))
    assert block == Block(5, 7, 2, 3)
    assert block.words == "选中 3×2"
    assert block.corner == Spot(5, 2)


def test_only_lines_whose_selection_changed_are_named() -> None:
    """Growing by a line touches that line; growing by a column touches all."""
    block = Block(5, 7, 2, 3)
    assert set(block.changed(Block(5, 8, 2, 3))) == {8}
    assert set(block.changed(Block(5, 7, 2, 4))) == {5, 6, 7}
    assert set(block.changed(Block(20, 20, 1, 1))) == {5, 6, 7, 20}


@pytest.mark.parametrize("name", NAMES)
def test_all_rows_of_a_table_belong_together(name: str) -> None:
    """And nothing of another table or section does."""
    batch, lines = _lines(name)
    sheet = one(batch, name)
    first = lines.spots[indicator(sheet, 0, ACTUAL)]
    run = run_of(lines, first.line)
    assert len(run) == len(sheet.tables["指标"])
    assert run[0] == first.line
    assert all(lines.lines[number].table == "指标" for number in run)


def test_fields_of_one_section_belong_together() -> None:
    """A column of lines can be selected; a heading ends it."""
    batch, lines = _lines("附件1-7")
    run = run_of(lines, lines.spots[field(one(batch, "附件1-7"), "项目名称")].line)
    assert len(run) > 3
    assert {lines.lines[number].kind for number in run} == {LineKind.FIELD}


def test_a_selection_ends_where_the_table_ends() -> None:
    """However far it is stretched."""
    batch, lines = _lines("附件1-7")
    sheet = one(batch, "附件1-7")
    spot = lines.spots[indicator(sheet, 0, ACTUAL)]
    last = lines.spots[indicator(sheet, len(sheet.tables["指标"]) - 1, ACTUAL)]
    assert stretched(lines, spot, down=99) == last
    assert stretched(lines, spot, down=-99) == spot
    assert stretched(lines, spot, right=99) == spot
    assert stretched(lines, spot, right=-99) == lines.spots[indicator(sheet, 0, "一级指标")]


def test_the_whole_table_is_a_block() -> None:
    """From the first column to the last one that can be entered."""
    batch, lines = _lines("附件1-7")
    sheet = one(batch, "附件1-7")
    first = lines.spots[indicator(sheet, 0, "一级指标")]
    last = lines.spots[indicator(sheet, len(sheet.tables["指标"]) - 1, ACTUAL)]
    assert whole(lines, lines.spots[indicator(sheet, 2, ACTUAL)]) == Block.between(first, last)


def test_an_empty_table_is_a_block_of_its_one_line() -> None:
    """There is nothing to select but the line that says so."""
    lines = lay_lines(new_sheet(load_spec("ezhou-gedian/project"), starter=False))
    empty = next(n for n, line in enumerate(lines.lines) if line.kind is LineKind.EMPTY)
    assert whole(lines, Spot(empty, 1)) == Block(empty, empty, 1, 1)
