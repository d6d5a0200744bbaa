"""The small window in which a remark of the bureau is answered: 已改, or 不改 with a reason."""

from collections.abc import Iterator

from attrs import frozen
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.checks.prose import is_reason
from selfeval_tui.sheet import Answer, Remark
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.fitting import short
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing

NO_REASON = "不改要写明理由，至少四个字；只写“无”“略”“同上”“见上”不算理由"
UNCHANGED = "这一格还和提意见时一样，没有改过；请先改，或选“不改”写明理由"
ROOM = 300
"""Cells of the remark that are shown above."""
CHOICES = (Answer.changed, Answer.kept)


@frozen
class Answered:
    """What the clerk did about it, and what is said of that."""

    answer: Answer
    reason: str


class AnswerDialog(Dialog[Answered]):
    """Asks what was done.

    Args:
        remark: What the bureau said.
        unchanged: Whether its cell still says what it said then.
    """

    def __init__(self, remark: Remark, *, unchanged: bool) -> None:
        super().__init__("答复财政意见")
        self._remark = remark
        self._unchanged = unchanged

    def body(self) -> Iterator[Widget]:
        """The remark, the answer, the reason."""
        yield Static(Content(short(" ".join(self._remark.text.split()), ROOM)))
        labels = ("已改", "不改，理由写在下面")
        yield Listing([Content(label) for label in labels], keeps=True, id="answer-choice")
        written = LineInput(
            self._remark.reason, id="answer-reason", compact=True, select_on_focus=False
        )
        yield form_row("说明", written)

    def on_mount(self) -> None:
        """Begin with the answer that was given before, else with the likely one."""
        kept = self._remark.answer is Answer.kept or (self._remark.is_open and self._unchanged)
        self.query_one(Listing).cursor = int(kept)

    def being_typed(self) -> Iterator[Typing]:
        """The reason, and what it is about."""
        said, before = " ".join(self._remark.text.split()), self._remark.reason
        for written in self.query(Input):
            if written.value != before:
                yield Typing(f"{self._title}：{short(said, ROOM)}", written.value, before)

    def answer(self) -> Answered | None:
        """The answer, unless it says nothing or is not so."""
        answer = CHOICES[self.query_one(Listing).cursor]
        reason = self.query_one(Input).value.strip()
        if answer is Answer.kept and not is_reason(reason):
            self.say(NO_REASON)
            return None
        if answer is Answer.changed and self._unchanged:
            self.say(UNCHANGED)
            return None
        return Answered(answer, reason)
