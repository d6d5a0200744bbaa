"""The first screen: where a clerk without sheets begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.history.messages import TakeBackWanted
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.start.entries import Entry, entries, preselected

LABEL_WIDTH = 12
"""Cells for the name of an entry; its explanation stands behind it."""


class StartScreen(Frame):
    """Offers the ways in.

    Args:
        session: What is open now.
        own_data: Whether the unit's own workspace holds sheets.
        own_saved: Where the unit's own sheets lie.
        first: Whether it is the first screen, with nothing to go back to.
    """

    WHERE = Where.START
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.START)]

    @dataclass
    class Chosen(Message):
        """The clerk chose a way in."""

        entry: Entry

    def __init__(self, session: Session, *, own_data: bool, own_saved: Path, first: bool) -> None:
        super().__init__(session)
        self._entries = entries(own_data=own_data, in_demo=session.demo)
        self._preselected = preselected(self._entries, own_data=own_data)
        self._own_saved = own_saved
        self._first = first

    def body(self) -> Iterator[Widget]:
        """A greeting, the entries, and where the data lies."""
        yield Static(Content("绩效自评表填报"), id="start-name")
        yield Static(Content("照官方表样逐格填写，边填边判断，最后导出Excel。不需要联网。"))
        listing = Listing(list(self._lines()), each=3, id="start-entries")
        listing.set_reactive(Listing.cursor, self._preselected)
        yield listing
        yield Static(Content("用上下方向键选择，按回车进入；也可以用鼠标双击。"), classes="quiet")
        yield Static(Content(f"本单位的表存放在：{self._own_saved}"), classes="quiet")

    @on(Listing.Opened)
    def action_choose(self) -> None:
        """Take the entry under the cursor."""
        self.post_message(self.Chosen(self._entries[self.query_one(Listing).cursor]))

    def action_restore_backup(self) -> None:
        """Ask for a backup to be put back, as on a new PC."""
        self.post_message(TakeBackWanted())

    def action_back(self) -> None:
        """Return to where the clerk came from."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing lies behind the first screen."""
        del parameters
        return action != "back" or not self._first

    def _lines(self) -> Iterator[Content]:
        for entry in self._entries:
            yield Content("")
            yield Content.assemble((fit(entry.label, LABEL_WIDTH), "bold"), entry.help)
            yield Content("")
