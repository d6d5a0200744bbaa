"""Asks what becomes of the texts that were typed and not saved: 放回, 复制, 不要, or later."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from selfeval_tui.problems import StoreError
from selfeval_tui.store.unsaved.journal import Found, drop, find_journals
from selfeval_tui.store.unsaved.recovery import Lost, lost_in, put_back
from selfeval_tui.tui.journal.words import ELSEWHERE, KEPT, TITLE, copied_text, lost_lines
from selfeval_tui.tui.question import Question

if TYPE_CHECKING:
    from selfeval_tui.tui.stage import Stage


class Choice(StrEnum):
    """What may become of them."""

    PUT_BACK = "放回（可以撤销）"
    COPY = "复制这些文字"
    LATER = "先留着，下次打开再问"
    DROP = "不要了"


class Offering:
    """Goes on until nothing is left undecided, or the clerk wants to decide later.

    Args:
        stage: Where it is asked; what is about the session that it shows now.
        taken_over: Whether the workspace was taken from another window.
    """

    def __init__(self, stage: "Stage", *, taken_over: bool = False) -> None:
        self._stage = stage
        self._title = ELSEWHERE if taken_over else TITLE
        self._session = stage.session
        self._found: tuple[Found, ...] = ()
        self._choices: tuple[Choice, ...] = ()

    def begin(self) -> None:
        """Look for what was left, and ask; a window that may only look leaves it alone."""
        if self._session.batch.read_only:
            return
        own = next(
            each.journal for each in self._stage.desk.keeping if each.session is self._session
        )
        found = find_journals(self._session.workspace, own)
        self._found = found.journals
        if found.damaged:
            told = Question(self._title, found.damaged, ("知道了",))
            self._stage.push_screen(told, self._then_ask)
        else:
            self._ask()

    def _then_ask(self, _answer: int | None) -> None:
        self._ask()

    def _ask(self, said: str = "") -> None:
        lost = lost_in(self._session.batch, self._found)
        if not lost:
            self._drop()
            return
        first = (Choice.PUT_BACK,) if lost.can_be_put_back else ()
        copied = (Choice.COPY,) if copied_text(lost) else ()
        self._choices = (*first, *copied, Choice.LATER, Choice.DROP)
        lines = (*lost_lines(lost), said or KEPT)
        self._stage.push_screen(Question(self._title, lines, self._choices), self._answer(lost))

    def _answer(self, lost: Lost) -> Callable[[int | None], Awaitable[None]]:
        async def answered(answer: int | None) -> None:
            match Choice.LATER if answer is None else self._choices[answer]:
                case Choice.PUT_BACK:
                    await self._put_back(lost)
                case Choice.COPY:
                    await self._copy(lost)
                case Choice.DROP:
                    self._drop()

        return answered

    async def _put_back(self, lost: Lost) -> None:
        at = put_back(self._session.batch, lost)
        # The journal goes when what was put back is on the disk, not before.
        if at is None or await self._stage.desk.flush():
            return
        self._stage.fill(at.sheet, at if at.name else None)
        self._ask()

    async def _copy(self, lost: Lost) -> None:
        from selfeval_tui.tui.clipboard import the_clipboard

        text = copied_text(lost)
        send, folder = self._stage.copy_to_clipboard, self._session.workspace.root
        self._ask(f"已复制{await the_clipboard().copy(text, send, folder)}。")

    def _drop(self) -> None:
        for each in self._found:
            try:
                drop(self._session.workspace, each)
            except StoreError as error:
                self._stage.push_screen(Question(error.title, (error.message,), ("知道了",)))
                return
