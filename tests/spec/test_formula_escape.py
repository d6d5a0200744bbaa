"""A formula reaches nothing but its names, and can neither hang nor fill the memory."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selfeval_tui.spec import BLANK, FormulaError, compile_formula
from tests.spec.formulas import names

NAMES = names("执行数", "预算数", "项目名称")


@pytest.mark.parametrize(
    "source",
    [
        # Attributes and dunders.
        "执行数.__class__",
        "().__class__.__base__.__subclasses__()",
        "项目名称.format",
        "资金.执行数.real",
        "资金.__class__",
        "1 .real",
        "(执行数).as_tuple()",
        "__import__('os')",
        "__builtins__",
        # Subscripts, comprehensions, lambdas, assignments, statements.
        "项目名称[0]",
        "[执行数 for 执行数 in 预算数]",
        "{执行数}",
        "{'a': 1}",
        "lambda: 执行数",
        "(x := 1)",
        "执行数; 预算数",
        "执行数\nimport os",
        "执行数 if 执行数 else 预算数",
        "执行数 and 预算数",
        "not 执行数",
        "await 执行数",
        "yield 执行数",
        "(1, 2)",
        "1, 2",
        "...",
        "None",
        "True",
        # Texts that compute.
        "f'{执行数}'",
        'f"{执行数!r}"',
        "b'a'",
        "'%s' % 执行数",
        "'{0.__class__}'.format(执行数)",
        "'a' 'b'",
        "'a\\x41'[0]",
        "'a' * 999999999",
        "999999999 * 'a'",
        "'a' + 'b'",
        # Calls beyond the registered functions.
        "eval('1')",
        "open('x')",
        "print(1)",
        "求和(*执行数)",
        "求和(**执行数)",
        "求和(x==1, y=2)",
        "求和(1)(2)",
        "求和.__globals__",
        "(求和)(1)(1)",
        "'求和'(1)",
        # Other operators and literals.
        "1 // 2",
        "1 % 2",
        "1 @ 2",
        "1 << 99999",
        "~1",
        "1 | 2",
        "1 is 1",
        "1 in 2",
        "0x10",
        "1e9",
        "1_000",
        "1j",
        ".5",
        "5.",
        "# 执行数",
        "执行数 \\\n + 1",
    ],
)
def test_what_is_no_formula_is_refused(source: str) -> None:
    """Nothing of the programming language underneath can be reached."""
    with pytest.raises(FormulaError):
        compile_formula(source, NAMES)


@pytest.mark.parametrize(
    "source",
    [
        "2 ** 13",
        "2 ** -1",
        "2 ** 0.5",
        "2 ** 执行数",
        "9 ** 9 ** 9 ** 9",
        "9" * 31,
        "(" * 1000 + "1" + ")" * 1000,
        "(" * 2000,
        "-" * 300 + "1",
        "非 " * 300 + "1 > 2",
        "+".join(["1"] * 150),
        "**".join(["2"] * 150),
        "求和(" * 40 + "1" + ")" * 40,
        "1 " + "+ 1" * 1000,
        "求和(" + ", ".join(["1"] * 101) + ")",
        "执" * 2001,
    ],
)
def test_what_could_grow_without_bound_is_refused(source: str) -> None:
    """Huge powers, depths and lengths are refused before anything is computed."""
    with pytest.raises(FormulaError):
        compile_formula(source, NAMES)


def test_the_largest_allowed_power_keeps_a_bounded_number_of_digits() -> None:
    """A power of a long number is rounded to a fixed width or is blank."""
    formula = compile_formula(f"({'9' * 30} ** 12) ** 1", NAMES)
    computed = formula.evaluate(lambda _: BLANK)
    assert isinstance(computed, Decimal)
    assert len(computed.as_tuple().digits) <= 34
    assert compile_formula(f"(({'9' * 30} ** 12) ** 12)", NAMES).evaluate(lambda _: BLANK) is BLANK


def test_a_printed_number_never_has_a_million_zeros() -> None:
    """A typed 1e999999 has no place in a text."""
    formula = compile_formula("连接(执行数)", NAMES)
    assert formula.evaluate(lambda _: Decimal("1e999999")) == ""


SIGNS = [*"+-*/()（），,.＝≥≤≠<>'\"“”＊ \n", "**", "==", "且", "或", "非"]
WORDS = [
    "执行数",
    "资金",
    "project",
    "求和",
    "如果",
    "值",
    "1",
    "2.5",
    "'甲'",
    "lambda",
    "f",
    "__class__",
]
PIECES = st.sampled_from(SIGNS + WORDS)


@given(st.text() | st.lists(PIECES, max_size=60).map("".join) | st.lists(PIECES).map(" ".join))
@example("\x00")
@example("\ud800")
@example("值('a', 'b', 'c')")
@example("非" * 900)
def test_any_text_compiles_or_is_refused(source: str) -> None:
    """No text whatever makes the compiler fail in another way."""
    try:
        formula = compile_formula(source, NAMES)
    except FormulaError:
        return
    formula.evaluate(lambda _: BLANK)


def test_joining_does_not_fill_the_memory() -> None:
    """A column of long texts, eighty times over, and that joined again."""
    columns = ", ".join(["资金.执行数"] * 80)
    formula = compile_formula(f"连接({columns})", NAMES)
    assert formula.evaluate(lambda _: ("甲" * 1000,) * 5000) == BLANK
    assert formula.evaluate(lambda _: ("甲",) * 3) == "甲" * 240
