"""The tables of keys in README.md and docs/keys.md are the program's own."""

from collections.abc import Iterable
from pathlib import Path

from selfeval_tui.tui.keys import Key, Where, keys_of, printed

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- keys:begin -->\n", "<!-- keys:end -->"
FIRST = (Where.ANYWHERE, Where.OVERVIEW, Where.GRID)
"""What a beginner reads in README.md: the keys that the footer of these places shows."""


def table(keys: Iterable[Key]) -> str:
    """A table as the file must hold it; paste it there when its test fails."""
    lines = ["| 在哪里 | 按键 | 作用 |", "|---|---|---|"]
    for key in keys:
        lines.append(f"| {key.where} | {printed(key.keys)} | {key.label}：{key.help} |")
    return "\n".join(lines) + "\n"


def held(name: str) -> str:
    """The table that a file holds."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)]


def test_readme_lists_the_keys_of_the_first_day() -> None:
    """A clerk who reads the README finds each of them as it is."""
    shown = [key for where in FIRST for key in keys_of(where) if key.footer]
    assert held("README.md") == table(shown)


def test_the_list_of_keys_is_complete() -> None:
    """Every key of the program, place by place."""
    assert held("docs/keys.md") == table(key for where in Where for key in keys_of(where))
