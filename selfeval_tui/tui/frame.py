"""What all full screens have in common: a title line, a body, the keys."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Field
from selfeval_tui.tui.keyline import KeyLine
from selfeval_tui.tui.keys import Where
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

    @property
    def sheet_id(self) -> str | None:
        """The sheet that is being filled; None where the screen is about several."""
        return None

    def commit_edit(self) -> None:
        """Commit a text that is still being typed, before the screen is left."""

    def go_to(self, address: Address) -> None:
        """Show a place of the sheet."""

    def help_field(self) -> Field | None:
        """The field that F1 explains; None where no field has the focus."""
        return None
