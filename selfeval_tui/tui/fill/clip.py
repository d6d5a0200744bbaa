"""Copying from the grid and its editors, and pasting into them, with words for the clerk."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from selfeval_tui.tui.fill.grid import SheetGrid


@frozen
class Clip:
    """The way from here to the clipboard; it is looked for when it is first used."""

    grid: SheetGrid
    folder: Path
    """Where a file takes the place of the clipboard."""
    say: Callable[[str], None]

    async def copy(self, text: str, what: str) -> None:
        """Copy a text and say how far it came.

        Args:
            text: As spreadsheets read it.
            what: What was done, as in 已复制 3×2.
        """
        from selfeval_tui.tui.clipboard import the_clipboard

        send = self.grid.app.copy_to_clipboard
        self.say(f"{what}{await the_clipboard().copy(text, send, self.folder)}")

    async def paste(self) -> str:
        """The text to paste; empty where there is none, after saying why."""
        from selfeval_tui.tui.clipboard import the_clipboard

        pasted = await the_clipboard().paste()
        if pasted.words:
            self.say(pasted.words)
        return pasted.text
