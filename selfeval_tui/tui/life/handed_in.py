"""The small window that asks when and how sheets were handed in."""

import re
from collections.abc import Iterator

from attrs import frozen
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.sheet.life import CHANNELS
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
WRONG_DATE = "报送日期要写成 2024-04-23 这样；现在是“{}”。"
NO_CHANNEL = "请写报送方式，或在下面选一种。"


@frozen
class HandedIn:
    """What the clerk said of it."""

    date: str
    channel: str
    """报送方式."""
    all_final: bool
    """Whether it holds for every sheet that is final."""


class HandedInDialog(Dialog[HandedIn]):
    """Asks for date, 报送方式, and for how many sheets that holds.

    Args:
        mark: The sheet that is meant.
        today: As 2024-04-23.
        final: How many sheets are final, that one among them.
    """

    def __init__(self, mark: str, today: str, final: int) -> None:
        super().__init__("标为已报送")
        self._mark = mark
        self._today = today
        self._final = final

    def body(self) -> Iterator[Widget]:
        """The date, the way, the sheets."""
        yield form_row("报送日期", LineInput(self._today, id="handed-date", compact=True))
        way = LineInput(CHANNELS[0], id="handed-channel", compact=True)
        yield form_row("报送方式", way)
        yield Listing([Content(each) for each in CHANNELS], keeps=True, id="handed-channels")
        if self._final > 1:
            scopes = (f"只标 {self._mark}", f"已定稿的 {self._final} 张表都标")
            yield Listing([Content(each) for each in scopes], keeps=True, id="handed-scope")

    @on(Listing.Moved, "#handed-channels")
    def take_channel(self, message: Listing.Moved) -> None:
        """What is chosen stands in the line, where it may be changed."""
        self.query_one("#handed-channel", Input).value = CHANNELS[message.cursor]

    @on(Input.Changed)
    def unsay(self) -> None:
        """A complaint ends where the clerk goes on."""
        self.say("")

    def answer(self) -> HandedIn | None:
        """All parts; None where the date is none or the way is not said."""
        date = self.query_one("#handed-date", Input).value.strip()
        channel = self.query_one("#handed-channel", Input).value.strip()
        if not _DATE.fullmatch(date):
            self.say(WRONG_DATE.format(date))
            return None
        if not channel:
            self.say(NO_CHANNEL)
            return None
        return HandedIn(date, channel, self._for_all)

    @property
    def _for_all(self) -> bool:
        return any(each.cursor for each in self.query("#handed-scope").results(Listing))
