"""References that follow a table with more or fewer rows."""

import pytest

from selfeval_tui.excel.fill.shift import LOST, RowShift, shifted_formula

GROWN, SHRUNK = RowShift(10, 13, 6), RowShift(10, 16, 2)
"""Rows 10 to 12 become six; rows 10 to 15 become two."""


@pytest.mark.parametrize(
    ("shift", "formula", "follows"),
    [
        (GROWN, "=SUM(F10:F12)", "=SUM(F10:F15)"),
        (GROWN, "=SUM(F10:F11)", "=SUM(F10:F14)"),
        (GROWN, "=SUM($F$9:$F$12)", "=SUM($F$9:$F$15)"),
        (GROWN, "=F13/D9", "=F16/D9"),
        (GROWN, "=F12", "=F15"),
        (GROWN, "=别页!F13+F13", "=别页!F13+F16"),
        (GROWN, "='项目 表'!F13", "='项目 表'!F16"),
        (GROWN, '=IF(F13="F13","",SUM(13:13))', '=IF(F16="F13","",SUM(16:16))'),
        (GROWN, "=SUM(F:F)", "=SUM(F:F)"),
        (SHRUNK, "=SUM(F10:F15)", "=SUM(F10:F11)"),
        (SHRUNK, "=F16", "=F12"),
        (SHRUNK, "=F15", "=F11"),
        (SHRUNK, "=F13", f"={LOST}"),
        (RowShift(10, 11, 4), "=SUM(F10:F10)", "=SUM(F10:F13)"),
        (RowShift(10, 10, 4), "=SUM(F9:F10)", "=SUM(F9:F14)"),
    ],
)
def test_a_formula_follows_the_rows_it_speaks_of(
    shift: RowShift, formula: str, follows: str
) -> None:
    """A sum over the table takes in its new rows; the last row stays the last."""
    assert shifted_formula(formula, shift, "项目 表", own=True) == follows


def test_a_formula_of_another_page_follows_too() -> None:
    """Only what names the page is changed."""
    formula = "='项目 表'!F13+F13"
    assert shifted_formula(formula, GROWN, "项目 表", own=False) == "='项目 表'!F16+F13"


@pytest.mark.parametrize("old", [0, 1, 2, 3, 10])
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_every_new_row_comes_from_one_of_the_template(old: int, count: int) -> None:
    """The first stays the first, the last the last; no row of the template is used out of turn."""
    shift = RowShift(20, 20 + old, count)
    sources = [shift.source(row) for row in range(20, 20 + count)]
    assert sources == sorted(sources)
    assert sources[-1] == 20 + old - 1
    assert shift.at(20 + old) == 20 + count
    kept = [row for row in range(20, 20 + count) if row not in shift.added()]
    assert [shift.at(shift.source(row)) for row in kept] == kept
