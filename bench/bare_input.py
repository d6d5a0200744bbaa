"""A Textual program with one Input, to compare the echo of a key."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Bare(App[None]):
    """Shows one Input."""

    def compose(self) -> ComposeResult:
        """One Input, focused."""
        yield Input(placeholder="READY")


if __name__ == "__main__":
    Bare().run()
