"""A window that is pulled about while somebody types."""

import os
from itertools import product
from pathlib import Path
from random import Random

import pytest

from selfeval_tui.store import Workspace, demo_root
from tests.terminal.modes import left_on
from tests.terminal.terminal import Terminal, environment, program
from tests.terminal.test_a_working_day import open_the_demo, open_the_seventh

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

TYPED = "一二三四五"
ROOMY = tuple(product((72, 80, 120, 200), (20, 24, 36, 70)))
TINY = tuple(product((1, 20, 71), (1, 10, 19)))
SMALL = "窗口太小"
OPEN = "回车 确定"
"""Stands in the line of keys while an editor is open."""


def test_a_storm_of_sizes_loses_no_key(tmp_path: Path) -> None:
    """Fifteen sizes for each character; what was typed is there, and the program can be left."""
    chance = Random(0)  # noqa: S311 - Nothing is to be kept secret.
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        open_the_demo(terminal)
        open_the_seventh(terminal)
        terminal.press("next section", "next section", "next section", "end")
        terminal.wait("220平方米")
        for letter in TYPED:
            for columns, rows in chance.sample(ROOMY + TINY, 10):
                terminal.resize(columns, rows)
            # What is too small hears no keys, and covers the editor until there is room again.
            terminal.resize(40, 12)
            terminal.wait(SMALL)
            terminal.resize(120, 36)
            terminal.wait_gone(SMALL)
            terminal.settle()
            for columns, rows in chance.sample(ROOMY, 5):
                terminal.resize(columns, rows)
            terminal.type(letter)
            terminal.settle()
        terminal.resize(120, 36)
        terminal.settle()
        terminal.wait(OPEN)
        terminal.press("enter")
        terminal.wait("已保存")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert left_on(terminal.written) == set()
        assert b"Traceback" not in terminal.written
    loaded = Workspace(demo_root(tmp_path / "自评")).load()
    texts = [sheet.typed(each) for sheet in loaded.sheets for each in sheet.addresses()]
    assert texts.count(TYPED) == 1
