"""The last lines of every screen: the keys that work here, to be pressed or clicked."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen
from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Button

from selfeval_tui.tui.commands import works
from selfeval_tui.tui.keys import Key, Where, keys_of, printed

GAP = 2
"""Cells between two hints."""
MOST_ROWS = 2
"""Of a screen of 24 rows no more can be spared."""
LISTS_ALL = "palette"
"""The action that leads to whatever is left out here."""


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
        return self.start + cell_len(self.text)


def place(keys: Sequence[Key], width: int, rows: int) -> Iterator[Hint]:
    """Set the hints side by side, in as many rows as there may be.

    What does not fit is left out from the end; the one that lists all commands stays and is last.
    """
    kept = [key for key in keys if key.action == LISTS_ALL]
    reserve = sum(GAP + cell_len(_text(key)) for key in kept)
    row, column = 0, 1
    for key in [key for key in keys if key.action != LISTS_ALL]:
        hint = Hint(key, row, column, _text(key))
        room = width - reserve if row + 1 == rows else width
        if hint.end > room and column > 1:
            if row + 1 == rows:
                break
            row, column = row + 1, 1
            hint = Hint(key, row, column, hint.text)
        yield hint
        column = hint.end + GAP
    for key in kept:
        fits = row + 1 == rows or column + cell_len(_text(key)) <= width
        yield Hint(key, row, column, _text(key)) if fits else Hint(key, row + 1, 1, _text(key))


def footer_keys(where: Where) -> Iterator[Key]:
    """The keys that are shown at a place, the most useful first."""
    for each in (where, Where.ANYWHERE):
        yield from (key for key in keys_of(each) if key.footer)


def rows_of(hints: Iterable[Hint]) -> int:
    """How many rows hints take."""
    return max((hint.row + 1 for hint in hints), default=1)


def _text(key: Key) -> str:
    return f"{key.shown_as} {key.label}"


class KeyLine(Widget):
    """Shows the keys of a place and those heard anywhere.

    Args:
        where: The place.
        rows: How many rows it may take.
    """

    def __init__(self, where: Where, rows: int = MOST_ROWS) -> None:
        super().__init__()
        self._where = where
        self._rows = rows

    def on_mount(self) -> None:
        """What Enter does depends on what has the focus."""
        self.watch(self.screen, "focused", self._focus_moved, init=False)

    def _focus_moved(self) -> None:
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the hints need."""
        del container, viewport
        return rows_of(self._hints(width))

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
        keys = (key for key in footer_keys(self._where) if works(self.screen, key))
        return list(place([self._at_focus(key) for key in keys], width, self._rows))

    def _at_focus(self, key: Key) -> Key:
        """On a button, Enter does what the button says."""
        focused = self.screen.focused
        if isinstance(focused, Button) and key.shown_as == printed("enter"):
            return evolve(key, label=str(focused.label))
        return key
