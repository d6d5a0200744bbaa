"""A pseudo-terminal with a screen in memory: start the program, press keys, wait for words.

Nothing sleeps: each wait reads what comes out until the words are there or a deadline is over.
"""

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

from bench.terminal import start_in_pty

DEADLINE = 30.0
"""Seconds for one wait; a busy machine needs far less."""
QUIET = 0.2
"""Seconds without output after which all is drawn; a program waits half as long behind an Esc."""
COLUMNS, ROWS = 120, 36

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "next section": "\x1b[1;5B",
    "shift+tab": "\x1b[Z",
    "shift+down": "\x1b[1;2B",
    "shift+right": "\x1b[1;2C",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "space": " ",
    **{digit: digit for digit in "123456789"},
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "shift+f8": "\x1b[19;2~",
    "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """One program in a terminal.

    Args:
        command: The program and its arguments.
        environ: Its environment.
        columns: How wide the terminal is.
        rows: How high it is.
    """

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        columns: int = COLUMNS,
        rows: int = ROWS,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process, self.master, self._slave = start_in_pty(
            command, environ, columns=columns, rows=rows
        )
        self.written = b""
        """Everything the program sent."""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._slave)
        os.close(self.master)

    @property
    def text(self) -> str:
        """What stands on the screen; the second cell of a wide character is left out."""
        return "\n".join(_row(self._screen, number) for number in range(self._screen.lines))

    def press(self, *keys: str) -> None:
        """Press keys by name."""
        for key in keys:
            self.type(KEYS[key])

    def type(self, text: str) -> None:
        """Send characters as a keyboard or an input method does."""
        os.write(self.master, text.encode())

    def paste(self, text: str) -> None:
        """Send a text as one bracketed paste."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def click(self, text: str) -> None:
        """Click on the first place where a text stands."""
        column, row = self.place_of(text)
        for end in "Mm":
            self.type(f"\x1b[<0;{column + 1};{row + 1}{end}")

    def place_of(self, text: str) -> tuple[int, int]:
        """The column and the row where a text begins."""
        for number in range(self._screen.lines):
            line = self._screen.buffer[number]
            cells = [line[column].data for column in range(self._screen.columns)]
            starts = (at for at in range(len(cells)) if "".join(cells[at:]).startswith(text))
            found = next((at for at in starts if cells[at]), None)
            if found is not None:
                return found, number
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)
        self.process.send_signal(signal.SIGWINCH)

    def wait(self, *words: str) -> None:
        """Wait until all the words are on the screen."""
        self._until(lambda: all(word in self.text for word in words), f"{words}")

    def wait_any(self, *words: str) -> None:
        """Wait until one of the words is on the screen."""
        self._until(lambda: any(word in self.text for word in words), f"one of {words}")

    def settle(self, quiet: float = QUIET) -> None:
        """Read on until nothing more comes for a moment: what is drawn is drawn whole."""
        while self._read(quiet):
            pass

    def watch(self, seconds: float, look: Callable[[], None] = lambda: None) -> None:
        """Read on for so long, and look at each change of the screen."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._read(min(left, 0.05)):
                look()

    def comes(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Read until something holds, but no longer than so many seconds; whether it does."""
        end = time.monotonic() + seconds
        while not holds() and (left := end - time.monotonic()) > 0:
            self._read(min(left, 0.05))
        return holds()

    def wait_gone(self, word: str) -> None:
        """Wait until a word is no longer on the screen."""
        self._until(lambda: word not in self.text, f"no {word}")

    def wait_row(self, *words: str) -> None:
        """Wait until one row holds all the words."""

        def holds() -> bool:
            return any(all(word in row for word in words) for row in self.text.splitlines())

        self._until(holds, f"a row {words}")

    def wait_end(self) -> int:
        """Wait until the program ends by itself; its exit status."""
        self._until(lambda: self.process.poll() is not None, "the end")
        self.settle()
        return self.process.wait()

    def kill(self) -> None:
        """End the program as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close_window(self) -> None:
        """Take both ends of the terminal away, as closing its window does."""
        for end in (self.master, self._slave):
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, end)
            os.close(nowhere)

    def flags(self) -> int:
        """How the terminal treats what is typed: echo, lines, signals."""
        local: int = termios.tcgetattr(self._slave)[3]
        return local

    def _until(self, holds: Callable[[], bool], wanted: str) -> None:
        end = time.monotonic() + DEADLINE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited for {wanted}; the screen shows:\n{self.text}")
            self._read()

    def _read(self, patience: float = 0.05) -> bool:
        ready, _, _ = select.select([self.master], [], [], patience)
        if ready:
            data = os.read(self.master, 65536)
            self.written += data
            self._stream.feed(data)
        return bool(ready)


def _row(screen: pyte.Screen, number: int) -> str:
    line = screen.buffer[number]
    return "".join(line[column].data for column in range(screen.columns)).rstrip()


def program(*arguments: str | Path) -> tuple[str, ...]:
    """The command that starts the program."""
    return (sys.executable, "-m", "selfeval_tui", *map(str, arguments))


def environment(home: Path) -> dict[str, str]:
    """A terminal's environment with the checkout on the path and a home of its own."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONUTF8": "1",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
