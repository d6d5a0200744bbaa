"""The application: which screen is shown, and what the keys that are heard anywhere do.

Screens post messages and know nothing of each other. Only the first screen that is needed is
imported at the start; the others follow on first use.
"""

from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.theme import Theme

from selfeval_tui.problems import SelfevalError
from selfeval_tui.sheet import Address, Sheet, Step
from selfeval_tui.tui.audible import is_heard
from selfeval_tui.tui.bars import use_solid_bars
from selfeval_tui.tui.commands import working
from selfeval_tui.tui.desk import Desk, put
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import here, prefer
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import THEMES, style
from selfeval_tui.tui.thrift import collect_again
from selfeval_tui.tui.toosmall import TooSmall, is_too_small

if TYPE_CHECKING:
    from selfeval_tui.tui.check.screen import CheckScreen
    from selfeval_tui.tui.create.listed import ListScreen
    from selfeval_tui.tui.create.plan import PlanScreen
    from selfeval_tui.tui.create.screen import CreateScreen
    from selfeval_tui.tui.export.screen import ExportScreen
    from selfeval_tui.tui.fill.screen import FillScreen
    from selfeval_tui.tui.import_.screen import ImportScreen
    from selfeval_tui.tui.overview.bin import BinScreen
    from selfeval_tui.tui.overview.screen import OverviewScreen
    from selfeval_tui.tui.remarks.screen import RemarksScreen
    from selfeval_tui.tui.settings.screen import SettingsScreen
    from selfeval_tui.tui.start.screen import StartScreen

BASE = 2
"""Textual's own empty screen, and on it the one that the others are put in front of."""


def local_time() -> datetime:
    """The time of day where the clerk is."""
    return datetime.now().astimezone()


