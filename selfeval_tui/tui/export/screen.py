"""导出: which sheets, in which files, where to."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.excel import (
    Exported,
    ExportOptions,
    Refused,
    disagreeing_rates,
    export_sheets,
)
from selfeval_tui.excel.options import Rates
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.tui.export.choice import Range, begin
from selfeval_tui.tui.export.rates import ANSWERS, rate_sentences, rates_for
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

WAYS = ("一张表一个文件", "所有的表放在一个文件里，一张表一页")


class ExportScreen(FormFrame):
    """Asks what is wanted, and writes it in a thread.

    Args:
        session: What is open.
        current: The sheet that was on the screen; None where there were several.
    """

    WHERE = Where.EXPORT
    CSS = style("forms.tcss", "export/export.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EXPORT)]

    @dataclass
    class Written(Message):
        """The files are made, or refused."""

        session: Session
        outcomes: tuple[Exported | Refused, ...]
        options: ExportOptions

    def __init__(self, session: Session, current: str | None) -> None:
        super().__init__(session)
        self._choice = begin(session.batch.sheets, current)
        self._busy = False

    def body(self) -> Iterator[Widget]:
        """The sheets, the way, the folder."""
        yield Static(Content("导出哪些表"), classes="heading")
        yield Listing(
            [self._range_line(each) for each in self._choice.ranges], keeps=True, id="export-range"
        )
        yield Listing(list(self._tick_lines()), id="export-ticks")
        yield Static(Content("怎样存放"), classes="heading")
        yield Listing([Content(way) for way in WAYS], keeps=True, id="export-way")
        yield Horizontal(
            Static(Content("存到文件夹"), classes="form-label"),
            Input(
                str(self.session.workspace.exports),
                id="export-folder",
                compact=True,
                select_on_focus=False,
            ),
            classes="form-row",
        )
        yield Static(id="export-said")

    def on_mount(self) -> None:
        """The sheets take what room there is, but no more than they need."""
        ticks = self.query_one("#export-ticks", Listing)
        ticks.styles.max_height = ticks.count

    @on(Listing.Moved, "#export-range")
    def choose_range(self, message: Listing.Moved) -> None:
        """Tick what the range says."""
        self._choice = self._choice.by(self._choice.ranges[message.cursor])
        self.query_one("#export-ticks", Listing).show(list(self._tick_lines()))

    @on(Listing.Opened, "#export-ticks")
    def action_tick(self) -> None:
        """Set or take away the tick under the cursor."""
        ticks = self.query_one("#export-ticks", Listing)
        if not ticks.has_focus:
            return
        self._choice = self._choice.toggled(self._choice.sheets[ticks.cursor].id)
        ticks.show(list(self._tick_lines()))
        self.query_one("#export-range", Listing).cursor = self._choice.ranges.index(Range.TICKED)

    @on(Input.Submitted)
    def action_start_export(self) -> None:
        """Write the files; ask first where typed and computed rates differ."""
        chosen = self._choice.chosen
        if self._busy:
            return
        if not chosen:
            self._say("没有选中任何一张表。请在要导出的表前打勾（按空格）。", "$wrong")
            return
        differing = disagreeing_rates(self.session.batch, chosen)
        if not differing:
            self._write(chosen, "typed")
            return
        title = "填写的执行率与计算结果不一致，导出时印哪一个？"
        lines = rate_sentences(self.session.batch, differing)
        self.app.push_screen(
            Question(title, lines, ANSWERS), lambda answer: self._answered(chosen, answer)
        )

    def _answered(self, chosen: tuple[Sheet, ...], answer: int | None) -> None:
        rates = rates_for(answer)
        if rates is not None:
            self._write(chosen, rates)

    def _write(self, chosen: tuple[Sheet, ...], rates: Rates) -> None:
        self._busy = True
        self._say(f"正在导出 {len(chosen)} 张表，请稍候。", "$lit")
        one_workbook = self.query_one("#export-way", Listing).cursor == 1
        options = ExportOptions(one_workbook=one_workbook, rates=rates)
        # The application's worker goes on when this screen is left, and the result is told.
        self.app.run_worker(self._write_in_thread(chosen, self._folder(), options))

    async def _write_in_thread(
        self, chosen: tuple[Sheet, ...], folder: Path, options: ExportOptions
    ) -> None:
        """The thread sees a copy, so that nothing changes under its hands."""
        batch = Batch(sheet.copy() for sheet in self.session.batch.sheets)
        copies = tuple(batch.sheet(sheet.id) for sheet in chosen)
        outcomes = await asyncio.to_thread(export_sheets, batch, copies, folder, options)
        self.app.post_message(self.Written(self.session, outcomes, options))

    def _folder(self) -> Path:
        typed = self.query_one("#export-folder", Input).value.strip().strip('"')
        root = self.session.workspace.root
        return root / Path(typed).expanduser() if typed else self.session.workspace.exports

    def _say(self, words: str, style: str) -> None:
        self.query_one("#export-said", Static).update(Content.styled(words, f"bold {style}"))

    def _range_line(self, how: Range) -> Content:
        if how is Range.ALL:
            return Content(f"{how.value}（{len(self._choice.sheets)}张）")
        if how is Range.ONE and self._choice.current:
            return Content(f"{how.value}：{self._label(self._choice.current)}")
        return Content(how.value)

    def _tick_lines(self) -> Iterator[Content]:
        for sheet in self._choice.sheets:
            mark = here().ticked if sheet.id in self._choice.ticked else here().unticked
            yield Content(f"{mark} {sheet_label(sheet)}")

    def _label(self, sheet: str) -> str:
        return sheet_label(self.session.batch.sheet(sheet))
