"""What all full screens have in common: a title line, a body, the keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Field
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.commands import working
from selfeval_tui.tui.keyline import KeyLine
from selfeval_tui.tui.keys import Key, Where
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.titleline import SaveNotice, TitleLine


class Frame(Screen[None], inherit_bindings=False):
    """A full screen over one session.

    Args:
        session: What is open.
    """

    WHERE: ClassVar[Where]
    """The place in the table of keys."""

    class SettingsWanted(Message):
        """The clerk wants to change how the program looks or exports."""

    @dataclass
    class CellWanted(Message):
        """The clerk wants to fill a cell that is told of here, and should know why it is shown."""

        address: Address
        words: str

    UNDOES: ClassVar[bool] = False
    """Whether undo and redo are heard here; not where a form is half filled."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Title above, keys below, the screen's own widgets between."""
        yield TitleLine(self.session)
        yield SaveNotice(self.session, settings=self.WHERE is not Where.SETTINGS)
        yield from self.body()
        yield KeyLine(self.WHERE)

    def body(self) -> Iterator[Widget]:
        """The screen's own widgets."""
        raise NotImplementedError

    def refresh_status(self) -> None:
        """The batch or its saving changed: show it."""
        for line in self.query(TitleLine):
            line.refresh()
        for notice in self.query(SaveNotice):
            notice.tell()
        for keys in self.query(KeyLine):
            keys.refresh(layout=True)

    def on_screen_resume(self) -> None:
        """What happened in front of this screen may show here."""
        self.refresh_status()

    def action_settings(self) -> None:
        """Ask for the settings."""
        self.post_message(self.SettingsWanted())

    # What the list of commands and the menu of the right mouse button do.

    def menu_keys(self) -> Iterator[Key]:
        """What the menu offers."""
        return working(self, self.WHERE)

    @property
    def menu_place(self) -> Offset:
        """Where the menu comes up when it is asked for by a key."""
        listing = self.query(Listing).first()
        return listing.region.offset + listing.cursor_offset

    def open_menu(self, at: Offset) -> None:
        """Offer what can be done to the thing under the mouse or the cursor."""
        from selfeval_tui.tui.menu import Menu

        keys = tuple(self.menu_keys())
        if keys:
            self.app.push_screen(Menu(keys, at), self.carry_out)

    def on_listing_menu_wanted(self, message: Listing.MenuWanted) -> None:
        """A line of a list was clicked with the right button."""
        self.open_menu(message.at)

    async def carry_out(self, key: Key | None) -> None:
        """Do what was chosen in a list of commands."""
        if key is None:
            return
        if key.where is Where.ANYWHERE:
            await self.app.run_action(key.action)
        else:
            await self.do(key.action)

    async def do(self, action: str) -> None:
        """Do what a key of this place does."""
        await self.run_action(action)

    @property
    def sheet_id(self) -> str | None:
        """The sheet that is being filled; None where the screen is about several."""
        return None

    @property
    def place(self) -> Address | None:
        """Where the clerk is: a cell, or a whole sheet."""
        return Address(self.sheet_id) if self.sheet_id else None

    def being_typed(self) -> Iterator[Typing]:
        """The texts that are typed and not committed; they are kept for the case of a crash."""
        yield from ()

    def commit_edit(self) -> None:
        """Commit a text that is still being typed, before the screen is left."""

    def shows(self, address: Address) -> bool:
        """Whether this screen shows that place, so that undo need not lead elsewhere."""
        return self.sheet_id == address.sheet

    def go_to(self, address: Address) -> None:
        """Show a place of the sheet."""

    def help_address(self) -> Address | None:
        """The cell that F1 explains; None where no cell of a sheet has the focus."""
        return None

    def help_field(self) -> Field | None:
        """The field that F1 explains; None where no field has the focus."""
        return None
