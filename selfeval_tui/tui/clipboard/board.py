"""What every clipboard of a system can do, and which one this system has."""

import os
import shutil
import sys
from typing import Protocol


class Board(Protocol):
    """A clipboard that other programs see; both calls may take a while."""

    def read(self) -> str | None:
        """The text on it, empty where it holds none; None where it cannot be read."""

    def write(self, text: str) -> bool:
        """Put a text on it; False where it did not take it."""


def system_board() -> Board | None:
    """The clipboard of this system; None where there is no way to it."""
    if sys.platform == "win32":
        from selfeval_tui.tui.clipboard.win32 import Calls
        from selfeval_tui.tui.clipboard.windows import WindowsBoard

        return WindowsBoard(Calls())
    from selfeval_tui.tui.clipboard.programs import ProgramBoard, find_pair

    pair = find_pair(os.environ, shutil.which)
    return ProgramBoard(pair) if pair else None
