"""Copying and pasting with the system's clipboard, and inside the program wherever that fails."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.store import write_file
from selfeval_tui.tui.clipboard.board import Board, system_board

CLIPBOARD_FILE = "剪贴板.txt"
"""Stands beside the work where no other program can be reached."""
UNREADABLE = "读不到系统剪贴板，请用终端自己的粘贴（Ctrl+Shift+V、Shift+Ins或右键）"
NOTHING_THERE = "剪贴板里没有文字"


class Copied(StrEnum):
    """How far a copied text came; the value says so behind 已复制."""

    SYSTEM = "，可以粘贴到Excel或WPS"
    FILE = f"；别的程序里粘贴不出时，内容在工作文件夹的“{CLIPBOARD_FILE}”里"
    INSIDE = "，只能在本程序里用Ctrl+V粘贴"


@frozen
class Pasted:
    """What a paste brings."""

    text: str
    words: str = ""
    """Why there is nothing."""


class Exchange:
    """Copies and pastes; the last copied text is kept, so that pasting works without a system.

    Args:
        find: Finds the clipboard of this system, on first use.
    """

    def __init__(self, find: Callable[[], Board | None]) -> None:
        self._find = find
        self._board: Board | None = None
        self._found = False
        self._kept = ""

    async def copy(self, text: str, send: Callable[[str], None], folder: Path) -> Copied:
        """Copy a text as far as it goes; the screen goes on meanwhile.

        Args:
            text: As spreadsheets read it.
            send: Asks the terminal to put it on its clipboard; nobody learns whether it did.
            folder: Where the file is written if the system has no clipboard that can be reached.
        """
        self._kept = text
        if await asyncio.to_thread(self._write, text):
            return Copied.SYSTEM
        send(text.replace("\r\n", "\n"))
        kept = await asyncio.to_thread(_keep_in, folder / CLIPBOARD_FILE, text)
        return Copied.FILE if kept else Copied.INSIDE

    async def paste(self) -> Pasted:
        """What is on the system's clipboard, else what was copied in this program last."""
        found = await asyncio.to_thread(self._read)
        text = found or self._kept
        if text:
            return Pasted(text)
        return Pasted("", UNREADABLE if found is None else NOTHING_THERE)

    def _read(self) -> str | None:
        board = self._here()
        return board.read() if board else None

    def _write(self, text: str) -> bool:
        board = self._here()
        return board.write(text) if board else False

    def _here(self) -> Board | None:
        if not self._found:
            self._board, self._found = self._find(), True
        return self._board


@cache
def the_clipboard() -> Exchange:
    """The one that all sheets share, as the programs of a system share theirs."""
    return Exchange(system_board)


def _keep_in(path: Path, text: str) -> bool:
    """Write the text where a clerk can open it with any program."""
    try:
        write_file(path, text.encode("utf-8-sig"))
    except StoreError:
        return False
    return True
