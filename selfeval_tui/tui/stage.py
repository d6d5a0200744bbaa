"""The window and the screens in it: which one is in front, and how another one comes there."""

from collections.abc import Callable, Coroutine, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from textual import events
from textual.filter import LineFilter
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.theme import Theme

from selfeval_tui.clock import local_time
from selfeval_tui.sheet import Address, Sheet, Step
from selfeval_tui.store.unsaved.journal_text import Typing
from selfeval_tui.tui.bars import use_solid_bars
from selfeval_tui.tui.desk import Desk
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import prefer
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.safe_lines import SafeLines
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import THEMES
from selfeval_tui.tui.thrift import collect_again
from selfeval_tui.tui.toosmall import TooSmall, is_too_small
from selfeval_tui.tui.window import Window

_MINUTE = 60
"""Seconds between two looks at whether a version is due for the history."""
BASE = 2
"""Textual's own empty screen, and on it the one that the others are put in front of."""
READ_ONLY = "现在只能看"


class Stage(Window, inherit_bindings=False):
    """Shows the screens of one workspace and its 示例; what leads to them is told elsewhere.

    Args:
        root: The unit's own workspace.
        clock: The time of day, for the state of saving.
    """

    def __init__(self, root: Path, clock: Callable[[], datetime] = local_time) -> None:
        # Textual asks for the theme while it is being made.
        self.desk = Desk(
            root, clock, self._save_beside, self._saving_told, self._typed_in, self._commit_typed
        )
        self._safe_lines = SafeLines()
        super().__init__()
        prefer(self.desk.preferences.settings.glyphs)
        use_solid_bars()

    @property
    def session(self) -> Session:
        """The session that is shown."""
        return self.desk.current

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What each line goes through on its way to the terminal."""
        return (*super().get_line_filters(), self._safe_lines)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is left, at which an input method opens its window.

        Asked for each frame, so that it follows a field that is scrolled or laid elsewhere.
        """
        focused = self.focused if self.screen_stack else None
        asked: Offset = getattr(focused, "cursor_screen_offset", self._parked)
        return asked

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._parked = place

    @property
    def current_theme(self) -> Theme:
        """The one that is set; naming it here spares a second pass over the styles."""
        return THEMES[self.desk.preferences.settings.theme]

    async def on_mount(self) -> None:
        """Begin at 总览, or at the first screen where there is nothing to show yet."""
        await self.push_screen(self._home())
        self._watch_size(self.size)
        self.call_after_refresh(collect_again)
        self.call_after_refresh(self.offer_lost)
        self.call_after_refresh(self.desk.keep_versions)
        self.set_interval(_MINUTE, self.desk.keep_versions)
        self.set_interval(_MINUTE, self.desk.renew_locks)

    def on_unmount(self) -> None:
        """Let other windows write."""
        self.desk.release()

    def on_resize(self, event: events.Resize) -> None:
        """A window may become too small, once there is a screen in it."""
        if len(self.screen_stack) >= BASE:
            self._watch_size(event.size)

    def refresh_status(self) -> None:
        """The batch or its saving changed: the screen in front shows it."""
        # One that is still being made shows it when it stands.
        if isinstance(self.screen, Frame) and self.screen.is_mounted:
            self.screen.refresh_status()

    def on_input_changed(self) -> None:
        """A text of one line is being typed."""
        self.desk.touch()

    def on_text_area_changed(self) -> None:
        """A long text is being typed."""
        self.desk.touch()

    def on_editing_area_typed(self) -> None:
        """A cell is being typed."""
        self.desk.touch()

    async def save_everything(self, *, last: bool) -> None:
        """Put everything on the disk, what is being typed too."""
        await self.desk.save_before_end(last=last)

    def hold(self) -> None:
        """Keep what is being typed, while there is a screen to look at."""
        self.desk.hold()

    def offer_lost(self, *, taken_over: bool = False) -> None:
        """Offer what was typed and not saved when the program ended, or in the window before."""
        from selfeval_tui.tui.journal.offering import Offering

        # Where another window writes, what it keeps is not lost.
        if not self.session.batch.read_only:
            Offering(self, taken_over=taken_over).begin()

    def _typed_in(self, session: Session) -> Iterator[Typing]:
        """The texts that are being typed, in whichever screens."""
        for screen in self.screen_stack:
            # A window in front asks about the session that is shown.
            if isinstance(screen, Frame | Dialog):
                about = screen.session if isinstance(screen, Frame) else self.session
                yield from screen.being_typed() if about is session else ()

    def _commit_typed(self) -> None:
        if self.screen_stack:
            self.commit_edit()

    def _saving_told(self) -> None:
        self.refresh_status()
        for each in self.desk.keeping:
            each.saved()

    def _save_beside(self, saving: Coroutine[None, None, None]) -> None:
        """The thread that writes slows the screen down, which shows the step first."""
        self.call_after_refresh(self.run_worker, saving, group="saving")

    def may_write(self, session: Session) -> bool:
        """Whether a session may be changed; where another window has it that is told."""
        if session.batch.read_only:
            from selfeval_tui.tui.question import Question

            self.push_screen(Question(READ_ONLY, (session.batch.read_only,), ("知道了",)))
        return not session.batch.read_only

    # Where to go.

    async def go_home(self) -> None:
        """Close what stands in front, and show the session's own first screen anew."""
        self.commit_edit()
        await self.return_to_base()
        if not self._at_home(self.screen):
            await self.switch_screen(self._home())

    async def reopen(self) -> None:
        """Show the unit's own workspace anew, with its settings, as it lies on the disk."""
        await self.return_to_base()
        await self.desk.reopen()
        prefer(self.desk.preferences.settings.glyphs)
        self.register_theme(self.current_theme)
        self.theme = self.current_theme.name
        await self.switch_screen(self._home())

    def fill(self, sheet_id: str, at: Address | None = None, notice: str = "") -> None:
        """Fill a sheet, in front of what is shown.

        Args:
            sheet_id: Which one.
            at: The cell to begin with; the first one where None.
            notice: What the clerk should know at first.
        """
        from selfeval_tui.tui.fill.screen import FillScreen

        self.push_screen(FillScreen(self.session, sheet_id, at, notice))

    def show_start(self) -> None:
        """Show the first screen, in front of 总览."""
        self.push_screen(self._start_screen(first=False))

    async def fill_again(self) -> None:
        """Put a new screen in place of the sheet in front, whose lines are drawn with old marks."""
        from selfeval_tui.tui.fill.screen import FillScreen

        if isinstance(self.screen, FillScreen):
            at = self.screen.area.grid.address
            again = FillScreen(self.session, at.sheet)
            await self.switch_screen(again)
            again.go_to(at)

    async def follow(self, step: Step | None) -> None:
        """Go where a step was done, undone or redone."""
        if step is None or not isinstance(self.screen, Frame):
            return
        if step.at.sheet not in {sheet.id for sheet in self.session.batch.sheets}:
            await self.go_home()
            return
        if not self.screen.shows(step.at):
            await self.return_to_base()
            self.fill(step.at.sheet)
        self.call_after_refresh(self._point_at, step)

    def choose(self, sheet: Sheet) -> None:
        """Put the cursor of 总览 on a sheet."""
        if isinstance(self.screen, Frame):
            self.screen.go_to(Address(sheet.id))

    def commit_edit(self) -> None:
        """Commit a text that is still being typed, also in a window that became too small."""
        covered = isinstance(self.screen, TooSmall)
        screen = self.screen_stack[-2] if covered else self.screen
        if isinstance(screen, Frame):
            screen.commit_edit()

    async def return_to_base(self) -> None:
        """Close what stands in front of the session's own first screen."""
        while len(self.screen_stack) > BASE:
            await self.pop_screen()

    # How one gets there.

    def _home(self) -> Frame:
        if self.desk.nothing_yet:
            return self._start_screen(first=True)
        from selfeval_tui.tui.overview.screen import OverviewScreen

        return OverviewScreen(self.session)

    def _start_screen(self, *, first: bool) -> Frame:
        from selfeval_tui.tui.start.screen import StartScreen

        saved = self.desk.own.workspace.saved
        return StartScreen(self.session, own_data=self.desk.own_data, own_saved=saved, first=first)

    def _at_home(self, screen: Screen[object]) -> bool:
        """Whether this is the session's 总览, which keeps its cursor and filter."""
        if not isinstance(screen, Frame) or self.desk.nothing_yet:
            return False
        return screen.WHERE is Where.OVERVIEW and screen.session is self.session

    def _point_at(self, step: Step) -> None:
        if isinstance(self.screen, Frame):
            self.screen.go_to(step.at)

    def _watch_size(self, size: Size) -> None:
        shown = any(isinstance(screen, TooSmall) for screen in self.screen_stack)
        if is_too_small(size) and not shown:
            # While one leaves, the window may have become too small again.
            self.push_screen(TooSmall(), lambda _none: self._watch_size(self.size))
