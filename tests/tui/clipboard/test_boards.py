"""The ways to the system's clipboard, with stand-ins for the system."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
from attrs import define, field

from selfeval_tui.tui.clipboard.programs import (
    PAIRS,
    Done,
    Pair,
    ProgramBoard,
    find_pair,
    run_program,
)
from selfeval_tui.tui.clipboard.windows import TRIES, WindowsBoard

WAYLAND, XCLIP, XSEL, MAC = PAIRS


@pytest.mark.parametrize(
    ("environ", "programs", "pair"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy wl-paste xclip", WAYLAND),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "xclip xsel", XCLIP),
        ({"DISPLAY": ":0"}, "wl-copy wl-paste xsel", XSEL),
        ({}, "pbcopy pbpaste", MAC),
        ({}, "wl-copy wl-paste xclip xsel", None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wl-copy", None),
        ({"DISPLAY": ""}, "xclip", None),
        ({"DISPLAY": ":0"}, "", None),
    ],
)
def test_the_programs_of_this_desktop_are_found(
    environ: Mapping[str, str], programs: str, pair: Pair | None
) -> None:
    """Both of a pair must be there, and a desktop for them to talk to."""
    there = programs.split()
    assert find_pair(environ, lambda name: name if name in there else None) == pair


def _done(status: int, output: bytes = b"") -> Done:
    return Done((), status, output)


@define
class _Runner:
    """Notes what is run."""

    done: Done | Exception
    ran: list[tuple[tuple[str, ...], bytes | None]] = field(factory=list)

    def __call__(self, command: tuple[str, ...], text: bytes | None) -> Done:
        self.ran.append((command, text))
        if isinstance(self.done, Exception):
            raise self.done
        return self.done


def test_a_program_takes_the_text_as_its_input() -> None:
    """No shell and no argument sees it; line ends are those of these systems."""
    runner = _Runner(_done(0))
    assert ProgramBoard(XCLIP, runner).write("甲\t1\r\n乙\t2\r\n")
    assert runner.ran == [(XCLIP.copy, "甲\t1\n乙\t2\n".encode())]


def test_a_program_prints_the_text() -> None:
    """As UTF-8."""
    runner = _Runner(_done(0, "甲\t1\n".encode()))
    assert ProgramBoard(WAYLAND, runner).read() == "甲\t1\n"
    assert runner.ran == [(WAYLAND.paste, None)]


def test_a_clipboard_without_text_is_empty() -> None:
    """The programs fail where a picture or nothing was copied."""
    assert ProgramBoard(XCLIP, _Runner(_done(1))).read() == ""


@pytest.mark.parametrize(
    "error", [OSError("gone"), subprocess.TimeoutExpired("xclip", 1), FileNotFoundError()]
)
def test_a_program_that_hangs_or_is_gone_is_given_up(error: Exception) -> None:
    """Neither copies nor reads, and nothing is raised."""
    board = ProgramBoard(XSEL, _Runner(error))
    assert board.read() is None
    assert not board.write("甲")


def test_a_program_that_refuses_did_not_copy() -> None:
    """Its status tells."""
    assert not ProgramBoard(XSEL, _Runner(_done(1))).write("甲")


def test_a_real_program_gets_its_input_and_gives_its_output() -> None:
    """The runner hands bytes over both ways."""
    takes = "import sys; sys.exit(sys.stdin.buffer.read() != b'x')"
    assert run_program((sys.executable, "-c", takes), b"x").returncode == 0
    gives = "import sys; sys.stdout.buffer.write(b'y')"
    assert run_program((sys.executable, "-c", gives), None).stdout == b"y"


@define
class _Calls:
    """The clipboard of Windows while another program holds it for so many tries."""

    held: int = 0
    text: str = ""
    refuses: bool = False
    log: list[str] = field(factory=list)

    def open(self) -> bool:
        if self.held:
            self.held -= 1
            return False
        self.log.append("open")
        return True

    def close(self) -> None:
        self.log.append("close")

    def get(self) -> str:
        self.log.append("get")
        return self.text

    def put(self, text: str) -> bool:
        self.log.append("put")
        self.text = "" if self.refuses else text
        return not self.refuses


def test_windows_is_asked_again_while_another_program_holds_the_clipboard() -> None:
    """Then the text is there, and the clipboard is let go."""
    calls, waits = _Calls(held=3, text="甲\t1\r\n"), list[float]()
    assert WindowsBoard(calls, waits.append).read() == "甲\t1\r\n"
    assert len(waits) == 3
    assert calls.log == ["open", "get", "close"]


def test_a_clipboard_that_is_never_let_go_is_given_up() -> None:
    """After a moment, without closing what was not opened."""
    calls, waits = _Calls(held=10_000), list[float]()
    board = WindowsBoard(calls, waits.append)
    assert board.read() is None
    assert not board.write("甲")
    assert calls.log == []
    assert sum(waits) < 2 * TRIES * 0.1


def test_windows_gets_the_text_as_it_is() -> None:
    """Excel wants the line ends of Windows."""
    calls = _Calls()
    assert WindowsBoard(calls).write("甲\r\n乙\r\n")
    assert calls.text == "甲\r\n乙\r\n"
    assert calls.log == ["open", "put", "close"]


def test_a_text_that_windows_refuses_is_not_copied() -> None:
    """The clipboard is let go all the same."""
    calls = _Calls(refuses=True)
    assert not WindowsBoard(calls).write("甲")
    assert calls.log == ["open", "put", "close"]
