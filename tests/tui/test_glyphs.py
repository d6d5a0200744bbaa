"""Marks have one home; nothing else that is drawn has a width that consoles do not agree on."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from selfeval_tui.tui.glyphs import FANCY, PLAIN, Glyphs
from tests.tui.seen import SENTENCES, ambiguous

ROOM = Path(__file__).parents[2] / "selfeval_tui" / "tui"
MODULES = sorted(path for path in ROOM.rglob("*.py") if path.name != "glyphs.py")
SHEETS = sorted(ROOM.rglob("*.tcss"))


def texts(tree: ast.Module) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOM)))
def test_marks_stand_in_their_module(path: Path) -> None:
    """Chinese punctuation is wide everywhere; quotes and signs of arithmetic end their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [each for each in texts(tree) if ambiguous(each) - SENTENCES] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_style_sheet_draws_lines(path: Path) -> None:
    """A border is made of characters; grounds part things instead."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, value = line.strip().partition(":")
        if name.startswith(("border", "outline", "hatch", "keyline")):
            assert value.strip(" ;") in {"none", "blank"}, line


@pytest.mark.parametrize("glyphs", [FANCY, PLAIN], ids=["fancy", "plain"])
def test_a_tick_does_not_look_like_a_miss(glyphs: Glyphs) -> None:
    """A cross in front of a sheet would say that it is not exported."""
    ticks = {glyphs.ticked.casefold(), glyphs.boxes[0].casefold()}
    assert glyphs.missed.casefold() not in ticks
    assert ticks.isdisjoint({glyphs.unticked, glyphs.boxes[1]})
