"""The walk of docs/first-hour.md, followed to the letter on 80×24 in a real terminal."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from tests.terminal.terminal import Terminal, environment, program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

WALK = Path(__file__).parents[2] / "docs" / "first-hour.md"
_ROW = re.compile(r"^\| (?P<do>.+?) \| (?P<see>.+?) \|$")
_DO = re.compile(r"`([^`]+)`|“([^”]+)”|(粘贴上面几行)|单击「([^」]+)」")
_SEE = re.compile(r"「([^」]+)」")
_KEYS = {
    "回车": "enter",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "空格": "space",
    "esc": "escape",
    "ctrl+↓": "next section",
    "shift+↓": "shift+down",
    "shift+→": "shift+right",
    "del": "delete",
    "ins": "insert",
}


@frozen
class Row:
    """One row of the walk: what is pressed, and what is seen after it."""

    line: str
    deeds: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    pasted: str
    """The block of text above it."""


def rows() -> Iterator[Row]:
    """Every row of the walk's tables."""
    block: list[str] = []
    for part in WALK.read_text(encoding="utf-8").split("```"):
        lines = part.splitlines()
        if lines and lines[0] == "text":
            block = lines[1:]
            continue
        for line in lines:
            found = _ROW.match(line)
            if found and found["do"] not in {"按", "---"}:
                deeds, words = _DO.findall(found["do"]), _SEE.findall(found["see"])
                yield Row(line, tuple(deeds), tuple(words), "\r".join(block))


def follow(terminal: Terminal, row: Row) -> None:
    """Do what a row says, and wait for what it promises."""
    for key, typed, pasted, clicked in row.deeds:
        # A person looks before the next key; Esc and a key behind it would be one key to a program.
        terminal.settle()
        if key:
            terminal.press(_KEYS.get(key.lower(), key.lower()))
        elif typed:
            terminal.type(typed)
        elif pasted:
            terminal.paste(row.pasted)
        elif clicked:
            terminal.click(clicked)
    try:
        terminal.wait(*row.words)
    except AssertionError as error:
        raise AssertionError(f"{row.line}\n{error}") from None


def test_the_walk_is_true(tmp_path: Path) -> None:
    """Every key of the walk is pressed, and everything it promises comes."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path), 80, 24) as terminal:
        for row in rows():
            follow(terminal, row)
        terminal.settle()
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


def test_every_row_promises_something() -> None:
    """A row that waits for nothing could not fail."""
    walk = list(rows())
    assert len(walk) > 60
    assert [row.line for row in walk if not row.words] == []
