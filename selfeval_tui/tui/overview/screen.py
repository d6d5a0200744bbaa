"""总览: the year's sheets, their sums, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import totals
from selfeval_tui.sheet.summary import Summary, summarise
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import MARK_WIDTH, Listing
from selfeval_tui.tui.overview.table import lay_out
from selfeval_tui.tui.overview.words import agreement, sheet_sentences
from selfeval_tui.tui.session import Session

SIDES = 2
"""Cells of padding around the body."""


class OverviewScreen(Frame):
    """Every sheet is a line; the chosen one is described in full below.

    Args:
        session: What is open.
    """

    WHERE = Where.OVERVIEW
    UNDOES = True
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - As Textual declares it.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OVERVIEW)]

    @dataclass
    class SheetOpened(Message):
        """The clerk wants to fill a sheet."""

        sheet_id: str

    class NewWanted(Message):
        """The clerk wants a new sheet."""

    class ImportWanted(Message):
        """The clerk wants to read sheets from elsewhere."""

    class StartWanted(Message):
        """The clerk wants the first screen: to the 示例, or back from it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._summaries: tuple[Summary, ...] = ()
        self._judged = False

    def body(self) -> Iterator[Widget]:
        """The table, the sums, the faults, the chosen sheet."""
        yield Static(id="overview-header")
        yield Listing(id="overview-sheets")
        yield Static(id="overview-total")
        if self.session.faults:
            yield VerticalScroll(Static(self._faults()), id="overview-faults")
        yield Static(id="overview-chosen")

    def on_mount(self) -> None:
        """The verdicts follow the first frame, which they would keep waiting."""
        # At the start nothing is drawn before the application itself has been mounted.
        self.app.call_later(self.call_after_refresh, self._judge)

    def refresh_status(self) -> None:
        """Show the batch as it is now."""
        super().refresh_status()
        batch = self.session.batch
        self._summaries = tuple(
            summarise(batch, sheet, judged=self._judged) for sheet in batch.sheets
        )
        self._lay_out()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._lay_out()

    def _judge(self) -> None:
        self._judged = True
        self.refresh_status()

    @on(Listing.Moved)
    def describe(self) -> None:
        """Say more about the chosen sheet."""
        chosen = self._chosen()
        if chosen is None:
            return
        title = f"{chosen.attachment} {chosen.name}"
        lines = [(f"{title}\n", "bold"), ("\n".join(sheet_sentences(chosen)), "")]
        self.query_one("#overview-chosen", Static).update(Content.assemble(*lines))

    @on(Listing.Opened)
    def action_open_sheet(self) -> None:
        """Fill the chosen sheet."""
        chosen = self._chosen()
        if chosen is not None:
            self.post_message(self.SheetOpened(chosen.sheet))

    def action_new_sheet(self) -> None:
        """Ask for a new sheet."""
        self.post_message(self.NewWanted())

    def action_import_files(self) -> None:
        """Ask for sheets from elsewhere."""
        self.post_message(self.ImportWanted())

    def action_start(self) -> None:
        """Ask for the first screen."""
        self.post_message(self.StartWanted())

    def _chosen(self) -> Summary | None:
        cursor = self.query_one(Listing).cursor
        return self._summaries[cursor] if cursor < len(self._summaries) else None

    def _lay_out(self) -> None:
        width = self.size.width - SIDES - MARK_WIDTH
        if width <= 0:
            return
        sums = totals(self.session.batch.sheets)
        table = lay_out(self._summaries, sums, width)
        indent = " " * MARK_WIDTH
        self.query_one("#overview-header", Static).update(indent + table.header)
        self.query_one(Listing).show(table.rows)
        self.query_one("#overview-total", Static).update(
            Content("\n").join(
                [(indent + table.total).stylize("on $panel"), indent + agreement(sums)]
            )
        )
        self.describe()

    def _faults(self) -> Content:
        heading = (
            f"有 {len(self.session.faults)} 个文件没有读出来，原样留在原处：\n",
            "bold $wrong",
        )
        lines = (fault.message for fault in self.session.faults)
        return Content.assemble(heading, "\n".join(lines))
