"""A window that is too small says so until it is enlarged; nothing below it is lost."""

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from selfeval_tui.tui.theme import style

LEAST = Size(72, 20)
"""Columns and rows that every screen needs."""


def is_too_small(size: Size) -> bool:
    """Whether a window of that size cannot hold the screens."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(ModalScreen[None], inherit_bindings=False):
    """Covers everything and leaves by itself once there is room."""

    CSS = style("toosmall.tcss")

    def compose(self) -> ComposeResult:
        """Say what is wrong and what to do."""
        yield Static(id="too-small")

    def on_resize(self) -> None:
        """Say how far it is, or leave."""
        self._look()

    def on_screen_resume(self) -> None:
        """The window may have grown while something stood in front of this."""
        self._look()

    def _look(self) -> None:
        size = self.app.size
        if not is_too_small(size):
            # Textual calls a screen behind a question current too, and would dismiss the question.
            if self.app.screen is self:
                self.dismiss()
            return
        self.query_one(Static).update(
            Content(
                f"窗口太小\n\n现在 {size.width}列 {size.height}行，"
                f"至少要 {LEAST.width}列 {LEAST.height}行。\n请把窗口拉大，或把字调小。"
            )
        )
