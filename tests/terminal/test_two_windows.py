"""Two real windows on one workspace."""

import os
from pathlib import Path

import pytest

from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo
from selfeval_tui.store.window.lock import LOCK
from tests.terminal.terminal import Terminal, environment, program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")


def test_the_second_window_looks_takes_over_and_both_lose_nothing(tmp_path: Path) -> None:
    """What the first one has not saved is laid beside what the second one saved."""
    root = make_demo(tmp_path / "示例").root
    home = {**environment(tmp_path), "LOGNAME": "小王"}
    with Terminal(program(root), home) as first:
        first.wait("附件1-7", "合计")
        with Terminal(program(root), home) as second:
            second.wait("附件1-7", "合计", "只读", "小王@")
            second.press("enter")
            second.wait("基本信息")
            second.type("改")
            second.wait("只读")
            second.press("ctrl+s")
            second.wait("要接管这里的表吗")
            second.press("down", "enter")
            second.wait_gone("只读")
            second.type("后开的窗口")
            second.press("enter")
            second.wait("已保存")
            first.press("enter")
            first.wait("基本信息")
            first.type("先开的窗口")
            first.press("enter")
            first.wait("只读", "先开的窗口")
            assert _first_cell(root) == "后开的窗口"
            first.press("ctrl+s")
            first.wait("要接管这里的表吗")
            first.press("down", "enter")
            first.wait("后开的窗口", "先开的窗口", "请选一边")
            first.press("left", "enter")
            first.wait("已保存")
            assert _first_cell(root) == "先开的窗口"
            first.press("ctrl+q")
            assert first.wait_end() == 0
            second.press("ctrl+q")
            assert second.wait_end() == 0
    assert not (root / LOCK).exists()


def test_a_window_that_was_killed_hinders_nobody(tmp_path: Path) -> None:
    """The next one writes, and says that the last end was no clean one."""
    root = make_demo(tmp_path / "示例").root
    with Terminal(program(root), environment(tmp_path)) as first:
        first.wait("附件1-7", "合计")
        first.kill()
    assert (root / LOCK).exists()
    with Terminal(program(root), environment(tmp_path)) as second:
        second.wait("附件1-7", "上次没有正常结束")
        assert "只读" not in second.text


def _first_cell(root: Path) -> str:
    """What the first sheet says in its first cell."""
    sheet = Workspace(root).load().sheets[0]
    return sheet.fields[next(iter(sheet.spec.fields))]
