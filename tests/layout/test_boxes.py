"""The boxes of every form cover its grid exactly."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.layout import Layout, lay_out
from selfeval_tui.sheet import Batch, Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import OPTIONS, REASON, layout_of, project

HIGHEST_ROW = 409.5


def covered(layout: Layout) -> Counter[tuple[int, int]]:
    """How many boxes lie on each cell of the grid."""
    return Counter(
        (row, col)
        for box in layout.boxes
        for row in range(box.row, box.row + box.rows)
        for col in range(box.col, box.col + box.cols)
    )


def assert_exact(layout: Layout) -> None:
    """One box on each cell, none outside, no row that a workbook could not hold."""
    cells = {(row, col) for row in range(len(layout.rows)) for col in range(len(layout.columns))}
    counts = covered(layout)
    assert set(counts) == cells
    assert set(counts.values()) == {1}
    assert all(0 < height <= HIGHEST_ROW for height in layout.rows)


@pytest.mark.parametrize("spec", spec_ids())
def test_an_empty_form_has_no_gap_and_no_overlap(spec: str) -> None:
    """Whatever family, whatever blocks."""
    assert_exact(layout_of(new_sheet(load_spec(spec))))


@pytest.mark.parametrize("number", range(9))
def test_a_published_sheet_has_no_gap_and_no_overlap(number: int) -> None:
    """The nine sheets, split over pages or not."""
    batch = Batch(demo_sheets())
    assert_exact(lay_out(batch, batch.sheets[number], OPTIONS))


@pytest.mark.parametrize("spec", [each for each in spec_ids() if load_spec(each).printed])
def test_no_box_crosses_a_page(spec: str) -> None:
    """Vertical merges end at the foot of a page and begin again on the next."""
    layout = layout_of(many_rows(spec, 60))
    assert layout.breaks
    for box in layout.boxes:
        assert not any(box.row < start < box.row + box.rows for start in layout.breaks)


@settings(deadline=None, max_examples=40)
@given(
    spec=st.sampled_from(spec_ids()),
    rows=st.integers(0, 60),
    reason=st.integers(0, 4000),
    cell=st.integers(0, 1500),
)
def test_any_number_of_rows_and_any_length_of_text_fit(
    spec: str, rows: int, reason: int, cell: int
) -> None:
    """1 to 60 indicators, long reasons and long cells: still exact."""
    sheet = many_rows(spec, rows)
    if REASON in sheet.spec.fields:
        sheet.fields[REASON] = "因" * reason
    for table in sheet.tables.values():
        for row in list(table.values())[:1]:
            row.cells = {**row.cells, **dict.fromkeys(row.cells, "长" * cell)}
    assert_exact(layout_of(sheet))


def many_rows(spec: str, count: int) -> Sheet:
    """A form whose free tables have so many rows in groups of three."""
    sheet = new_sheet(load_spec(spec), starter=False)
    for table in sheet.spec.tables:
        if table.free:
            sheet.tables[table.name] = {
                f"r{index}": Row(
                    f"r{index}", {each.name: f"甲{index // 3}" for each in table.columns}
                )
                for index in range(count)
            }
    return sheet


def test_a_sheet_without_indicators_is_still_whole() -> None:
    """Only the header of the table is printed."""
    assert_exact(layout_of(project()))
