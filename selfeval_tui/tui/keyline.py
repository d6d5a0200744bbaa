"""The last lines of every screen: the keys that work here, to be pressed or clicked."""

from collections.abc import Iterator

from attrs import frozen
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from selfeval_tui.tui.commands import works
from selfeval_tui.tui.keys import Key, Where, keys_of

GAP = 2
"""Cells between two hints."""


@frozen
class Hint:
    """One key, and where it stands."""

    key: Key
    row: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The first column behind it."""
        return self.start + Content(self.text).cell_length


def place(keys: list[Key], width: int, rows: int) -> Iterator[Hint]:
    """Set the hints side by side, in as many rows as there may be; the rest is left out."""
    row, column = 0, 1
    for key in keys:
        hint = Hint(key, row, column, f"{key.shown_as} {key.label}")
        if hint.end > width and column > 1:
            row, column = row + 1, 1
            hint = Hint(key, row, column, hint.text)
        if row >= rows:
            return
        yield hint
        column = hint.end + GAP


class KeyLine(Widget):
    """Shows the keys of a place and those heard anywhere.

    Args:
        where: The place.
        rows: How many rows it may take.
    """

    def __init__(self, where: Where, rows: int = 2) -> None:
        super().__init__()
        self._where = where
        self._rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the hints need."""
        del container, viewport
        return max((hint.row + 1 for hint in self._hints(width)), default=1)

    def render(self) -> Content:
        """Write the hints."""
        lines: list[list[tuple[str, str]]] = [[] for _ in range(self._rows)]
        column = [0] * self._rows
        for hint in self._hints(self.size.width):
            line = lines[hint.row]
            line.append((" " * (hint.start - column[hint.row]), ""))
            line.append((f"{hint.key.shown_as} ", "bold $lit"))
            line.append((hint.key.label, ""))
            column[hint.row] = hint.end
        return Content("\n").join(Content.assemble(*line) for line in lines if line)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        for hint in self._hints(self.size.width):
            if hint.row == event.y and hint.start <= event.x < hint.end:
                self.app.simulate_key(hint.key.presses[0])

    def _hints(self, width: int) -> list[Hint]:
        return list(
            place([key for key in self._shown() if works(self.screen, key)], width, self._rows)
        )

    def _shown(self) -> Iterator[Key]:
        yield from (key for key in keys_of(self._where) if key.footer)
        yield from (key for key in keys_of(Where.ANYWHERE) if key.footer)
