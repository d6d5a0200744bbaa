"""Taking remarks down, pasted or from a returned workbook; seen before they are kept."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import evolve
from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch, print_cell, sheet_mark
from selfeval_tui.sheet.remark_lines import Placed, place_lines
from selfeval_tui.sheet.remarks import add_remarks, note
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.create.listed import ListArea
from selfeval_tui.tui.form import FormFrame, form_row
from selfeval_tui.tui.import_.reading import clean_path
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.remarks.places import PlaceDialog
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

HOW = (
    "把意见粘贴到下面，一行一条，如：附件1-7 执行率：应为95.2%。"
    "或按 F2 到“退回的文件”，写出退回的 Excel 的位置，按回车。"
)
PASTED = "粘贴"
UNPLACED = "不知是哪张表"
READING = "正在读 {}，请稍候。"
NONE_YET = "还没有意见。"


class TakeScreen(FormFrame):
    """Shows where each remark would go; the clerk puts right what went wrong.

    Args:
        session: What is open.
    """

    WHERE = Where.TAKE
    CSS = style("forms.tcss", "create/listing.tcss", "remarks/remarks.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TAKE)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._placed: tuple[Placed, ...] = ()
        self._source = PASTED

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The remarks and where they go."""
        return self._placed

    def body(self) -> Iterator[Widget]:
        """The text, the path, where each goes, the button."""
        yield Static(Content("记下财政意见"), classes="heading")
        yield Static(Content(HOW), classes="form-note")
        yield ListArea(self._complain)
        path = LineInput(id="take-path", compact=True, select_on_focus=False)
        yield form_row("退回的文件", path)
        yield Listing(id="take-list", keeps=True)
        yield Static(Content(NONE_YET), id="take-said")
        yield Button("记下", id="take-keep", compact=True, disabled=True)

    def being_typed(self) -> Iterator[Typing]:
        """The remarks."""
        for area in self.query(TextArea):
            if area.text:
                yield Typing("记下财政意见", area.text)

    @on(TextArea.Changed)
    def read_text(self, message: TextArea.Changed) -> None:
        """Place what was pasted; an empty line drops nothing that was read from a workbook."""
        if self._source != PASTED and not message.text_area.text.strip():
            return
        self._source = PASTED
        self._show(place_lines(self.session.batch, message.text_area.text))

    @on(Input.Submitted)
    def read_workbook(self, message: Input.Submitted) -> None:
        """Read the comments and colours of a returned workbook."""
        self.run_worker(self._read(clean_path(message.value)), exclusive=True)

    async def _read(self, path: Path) -> None:
        """Read a workbook in a thread: one from elsewhere may be large."""
        from selfeval_tui.excel.returned import read_returned

        self._complain(READING.format(path.name))
        try:
            found = await asyncio.to_thread(read_returned, path, self.session.snapshot())
        except StoreError as error:
            self._show(())
            self._complain(error.message)
            return
        self._source = path.name
        self._show(found)
        if found:
            self.query_one(Listing).focus()
        else:
            self._complain(f"“{path.name}”里没有批注，也没有标了颜色的格。")

    @on(Listing.Opened)
    def action_correct(self) -> None:
        """Say what the remark under the cursor is about."""
        if not self._placed:
            return
        cursor = self.query_one(Listing).cursor
        one = self._placed[cursor]

        def chosen(at: Address | None) -> None:
            if at is not None:
                every = list(self._placed)
                every[cursor] = evolve(one, at=at)
                self._show(tuple(every))

        self.app.push_screen(PlaceDialog(self.session.batch, one.text, one.at), chosen)

    @on(Button.Pressed)
    def keep(self) -> None:
        """Keep those that have a place."""
        batch, day = self.session.batch, self.session.today
        add_remarks(
            batch,
            [
                (each.at.sheet, note(batch, each.at, each.text, self._source, day))
                for each in self._placed
                if each.at is not None
            ],
        )
        self.dismiss()

    def _show(self, placed: tuple[Placed, ...]) -> None:
        self._placed = placed
        self.query_one(Listing).show([Content(line(self.session.batch, each)) for each in placed])
        lost = sum(1 for each in placed if each.at is None)
        said = f"{len(placed)} 条意见。" if placed else NONE_YET
        if lost:
            said += f"有 {lost} 条不知是哪张表，在那一行按回车指定；不指定就不记。"
        self._complain(said)
        button = self.query_one("#take-keep", Button)
        button.disabled = len(placed) == lost
        button.label = f"记下 {len(placed) - lost} 条" if len(placed) > lost else "记下"

    def _complain(self, words: str) -> None:
        self.query_one("#take-said", Static).update(Content(words))


def line(batch: Batch, placed: Placed) -> str:
    """Where a remark would go, and its words last."""
    if placed.at is None:
        where = UNPLACED
    else:
        sheet = batch.sheet(placed.at.sheet)
        where = f"{sheet_mark(sheet)} {print_cell(sheet, placed.at)}"
    return f"{where}  {' '.join(placed.text.split())}"
