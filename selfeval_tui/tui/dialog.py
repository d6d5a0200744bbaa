"""A small window in the middle of the screen that asks for several things at once."""

from collections.abc import Iterator
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.keyline import KeyLine
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import style

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], inherit_bindings=False):
    """Asks part by part; Enter takes the answer from any part, Esc takes none.

    Args:
        title: What is asked.
    """

    # The CSS of a screen is read for the one class that is shown, this for those made of it too.
    DEFAULT_CSS = "Dialog { align: center middle; }"
    CSS = style("forms.tcss", "dialog.tcss")
    WHERE: ClassVar[Where] = Where.DIALOG
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.DIALOG)]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Draw the box."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title), id="dialog-title")
            with Vertical(id="dialog-body"):
                yield from self.body()
            yield Static(id="dialog-said")
            yield KeyLine(self.WHERE)

    def body(self) -> Iterator[Widget]:
        """The parts that are asked."""
        raise NotImplementedError

    def being_typed(self) -> Iterator[Typing]:
        """The texts that are typed and not committed; they are kept for the case of a crash."""
        yield from ()

    def answer(self) -> Result | None:
        """What the clerk chose; None after `say` told what is wrong with it."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Tell the clerk what is wrong, or what the answer would do."""
        self.query_one("#dialog-said", Static).update(Content(words))

    @on(Input.Submitted)
    @on(Listing.Opened)
    def action_accept(self) -> None:
        """Take the answer, unless there is something wrong with it."""
        answer = self.answer()
        if answer is not None:
            self.dismiss(answer)

    def action_next_part(self) -> None:
        """Go to the next part."""
        self.focus_next()

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self.focus_previous()

    def action_cancel(self) -> None:
        """Take no answer."""
        self.dismiss(None)
