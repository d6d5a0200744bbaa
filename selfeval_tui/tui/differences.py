"""What a change of many cells would do, cell by cell, before it is done."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from selfeval_tui.sheet import Batch, Difference
from selfeval_tui.sheet.tell import tell
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.differing import parting
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.listing import Listing

ROOM = 32
"""Cells of each of the two texts, so that both stay in sight."""


class DifferencesDialog(Dialog[bool]):
    """Shows the differences; Enter agrees.

    Args:
        title: What would be done.
        batch: Where the cells are.
        changes: The differences.
    """

    def __init__(self, title: str, batch: Batch, changes: Sequence[Difference]) -> None:
        super().__init__(title)
        self._batch = batch
        self._changes = changes

    def body(self) -> Iterator[Widget]:
        """The list, which may be long."""
        lines = [line for change in self._changes for line in self._lines(change)]
        yield Listing(lines, each=2)

    def on_mount(self) -> None:
        """Say how much it is."""
        self.say(f"要改 {len(self._changes)} 格：回车照改，Esc 一格也不改。改后可以撤销。")

    def answer(self) -> bool:
        """Enter agrees."""
        return True

    def _lines(self, change: Difference) -> tuple[Content, Content]:
        told = tell(self._batch.sheet(change.address.sheet), change)
        before, after = (short(text, ROOM) for text in parting(told.before, told.after))
        return (
            Content.styled(told.where, "$quiet"),
            Content.assemble(before, f" {here().arrow} ", (after, "bold")),
        )
