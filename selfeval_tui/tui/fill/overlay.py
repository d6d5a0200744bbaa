"""What all editors over a cell have in common, and how they speak to the area that owns them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from attrs import frozen
from textual import events
from textual.binding import BindingsMap, BindingType
from textual.geometry import Region, Size

from selfeval_tui.spec.model import Field
from selfeval_tui.tui.keys import Where

if TYPE_CHECKING:
    from textual.widget import Widget

    Mixed = Widget
else:
    # Textual takes the styles of a widget from its first base that is one; this must not be it.
    Mixed = object


class Move(StrEnum):
    """Where the cursor goes after a text is committed."""

    STAY = "stay"
    DOWN = "down"
    UP = "up"
    NEXT = "next"
    PREVIOUS = "previous"


@frozen
class Opening:
    """How an editor begins."""

    field: Field
    text: str
    selected: bool
    """Whether the text is selected, so that typing replaces it."""
    at: int | None = None
    """How many characters stand before the cursor; all where None."""
    free: bool = False
    """Whether any other text may be typed instead of the options that are offered."""


class Owner(Protocol):
    """The area around the editors."""

    def finish(self, move: Move, *, proposed: bool = False) -> None:
        """Commit the text of the open editor, or what is proposed for it, and move on."""

    def cancel(self) -> None:
        """Close the open editor; the cell stays as it was."""

    def widen(self, text: str, at: int, words: str = "") -> None:
        """Go on with a text of several lines where there is room for it.

        Args:
            text: The text.
            at: How many of its characters stand before the cursor.
            words: What is said about it.
        """

    def type_instead(self, text: str) -> None:
        """Go on with a text of the clerk's own in place of the options that are offered."""

    async def copy(self, text: str) -> None:
        """Copy a text."""

    async def paste(self) -> None:
        """Paste what was copied, here or elsewhere."""


class Overlay(Mixed):
    """An editor that lies over a cell; mixed into one of Textual's own.

    The focus stays on the grid, and the area hands the keys over in the order in which they were
    typed: moving the focus costs a repaint of the grid, and keys typed meanwhile would go astray.
    """

    WHERE: ClassVar[Where]
    """Its place in the table of keys."""
    HEARD: ClassVar[Mapping[str, str]]
    """The action of each key."""
    owner: Owner

    def on_mount(self) -> None:
        """Look like the focused widget: whenever it is seen, it is the one that hears the keys."""
        self.has_focus = True

    if TYPE_CHECKING:

        @property
        def selected_text(self) -> str:
            """What is selected; Textual's own editors of text know it."""

    @property
    def value_text(self) -> str:
        """The text as it stands in the editor."""
        raise NotImplementedError

    def begin(self, opening: Opening) -> None:
        """Take up a text."""
        raise NotImplementedError

    def place(self, cell: Region, room: Size) -> Region:
        """Where to lie, given the cell and the size of the area."""
        raise NotImplementedError

    def park(self) -> None:
        """Leave the terminal's own cursor here: an input method opens its window at it."""
        raise NotImplementedError

    def take(self, text: str) -> None:
        """Put a text in at the cursor, in place of what is selected."""
        raise NotImplementedError

    async def hear(self, event: events.Key) -> bool:
        """Act on a key; False where it means nothing here."""
        action = self.HEARD.get(event.key)
        if action is not None:
            await self.run_action(action)
        elif event.is_printable and event.character:
            self.take(event.character)
        else:
            return False
        return True

    async def action_copy_text(self) -> None:
        """Copy the selected text; all of it where nothing is selected."""
        await self.owner.copy(self.selected_text or self.value_text)

    async def action_cut_text(self) -> None:
        """Copy the selected text and take it out."""
        if self.selected_text:
            await self.owner.copy(self.selected_text)
            self.take("")

    async def action_paste_text(self) -> None:
        """Paste in place of the selected text."""
        await self.owner.paste()

    def action_commit_down(self) -> None:
        """Commit and go down."""
        self.owner.finish(Move.DOWN)

    def action_commit_proposed(self) -> None:
        """Commit what is proposed, else the text, and go down."""
        self.owner.finish(Move.DOWN, proposed=True)

    def action_commit_up(self) -> None:
        """Commit and go up."""
        self.owner.finish(Move.UP)

    def action_commit_next(self) -> None:
        """Commit and go on to the next cell to fill."""
        self.owner.finish(Move.NEXT)

    def action_commit_previous(self) -> None:
        """Commit and go back to the cell to fill before."""
        self.owner.finish(Move.PREVIOUS)

    def action_cancel(self) -> None:
        """Leave the cell as it was."""
        self.owner.cancel()


def beside(cell: Region, height: int, room: int) -> int:
    """The first row of something that lies below a cell, or above it where there is no room."""
    below = cell.y + cell.height
    y = below if below + height <= room else cell.y - height
    return max(0, min(y, room - height))


def heard(*tables: Iterable[BindingType]) -> Mapping[str, str]:
    """The action of each key; a table goes before those after it.

    Textual runs the bindings of a widget only after a key went up to the application, and by
    then later keys may be in. A widget that looks its keys up here keeps their order.
    """
    found: dict[str, str] = {}
    for table in tables:
        for key, binding in BindingsMap(table):
            found.setdefault(key, binding.action)
    return found
