"""Formulas are written in figures."""

import pytest

from selfeval_tui.sheet.arithmetic import in_figures
from selfeval_tui.spec import Names, compile_formula

FIGURES = {"甲": "4.76", "乙": "5", "丙": " 3 ", "空": ""}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("甲 / 乙", "4.76 ÷ 5"),
        ("甲 / 乙 * 20", "4.76 ÷ 5 × 20"),
        ("(甲 + 乙) * 丙", "（4.76 + 5） × 3"),
        ("甲 - (乙 - 丙)", "4.76 - （5 - 3）"),
        ("甲 - 乙 - 丙", "4.76 - 5 - 3"),
        ("甲 / 空", ""),
        ("最大(甲, 乙)", ""),
        ("甲", ""),
    ],
)
def test_figures_stand_in_place_of_names(formula: str, expected: str) -> None:
    """Plain arithmetic only; a missing figure or a function leaves it out."""
    compiled = compile_formula(formula, Names(own=frozenset(FIGURES)))
    assert in_figures(compiled.tree, FIGURES.__getitem__) == expected
