"""Looking at the sheet otherwise: as it would be printed, and as it was."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.tui.fill.actions.hand import Action, Hand

NOT_PRINTED = "这一页只供核对，不导出，也不打印"


@frozen
class PageActions:
    """Shows the printed pages of the sheet, and its versions."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "preview": Action(self.preview, self._is_printed, of_cell=False),
            "history": Action(self.history, lambda: bool(self.hand.address.sheet), of_cell=False),
        }

    def preview(self) -> None:
        """Show the pages of this sheet; the others are turned to from there."""
        from selfeval_tui.layout.options import options_from
        from selfeval_tui.tui.export.pages import PreviewScreen

        session, sheet = self.hand.session, self.hand.address.sheet
        sheets = [each.id for each in session.batch.printed]
        if sheet not in sheets:
            self.hand.say(NOT_PRINTED)
            return
        options = options_from(session.settings)
        self.hand.grid.app.push_screen(PreviewScreen(session, sheets, options, sheet))

    def history(self) -> None:
        """Show the versions of this sheet that are kept."""
        from selfeval_tui.tui.history.screen import HistoryScreen

        self.hand.grid.app.push_screen(HistoryScreen(self.hand.session, self.hand.sheet))

    def _is_printed(self) -> bool:
        return self.hand.sheet.spec.printed
