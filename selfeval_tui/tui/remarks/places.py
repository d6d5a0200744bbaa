"""The small window in which the clerk says what a remark is about."""

from collections.abc import Iterator

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.sheet import Address, Batch, Sheet, print_cell, sheet_mark, sheet_subject
from selfeval_tui.spec.model import Role
from selfeval_tui.text import fold
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

NOTHING = "没有这样的表或栏目，少打几个字试试"
MOST = 200
"""Lines that are listed; nobody scrolls through more."""


class PlaceDialog(Dialog[Address]):
    """Lists sheets and cells, fewer with each word that is typed.

    Args:
        batch: Whose cells.
        text: The remark.
        at: Where it is now, if anywhere.
    """

    def __init__(self, batch: Batch, text: str, at: Address | None) -> None:
        super().__init__("这条意见说的是哪一格")
        self._text = text
        self._every = tuple(places(batch))
        self._at = at
        self._listed: tuple[tuple[Address, str], ...] = ()

    def body(self) -> Iterator[Widget]:
        """The remark, what to look for, the places."""
        yield Static(Content(" ".join(self._text.split())[:200]))
        wanted = LineInput(id="place-words", compact=True, select_on_focus=False)
        yield form_row("查找", wanted)
        yield Listing(id="place-list", keeps=True)

    def on_mount(self) -> None:
        """Begin where the remark is, among the cells of its sheet."""
        self._list("")
        numbers = [number for number, (at, _) in enumerate(self._listed) if at == self._at]
        self.query_one(Listing).cursor = numbers[0] if numbers else 0
        self.query_one(Input).focus()

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """List what has all the words."""
        self._list(message.value)

    def answer(self) -> Address | None:
        """The place under the cursor."""
        if not self._listed:
            self.say(NOTHING)
            return None
        return self._listed[self.query_one(Listing).cursor][0]

    def _list(self, words: str) -> None:
        wanted = [fold(word) for word in words.split()]
        near = self._at.sheet if self._at and not wanted else None
        self._listed = tuple(
            (at, label)
            for at, label in self._every
            if (near is None or at.sheet == near) and all(word in fold(label) for word in wanted)
        )[:MOST]
        self.query_one(Listing).show([Content(label) for _, label in self._listed])
        self.say("" if self._listed else NOTHING)


def places(batch: Batch) -> Iterator[tuple[Address, str]]:
    """Every sheet and every cell, and what it is called."""
    for sheet in batch.sheets:
        whole = Address(sheet.id)
        yield whole, f"{sheet_mark(sheet)} {print_cell(sheet, whole)} {sheet_subject(sheet)}"
    for sheet in batch.sheets:
        for at in sheet.addresses():
            yield at, f"{sheet_mark(sheet)} {print_cell(sheet, at)} {_of_row(sheet, at)}".rstrip()


def _of_row(sheet: Sheet, at: Address) -> str:
    """The indicator of a row, by which a person knows it."""
    column = sheet.spec.table(at.table).with_role(Role.INDICATOR) if at.table else None
    return sheet.row(at.table, at.row).cells.get(column.name, "") if column else ""
