"""The small window in which a reason (说明) is written."""

from collections.abc import Iterator

from attrs import frozen
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.checks.prose import is_reason
from selfeval_tui.sheet import Explanation
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

NO_REASON = "说明要写清为什么，至少四个字；只写“无”“略”“同上”“见上”不算说明"
LAPSED = "这是 {date} 写的，后来数改过，已失效；核对后按回车，就算现在写的"
ROOM = 300
"""Cells of the finding that are shown above."""


@frozen
class Reason:
    """What the clerk wrote; an empty text takes back what was written before."""

    text: str
    of_group: bool = False


class ReasonDialog(Dialog[Reason]):
    """Asks why something may stand, and for how many findings that holds.

    Args:
        title: 写说明 or 坚持填报.
        message: What was found.
        before: What was written before.
        lapsed: Whether that has lapsed.
        alike: How many findings of the rule there are on the sheet.
        whole_group: Whether the clerk stands on all of them.
    """

    def __init__(
        self,
        title: str,
        message: str,
        before: Explanation | None = None,
        *,
        lapsed: bool = False,
        alike: int = 1,
        whole_group: bool = False,
    ) -> None:
        super().__init__(title)
        self._message = message
        self._before = before
        self._lapsed = lapsed
        self._alike = alike
        self._whole = whole_group

    def body(self) -> Iterator[Widget]:
        """What was found, the text, how far it holds."""
        yield Static(Content(short(self._message, ROOM)))
        text = self._before.text if self._before else ""
        written = LineInput(text, id="reason-text", compact=True, select_on_focus=False)
        yield form_row("说明", written)
        if self._alike > 1:
            choices = ("只说明这一处", f"本表同类的 {self._alike} 处一起说明")
            yield Listing([Content(each) for each in choices], keeps=True, id="reason-scope")

    def on_mount(self) -> None:
        """Say where the proposed text comes from, and begin at the text."""
        for scope in self.query(Listing):
            scope.cursor = int(self._whole)
        if self._lapsed and self._before is not None:
            self.say(LAPSED.format(date=self._before.date))
        self.query_one(Input).focus()

    def being_typed(self) -> Iterator[Typing]:
        """The reason, and what it is about."""
        before = self._before.text if self._before else ""
        for written in self.query(Input):
            if written.value != before:
                where = f"{self._title}：{short(self._message, ROOM)}"
                yield Typing(where, written.value, before)

    def answer(self) -> Reason | None:
        """The reason, unless it says nothing."""
        text = self.query_one(Input).value.strip()
        if not is_reason(text) and (text or self._before is None):
            self.say(NO_REASON)
            self.query_one(Input).focus()
            return None
        return Reason(text, any(scope.cursor for scope in self.query(Listing)))
