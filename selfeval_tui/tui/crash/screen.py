"""The one screen that is shown after an unforeseen error; it needs nothing of what failed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.theme import Theme

from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.theme import THEMES, style
from selfeval_tui.tui.window import Window


class CrashApp(Window, inherit_bindings=False):
    """Tells what happened and asks how to go on; its result is the number of the answer.

    Args:
        title: What happened.
        lines: What the clerk should know.
        answers: How to go on; the last one leaves, as Esc does.
    """

    CSS = style("theme.tcss")
    TITLE = "绩效自评表填报"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANYWHERE)]

    def __init__(self, title: str, lines: Sequence[str], answers: Sequence[str]) -> None:
        super().__init__()
        self._question = Question(title, lines, answers)
        self._leaving = len(answers) - 1

    @property
    def current_theme(self) -> Theme:
        """One whose settings need not be read."""
        return next(iter(THEMES.values()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the keys that are heard anywhere only the one that leaves makes sense."""
        del parameters
        return action == "quit"

    async def action_quit(self) -> None:
        """Leave."""
        self.exit(self._leaving)

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(self._question, self._answered)

    def _answered(self, answer: int | None) -> None:
        self.exit(self._leaving if answer is None else answer)
