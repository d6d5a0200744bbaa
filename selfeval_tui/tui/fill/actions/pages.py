"""Looking at what would be printed."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.tui.fill.actions.hand import Action, Hand

NOT_PRINTED = "这一页只供核对，不导出，也不打印"


@frozen
class PageActions:
    """What is done with the printed pages of the sheet."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {"preview": Action(self.preview, self._is_printed, of_cell=False)}

    def preview(self) -> None:
        """Show the pages of this sheet; the others are turned to from there."""
        from selfeval_tui.excel.options import options_from
        from selfeval_tui.tui.export.pages import PreviewScreen

        session, sheet = self.hand.session, self.hand.address.sheet
        sheets = [each.id for each in session.batch.printed]
        if sheet not in sheets:
            self.hand.say(NOT_PRINTED)
            return
        options = options_from(session.settings)
        self.hand.grid.app.push_screen(PreviewScreen(session, sheets, options, sheet))

    def _is_printed(self) -> bool:
        return self.hand.sheet.spec.printed
