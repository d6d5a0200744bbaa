"""The clipboard by way of small programs that read and write it."""

import subprocess
from collections.abc import Callable, Mapping

from attrs import frozen

PATIENCE = 1.5
"""Seconds after which a program that does not answer is given up."""


@frozen
class Pair:
    """Two programs: one takes a text for the clipboard, the other one prints what is on it."""

    copy: tuple[str, ...]
    paste: tuple[str, ...]
    needs: str = ""
    """The variable that says that there is a desktop to talk to."""


PAIRS = (
    Pair(("wl-copy",), ("wl-paste", "--no-newline"), "WAYLAND_DISPLAY"),
    Pair(
        ("xclip", "-selection", "clipboard", "-in"),
        ("xclip", "-selection", "clipboard", "-out"),
        "DISPLAY",
    ),
    Pair(("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output"), "DISPLAY"),
    Pair(("pbcopy",), ("pbpaste",)),
)
"""In the order in which they are tried."""


Done = subprocess.CompletedProcess[bytes]
Run = Callable[[tuple[str, ...], bytes | None], Done]
"""Runs a program with an input to its end; without an input its output is wanted."""


def run_program(command: tuple[str, ...], text: bytes | None) -> Done:
    """Run a program without a shell.

    Raises:
        OSError: It cannot be started.
        subprocess.TimeoutExpired: It does not come to an end.
    """
    # A program that goes on in the background to serve its text must not hold a pipe of ours.
    out = subprocess.DEVNULL if text is not None else subprocess.PIPE
    return subprocess.run(  # noqa: S603 - The commands stand in PAIRS; no shell reads them.
        command,
        input=text,
        stdin=subprocess.DEVNULL if text is None else None,
        stdout=out,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )


def find_pair(environ: Mapping[str, str], which: Callable[[str], str | None]) -> Pair | None:
    """The first pair whose programs and desktop are there.

    Args:
        environ: The variables of the surroundings.
        which: Finds a program by its name.
    """
    for pair in PAIRS:
        desktop = not pair.needs or environ.get(pair.needs)
        if desktop and which(pair.copy[0]) and which(pair.paste[0]):
            return pair
    return None


class ProgramBoard:
    """The clipboard behind a pair of programs.

    Args:
        pair: The programs.
        run: Runs one of them.
    """

    def __init__(self, pair: Pair, run: Run = run_program) -> None:
        self._pair = pair
        self._run = run

    def read(self) -> str | None:
        """The text on it; a program that finds no text there fails, which is the same as empty."""
        done = self._finished(self._pair.paste, None)
        if done is None:
            return None
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""

    def write(self, text: str) -> bool:
        """Put a text on it, with the line ends of these systems."""
        done = self._finished(self._pair.copy, text.replace("\r\n", "\n").encode("utf-8"))
        return done is not None and done.returncode == 0

    def _finished(self, command: tuple[str, ...], text: bytes | None) -> Done | None:
        try:
            return self._run(command, text)
        except (OSError, subprocess.TimeoutExpired):
            return None
