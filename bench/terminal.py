"""A pseudo-terminal that is timed: start a program, write keys, wait for words."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

DEADLINE = 30.0
QUIET = 0.05


def start_in_pty(
    command: Sequence[str], environ: Mapping[str, str], *, columns: int, rows: int
) -> tuple[subprocess.Popen[bytes], int, int]:
    """Start a program in a pseudo-terminal of that size.

    Returns:
        The process and both ends of the terminal, ours first; the caller closes them.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=dict(environ), start_new_session=True
    )
    return process, master, slave


class Terminal:
    """One program in a pseudo-terminal of 120 columns and 36 rows.

    Args:
        command: The program and its arguments.
        environ: Variables on top of a bare environment.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.began = time.perf_counter()
        self._process, self._master, slave = start_in_pty(command, environ, columns=120, rows=36)
        os.close(slave)
        self._seen = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def write(self, text: str) -> float:
        """Type; returns the moment before the bytes went out. What was seen is forgotten."""
        self._seen = b""
        moment = time.perf_counter()
        os.write(self._master, text.encode())
        return moment

    def wait_for(self, text: str) -> float:
        """Wait until the text comes out; returns the moment it was there.

        Raises:
            TimeoutError: It did not come in time.
        """
        wanted = text.encode()
        end = time.perf_counter() + DEADLINE
        while wanted not in self._seen:
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} did not appear in {self._seen[-2000:]!r}")
            self._read(0.5)
        return time.perf_counter()

    def settle(self) -> None:
        """Wait until nothing more comes out for a moment."""
        while self._read(QUIET):
            pass

    def resident_mib(self) -> float:
        """The program's resident memory in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], patience)
        if not ready:
            return False
        self._seen += os.read(self._master, 65536)
        return True
