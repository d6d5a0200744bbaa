"""总览: the year's sheets, their sums, and what could not be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Address, Sheet, Stage, totals
from selfeval_tui.sheet.summary import Summary, with_verdicts, without_verdicts
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import MARK_WIDTH, Listing
from selfeval_tui.tui.overview.filter import NO_FILTER, Filter, Which
from selfeval_tui.tui.overview.history import SheetHistory
from selfeval_tui.tui.overview.table import Found, lay_out
from selfeval_tui.tui.overview.words import (
    agreement,
    compared,
    problem_sentence,
    sheet_sentences,
)
from selfeval_tui.tui.session import Session

SIDES = 2
"""Cells of padding around the body."""
INDENT = 6
"""Cells of padding around what is said of the chosen sheet."""


class OverviewScreen(SheetHistory):
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
        """The clerk wants to fill a sheet, perhaps from a certain cell on."""

        sheet_id: str
        at: Address | None = None
        notice: str = ""

    class NewWanted(Message):
        """The clerk wants a new sheet."""

    class ImportWanted(Message):
        """The clerk wants to read sheets from elsewhere."""

    class StartWanted(Message):
        """The clerk wants the first screen: to the 示例, or back from it."""

    class AmountsWanted(Message):
        """The clerk wants the amounts of all sheets in one table."""

    class BinWanted(Message):
        """The clerk wants to see what was removed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._seen = -1
        self._judged = False
        self._all: tuple[Summary, ...] = ()
        self._listed: tuple[Summary, ...] = ()
        self._filter = NO_FILTER
        self._changed: frozenset[str] = frozenset()
        self._found: Found = {}
        self._beside: tuple[Summary, ...] = ()
        self._since_final: Mapping[str, str] = {}
        self._deaf: Callable[[], None] = lambda: None
        self._said = ""
        self._said_of: tuple[str | None, int] = None, 0

    def body(self) -> Iterator[Widget]:
        """The table, the sums, the faults, the chosen sheet."""
        yield Static(id="overview-header")
        yield Listing(id="overview-sheets")
        yield Static(id="overview-total")
        yield Static(id="overview-said")
        if self.session.faults or self.session.notices:
            yield VerticalScroll(Static(self.faults()), id="overview-faults")
        yield Static(id="overview-chosen")

    def on_mount(self) -> None:
        """The verdicts follow the first frame, which they would keep waiting."""
        self._deaf = self.session.batch.hear_refusals(self._refused)
        # At the start nothing is drawn before the application itself has been mounted.
        self.app.call_later(self.call_after_refresh, self._judge)

    def on_unmount(self) -> None:
        """Nobody is told here any more."""
        self._deaf()

    def refresh_status(self) -> None:
        """Show the batch as it is now."""
        super().refresh_status()
        self._look_through()
        self._lay_out()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._lay_out()

    def shows(self, address: Address) -> bool:
        """What was done to a whole sheet is seen here."""
        return not address.name and not address.table

    def go_to(self, address: Address) -> None:
        """Choose a sheet, if it is listed."""
        self.refresh_status()
        for number, summary in enumerate(self._listed):
            if summary.sheet == address.sheet:
                self.query_one(Listing).cursor = number

    @property
    def chosen(self) -> Sheet | None:
        """The sheet under the cursor."""
        summary = self._chosen()
        return self.session.batch.sheet(summary.sheet) if summary else None

    @property
    def listed(self) -> tuple[Sheet, ...]:
        """The sheets that the filter leaves, in their order."""
        return tuple(self.session.batch.sheet(each.sheet) for each in self._listed if each.printed)

    @property
    def filter(self) -> Filter:
        """Which sheets are listed."""
        return self._filter

    def list_only(self, wanted: Filter) -> None:
        """List the sheets that a filter keeps."""
        self._filter = wanted
        self._seen = -1
        self.refresh_status()

    def tell(self, words: str) -> None:
        """Say something; it stays until the cursor comes to another sheet or anything is done."""
        self._said, self._said_of = words, self._standing()
        self._show_said()

    @on(Listing.Moved)
    def describe(self) -> None:
        """Say more about the chosen sheet."""
        chosen = self._chosen()
        if self._said_of != self._standing():
            self._said = ""
        self._show_said()
        if chosen is None:
            self.query_one("#overview-chosen", Static).update()
            return
        title = fit(f"{chosen.attachment} {chosen.name}", max(1, self.size.width - INDENT))
        said = (
            *sheet_sentences(chosen),
            self._since_final.get(chosen.sheet, ""),
            problem_sentence(self._found.get(chosen.sheet)),
        )
        lines = [(f"{title}\n", "bold"), ("\n".join(filter(None, said)), "")]
        self.query_one("#overview-chosen", Static).update(Content.assemble(*lines))

    def open(self, sheet_id: str, at: Address | None = None, notice: str = "") -> None:
        """Fill a sheet."""
        self.post_message(self.SheetOpened(sheet_id, at, notice))

    @on(Listing.Opened)
    def action_open_sheet(self) -> None:
        """Fill the chosen sheet."""
        chosen = self._chosen()
        if chosen is not None:
            self.open(chosen.sheet)

    def action_new_sheet(self) -> None:
        """Ask for a new sheet."""
        self.post_message(self.NewWanted())

    def action_import_files(self) -> None:
        """Ask for sheets from elsewhere."""
        self.post_message(self.ImportWanted())

    def action_start(self) -> None:
        """Ask for the first screen."""
        self.post_message(self.StartWanted())

    def action_amounts(self) -> None:
        """Ask for the amounts of all sheets."""
        self.post_message(self.AmountsWanted())

    def action_bin(self) -> None:
        """Ask for what was removed."""
        self.post_message(self.BinWanted())

    def _chosen(self) -> Summary | None:
        cursor = self.query_one(Listing).cursor
        return self._listed[cursor] if cursor < len(self._listed) else None

    def _standing(self) -> tuple[str | None, int]:
        """What is chosen, and how many steps were done: what is said belongs to both."""
        chosen = self._chosen()
        return chosen.sheet if chosen else None, self.session.batch.version

    def _judge(self) -> None:
        if not self.is_attached:
            return  # It was left before its first frame.
        self._judged = True
        self.session.checking.begin()
        self.refresh_status()
        self.run_worker(self.look_for_rescues(), group="rescues")

    def _look_through(self) -> None:
        """Sum up what changed since the last look, and the verdicts once they are wanted."""
        batch = self.session.batch
        if self._seen != batch.version:
            self._seen = batch.version
            every = tuple(without_verdicts(batch, sheet) for sheet in batch.sheets)
            self._all = tuple(each for each in every if each.printed)
            self._beside = tuple(each for each in every if not each.printed)
            self._since_final = self._changes_since_final()
            self._changed = self._changed_sheets()
        if self._judged:
            self._all = tuple(
                with_verdicts(batch, each) if each.verdicts is None else each for each in self._all
            )
        checking = self.session.checking
        self._found = {each.sheet: checking.problems(each.sheet) for each in self._all}
        listed = tuple(each for each in self._all if self._is_listed(each))
        self._listed = listed if self._filter else (*listed, *self._beside)

    def _is_listed(self, summary: Summary) -> bool:
        return self._filter.keeps(summary, self._changed, self._found[summary.sheet])

    def _changes_since_final(self) -> Mapping[str, str]:
        """How far the sheets that came back differ from what was finalised."""
        back = [each.sheet for each in self._all if each.life.stage is Stage.returned]
        if not back:
            return {}
        from selfeval_tui.store.kept.finalised import changed_since_final

        batch, workspace = self.session.batch, self.session.workspace
        standings = changed_since_final(workspace, map(batch.sheet, back), batch)
        return {sheet: compared(each) for sheet, each in standings.items()}

    def _changed_sheets(self) -> frozenset[str]:
        if self._filter.which is not Which.CHANGED:
            return frozenset()
        from selfeval_tui.store.kept.handed_out import changed_since_export

        standings = changed_since_export(self.session.workspace, self.session.batch)
        return frozenset(sheet for sheet, each in standings.items() if each.due)

    def _lay_out(self) -> None:
        width = self.size.width - SIDES - MARK_WIDTH
        if width <= 0:
            return
        sums = totals(self.session.batch.printed)
        table = lay_out(self._listed, self._all, self._found, sums, width)
        indent = " " * MARK_WIDTH
        self.query_one("#overview-header", Static).update(indent + table.header)
        self.query_one(Listing).show(table.rows)
        self.query_one("#overview-total", Static).update(
            Content("\n").join(
                [(indent + table.total).stylize("on $panel"), indent + agreement(sums)]
            )
        )
        self.describe()

    def _show_said(self) -> None:
        parts = [self._said] if self._said else []
        if self._filter:
            parts.append(self._filter.sentence(len(self._listed), len(self._all)))
        line = self.query_one("#overview-said", Static)
        line.update(Content("\n".join(parts)))
        line.display = bool(parts)
