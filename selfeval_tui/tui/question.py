"""A question in the middle of the screen, with a short list of answers."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from selfeval_tui.tui.keyline import KeyLine
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import style


class Question(ModalScreen[int | None], inherit_bindings=False):
    """Asks; the result is the number of the answer, or None where the clerk goes back.

    Args:
        title: What is asked.
        lines: What the clerk should know before answering.
        answers: The answers; the first one is preselected and does no harm.
    """

    CSS = style("question.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.QUESTION)]

    def __init__(self, title: str, lines: Sequence[str], answers: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """Draw the box."""
        with Vertical(id="question"):
            yield Static(Content(self._title), id="question-title")
            with VerticalScroll(id="question-text", can_focus=False):
                yield Static(Content("\n".join(self._lines)))
            yield Listing([Content(answer) for answer in self._answers], id="answers")
            yield KeyLine(Where.QUESTION)

    @on(Listing.Opened)
    def action_answer(self) -> None:
        """Take the answer under the cursor."""
        self.dismiss(self.query_one(Listing).cursor)

    def action_cancel(self) -> None:
        """Take no answer."""
        self.dismiss(None)
