"""A pseudo-terminal with a screen in memory: start the program, press keys, wait for words.

Nothing sleeps: each wait reads what comes out until the words are there or a deadline is over.
"""

import os
import select
import signal
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
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """One program in a terminal of 120 columns and 36 rows.

    Args:
        command: The program and its arguments.
        environ: Its environment.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.process, self.master, self._slave = start_in_pty(
            command, environ, columns=COLUMNS, rows=ROWS
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
        return "\n".join(_row(self._screen, number) for number in range(ROWS))

    def press(self, *keys: str) -> None:
        """Press keys by name."""
        for key in keys:
            self.type(KEYS[key])

    def type(self, text: str) -> None:
        """Send characters as a keyboard or an input method does."""
        os.write(self.master, text.encode())

    def wait(self, *words: str) -> None:
        """Wait until all the words are on the screen."""
        self._until(lambda: all(word in self.text for word in words), f"{words}")

    def wait_gone(self, word: str) -> None:
        """Wait until a word is no longer on the screen."""
        self._until(lambda: word not in self.text, f"no {word}")

    def wait_row(self, *words: str) -> None:
        """Wait until one row holds all the words."""
        rows = self.text.splitlines
        self._until(lambda: any(all(w in row for w in words) for row in rows()), f"a row {words}")

    def wait_end(self) -> int:
        """Wait until the program ends by itself; its exit status."""
        self._until(lambda: self.process.poll() is not None, "the end")
        while self._read():
            pass
        return self.process.wait()

    def kill(self) -> None:
        """End the program as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

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

    def _read(self) -> bool:
        ready, _, _ = select.select([self.master], [], [], 0.05)
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
