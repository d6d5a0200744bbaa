"""导出: which sheets, in which files, where to."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from attrs import evolve
from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from selfeval_tui.files.outgoing import WORKBOOKS, contradiction, hindrance
from selfeval_tui.files.pdf import Watch
from selfeval_tui.layout import ExportOptions, disagreeing_rates
from selfeval_tui.layout.names import drafts, unknown_fields
from selfeval_tui.layout.options import options_from
from selfeval_tui.problems import SelfevalError
from selfeval_tui.sheet import Sheet, sheet_mark
from selfeval_tui.store.kept.handed_out import Standing, changed_since_export
from selfeval_tui.tui.export.choice import Range, begin
from selfeval_tui.tui.export.lines import range_lines, tick_lines
from selfeval_tui.tui.export.looks import Looks
from selfeval_tui.tui.export.made import Made, Task, write
from selfeval_tui.tui.export.rates import ANSWERS, rate_sentences, rates_for
from selfeval_tui.tui.export.turning import Turning
from selfeval_tui.tui.form import FormFrame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import MARK_WIDTH, Listing
from selfeval_tui.tui.question import Question
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

ONLY_EXCEL = "报送的文件夹里只放 Excel 文件；要 Word、PDF 或填模板时，请另选一种存放方式。"
HAND_IN_DRAFTS = ("返回，先定稿", "照样报送（标明草稿）")


class ExportScreen(FormFrame):
    """Asks what is wanted, and writes it in a thread.

    Args:
        session: What is open.
        current: The sheet that was on the screen; None where there were several.
    """

    WHERE = Where.EXPORT
    CSS = style("forms.tcss", "export/export.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EXPORT)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (26, "-high")]  # noqa: RUF012 - As Textual declares it.

    @dataclass
    class Written(Message):
        """The files are made, or refused."""

        session: Session
        made: Made

    @dataclass
    class Converted(Message):
        """Some of the PDFs are made."""

        done: int
        wanted: int

    def __init__(self, session: Session, current: str | None) -> None:
        super().__init__(session)
        self._choice = begin(session.batch.printed, current)
        self._standings: Mapping[str, Standing] = {}
        self._busy = False
        self._stop: threading.Event | None = None
        """Set when the PDFs are not wanted any more; None where none are made."""
        exports, root = session.workspace.exports, session.workspace.root
        self._looks = Looks(options_from(session.settings), exports, root)

    def body(self) -> Iterator[Widget]:
        """The sheets, the way, the folder."""
        yield Static(Content("导出哪些表"), classes="heading")
        yield Listing(
            list(range_lines(self._choice, self.session.batch)), keeps=True, id="export-range"
        )
        yield Listing(self._tick_lines(), id="export-ticks")
        yield Static(Content("怎样存放"), classes="heading")
        yield self._looks
        yield Static(id="export-said")

    def on_mount(self) -> None:
        """The sheets take what room there is, but no more than they need."""
        ticks = self.query_one("#export-ticks", Listing)
        ticks.styles.max_height = ticks.count
        self.run_worker(self._compare())

    def on_resize(self) -> None:
        """What is said at the end of a sheet's line stays at its end."""
        self.query_one("#export-ticks", Listing).show(self._tick_lines())

    def on_paste(self, event: events.Paste) -> None:
        """A workbook or document that is pasted or dropped anywhere is the template."""
        if self._looks.take_template(event.text):
            event.stop()

    @on(Listing.Moved, "#export-range")
    def choose_range(self, message: Listing.Moved) -> None:
        """Tick what the range says."""
        self._choice = self._choice.by(self._choice.ranges[message.cursor])
        self.query_one("#export-ticks", Listing).show(self._tick_lines())

    @on(Listing.Opened, "#export-ticks")
    def action_tick(self) -> None:
        """Set or take away the tick under the cursor."""
        ticks = self.query_one("#export-ticks", Listing)
        if self._looks.tick() or not ticks.has_focus:
            return
        self._choice = self._choice.toggled(self._choice.sheets[ticks.cursor].id)
        ticks.show(self._tick_lines())
        self.query_one("#export-range", Listing).cursor = self._choice.ranges.index(Range.TICKED)

    def action_preview(self) -> None:
        """Show the pages of the ticked sheets."""
        from selfeval_tui.tui.export.pages import PreviewScreen

        chosen = [sheet.id for sheet in self._choice.chosen]
        if chosen:
            ticks = self.query_one("#export-ticks", Listing)
            first = self._choice.sheets[ticks.cursor].id
            self.app.push_screen(PreviewScreen(self.session, chosen, self._looks.options, first))

    def action_changes(self) -> None:
        """Show what changed since the last export."""
        from selfeval_tui.tui.export.changes import ChangesScreen

        self.app.push_screen(ChangesScreen(self.session, self._standings))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Changes are offered where there are any."""
        del parameters
        changed = any(each.due and not each.never for each in self._standings.values())
        return action != "changes" or changed

    @on(Input.Submitted)
    def action_start_export(self) -> None:
        """Write the files; ask first whether drafts are handed in, and which rates are printed."""
        chosen, options = self._choice.chosen, self._looks.options
        if self._busy:
            return
        if wrong := self._complaint(chosen, options):
            self._say(wrong, "$wrong")
            return
        unfinished = drafts(chosen) if self._looks.hand_in else ()
        if not unfinished:
            self._ask_rates(chosen, options)
            return

        def answered(answer: int | None) -> None:
            if answer == 1:
                self._ask_rates(chosen, options)

        marks = "、".join(map(sheet_mark, unfinished))
        title = f"有 {len(unfinished)} 张表还没有定稿，要照样报送吗？"
        lines = (marks, "照样报送的，文件名里标明草稿。")
        self.app.push_screen(Question(title, lines, HAND_IN_DRAFTS), answered)

    def _complaint(self, chosen: tuple[Sheet, ...], options: ExportOptions) -> str:
        """What stands in the way of an export; empty where nothing does."""
        if not chosen:
            return "没有选中任何一张表。请在要导出的表前打勾（按空格）。"
        if self._looks.hand_in and self._looks.wanted != WORKBOOKS:
            return ONLY_EXCEL
        if wrong := contradiction(self._looks.wanted, options):
            return wrong
        return "".join(unknown_fields(options.pattern, self._choice.sheets))

    def _ask_rates(self, chosen: tuple[Sheet, ...], options: ExportOptions) -> None:
        """Ask which 执行率 to print where typed and computed ones differ, and write the files."""
        differing = disagreeing_rates(self.session.batch, chosen)
        if not differing:
            self._write(chosen, options)
            return
        title = "填写的执行率与计算结果不一致，导出时印哪一个？"
        lines = rate_sentences(self.session.batch, differing)
        self.app.push_screen(
            Question(title, lines, ANSWERS), lambda answer: self._answered(chosen, options, answer)
        )

    def _answered(
        self, chosen: tuple[Sheet, ...], options: ExportOptions, answer: int | None
    ) -> None:
        rates = rates_for(answer)
        if rates is not None:
            self._write(chosen, evolve(options, rates=rates))

    def _write(self, chosen: tuple[Sheet, ...], options: ExportOptions) -> None:
        self._busy = True
        self._say(f"正在导出 {len(chosen)} 张表，请稍候。", "$lit")
        batch = self.session.snapshot()
        task = Task(
            workspace=self.session.workspace,
            batch=batch,
            sheets=tuple(batch.sheet(sheet.id) for sheet in chosen),
            folder=self._looks.folder,
            options=options,
            at=self.session.clock(),
            keeps=not self.session.batch.read_only,
            hand_in=self._looks.hand_in,
            wanted=self._looks.wanted,
        )
        stop = threading.Event()
        self._stop = stop if task.wanted.pdf else None
        # The application's worker goes on when this screen is left, and the result is told.
        self.app.run_worker(self._write_in_thread(task, stop))

    async def _write_in_thread(self, task: Task, stop: threading.Event) -> None:
        def told(done: int, wanted: int) -> None:
            self.post_message(self.Converted(done, wanted))

        try:
            made = await asyncio.to_thread(write, task, Watch(told, stop.is_set))
        except SelfevalError as error:
            self._busy, self._stop = False, None
            if self.is_mounted:
                self._say(error.message, "$wrong")
            return
        finally:
            # The program ends: the thread must not wait for PDFs that nobody will see.
            stop.set()
        self.app.post_message(self.Written(self.session, made))

    @on(Converted)
    def tell_progress(self, message: Converted) -> None:
        """Say how many PDFs are made."""
        if self._stop is not None and not self._stop.is_set():
            count = f"{message.done}/{message.wanted}"
            self._say(f"文件已导出，正在生成 PDF（{count}）。按 Esc 停止。", "$lit")

    def action_back(self) -> None:
        """Leave; while PDFs are made, rather stop that and show what there is."""
        if self._stop is None:
            super().action_back()
            return
        self._stop.set()
        self._say("正在停止，请稍候。", "$lit")

    @on(Turning.Turned, "#export-files")
    async def see_files(self) -> None:
        """Say at once what this computer lacks for the files that were chosen."""
        self._say(await asyncio.to_thread(hindrance, self._looks.wanted), "$wrong")

    async def _compare(self) -> None:
        """Find out in a thread what changed since the last export, and show it."""
        workspace, batch = self.session.workspace, self.session.snapshot()
        self._standings = await asyncio.to_thread(changed_since_export, workspace, batch)
        if not all(standing.never for standing in self._standings.values()):
            due = frozenset(each.sheet for each in self._standings.values() if each.due)
            self._choice = self._choice.knowing(due)
        ranges = self.query_one("#export-range", Listing)
        ranges.show(list(range_lines(self._choice, self.session.batch)))
        ranges.cursor = self._choice.ranges.index(self._choice.range)
        ranges.refresh(layout=True)
        self.query_one("#export-ticks", Listing).show(self._tick_lines())
        self.refresh_status()

    def _tick_lines(self) -> list[Content]:
        room = 0
        if self.is_mounted:
            room = self.query_one("#export-ticks", Listing).scrollable_content_region.width
        return list(tick_lines(self._choice, self._standings, room - MARK_WIDTH))

    def _say(self, words: str, style: str) -> None:
        self.query_one("#export-said", Static).update(Content.styled(words, f"bold {style}"))