class SelfevalApp(App[int], inherit_bindings=False):
    """The screen over one workspace and its 示例.

    Args:
        root: The unit's own workspace.
        clock: The time of day, for the state of saving.
    """

    CSS = style("theme.tcss", "start/start.tcss", "overview/overview.tcss")
    """What the first screen needs; a style sheet that comes later has all of them parsed anew."""
    TITLE = "绩效自评表填报"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANYWHERE)]

    def __init__(self, root: Path, clock: Callable[[], datetime] = local_time) -> None:
        # Textual asks for the theme while it is being made.
        self.desk = Desk(root, clock, self._save_beside, self.refresh_status)
        super().__init__()
        prefer(self.desk.preferences.settings.glyphs)
        use_solid_bars()

    @property
    def session(self) -> Session:
        """The session that is shown."""
        return self.desk.current

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

    def on_resize(self, event: events.Resize) -> None:
        """A window may become too small, once there is a screen in it."""
        if len(self.screen_stack) >= BASE:
            self._watch_size(event.size)

    def refresh_status(self) -> None:
        """The batch or its saving changed: the screen in front shows it."""
        if isinstance(self.screen, Frame):
            self.screen.refresh_status()

    def _save_beside(self, saving: Coroutine[None, None, None]) -> None:
        """The thread that writes slows the screen down, which shows the step first."""
        self.call_after_refresh(self.run_worker, saving, group="saving")

    # What the keys of anywhere do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key is heard now."""
        del parameters
        return is_heard(action, self.screen, self.session.batch)

    def action_help(self) -> None:
        """Explain the focused field and the keys of this place."""
        from selfeval_tui.tui.help import HelpScreen

        screen = self.screen
        if isinstance(screen, Frame):
            field, address = screen.help_field(), screen.help_address()
            self.push_screen(HelpScreen(self.session, screen.WHERE, field, address))

    async def action_overview(self) -> None:
        """Return to 总览."""
        await self._go_home()

    def action_check(self) -> None:
        """自查: list all problems of the year."""
        from selfeval_tui.tui.check.screen import CheckScreen

        self._commit_edit()
        at = self.screen.place if isinstance(self.screen, Frame) else None
        self.push_screen(CheckScreen(self.session, at))

    def action_remarks(self) -> None:
        """List what the bureau said of the sheets."""
        from selfeval_tui.tui.remarks.screen import RemarksScreen

        self._commit_edit()
        at = self.screen.place if isinstance(self.screen, Frame) else None
        self.push_screen(RemarksScreen(self.session, at))

    def action_export(self) -> None:
        """Choose what to export."""
        from selfeval_tui.tui.export.screen import ExportScreen

        self._commit_edit()
        sheet = self.screen.sheet_id if isinstance(self.screen, Frame) else None
        self.push_screen(ExportScreen(self.session, sheet))

    def action_settings(self) -> None:
        """Change how the program looks or exports."""
        from selfeval_tui.tui.settings.screen import SettingsScreen

        self._commit_edit()
        drawn_with = here()

        async def draw_again(_none: None) -> None:
            if here() is not drawn_with:
                await self._fill_again()

        self.push_screen(SettingsScreen(self.session), draw_again)

    async def action_save(self) -> None:
        """Save at once."""
        self._commit_edit()
        await self.desk.flush()

    async def action_undo(self) -> None:
        """Take the latest step back and go where it was done."""
        self._commit_edit()
        await self._follow(self.session.batch.undo())

    async def action_redo(self) -> None:
        """Do again what was undone, and go there."""
        self._commit_edit()
        await self._follow(self.session.batch.redo())

    def action_palette(self) -> None:
        """List what can be done here."""
        from selfeval_tui.tui.palette import Palette

        screen = self.screen
        if isinstance(screen, Frame):
            commands = [
                key
                for key in working(screen, screen.WHERE, Where.ANYWHERE)
                if key.action != "palette"
            ]
            self.push_screen(Palette(commands), screen.carry_out)

    def action_menu(self) -> None:
        """Offer what can be done to the thing under the cursor."""
        if isinstance(self.screen, Frame):
            self.screen.open_menu(self.screen.menu_place)

    def action_repaint(self) -> None:
        """Draw everything again."""
        self.refresh(repaint=True, layout=True)

    async def action_quit(self) -> None:
        """Save what is left, and ask before leaving anything unsaved."""
        self._commit_edit()
        failures = await self.desk.flush()
        if not failures:
            self.exit(0)
            return
        from selfeval_tui.tui.question import Question

        answers = ("返回，先不退出", "再存一次，然后退出", "不保存，直接退出")
        question = Question("还有修改没有保存，现在退出就会丢失。", failures, answers)
        self.push_screen(question, self._leave)

    async def _leave(self, answer: int | None) -> None:
        if answer == 1:
            await self.action_quit()
        elif answer == 2:
            self.exit(0)

    # Where the screens lead.

    async def on_start_screen_chosen(self, message: "StartScreen.Chosen") -> None:
        """Enter what was chosen on the first screen."""
        from selfeval_tui.tui.start.entries import Entry

        match message.entry:
            case Entry.OWN:
                self.desk.enter_own()
                await self._go_home()
            case Entry.DEMO:
                await self._open_demo()
            case Entry.CREATE:
                self.on_overview_screen_new_wanted()
            case Entry.IMPORT:
                self.on_overview_screen_import_wanted()

    def on_overview_screen_sheet_opened(self, message: "OverviewScreen.SheetOpened") -> None:
        """Fill the sheet."""
        self._fill(message.sheet_id, message.at, message.notice)

    def on_overview_screen_new_wanted(self) -> None:
        """Make a new sheet for the unit's own year."""
        from selfeval_tui.tui.create.screen import CreateScreen

        self.push_screen(CreateScreen(self.desk.own))

    def on_overview_screen_import_wanted(self) -> None:
        """Read sheets from elsewhere into the unit's own year."""
        from selfeval_tui.tui.import_.screen import ImportScreen

        self.push_screen(ImportScreen(self.desk.own))

    def on_overview_screen_amounts_wanted(self) -> None:
        """Fill the amounts of all sheets in one table."""
        from selfeval_tui.tui.amounts.screen import AmountsScreen

        self.push_screen(AmountsScreen(self.session))

    def on_overview_screen_bin_wanted(self) -> None:
        """Look into 回收站."""
        from selfeval_tui.tui.overview.bin import BinScreen

        self.push_screen(BinScreen(self.session))

    async def on_bin_screen_restored(self, message: "BinScreen.Restored") -> None:
        """Put a sheet back among the others, and show it there."""
        put(message.session.batch, (message.sheet,), "放回一张表")
        await self._go_home()
        self._choose(message.sheet)

    def on_overview_screen_start_wanted(self) -> None:
        """Show the first screen, in front of 总览."""
        self.push_screen(self._start_screen(first=False))

    def on_frame_settings_wanted(self) -> None:
        """Show the settings."""
        self.action_settings()

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        """Let a setting count for what is already drawn."""
        match message.setting.name:
            case "glyphs":
                prefer(self.desk.preferences.settings.glyphs)
                self.refresh_status()
                self.action_repaint()
            case "theme":
                self.register_theme(self.current_theme)
                self.theme = self.current_theme.name

    async def on_fill_screen_sheet_requested(self, message: "FillScreen.SheetRequested") -> None:
        """Go to another sheet."""
        await self._return_to_base()
        self._fill(message.sheet_id, message.at, message.notice)

    async def on_check_screen_place_wanted(self, message: "CheckScreen.PlaceWanted") -> None:
        """Go to the cell of a problem."""
        await self._return_to_base()
        self._fill(message.address.sheet, message.address, message.words)

    async def on_remarks_screen_place_wanted(self, message: "RemarksScreen.PlaceWanted") -> None:
        """Go to the cell of a remark."""
        await self._return_to_base()
        self._fill(message.address.sheet, message.address, message.words)

    async def on_create_screen_created(self, message: "CreateScreen.Created") -> None:
        """Keep the new sheet with the unit's own, and fill it."""
        self.desk.adopt((message.sheet,))
        await self._go_home()
        self._fill(message.sheet.id)

    def on_create_screen_list_wanted(self, message: "CreateScreen.ListWanted") -> None:
        """Ask for a list of projects."""
        from selfeval_tui.tui.create.listed import ListScreen

        self.push_screen(ListScreen(self.desk.own, message.spec))

    def on_list_screen_read(self, message: "ListScreen.Read") -> None:
        """Show what the list would do, in front of it."""
        from selfeval_tui.tui.create.plan import PlanScreen

        plan = PlanScreen(self.desk.own, message.spec, message.listed, message.shared)
        self.push_screen(plan)

    async def on_plan_screen_accepted(self, message: "PlanScreen.Accepted") -> None:
        """Do what the clerk took of the list, as one step."""
        self.desk.take_list(message.sheets, message.changes)
        await self._go_home()
        if message.sheets:
            self._choose(message.sheets[0])

    async def on_import_screen_accepted(self, message: "ImportScreen.Accepted") -> None:
        """Keep what was read with the unit's own sheets."""
        self.desk.adopt(message.sheets)
        await self._go_home()

    async def on_export_screen_written(self, message: "ExportScreen.Written") -> None:
        """Show what was written, in place of the choices."""
        from selfeval_tui.tui.export.result import ExportedScreen

        if isinstance(self.screen, Frame) and self.screen.WHERE is Where.EXPORT:
            await self.pop_screen()
        self.push_screen(ExportedScreen(message.session, message.made))

    # Getting there.

    def _choose(self, sheet: Sheet) -> None:
        """Put the cursor of 总览 on a sheet."""
        if isinstance(self.screen, Frame):
            self.screen.go_to(Address(sheet.id))

    def _home(self) -> Frame:
        if self.desk.nothing_yet:
            return self._start_screen(first=True)
        from selfeval_tui.tui.overview.screen import OverviewScreen

        return OverviewScreen(self.session)

    def _start_screen(self, *, first: bool) -> Frame:
        from selfeval_tui.tui.start.screen import StartScreen

        saved = self.desk.own.workspace.saved
        return StartScreen(self.session, own_data=self.desk.own_data, own_saved=saved, first=first)

    async def _open_demo(self) -> None:
        try:
            await self.desk.enter_demo()
        except SelfevalError as error:
            from selfeval_tui.tui.question import Question

            self.push_screen(Question(error.title, (error.message,), ("知道了",)))
        else:
            await self._go_home()

    async def _go_home(self) -> None:
        """Close what stands in front, and show the session's own first screen anew."""
        self._commit_edit()
        await self._return_to_base()
        if not self._at_home(self.screen):
            await self.switch_screen(self._home())

    def _at_home(self, screen: Screen[object]) -> bool:
        """Whether this is the session's 总览, which keeps its cursor and filter."""
        if not isinstance(screen, Frame) or self.desk.nothing_yet:
            return False
        return screen.WHERE is Where.OVERVIEW and screen.session is self.session

    async def _return_to_base(self) -> None:
        while len(self.screen_stack) > BASE:
            await self.pop_screen()

    def _watch_size(self, size: Size) -> None:
        shown = any(isinstance(screen, TooSmall) for screen in self.screen_stack)
        if is_too_small(size) and not shown:
            self.push_screen(TooSmall())

    def _fill(self, sheet_id: str, at: Address | None = None, notice: str = "") -> None:
        from selfeval_tui.tui.fill.screen import FillScreen

        self.push_screen(FillScreen(self.session, sheet_id, at, notice))

    async def _fill_again(self) -> None:
        """Put a new screen in place of the sheet in front, whose lines are drawn with old marks."""
        from selfeval_tui.tui.fill.screen import FillScreen

        if isinstance(self.screen, FillScreen):
            at = self.screen.area.grid.address
            again = FillScreen(self.session, at.sheet)
            await self.switch_screen(again)
            again.go_to(at)

    async def _follow(self, step: Step | None) -> None:
        """Go where a step was done, undone or redone."""
        if step is None or not isinstance(self.screen, Frame):
            return
        if step.at.sheet not in {sheet.id for sheet in self.session.batch.sheets}:
            await self._go_home()
            return
        if not self.screen.shows(step.at):
            await self._return_to_base()
            self._fill(step.at.sheet)
        self.call_after_refresh(self._point_at, step)

    def _point_at(self, step: Step) -> None:
        if isinstance(self.screen, Frame):
            self.screen.go_to(step.at)

    def _commit_edit(self) -> None:
        if isinstance(self.screen, Frame):
            self.screen.commit_edit()
