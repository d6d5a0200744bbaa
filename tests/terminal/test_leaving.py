"""How the program starts and ends in a real terminal."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.terminal.terminal import DEADLINE, Terminal, environment, program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a POSIX thing")

ALTERNATE_SCREEN, LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
SHOW_CURSOR = b"\x1b[?25h"


def test_only_ctrl_q_ends_the_program_and_the_terminal_is_as_before(tmp_path: Path) -> None:
    """Ctrl+C, pressed by reflex, does nothing; Ctrl+Q ends with status 0."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        before = terminal.flags()
        terminal.wait("示例", "新建", "导入")
        assert terminal.flags() != before
        terminal.press("ctrl+c", "ctrl+c", "enter")
        terminal.wait("附件1-7", "合计")
        terminal.press("ctrl+c", "enter")
        terminal.wait("基本信息")
        terminal.press("ctrl+c", "ctrl+q")
        assert terminal.wait_end() == 0
        assert terminal.flags() == before
        last_words = terminal.written[-200:]
        assert LEAVE_ALTERNATE_SCREEN in last_words
        assert SHOW_CURSOR in last_words


def test_without_a_terminal_there_is_a_sentence(tmp_path: Path) -> None:
    """Started with its input from a pipe the program says what to do, and makes nothing."""
    done = subprocess.run(
        program(tmp_path / "自评"),
        env=environment(tmp_path),
        input=b"",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "不是终端窗口" in done.stderr.decode()
    assert done.stdout == b""
    assert not (tmp_path / "自评").exists()


def test_what_developers_may_set_is_not_heard(tmp_path: Path) -> None:
    """Textual would write each key to a log, connect to a console, and press keys by itself."""
    log = tmp_path / "log"
    flags = {"TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(log), "TEXTUAL_PRESS": "enter"}
    with Terminal(program(tmp_path / "自评"), environment(tmp_path) | flags) as terminal:
        terminal.wait("示例", "新建", "导入")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert not log.exists()
    assert not (tmp_path / "自评").exists()


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"TERM": "dumb"}, "请换一个终端"),
        ({"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}, "Set LANG=zh_CN.UTF-8"),
    ],
)
def test_a_terminal_that_cannot_show_it_gets_a_sentence(
    tmp_path: Path, flags: dict[str, str], words: str
) -> None:
    """Instead of signs that nobody can read."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path) | flags) as terminal:
        assert terminal.wait_end() == 2
        assert words in terminal.text


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_loses_nothing_that_was_saved(tmp_path: Path, number: int) -> None:
    """The window is closed while the program runs; it ends, and the 示例 is still whole."""
    with Terminal(program(tmp_path / "自评"), environment(tmp_path)) as terminal:
        terminal.wait("示例", "新建", "导入")
        terminal.press("enter")
        terminal.wait("附件1-7", "合计")
        terminal.process.send_signal(number)
        terminal.wait_end()
    assert len(list((tmp_path / "自评" / "示例" / "saved").glob("*/*.toml"))) == 9


@pytest.mark.parametrize(
    ("missing", "flags"),
    [
        (("TERM",), {}),
        (("HOME",), {}),
        (("PYTHONUTF8", "LANG"), {"LANG": "C"}),
        ((), {"COLUMNS": "1", "LINES": "x"}),
        ((), {"TMPDIR": "/nonexistent"}),
    ],
    ids=str,
)
def test_a_poor_terminal_will_do(
    tmp_path: Path, missing: tuple[str, ...], flags: dict[str, str]
) -> None:
    """It opens and ends as anywhere else."""
    full = environment(tmp_path)
    environ = {name: value for name, value in full.items() if name not in missing} | flags
    with Terminal(program(tmp_path / "自评"), environ) as terminal:
        assert terminal.comes(lambda: ALTERNATE_SCREEN in terminal.written, DEADLINE)
        terminal.settle()
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.written
