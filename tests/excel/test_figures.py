"""Figures keep the digits typed; what is no plain number stays a text."""

import ast
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.layout.box import column_letters
from selfeval_tui.layout.numbers import number_of, percent_of
from selfeval_tui.layout.translate import translate
from selfeval_tui.spec import Names, compile_formula
from tests.excel.build import opened, project, with_money, workbook_of


@pytest.mark.parametrize(
    ("typed", "value", "form"),
    [
        ("20", "20", "0"),
        ("5.50", "5.50", "0.00"),
        ("0", "0", "0"),
        ("-3.0", "-3.0", "0.0"),
        ("1,234.50", "1234.50", "#,##0.00"),
        ("123456789012.345", "123456789012.345", "0.000"),
    ],
)
def test_a_plain_number_shows_the_digits_typed(typed: str, value: str, form: str) -> None:
    """5.50 is a number and still reads 5.50."""
    number = number_of(typed)
    assert number is not None
    assert (number.value, number.format) == (Decimal(value), form)


@pytest.mark.parametrize(
    "typed",
    ["", "约20", "20万元", "２０", " 20", "20\n", "+20", "007", ".5", "5.", "1e3", "12,34",
     "1,23.4", "-0", "1234567890123456", "—", "٣"],
)  # fmt: skip
def test_what_a_number_would_not_show_to_the_letter_stays_text(typed: str) -> None:
    """Words, units, full-width digits, leading zeros, more digits than a workbook keeps."""
    assert number_of(typed) is None


@given(st.decimals(-(10**6), 10**6, places=4))
def test_a_number_is_the_one_typed(number: Decimal) -> None:
    """To the last digit."""
    found = number_of(f"{number:f}")
    assert found is None or found.value == number


@pytest.mark.parametrize(
    ("typed", "value", "form"),
    [
        ("27%", "0.27", "0%"),
        ("95.20%", "0.952", "0.00%"),
        ("-5%", "-0.05", "0%"),
        ("0%", "0", "0%"),
    ],
)
def test_a_percentage_is_a_ratio(typed: str, value: str, form: str) -> None:
    """95.20% is 0.952 and still reads 95.20%."""
    found = percent_of(typed)
    assert found is not None
    assert (found.value, found.format) == (Decimal(value), form)


@pytest.mark.parametrize("typed", ["27", "27％", "%", "约27%", "27 %", ""])
def test_other_percentages_stay_text(typed: str) -> None:
    """They would not be shown to the letter."""
    assert percent_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("18.27", 18.27), ("20.0", 20), ("约20", "约20"), ("20万元", "20万元"), ("", None)],
)
def test_money_cells_are_numbers_where_they_can_be(typed: str, shown: object) -> None:
    """So that the bureau can add them up."""
    sheet = opened(workbook_of(with_money(project(), typed, "")))
    assert sheet["D11"].value == shown


def tree(source: str) -> ast.Expression:
    """A compiled formula's tree."""
    names = Names(own=frozenset("甲乙丙"), tables={"表": frozenset({"列"})})
    return compile_formula(source, names).tree


@pytest.mark.parametrize(
    ("source", "formula"),
    [
        ("乙 / 甲", 'IF(D{row}=0,"",E{row}/D{row})'),
        ("乙 / 甲 * 20", 'IF(D{row}=0,"",E{row}/D{row}*20)'),
        ("甲 - (乙 - 丙)", "D{row}-(E{row}-F{row})"),
        ("甲 * (乙 + 0.5)", "D{row}*(E{row}+0.5)"),
        ("-甲 + 乙", "(-D{row})+E{row}"),
        ("甲 / (乙 + 丙)", 'IF((E{row}+F{row})=0,"",D{row}/(E{row}+F{row}))'),
        ("甲 / 乙 / 丙", 'IF(OR(E{row}=0,F{row}=0),"",D{row}/E{row}/F{row})'),
        ("四舍五入(甲 / 2, 2)", 'IF(2=0,"",ROUND(D{row}/2,2))'),
        ("最小(20, 甲)", "MIN(20,D{row})"),
        ("求和(表.列)", None),
        ("如果(甲 > 乙, 甲, 乙)", None),
        ("甲 ** 2", None),
        ("连接('甲', 乙)", None),
    ],
)
def test_a_formula_over_one_row_is_translated(source: str, formula: str | None) -> None:
    """What a cell cannot say is left to its value."""
    cells = {"甲": "D{row}", "乙": "E{row}", "丙": "F{row}"}
    assert translate(tree(source), cells) == formula


def test_a_formula_over_a_cell_without_a_number_is_not_translated() -> None:
    """A text beside it would make it an error in the workbook."""
    assert translate(tree("乙 / 甲"), {"甲": "D{row}"}) is None


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_in_a_spreadsheet(index: int, letters: str) -> None:
    """A to Z, then AA."""
    assert column_letters(index) == letters
