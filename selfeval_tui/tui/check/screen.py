"""自查: all problems of the year, the heaviest first; Enter leads to the cell."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.checks import Finding
from selfeval_tui.checks.groups import waits
from selfeval_tui.checks.lines import one_line
from selfeval_tui.checks.settle import place_of
from selfeval_tui.sheet import Address, Step
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.tui.check.explaining import Explaining
from selfeval_tui.tui.check.lines import counts_line, lines, remarks
from selfeval_tui.tui.check.view import Entry, GroupKey, Wanted, entries, verdict
from selfeval_tui.tui.clipboard import the_clipboard
from selfeval_tui.tui.fill.content import Piece, Tone
from selfeval_tui.tui.fill.explain.remark import Remark
from selfeval_tui.tui.fill.panes import Detail
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

NOTHING_LISTED = "没有这样的问题"
UNREAD = "有 {count} 个文件没有读出来，没有查；请先在总览看是哪些"
NOWHERE = "这一条是全年各表的问题，不在哪一格"
HINT = "Tab 换一类，左右键换级别，F5、F6 换表"


class CheckScreen(Frame):
    """Lists what a reviewer would send back; it follows every change.

    Args:
        session: What is open.
        at: The cell that the clerk comes from; its problem is chosen.
    """

    WHERE = Where.CHECK
    UNDOES = True
    CSS = style("fill/fill.tcss", "check/check.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - As Textual declares it.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CHECK)]

    def __init__(self, session: Session, at: Address | None = None) -> None:
        super().__init__(session)
        self._at = at
        self._wanted = Wanted()
        self._unfolded: frozenset[GroupKey] = frozenset()
        self._listed: tuple[Entry, ...] = ()
        self._detail = Detail()
        self._stop: Callable[[], None] | None = None
        self._deaf: Callable[[], None] | None = None

    def body(self) -> Iterator[Widget]:
        """The counts, what is listed, the list, the chosen problem."""
        yield Static(id="check-counts")
        yield Static(id="check-wanted")
        yield Listing(id="check-list")
        yield Static(id="check-said")
        yield self._detail

    # What it shows.

    def on_mount(self) -> None:
        """Check all sheets; from now on also what is not filled counts."""
        self.session.checking.check_all()
        batch = self.session.batch
        self._stop = batch.listen(self._stepped)
        self._deaf = batch.hear_refusals(self._refused)
        self._list()
        if self._at is not None:
            self.go_to(self._at)

    def on_unmount(self) -> None:
        """Follow no more."""
        for stop in (self._stop, self._deaf):
            if stop is not None:
                stop()

    @property
    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        cursor = self.query_one(Listing).cursor
        return self._listed[cursor] if cursor < len(self._listed) else None

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The entries from the top to the bottom."""
        return self._listed

    def shows(self, address: Address) -> bool:
        """A reason is seen at its problem."""
        found = self.session.checking.found()
        return any(address in (place_of(each), *each.at) for each in found)

    def go_to(self, address: Address) -> None:
        """Choose the problem of a cell, else the first one of its sheet."""
        tests: tuple[Callable[[Finding], bool], ...] = (
            lambda finding: place_of(finding) == address,
            lambda finding: address in finding.at,
            lambda finding: finding.sheet == address.sheet,
        )
        for test in tests:
            for number, entry in enumerate(self._listed):
                if any(test(finding) for finding in entry.findings):
                    self.query_one(Listing).cursor = number
                    return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key makes sense now; the footer leaves out what does not."""
        chosen = self.chosen if self.is_mounted else None
        offered = {
            "go": lambda: chosen is not None,
            "explain": lambda: chosen is not None,
            "copy": lambda: chosen is not None,
            "copy_all": lambda: bool(self._listed),
            "fold": lambda: chosen is not None and len(chosen.group) > 1,
        }
        if action in offered and not offered[action]():
            return False
        return super().check_action(action, parameters)

    @on(Listing.Moved)
    def describe(self) -> None:
        """Say all of the chosen problem."""
        self._say("")
        self._detail.tell(self._remarks())
        super().refresh_status()

    # What its keys do.

    @on(Listing.Opened)
    def action_go(self) -> None:
        """Go to the cell."""
        if self.chosen is None:
            return
        finding = self.chosen.first
        place = place_of(finding)
        if place.sheet:
            weight = finding.severity.label if waits(finding) else finding.state.label
            words = f"{weight} {finding.code} {finding.message}"
            self.post_message(self.CellWanted(place, words))
        else:
            self._say(NOWHERE)

    def action_explain(self) -> None:
        """Ask why the chosen problem, or its whole group, may stand."""
        if self.chosen is None:
            return
        explaining = Explaining(self.session, self.chosen.first)
        if explaining.hindrance:
            self._say(explaining.hindrance)
        else:
            dialog = explaining.dialog(whole_group=self.chosen.folds)
            self.app.push_screen(dialog, explaining.keep)

    def action_fold(self) -> None:
        """Show the problems of a group one by one, or as one line again."""
        if self.chosen is None or len(self.chosen.group) < 2:
            return
        key = self.chosen.key
        self._unfolded ^= {key}
        self._list()
        at = next(number for number, entry in enumerate(self._listed) if entry.key == key)
        self.query_one(Listing).cursor = at

    async def action_copy(self) -> None:
        """Copy the chosen problem as a line fit for a chat; a group as several."""
        if self.chosen is not None:
            await self._copy(self.chosen.findings)

    async def action_copy_all(self) -> None:
        """Copy all that are listed."""
        await self._copy(self._shown())

    def action_filter(self) -> None:
        """Ask which problems are listed."""
        from selfeval_tui.tui.check.choosing import ChoosingDialog

        def answered(wanted: Wanted | None) -> None:
            if wanted is not None:
                self._want(wanted)

        self.app.push_screen(ChoosingDialog(self.session.batch, self._wanted), answered)

    def action_next_kind(self) -> None:
        """List those that are settled, those that were skipped, all."""
        self._want(self._wanted.next_kind(1))

    def action_previous_kind(self) -> None:
        """The kind before."""
        self._want(self._wanted.next_kind(-1))

    def action_next_severity(self) -> None:
        """List one severity after the other."""
        self._want(self._wanted.next_severity(1))

    def action_previous_severity(self) -> None:
        """The severity before."""
        self._want(self._wanted.next_severity(-1))

    def action_next_sheet(self) -> None:
        """List one sheet after the other."""
        self._want(self._wanted.next_sheet(self.session.batch, 1))

    def action_previous_sheet(self) -> None:
        """The sheet before."""
        self._want(self._wanted.next_sheet(self.session.batch, -1))

    def action_back(self) -> None:
        """Return to what lies behind."""
        self.dismiss()

    # How.

    def _refused(self, sheets: Collection[str]) -> None:
        """Undo would change a locked sheet; it goes on once that is opened again."""
        self._say(refusal(self.session.batch, sheets))

    def _stepped(self, step: Step) -> None:
        del step
        self._list()

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._list()

    def _list(self) -> None:
        """List anew; the cursor stays as far as there are lines."""
        batch, found = self.session.batch, self.session.checking.found()
        self._listed = entries(found, self._wanted, self._unfolded)
        self.query_one("#check-counts", Static).update(self._top(found))
        words = f"列出：{self._wanted.words(batch)}（{len(self._shown())} 处）。{HINT}"
        self.query_one("#check-wanted", Static).update(Content(words))
        self.query_one(Listing).show(lines(batch, self._listed))
        self.describe()

    def _top(self, found: tuple[Finding, ...]) -> Content:
        unread = len(self.session.faults)
        parts = [(UNREAD.format(count=unread), "bold $wrong")] if unread else []
        parts += [(fault, "bold $wrong") for fault in self.session.checking.faults]
        if not unread and (said := verdict(found)):
            parts.append((said, "bold $right"))
        counts = counts_line(found)
        rows = [Content.styled(*part) for part in parts] + ([counts] if counts.plain else [])
        return Content("\n").join(rows)

    def _remarks(self) -> tuple[Remark, ...]:
        chosen = self.chosen
        if chosen is None:
            return (Remark((Piece(NOTHING_LISTED, Tone.QUIET),)),)
        lapsed = Explaining(self.session, chosen.first).lapsed
        return remarks(self.session.batch, chosen.first, lapsed)

    def _shown(self) -> tuple[Finding, ...]:
        """What is listed, each once."""
        groups = dict.fromkeys(entry.group for entry in self._listed)
        return tuple(finding for group in groups for finding in group)

    async def _copy(self, findings: Iterable[Finding]) -> None:
        said = [one_line(self.session.batch, finding) for finding in findings]
        if not said:
            return
        send, folder = self.app.copy_to_clipboard, self.session.workspace.root
        came = await the_clipboard().copy("\n".join(said), send, folder)
        self._say(f"已复制 {len(said)} 句{came}")

    def _say(self, words: str) -> None:
        line = self.query_one("#check-said", Static)
        line.update(Content(words))
        line.display = bool(words)
