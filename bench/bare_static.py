"""The smallest Textual program: one Static."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """One Static."""
        yield Static("READY")


if __name__ == "__main__":
    Bare().run()
