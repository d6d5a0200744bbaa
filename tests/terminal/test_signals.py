"""Ended, stopped or left without a window in the middle of typing: all is kept, and tidy."""

import os
import signal
import sys
from pathlib import Path

import pytest

from selfeval_tui.store import Workspace, demo_root
from tests.terminal.modes import MOUSE, OTHER_SCREEN, PASTE, left_on
from tests.terminal.terminal import DEADLINE, Terminal, environment, program
from tests.terminal.test_a_working_day import open_the_demo, open_the_seventh

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are a POSIX thing")

HANGING = """
import sys, threading
from pathlib import Path
import selfeval_tui.store.workspace as workspace
from selfeval_tui.cli import main

armed, hangs, folder = map(Path, sys.argv[1:])
write = workspace.write_file

def hang(*about):
    if armed.exists():
        hangs.touch()
        threading.Event().wait()
    write(*about)

workspace.write_file = hang
sys.exit(main([str(folder)]))
"""
"""The program on a drive that does not answer any more once a file is there."""

COMMITTED, TYPED = "实测二百一十九平方米", "还没按回车的字"


def typing(terminal: Terminal) -> None:
    """Commit one cell of 示例 附件1-7, and be in the middle of another."""
    open_the_demo(terminal)
    open_the_seventh(terminal)
    terminal.press("next section", "next section", "next section", "end")
    terminal.wait("220平方米")
    terminal.type(COMMITTED)
    terminal.press("enter")
    terminal.wait_row("租赁面积", COMMITTED[:3])
    terminal.type(TYPED)
    terminal.wait(TYPED)
    assert {*MOUSE[:2], PASTE, OTHER_SCREEN} <= left_on(terminal.written)


def reopened(tmp_path: Path) -> None:
    """What was committed is on the disk; what was typed is offered, and goes back in one step."""
    loaded = Workspace(demo_root(tmp_path / "自评")).load()
    assert loaded.faults == ()
    texts = [sheet.typed(each) for sheet in loaded.sheets for each in sheet.addresses()]
    assert texts.count(COMMITTED) == 1
    with Terminal(program(demo_root(tmp_path / "自评")), environment(tmp_path)) as terminal:
        terminal.wait("当时正在输入", TYPED)
        terminal.press("enter")
        terminal.wait("已保存")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    sheets = Workspace(demo_root(tmp_path / "自评")).load().sheets
    assert [sheet.typed(at) for sheet in sheets for at in sheet.addresses()].count(TYPED) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda each: each.name)
def test_a_signal_in_the_middle_of_typing(tmp_path: Path, number: signal.Signals) -> None:
    """Saved first; the status says which signal it was; the terminal is as it was before."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        before = terminal.flags()
        typing(terminal)
        terminal.process.send_signal(number)
        assert terminal.wait_end() == 128 + number
        assert terminal.flags() == before
        assert left_on(terminal.written) == set()
        assert b"Traceback" not in terminal.written
    if number is signal.SIGTERM:
        reopened(tmp_path)


def test_a_second_signal_does_not_wait_for_a_drive_that_hangs(tmp_path: Path) -> None:
    """The saving never comes to an end; the terminal is given back all the same."""
    armed, hangs = tmp_path / "armed", tmp_path / "hangs"
    command = (sys.executable, "-c", HANGING, *map(str, (armed, hangs, tmp_path / "自评")))
    with Terminal(command, environment(tmp_path)) as terminal:
        before = terminal.flags()
        open_the_demo(terminal)
        open_the_seventh(terminal)
        terminal.press("next section", "next section", "next section", "end")
        armed.touch()
        terminal.type(COMMITTED)
        terminal.press("enter")
        assert terminal.comes(hangs.exists, DEADLINE)
        terminal.process.send_signal(signal.SIGTERM)
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_end() == 128 + signal.SIGTERM
        assert terminal.flags() == before
        assert left_on(terminal.written) == set()


def test_a_window_that_is_closed_in_the_middle_of_typing(tmp_path: Path) -> None:
    """Nobody reads or writes any more: the program saves and ends, and does not hang."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        typing(terminal)
        terminal.close_window()
        assert terminal.process.wait(30) == 128 + signal.SIGHUP
    reopened(tmp_path)


def test_stopped_from_outside_and_continued(tmp_path: Path) -> None:
    """The terminal is the shell's meanwhile; afterwards the editor is open as it was."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        before = terminal.flags()
        typing(terminal)
        terminal.process.send_signal(signal.SIGTSTP)
        os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
        terminal.settle()
        assert terminal.flags() == before
        assert left_on(terminal.written) == set()
        for number in (signal.SIGCONT, signal.SIGSTOP, signal.SIGCONT):
            # The second time without having been told of it before.
            terminal.process.send_signal(number)
            terminal.settle()
        assert terminal.flags() != before
        assert OTHER_SCREEN in left_on(terminal.written)
        terminal.type("也在")
        terminal.wait(TYPED + "也在")
        terminal.press("escape")
        terminal.wait_gone(TYPED)
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert terminal.flags() == before
        assert left_on(terminal.written) == set()
