"""Copying as far as it goes, and pasting from wherever there is something."""

from pathlib import Path

from selfeval_tui.tui.clipboard import Copied, Exchange
from selfeval_tui.tui.clipboard.exchange import CLIPBOARD_FILE, NOTHING_THERE, UNREADABLE
from tests.tui.conftest import MemoryBoard

BLOCK = "甲\t1\r\n乙\t2\r\n"


async def test_the_systems_clipboard_is_used_where_there_is_one(tmp_path: Path) -> None:
    """Nothing is sent to the terminal, no file is written."""
    board, sent = MemoryBoard(), list[str]()
    exchange = Exchange(lambda: board)
    assert await exchange.copy(BLOCK, sent.append, tmp_path) is Copied.SYSTEM
    assert board.text == BLOCK
    assert sent == []
    assert list(tmp_path.iterdir()) == []


async def test_without_one_the_terminal_is_asked_and_a_file_is_written(tmp_path: Path) -> None:
    """The file can be opened with any program; the words name it."""
    sent = list[str]()
    exchange = Exchange(lambda: None)
    assert await exchange.copy(BLOCK, sent.append, tmp_path) is Copied.FILE
    assert sent == ["甲\t1\n乙\t2\n"]
    assert (tmp_path / CLIPBOARD_FILE).read_bytes().decode("utf-8-sig") == BLOCK
    assert CLIPBOARD_FILE in Copied.FILE


async def test_a_folder_that_cannot_be_written_leaves_the_program_itself(tmp_path: Path) -> None:
    """Pasting inside the program works anyway."""
    (tmp_path / "file").touch()
    exchange = Exchange(lambda: None)
    copied = await exchange.copy(BLOCK, lambda _text: None, tmp_path / "file")
    assert copied is Copied.INSIDE
    assert (await exchange.paste()).text == BLOCK


async def test_what_another_program_copied_later_is_pasted(tmp_path: Path) -> None:
    """The system's clipboard goes before what is kept."""
    board = MemoryBoard()
    exchange = Exchange(lambda: board)
    await exchange.copy("甲", lambda _text: None, tmp_path)
    board.text = "来自Excel"
    assert (await exchange.paste()).text == "来自Excel"


async def test_the_last_copy_is_pasted_while_the_clipboard_is_held(tmp_path: Path) -> None:
    """Another program holding it does not stop the work."""
    board = MemoryBoard()
    exchange = Exchange(lambda: board)
    await exchange.copy("甲", lambda _text: None, tmp_path)
    board.text = None
    assert (await exchange.paste()).text == "甲"


async def test_an_unreadable_clipboard_is_told_with_what_to_do() -> None:
    """The terminal's own paste always works."""
    pasted = await Exchange(lambda: None).paste()
    assert (pasted.text, pasted.words) == ("", UNREADABLE)
    assert "Ctrl+Shift+V" in UNREADABLE


async def test_an_empty_clipboard_is_told() -> None:
    """A picture, for example."""
    pasted = await Exchange(MemoryBoard).paste()
    assert (pasted.text, pasted.words) == ("", NOTHING_THERE)


async def test_the_clipboard_is_looked_for_once() -> None:
    """Not with every key."""
    looked = list[int]()

    def find() -> MemoryBoard:
        looked.append(1)
        return MemoryBoard()

    exchange = Exchange(find)
    await exchange.paste()
    await exchange.paste()
    assert looked == [1]
