"""What an action has at hand, and what it is."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from attrs import frozen
from textual.message import Message
from textual.screen import ModalScreen

from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.spec.model import Field
from selfeval_tui.tui.fill.editing import Editing
from selfeval_tui.tui.fill.grid import SheetGrid
from selfeval_tui.tui.session import Session

Result = TypeVar("Result")


def always() -> bool:
    """An action without conditions."""
    return True


@frozen
class Action:
    """What a key, a line of the menu or of the palette does."""

    run: Callable[[], Awaitable[None] | None]
    offered: Callable[[], bool] = always
    """Whether it makes sense where the cursor stands; footer and menu leave it out otherwise."""
    of_cell: bool = True
    """Whether it is done to the cell or row under the cursor, and thus stands in its menu."""


@frozen
class Hand:
    """The cell under the cursor, and the ways to change it and to speak to the clerk."""

    session: Session
    grid: SheetGrid
    editing: Editing
    say: Callable[[str], None]
    """Tells the clerk something in the status line; it stays until the cursor moves."""
    post: Callable[[Message], object]
    """Tells the screen something."""

    @property
    def batch(self) -> Batch:
        """Where the texts are; the one door for changing them."""
        return self.session.batch

    @property
    def address(self) -> Address:
        """The cell under the cursor."""
        return self.grid.address

    @property
    def sheet(self) -> Sheet:
        """The sheet of the cell under the cursor."""
        return self.batch.sheet(self.address.sheet)

    @property
    def field(self) -> Field | None:
        """What the cell under the cursor holds; None where nobody types."""
        return self.grid.box.taken

    def fillable(self) -> bool:
        """Whether somebody types in the cell under the cursor."""
        return self.field is not None

    def ask(self, screen: ModalScreen[Result], answered: Callable[[Result | None], None]) -> None:
        """Ask the clerk; the answer is None where the clerk goes back."""
        self.grid.app.push_screen(screen, answered)
