"""The application: what the keys do that are heard anywhere."""

from collections.abc import Mapping
from typing import ClassVar

from textual.actions import ActionParseResult
from textual.binding import BindingType
from textual.dom import DOMNode

from selfeval_tui.store import SaveState
from selfeval_tui.tui.audible import CHANGING, is_heard
from selfeval_tui.tui.commands import working
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.routes import Routes
from selfeval_tui.tui.theme import style


class SelfevalApp(Routes, inherit_bindings=False):
    """The screen over one workspace and its 示例; see `Stage` for how it is made."""

    CSS = style("theme.tcss", "start/start.tcss", "overview/overview.tcss")
    """What the first screen needs; a style sheet that comes later has all of them parsed anew."""
    TITLE = "绩效自评表填报"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANYWHERE)]

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key says; what changes a sheet that another window writes is refused."""
        name = action if isinstance(action, str) else action[1]
        changes = isinstance(self.screen, Frame) and name.rpartition(".")[2] in CHANGING
        if changes and not self.may_write(self.session):
            return True
        return await super().run_action(action, default_namespace, namespaces)

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
            self.push_screen(HelpScreen(screen.session, screen.WHERE, field, address))

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

    async def action_overview(self) -> None:
        """Return to 总览."""
        await self.go_home()

    def action_check(self) -> None:
        """自查: list all problems of the year."""
        from selfeval_tui.tui.check.screen import CheckScreen

        self.commit_edit()
        at = self.screen.place if isinstance(self.screen, Frame) else None
        self.push_screen(CheckScreen(self.session, at))

    def action_remarks(self) -> None:
        """List what the bureau said of the sheets."""
        from selfeval_tui.tui.remarks.screen import RemarksScreen

        self.commit_edit()
        at = self.screen.place if isinstance(self.screen, Frame) else None
        self.push_screen(RemarksScreen(self.session, at))

    def action_export(self) -> None:
        """Choose what to export."""
        from selfeval_tui.tui.export.screen import ExportScreen

        self.commit_edit()
        sheet = self.screen.sheet_id if isinstance(self.screen, Frame) else None
        self.push_screen(ExportScreen(self.session, sheet))

    async def action_save(self) -> None:
        """Save at once."""
        self.commit_edit()
        await self.desk.flush()
        if self.session.batch.read_only or self.session.saving.pending:
            from selfeval_tui.tui.merging.together import Together

            await Together(self).settle()
        elif self.session.saving.status.state is SaveState.FAILED:
            from selfeval_tui.tui.gone import Gone

            await Gone(self).ask()

    async def action_reread(self) -> None:
        """Show what others changed since, and take it in."""
        from selfeval_tui.tui.merging.together import Together

        self.commit_edit()
        await self.desk.flush()
        alone = bool(self.session.batch.read_only) and not self.session.saving.unwritten
        await Together(self).compare(alone=alone)

    async def action_undo(self) -> None:
        """Take the latest step back and go where it was done."""
        self.commit_edit()
        await self.follow(self.session.batch.undo())

    async def action_redo(self) -> None:
        """Do again what was undone, and go there."""
        self.commit_edit()
        await self.follow(self.session.batch.redo())

    async def action_quit(self) -> None:
        """Save what is left, and ask before leaving anything unsaved."""
        self.commit_edit()
        failures = await self.desk.flush()
        if not failures and not self.desk.waiting:
            await self.desk.end()
            self.exit(0)
            return
        from selfeval_tui.tui.question import Question

        if not failures:
            title = "有改动还没有写进表里，等您比较后选定。现在退出也不会丢。"
            offered = ("返回，先不退出", "退出，下次打开时再选")
            self.push_screen(Question(title, self.desk.waiting, offered), self._leave_waiting)
            return

        answers = ("返回，先不退出", "再存一次，然后退出", "不保存，直接退出")
        question = Question("还有修改没有保存，现在退出就会丢失。", failures, answers)
        self.push_screen(question, self._leave)

    def _leave_waiting(self, answer: int | None) -> None:
        if answer == 1:
            self.desk.hold()
            self.exit(0)

    async def _leave(self, answer: int | None) -> None:
        if answer == 1:
            await self.action_quit()
        elif answer == 2:
            await self.desk.end()
            self.exit(0)
