"""What a change of many cells would do, cell by cell, before it is done."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from textual.content import Content
from textual.widget import Widget

from selfeval_tui.sheet import Batch, Difference, print_address
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.listing import Listing

BEFORE = 10
"""Characters that are shown in front of the first one that changes."""
ROOM = 32
"""Cells of each of the two texts, so that both stay in sight."""
EMPTY = "（空）"


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
        sheet = self._batch.sheet(change.address.sheet)
        start = max(0, _shared(change.before, change.after) - BEFORE)
        lead = here().more if start else ""
        texts = [
            short(_one_line(lead + text[start:]), ROOM) for text in (change.before, change.after)
        ]
        return (
            Content.styled(print_address(sheet, change.address), "$quiet"),
            Content.assemble(texts[0] or EMPTY, f" {here().arrow} ", (texts[1] or EMPTY, "bold")),
        )


def _shared(first: str, second: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _one_line(text: str) -> str:
    return " ".join(text.split())
