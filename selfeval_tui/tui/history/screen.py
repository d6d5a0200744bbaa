"""历史: the versions of a sheet, what changed between them, and one of them back by one key."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Sheet, sheet_label
from selfeval_tui.sheet.bring_back import Comparison, bring_back, compare
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.store import Fault
from selfeval_tui.store.bin import restored
from selfeval_tui.store.history.shelf import Kept, read_kept, versions_of
from selfeval_tui.store.kept.version import Version
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.history.lines import Entry, difference_lines, entry_line
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

READING = "正在读各版，请稍候。"
NOTHING = "还没有留下版本。打开时、停笔十分钟后、成批改动之前、定稿和报送时，各留一版。"
UNRESTORABLE = "这里没有能恢复的一版。"
_AT_ONCE = 12
"""Versions that are read before the list shows them; a long history takes a second or two."""
ALREADY = "这张表已经是这样，没有要恢复的。"


class HistoryScreen(Frame):
    """Lists the versions of one sheet, the newest first.

    Args:
        session: What is open.
        sheet: The sheet; one out of 回收站 where it was removed.
    """

    WHERE = Where.HISTORY
    UNDOES = True
    CSS = style("history/history.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HISTORY)]

    def __init__(self, session: Session, sheet: Sheet) -> None:
        super().__init__(session)
        self._last = sheet.copy()
        self._entries: tuple[Entry, ...] = ()
        self._read: dict[Path, Version | Fault] = {}
        self._base: Path | None = None
        self._found = READING
        self._deaf: Callable[[], None] = lambda: None

    def body(self) -> Iterator[Widget]:
        """The versions, and what changed from the chosen one to now or to another."""
        yield Static(id="history-heading", classes="heading")
        yield Listing(keeps=True, id="history-list")
        yield Static(id="history-said")
        yield Static(id="history-compared")
        yield Listing(each=3, id="history-changes")

    def on_mount(self) -> None:
        """Read the versions beside the screen."""
        self._deaf = self.session.batch.hear_refusals(self._refused)
        self._say("")
        self.refresh_status()

    def on_unmount(self) -> None:
        """Nobody is told here any more."""
        self._deaf()

    def refresh_status(self) -> None:
        """The sheet or its versions may have changed."""
        super().refresh_status()
        self._list()
        self.run_worker(self._look(), group="history", exclusive=True)

    @property
    def sheet_id(self) -> str | None:
        """The sheet, as long as it is there."""
        return self._last.id if self._present else None

    def shows(self, address: Address) -> bool:
        """Whether it is about this sheet."""
        return address.sheet == self._last.id

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The versions that are listed."""
        return self._entries

    @property
    def chosen(self) -> Entry | None:
        """The version under the cursor."""
        cursor = self._versions.cursor
        return self._entries[cursor] if cursor < len(self._entries) else None

    # What the keys do.

    @on(Listing.Opened, "#history-list")
    def action_restore(self) -> None:
        """Let the sheet say what the chosen version says, as one step."""
        chosen = self.chosen
        if chosen is None or isinstance(chosen.read, Fault):
            self._say(UNRESTORABLE)
            return
        batch = self.session.batch
        version, present = chosen.read.sheet, self._present
        if present is None and batch.read_only:
            self._say(batch.read_only)
        elif present is None:
            self._put_back(version)
        elif batch.locked(present.id):
            self._say(refusal(batch, {present.id}))
        elif bring_back(batch, present.id, version, f"恢复{chosen.at}的一版"):
            self.refresh_status()
            self._say(f"已恢复成 {chosen.at} 的一版，原来的也留着。Ctrl+Z 撤销。")
        else:
            self._say(ALREADY)

    def action_against(self) -> None:
        """Compare with the chosen version from now on, or with the present again."""
        chosen = self.chosen
        if chosen is not None and chosen.sheet is not None:
            self._base = None if self._base == chosen.kept.path else chosen.kept.path
            self._list()

    def action_next_part(self) -> None:
        """Go to the other list."""
        self.focus_next()

    def action_previous_part(self) -> None:
        """Go to the other list."""
        self.focus_previous()

    def action_back(self) -> None:
        """Return to where the clerk came from."""
        self.dismiss()

    # What it shows.

    @on(Listing.Moved, "#history-list")
    def describe(self) -> None:
        """Say what changed from the chosen version to now, or to the one marked."""
        chosen = self.chosen
        words: str = self._found
        lines: list[Content] = []
        if chosen is not None and isinstance(chosen.read, Fault):
            words = chosen.read.message
        elif chosen is not None and chosen.sheet is not None:
            words, lines = self._compared(chosen, chosen.sheet)
        self.query_one("#history-compared", Static).update(Content(words))
        self.query_one("#history-changes", Listing).show(lines)

    def _compared(self, chosen: Entry, sheet: Sheet) -> tuple[str, list[Content]]:
        base = next((each for each in self._entries if each.kept.path == self._base), None)
        if base is None or base.sheet is None:
            found, after = compare(sheet, self._now), self._now
            return self._told(chosen.at, self._now_word, found), [
                *difference_lines(found, after, ("原", "现"))
            ]
        early, late = sorted((chosen, base), key=lambda each: each.kept.at)
        assert early.sheet is not None
        assert late.sheet is not None
        found = compare(early.sheet, late.sheet)
        return self._told(early.at, late.at, found), [
            *difference_lines(found, late.sheet, ("前", "后"))
        ]

    def _told(self, early: str, late: str, found: Comparison) -> str:
        return f"从 {early} 的一版到{late}：{found.words}"

    @property
    def _versions(self) -> Listing:
        return self.query_one("#history-list", Listing)

    @property
    def _present(self) -> Sheet | None:
        sheets = self.session.batch.sheets
        return next((each for each in sheets if each.id == self._last.id), None)

    @property
    def _now(self) -> Sheet:
        return self._present or self._last

    @property
    def _now_word(self) -> str:
        return "现在" if self._present else "删除时"

    async def _look(self) -> None:
        """Read the versions that were not read yet, in a thread, and list them all."""
        saved = self.session.workspace.saved
        try:
            every = await asyncio.to_thread(versions_of, saved, self._last.id)
        except StoreError as error:
            self._found = error.message
            self._list()
            return
        unread = [each for each in every if each.path not in self._read]
        for start in range(0, len(unread), _AT_ONCE):
            self._read |= await asyncio.to_thread(_read, unread[start : start + _AT_ONCE])
            self._take(every)
        self._found = NOTHING
        self._take(every)

    def _take(self, every: tuple[Kept, ...]) -> None:
        """List the versions that were read so far."""
        known = self._read
        self._entries = tuple(Entry(each, known[each.path]) for each in every if each.path in known)
        self._list()

    def _list(self) -> None:
        heading = f"{sheet_label(self._now)}：留着 {len(self._entries)} 版"
        self.query_one("#history-heading", Static).update(Content(heading))
        self._versions.show(
            [
                entry_line(each, self._now, based=each.kept.path == self._base)
                for each in self._entries
            ]
        )
        self.describe()

    def _put_back(self, version: Sheet) -> None:
        from selfeval_tui.tui.desk import put

        batch = self.session.batch
        taken = frozenset(each.id for each in batch.sheets)
        put(batch, (restored(version, taken),), "放回一张表")
        self.refresh_status()
        self._say("已放回各表之中。Ctrl+Z 撤销。")

    def _refused(self, sheets: Collection[str]) -> None:
        """A locked sheet was to be changed, by undo for instance."""
        if self.is_current:
            self._say(refusal(self.session.batch, sheets))

    def _say(self, words: str) -> None:
        said = self.query_one("#history-said", Static)
        said.update(Content(words))
        said.display = bool(words)


def _read(versions: Iterable[Kept]) -> dict[Path, Version | Fault]:
    return {each.path: read_kept(each) for each in versions}
