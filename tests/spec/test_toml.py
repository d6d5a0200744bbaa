"""TOML that was made to hurt is refused in a sentence; ordinary TOML is read as it stands."""

import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.spec.toml import DEEPEST, TomlError, exact, read_values

CHAIN = ".".join("a" * DEEPEST)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{CHAIN}.a = 1", "第 1 行：名称分了太多段，最多 16 段"),
        (f"x = 1\n[{CHAIN}.a]", "第 2 行：名称分了太多段，最多 16 段"),
        (f"x = '''\n{CHAIN}\n'''\n{CHAIN.replace('.', ' . ')}.b = 1", "第 4 行：名称分了太多段"),
        (f"x = {{ {CHAIN}.a = 1 }}", "名称分了太多段"),
        (".".join(['"甲"'] * 18) + " = 1", "名称分了太多段"),
        ("a = " + "[" * 20 + "]" * 20, "各层套得太深"),
        ("a = " + "[" * 100_000, "末尾：不合 TOML 的写法"),
        ("a = 1\na = 2\n", "第 2 行第 6 列"),
        ("a = 9e999999999", "不合 TOML 的写法"),
        (f"a = 1.{'1' * 50}", "不合 TOML 的写法"),
        (f"a = 0x{'f' * 100}", "里有太长的数"),
        (f"a = [[{'9' * 50}]]", "里有太长的数"),
        (f"a = {'9' * 9999}", "不合 TOML 的写法"),
        ("a = '\x00'", "不合 TOML 的写法"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    """Before it costs anything."""
    with pytest.raises(TomlError) as fault:
        read_values(text, exact)
    assert said in fault.value.said


@pytest.mark.parametrize(
    "text",
    [
        f'a = "{CHAIN}.{CHAIN}"',
        f"a = '{CHAIN}.a'",
        f'a = """\n{CHAIN}.a\n"""',
        f"a = 1 # {CHAIN}.a",
        "a = '....................'",
        ".".join("a" * DEEPEST) + " = 1",
        'a = "\\" x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x"',
        "a = 1.5e10",
        "a = nan",
    ],
)
def test_what_only_looks_like_it_is_read(text: str) -> None:
    """Dots in a text are no key."""
    assert repr(read_values(text)) == repr(tomllib.loads(text))


@given(st.text(alphabet="ab.\"'\\ =[]{}#\n0", max_size=200))
def test_any_text_is_read_as_python_reads_it_or_refused(text: str) -> None:
    """Nothing else happens."""
    try:
        values = read_values(text)
    except TomlError:
        return
    assert values == tomllib.loads(text)


@pytest.mark.parametrize(
    ("text", "number"), [("1.50", Decimal("1.50")), ("1_000.5", Decimal("1000.5")), ("0.0", 0)]
)
def test_figures_keep_their_digits(text: str, number: Decimal) -> None:
    """No float on the way."""
    assert exact(text) == number
