"""A file is read the quick way only where the standard library's reader says the same of it."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selfeval_tui.spec.line_by_line import read_lines
from selfeval_tui.store.demo import make_demo

LINES = (
    "", " ", "# 说明", "#\t", "#\x07", "\r",
    "[a]", '["a"]', '["字段"]', "[ a ]", "[a.b]", "[a] # 一", "[字段]", "[]", '[""]', "[c]",
    "[[a]]", '[["a"]]', '[["指标"]]', "[[a.b]]", "[[a]", "[[c]]",
    "a = 1", 'a = "1"', '"a" = 2', "a=1", " a = 1", "a.b = 1", "'a' = 1", '"a\\n" = 1',
    "项目 = 1", '"" = ""', "= 1",
    'b = "甲" # 一', 'b = "甲" "乙"', 'b = "甲\\n乙"', 'b = "\\ud800"', 'b = "\\/"', 'b = "\\"',
    'b = "', 'b = """', '"""', 'b = """甲"""', "b = '甲'", "b = 甲", "b =", "b = ", "b = \r",
    'b = "\x7f"', 'b = "\t"', 'b = "\x85\u2028"',
    "c = true", "c = True", "c = 1.50", "c = 01", "c = 2024-04-23", "c = [", "c = [1, 2]",
    "c = []", "1, 2]", "c = {a = 1}", "c = {}", "c.d = 1",
)  # fmt: skip
"""What a program or a clerk may have written, right and wrong."""
CHARS = st.sampled_from("a甲0 \"'\\=[]{}#,.-\t\r\n\x00\x7f")


def by_library(text: str) -> object:
    """What the standard library's reader gives; None where it refuses the text."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None


def agrees(text: str) -> bool:
    """Whether the quick way leaves the text to the library or reads the same, in its order."""
    quick, right = read_lines(text, Decimal), by_library(text)
    return quick is None or (quick == right and repr(quick) == repr(right))


@given(st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["\n", "\r\n"]))
@example(["a = 1", "[[a]]"], "\n")
@example(["c = []", "[[c]]"], "\n")
@example(["[[a]]", "[a]"], "\n")
@example(["[a]", "[[a]]"], "\n")
@example(["[a]", "a = 1", "[a]"], "\n")
@example(["b = \r"], "\r\n")
def test_lines_of_all_sorts_mean_what_the_library_says(lines: list[str], end: str) -> None:
    """Whatever lines a file is put together from, it is never read in a way of our own."""
    assert agrees(end.join(lines))


@given(st.lists(CHARS, max_size=20).map("".join))
def test_a_mangled_line_means_what_the_library_says(line: str) -> None:
    """A line with anything in it, between two good ones."""
    assert agrees(f'[a]\na = "{line}"\nb = {line}\n{line} = "甲"\n{line}\n')


@given(st.lists(CHARS, max_size=20).map("".join))
def test_a_text_is_read_to_the_letter(line: str) -> None:
    """What stands between the quotation marks of a value is what the library makes of it."""
    assert agrees(f'a = "{line}"\n')
    assert agrees(f'"{line}" = 1\n[["{line}"]]\n')


@pytest.mark.parametrize("text", ["c = " + "[" * 5000, "c = 0" + "9" * 5000])
def test_a_hostile_value_is_left_to_the_library(text: str) -> None:
    """A value that the library cannot read is not read here either."""
    assert read_lines(text) is None


def test_saved_sheets_are_read_the_quick_way(tmp_path: Path) -> None:
    """The files that the program writes itself all take it, those with several lines a text too."""
    for path in make_demo(tmp_path).saved.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert read_lines(text) == tomllib.loads(text)
