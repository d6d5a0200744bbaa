"""The real program fails in a real terminal: one Chinese screen, no traceback, a way on."""

import os
import sys
from pathlib import Path

import pytest

from selfeval_tui.store import Workspace, demo_root
from tests.terminal.modes import left_on
from tests.terminal.terminal import Terminal, environment
from tests.terminal.test_a_working_day import open_the_demo, open_the_seventh

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

TYPED, HIDDEN = "还没按回车的字", "机密的文字"
BROKEN = f"""
import sys, threading
from selfeval_tui.cli import main
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.stage import Stage

def boom(*about, **more):
    words = "{HIDDEN}"
    raise ValueError(words, about)

class Bad:
    __del__ = boom

{{where}}
sys.exit(main(sys.argv[1:]))
"""
"""The program with a mistake in it."""


def broken(where: str, *arguments: str | Path) -> tuple[str, ...]:
    """The command that starts it."""
    return (sys.executable, "-c", BROKEN.format(where=where), *map(str, arguments))


def tidy(terminal: Terminal, before: int) -> None:
    """The terminal is as it was, and nothing was ever printed that nobody should see."""
    assert terminal.flags() == before
    assert left_on(terminal.written) == set()
    for word in ("Traceback", HIDDEN, "ValueError"):
        assert word.encode() not in terminal.written


def only_report(folder: Path) -> str:
    """The one report below a folder."""
    (found,) = folder.rglob("故障报告*.txt")
    return found.read_text(encoding="utf-8")


def test_an_error_while_typing_loses_nothing_and_the_program_opens_again(tmp_path: Path) -> None:
    """What is saved, where the report lies; 重新打开 offers what was being typed."""
    where = "FillScreen.action_help = SelfevalApp.action_help = boom"
    folder = tmp_path / "自评"
    with Terminal(broken(where, folder), environment(tmp_path)) as terminal:
        before = terminal.flags()
        open_the_demo(terminal)
        open_the_seventh(terminal)
        terminal.press("next section", "next section", "next section", "end")
        terminal.type(TYPED)
        terminal.wait(TYPED)
        terminal.press("f1")
        terminal.wait("没料到的错", "已保存", "共 9 张表", "正在输入", "故障报告", "重新打开")
        terminal.press("enter")
        terminal.wait("本单位的表")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        tidy(terminal, before)
    with Terminal(broken("", demo_root(folder)), environment(tmp_path)) as terminal:
        terminal.wait("当时正在输入", TYPED)
    assert "selfeval_tui.tui" in only_report(folder)
    assert HIDDEN not in only_report(folder)
    assert Workspace(demo_root(folder)).load().faults == ()


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("SelfevalApp.__init__ = boom", "还没有打开任何表"),
        ("Stage.on_mount = lambda _: threading.Thread(target=boom).start()", "故障报告"),
        ("Stage.on_mount = SelfevalApp.refresh_css = boom", "故障报告"),
    ],
    ids=["before the first screen", "in a thread", "at the first screen"],
)
def test_an_error_at_the_start_is_one_screen(tmp_path: Path, where: str, words: str) -> None:
    """The clerk reads what happened, and leaves."""
    folder = tmp_path / "自评"
    folder.mkdir()
    with Terminal(broken(where, folder), environment(tmp_path)) as terminal:
        before = terminal.flags()
        terminal.wait("没料到的错", words, "退出")
        terminal.press("escape")
        assert terminal.wait_end() == 3
        tidy(terminal, before)
    assert "ValueError" in only_report(folder)


def test_where_no_screen_can_be_drawn_the_lines_are_printed(tmp_path: Path) -> None:
    """The screen that tells of an error fails, too."""
    where = (
        "from selfeval_tui.tui.crash.screen import CrashApp\n"
        "CrashApp.on_mount = SelfevalApp.on_mount = boom"
    )
    folder = tmp_path / "自评"
    folder.mkdir()
    with Terminal(broken(where, folder), environment(tmp_path)) as terminal:
        before = terminal.flags()
        assert terminal.wait_end() == 3
        assert "没料到的错" in terminal.text
        assert "故障报告" in terminal.text
        tidy(terminal, before)


def test_an_error_that_nothing_depends_on_is_told_at_the_end(tmp_path: Path) -> None:
    """Python would print it across the screen."""
    folder = tmp_path / "自评"
    folder.mkdir()
    where = "Stage.on_resize = lambda *_: Bad() and None"
    with Terminal(broken(where, folder), environment(tmp_path)) as terminal:
        before = terminal.flags()
        terminal.wait("示例", "新建", "导入")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert "运行中有一处小故障" in terminal.text
        tidy(terminal, before)
    assert "ValueError" in only_report(folder)
