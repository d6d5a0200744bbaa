"""财政意见: every remark of the year, answered one by one; Enter leads to the cell."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.problems import SelfevalError
from selfeval_tui.sheet import Address, Remark, Sheet, print_cell, sheet_mark
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.sheet.remarks import (
    answer,
    every_remark,
    is_there,
    is_unchanged,
    place_of_remark,
    text_at,
)
from selfeval_tui.tui.fitting import fit, short
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.remarks.answering import AnswerDialog, Answered
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

EMPTY = "还没有财政意见。按 Ctrl+N 粘贴，或读入退回的 Excel。"
ANSWER_ROOM = 6
PLACE_ROOM = 26
BLANK = "（空）"


class RemarksScreen(Frame):
    """Lists the remarks of all sheets.

    Args:
        session: What is open.
        at: The cell that the clerk comes from; its remark is chosen.
    """

    WHERE = Where.REMARKS
    UNDOES = True
    CSS = style("remarks/remarks.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REMARKS)]

    def __init__(self, session: Session, at: Address | None = None) -> None:
        super().__init__(session)
        self._at = at
        self._listed: tuple[tuple[Sheet, Remark], ...] = ()

    def body(self) -> Iterator[Widget]:
        """The count, the list, the chosen remark."""
        yield Static(id="remarks-count", classes="heading")
        yield Listing(id="remarks-list")
        yield Static(id="remarks-said")
        yield Static(id="remarks-detail")

    def on_mount(self) -> None:
        """Begin at the cell that the clerk comes from."""
        self._deaf = self.session.batch.hear_refusals(self._refused)
        self.refresh_status()
        if self._at is not None:
            self.go_to(self._at)

    def on_unmount(self) -> None:
        """Nobody is told here any more."""
        self._deaf()

    def refresh_status(self) -> None:
        """Show the remarks as they are now."""
        super().refresh_status()
        self._listed = tuple(every_remark(self.session.batch))
        left = sum(1 for _, remark in self._listed if remark.is_open)
        count = f"财政意见 {len(self._listed)} 条，未答复 {left} 条" if self._listed else "财政意见"
        self.query_one("#remarks-count", Static).update(Content(count))
        self.query_one(Listing).show([self._line(*each) for each in self._listed])
        self.describe()

    @property
    def chosen(self) -> tuple[Sheet, Remark] | None:
        """The remark under the cursor."""
        cursor = self.query_one(Listing).cursor
        return self._listed[cursor] if cursor < len(self._listed) else None

    def shows(self, address: Address) -> bool:
        """Whether there is, or was, a remark on that place."""
        known = (*self._listed, *every_remark(self.session.batch))
        return any(place_of_remark(sheet.id, each) == address for sheet, each in known)

    def go_to(self, address: Address) -> None:
        """Choose the remark on a cell, else the first one of its sheet."""
        for wanted in (address, Address(address.sheet)):
            for number, (sheet, remark) in enumerate(self._listed):
                if wanted in {place_of_remark(sheet.id, remark), Address(sheet.id)}:
                    self.query_one(Listing).cursor = number
                    return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most keys are about the chosen remark."""
        about = {"go", "answer", "remove", "write"}
        if action in about and (not self.is_mounted or not self._listed):
            return False
        return super().check_action(action, parameters)

    @on(Listing.Moved)
    def describe(self) -> None:
        """Say all of the chosen remark."""
        chosen = self.chosen
        lines = self._about(*chosen) if chosen else [EMPTY]
        self.query_one("#remarks-detail", Static).update(Content("\n".join(lines)))
        self._say("")

    @on(Listing.Opened)
    def action_go(self) -> None:
        """Go to the cell."""
        if self.chosen is not None:
            sheet, remark = self.chosen
            at = place_of_remark(sheet.id, remark)
            there = at if is_there(sheet, at) else Address(sheet.id)
            words = f"财政意见：{short(' '.join(remark.text.split()), 80)}"
            self.post_message(self.CellWanted(there, words))

    def action_answer(self) -> None:
        """Ask what was done about the chosen remark."""
        if self.chosen is None:
            return
        sheet, remark = self.chosen

        def answered(said: Answered | None) -> None:
            if said is not None:
                day = self.session.today
                answer(self.session.batch, sheet.id, remark, said.answer, said.reason, day)

        unchanged = is_unchanged(self.session.batch, sheet.id, remark)
        self.app.push_screen(AnswerDialog(remark, unchanged=unchanged), answered)

    def action_take(self) -> None:
        """Take further remarks down."""
        from selfeval_tui.tui.remarks.take import TakeScreen

        self.app.push_screen(TakeScreen(self.session))

    def action_remove(self) -> None:
        """Drop the chosen remark; undo brings it back."""
        if self.chosen is not None:
            sheet, remark = self.chosen
            self.session.batch.unremark(sheet.id, remark.id)

    def action_write(self) -> None:
        """Write 修改说明 beside the exported workbooks."""
        from selfeval_tui.excel.answers import ANSWERS, answers_report, write_answers
        from selfeval_tui.layout.names import own_stem
        from selfeval_tui.layout.options import options_from
        from selfeval_tui.store import write_file

        batch = self.session.batch
        report = answers_report(batch, batch.sheets)
        if report is None:
            return
        path = self.session.workspace.exports / f"{own_stem(batch.sheets, ANSWERS)}.xlsx"
        options = options_from(self.session.settings)
        try:
            write_file(path, write_answers(report, options, self.session.clock().date()))
        except SelfevalError as error:
            self._say(error.message)
        else:
            self._say(f"修改说明写在 {path}")

    def action_back(self) -> None:
        """Return to where the clerk came from."""
        self.dismiss()

    def _refused(self, sheets: Collection[str]) -> None:
        """Undo would change a locked sheet; it goes on once that is opened again."""
        self._say(refusal(self.session.batch, sheets))

    def _say(self, words: str) -> None:
        said = self.query_one("#remarks-said", Static)
        said.update(Content(words))
        said.display = bool(words)

    def _line(self, sheet: Sheet, remark: Remark) -> Content:
        place = f"{sheet_mark(sheet)} {print_cell(sheet, place_of_remark(sheet.id, remark))}"
        look = "bold $lit" if remark.is_open else "$quiet"
        return Content.assemble(
            (fit(remark.answer.label, ANSWER_ROOM), look),
            f"  {fit(place, PLACE_ROOM)}  ",
            " ".join(remark.text.split()),
        )

    def _about(self, sheet: Sheet, remark: Remark) -> list[str]:
        """The remark, what stood there and stands there now, the answer."""
        at = place_of_remark(sheet.id, remark)
        lines = [f"{sheet_mark(sheet)} {print_cell(sheet, at)}（{remark.source}，{remark.date}）"]
        lines.append(remark.text)
        if remark.name:
            now = text_at(self.session.batch, at)
            lines.append(f"提意见时 {_shown(remark.before)}；现在 {_shown(now)}")
        if not remark.is_open:
            lines.append(f"{remark.answered} 答复 {remark.answer_words}")
        return lines


def _shown(text: str) -> str:
    return short(" ".join(text.split()), 60) or BLANK
