"""Where the screens lead: what they post, and which screen follows.

Screens know nothing of each other. Each is imported when somebody goes there for the first time.
"""

from typing import TYPE_CHECKING

from selfeval_tui.problems import SelfevalError
from selfeval_tui.tui.desk import put
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.glyphs import here, prefer
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.stage import Stage

if TYPE_CHECKING:
    from selfeval_tui.tui.create.listed import ListScreen
    from selfeval_tui.tui.create.plan import PlanScreen
    from selfeval_tui.tui.create.screen import CreateScreen
    from selfeval_tui.tui.export.screen import ExportScreen
    from selfeval_tui.tui.fill.screen import FillScreen
    from selfeval_tui.tui.import_.screen import ImportScreen
    from selfeval_tui.tui.overview.bin import BinScreen
    from selfeval_tui.tui.overview.screen import OverviewScreen
    from selfeval_tui.tui.settings.screen import SettingsScreen
    from selfeval_tui.tui.start.screen import StartScreen


class Routes(Stage, inherit_bindings=False):
    """Answers the messages of the screens, screen by screen."""

    # The first screen.

    async def on_start_screen_chosen(self, message: "StartScreen.Chosen") -> None:
        """Enter what was chosen on the first screen."""
        from selfeval_tui.tui.start.entries import Entry

        match message.entry:
            case Entry.OWN:
                self.desk.enter_own()
                await self.go_home()
            case Entry.DEMO:
                await self._open_demo()
            case Entry.CREATE:
                self.on_overview_screen_new_wanted()
            case Entry.IMPORT:
                self.on_overview_screen_import_wanted()

    async def _open_demo(self) -> None:
        try:
            await self.desk.enter_demo()
        except SelfevalError as error:
            from selfeval_tui.tui.question import Question

            self.push_screen(Question(error.title, (error.message,), ("知道了",)))
        else:
            await self.go_home()
            self.offer_lost()

    # 总览, 回收站, 填报.

    def on_overview_screen_sheet_opened(self, message: "OverviewScreen.SheetOpened") -> None:
        """Fill the sheet."""
        self.fill(message.sheet_id, message.at, message.notice)

    def on_overview_screen_new_wanted(self) -> None:
        """Make a new sheet for the unit's own year."""
        if not self.may_write(self.desk.own):
            return
        from selfeval_tui.tui.create.screen import CreateScreen

        self.push_screen(CreateScreen(self.desk.own))

    def on_overview_screen_import_wanted(self) -> None:
        """Read sheets from elsewhere into the unit's own year."""
        if not self.may_write(self.desk.own):
            return
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

    def on_overview_screen_start_wanted(self) -> None:
        """Show the first screen, in front of 总览."""
        self.show_start()

    async def on_bin_screen_restored(self, message: "BinScreen.Restored") -> None:
        """Put a sheet back among the others, and show it there."""
        if not self.may_write(message.session):
            return
        put(message.session.batch, (message.sheet,), "放回一张表")
        await self.go_home()
        self.choose(message.sheet)

    async def on_fill_screen_sheet_requested(self, message: "FillScreen.SheetRequested") -> None:
        """Go to another sheet."""
        await self.return_to_base()
        self.fill(message.sheet_id, message.at, message.notice)

    async def on_frame_cell_wanted(self, message: Frame.CellWanted) -> None:
        """Fill the cell of a problem or of a remark."""
        await self.return_to_base()
        self.fill(message.address.sheet, message.address, message.words)

    # 新建, 按清单新建, 导入, 导出.

    async def on_create_screen_created(self, message: "CreateScreen.Created") -> None:
        """Keep the new sheet with the unit's own, and fill it."""
        if not self.may_write(self.desk.own):
            return
        self.desk.adopt((message.sheet,))
        await self.go_home()
        self.fill(message.sheet.id)

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
        if not self.may_write(self.desk.own):
            return
        self.desk.take_list(message.sheets, message.changes)
        await self.go_home()
        if message.sheets:
            self.choose(message.sheets[0])

    async def on_import_screen_accepted(self, message: "ImportScreen.Accepted") -> None:
        """Keep what was read with the unit's own sheets."""
        if not self.may_write(self.desk.own):
            return
        self.desk.bring_in(message.sheets, message.merged)
        await self.go_home()
        self.choose((message.sheets or message.merged)[0])

    async def on_export_screen_written(self, message: "ExportScreen.Written") -> None:
        """Show what was written, in place of the choices."""
        from selfeval_tui.tui.export.result import ExportedScreen

        if isinstance(self.screen, Frame) and self.screen.WHERE is Where.EXPORT:
            await self.pop_screen()
        self.push_screen(ExportedScreen(message.session, message.made))

    # 备份.

    def on_backup_wanted(self) -> None:
        """Ask for a file, and write everything into it."""
        from selfeval_tui.tui.history.backups import BackupFlow

        self.commit_edit()
        BackupFlow(self).back_up()

    def on_take_back_wanted(self) -> None:
        """Ask for a backup, and put it back."""
        from selfeval_tui.tui.history.backups import BackupFlow

        BackupFlow(self).take_back()

    # 设置.

    def on_frame_settings_wanted(self) -> None:
        """Change how the program looks or exports."""
        from selfeval_tui.tui.settings.screen import SettingsScreen

        self.commit_edit()
        drawn_with = here()

        async def draw_again(_none: None) -> None:
            if here() is not drawn_with:
                await self.fill_again()

        self.push_screen(SettingsScreen(self.session), draw_again)

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        """Let a setting count for what is already drawn."""
        match message.setting.name:
            case "glyphs":
                prefer(self.desk.preferences.settings.glyphs)
                self.refresh_status()
                self.refresh(repaint=True, layout=True)
            case "theme":
                self.register_theme(self.current_theme)
                self.theme = self.current_theme.name
