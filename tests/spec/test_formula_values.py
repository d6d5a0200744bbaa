"""What formulas compute."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.spec import BLANK, Value
from tests.spec.formulas import Given, value

D = Decimal


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 2 * 3", D(7)),
        ("(1 + 2) * 3", D(9)),
        ("（1 ＋ 2） × 3 ÷ 4", D("2.25")),
        ("0.1 + 0.2", D("0.3")),
        ("4.76 / 5", D("0.952")),
        ("185.76 + 14.29", D("200.05")),
        ("-2 - -3", D(1)),
        ("+2", D(2)),
        ("2 ** 3", D(8)),
        ("１２.５ ＋ １", D("13.5")),
        ("0.1 * 3 == 0.3", True),
        ("3 > 2 且 2 ≥ 2", True),
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("2 ≠ 2 或 2 ＝ 2", True),
        ("非 1 ＞ 2", True),
        ("'甲' == '甲'", True),
        ("'甲' != \"乙\"", True),
        ("'≥（且）' == '≥（且）'", True),
    ],
)
def test_a_formula_computes_in_decimals(source: str, expected: Value) -> None:
    """Arithmetic is that of paper, without the noise of binary fractions."""
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("执行数 / 预算数", {"执行数": D("4.76"), "预算数": 5}, D("0.952")),
        ("执行数 / 预算数", {"执行数": 5, "预算数": 0}, BLANK),
        ("执行数 / 预算数", {"执行数": 0, "预算数": 0}, BLANK),
        ("执行数 / 预算数", {"执行数": 5}, BLANK),
        ("执行数 + 1", {"执行数": "约5"}, BLANK),
        ("执行数 + 1", {"执行数": True}, BLANK),
        ("-执行数", {"执行数": "5"}, BLANK),
        ("执行数 * 1", {"执行数": D("NaN")}, BLANK),
        ("执行数", {"执行数": D("sNaN")}, BLANK),
        ("执行数 - 执行数", {"执行数": D("Infinity")}, BLANK),
        ("0 ** 0", {}, BLANK),
        ("执行数 ** 12", {"执行数": D("1e300")}, BLANK),
        ("求和(project.执行数)", {"project.执行数": (D("18.24"), D("275.67"))}, D("293.91")),
    ],
)
def test_what_has_no_number_is_blank(
    source: str, values: dict[str, Given], expected: Value
) -> None:
    """A missing input, a divisor of 0 or a text never becomes 0 and never stops the form."""
    assert value(source, values) == expected


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("执行数 > 1", {}, BLANK),
        ("执行数 == 执行数", {}, BLANK),
        ("项目名称 == 1", {"项目名称": "1"}, BLANK),
        ("项目名称 < '乙'", {"项目名称": "甲"}, BLANK),
        ("执行数 > 1 且 1 > 2", {}, False),
        ("1 > 2 且 执行数 > 1", {}, False),
        ("执行数 > 1 且 2 > 1", {}, BLANK),
        ("执行数 > 1 或 2 > 1", {}, True),
        ("2 > 1 或 执行数 > 1", {}, True),
        ("执行数 > 1 或 1 > 2", {}, BLANK),
        ("非 执行数 > 1", {}, BLANK),
        ("非 项目名称", {"项目名称": "甲"}, BLANK),
        ("项目名称 且 2 > 1", {"项目名称": "甲"}, BLANK),
        ("0 < 执行数 < 1", {"执行数": 2}, False),
    ],
)
def test_blank_is_a_third_truth(source: str, values: dict[str, Given], expected: Value) -> None:
    """What is unknown stays unknown, unless the other side decides alone."""
    assert value(source, values) is expected


WHOLE = st.integers(min_value=-999, max_value=999)


@st.composite
def sums(draw: st.DrawFn, depth: int = 4) -> tuple[str, Fraction]:
    """A formula of + - * and brackets, and its exact value."""
    if depth == 0 or draw(st.booleans()):
        number = draw(WHOLE)
        return (f"{number}" if number >= 0 else f"(-{-number})"), Fraction(number)
    left, first = draw(sums(depth - 1))
    right, second = draw(sums(depth - 1))
    sign = draw(st.sampled_from("+-*"))
    exact = {"+": first + second, "-": first - second, "*": first * second}[sign]
    return f"({left} {sign} {right})", exact


@given(sums())
def test_whole_numbers_are_exact(case: tuple[str, Fraction]) -> None:
    """Sums and products of whole numbers lose nothing."""
    source, exact = case
    computed = value(source)
    if abs(exact) < 10**34:
        assert isinstance(computed, Decimal)
        assert Fraction(computed) == exact


ANYTHING = st.decimals() | st.text() | st.booleans() | st.just(BLANK)


@pytest.mark.parametrize(
    "source",
    [
        "甲 + 乙",
        "甲 / 乙",
        "甲 * 乙 - 甲",
        "甲 ** 7",
        "甲 > 乙 或 非 甲",
        "甲 == 乙 且 乙",
        "求和(甲, 乙)",
        "连接(甲, 乙)",
        "四舍五入(甲, 乙)",
        "最大(甲, 乙) - 最小(甲, 乙)",
        "如果(甲, 乙, 1)",
    ],
)
@given(first=ANYTHING, second=ANYTHING)
def test_no_value_makes_a_formula_raise(source: str, first: Given, second: Given) -> None:
    """Whatever a clerk typed, the answer is a value, and a number is a finite one."""
    computed = value(source, {"甲": first, "乙": second})
    if isinstance(computed, Decimal):
        assert computed.is_finite()
