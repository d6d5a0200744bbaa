"""The menu of the right mouse button: what can be done to the thing under it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.screen import ModalScreen

from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.keys import Key, Where, bindings
from selfeval_tui.tui.listing import MARK_WIDTH, Listing
from selfeval_tui.tui.theme import style

GAP = 2
"""Cells between a label and its key."""


class Menu(ModalScreen[Key | None], inherit_bindings=False):
    """A short list where the mouse is; a click beside it closes it.

    Args:
        keys: What can be done.
        at: Where the mouse is on the screen.
    """

    CSS = style("menu.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.QUESTION)]

    def __init__(self, keys: Sequence[Key], at: Offset) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._at = at
        self._lines = menu_lines(self._keys)
        self._list = Listing([Content(line) for line in self._lines], id="menu")

    def compose(self) -> ComposeResult:
        """Only the list; the screen below stays visible."""
        yield self._list

    def on_mount(self) -> None:
        """Come up at the mouse."""
        self._place()

    def on_resize(self) -> None:
        """Stay within the screen."""
        self._place()

    def on_click(self, event: events.Click) -> None:
        """A click on a line does it, one beside the list closes it."""
        inside = self._list.region.contains(event.screen_x, event.screen_y)
        self.action_answer() if inside else self.action_cancel()

    def action_answer(self) -> None:
        """Do what stands under the cursor."""
        self.dismiss(self._keys[self._list.cursor])

    def action_cancel(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    def _place(self) -> None:
        width = MARK_WIDTH + max(map(cell_len, self._lines)) + 1
        region = placed(Size(width, len(self._lines)), self._at, self.app.size)
        self._list.styles.offset = region.offset
        self._list.styles.width = region.width
        self._list.styles.height = region.height


def menu_lines(keys: Sequence[Key]) -> tuple[str, ...]:
    """The labels, each with its key at the right edge."""
    label = max(cell_len(key.label) for key in keys) + GAP
    shown = [key.shown_as if key.keys else "" for key in keys]
    width = max(map(cell_len, shown))
    return tuple(
        fit(key.label, label) + fit(each, width, right=True)
        for key, each in zip(keys, shown, strict=True)
    )


def placed(menu: Size, at: Offset, screen: Size) -> Region:
    """Where a menu lies: right below a place, above it or further left where there is no room."""
    width, height = min(menu.width, screen.width), min(menu.height, screen.height)
    x = max(0, min(at.x, screen.width - width))
    below = at.y + 1
    y = below if below + height <= screen.height else max(0, at.y - height)
    return Region(x, min(y, screen.height - height), width, height)
