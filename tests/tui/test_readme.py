"""The key table of README.md is the program's own."""

from pathlib import Path

from selfeval_tui.tui.keys import Where, keys_of, printed

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- keys:begin -->\n", "<!-- keys:end -->"
PLACES = (
    Where.ANYWHERE, Where.OVERVIEW, Where.GRID, Where.MOVE, Where.EDITOR, Where.LONG, Where.CHOICE,
    Where.EXPORT, Where.EXPORTED,
)  # fmt: skip


def key_table() -> str:
    """The table as README.md must hold it; paste it there when this test fails."""
    lines = ["| 在哪里 | 按键 | 作用 |", "|---|---|---|"]
    for place in PLACES:
        for key in keys_of(place):
            lines.append(f"| {place} | {printed(key.keys)} | {key.label}：{key.help} |")
    return "\n".join(lines) + "\n"


def test_readme_lists_the_keys_that_work() -> None:
    """A clerk who reads the README finds every key as it is."""
    text = README.read_text(encoding="utf-8")
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)] == key_table()
