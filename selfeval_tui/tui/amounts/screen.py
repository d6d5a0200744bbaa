"""各表金额: 预算数 and 执行数 of all sheets, filled like one sheet of Excel."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Address, money_cell, totals
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.amounts.lay import has_amounts, lay_amounts
from selfeval_tui.tui.fill.actions.place import EndReached, PlaceWanted, SheetWanted
from selfeval_tui.tui.fill.base import GridScreen
from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.screen import FillScreen
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.overview.words import agreement, amount, rate_text
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style
from selfeval_tui.tui.titleline import TitleLine

END = "各表的预算数和执行数都在这里了；F3 回到总览"


class AmountsScreen(GridScreen):
    """A line for each sheet; typing, pasting, filling down and undo are those of 填报.

    Args:
        session: What is open; at least one of its sheets has a money table.
    """

    CSS = style("fill/fill.tcss", "amounts/amounts.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - As Textual declares it.

    def __init__(self, session: Session) -> None:
        batch = session.batch
        budgets = (money_cell(sheet, Role.BUDGET) for sheet in batch.sheets if has_amounts(sheet))
        drawing = Drawing(batch, lambda: lay_amounts(batch), here())
        super().__init__(session, drawing, next(budgets, None))
        self._sums = Static(id="amounts-sums")
        self._title = TitleLine(session)

    def title_pane(self) -> Widget:
        """Whose year this is."""
        return self._title

    def body(self) -> Iterator[Widget]:
        """The table, its sums, what is said of the cell."""
        yield self._area
        yield self._sums
        yield self._detail

    def shows(self, address: Address) -> bool:
        """An amount can be undone here."""
        return address in self._drawing.sheet_lines.spots

    # What happens.

    def on_sheet_wanted(self, message: SheetWanted) -> None:
        """The next sheet is the next line."""
        grid = self._area.grid
        grid.move_to(grid.movement.vertical(grid.cursor, message.by, grid.region_of(grid.cursor).x))

    def on_place_wanted(self, message: PlaceWanted) -> None:
        """Show a cell here, or on its sheet."""
        to = message.address
        if self.shows(to):
            self.go_to(to)
            self.announce(message.words)
        else:
            self.post_message(FillScreen.SheetRequested(to.sheet, to, message.words))

    def on_end_reached(self, message: EndReached) -> None:
        """Below the last line there is nothing."""
        del message
        self.announce(END)

    def still_there(self) -> bool:
        """Whether any sheet has a money table."""
        return any(has_amounts(sheet) for sheet in self.session.batch.sheets)

    def tell_title(self) -> None:
        """The first line, and the sums, which every step may change."""
        self._title.refresh()
        self._sums.update(Content("\n".join(self._sentences())))

    def refresh_status(self) -> None:
        """The first line says whether all is saved, too."""
        super().refresh_status()
        self._title.refresh()

    def _sentences(self) -> Iterator[str]:
        sums = totals(self.session.batch.sheets)
        budget, spent = amount(sums.budget) or "未填", amount(sums.spent) or "未填"
        yield f"合计：预算数 {budget}，执行数 {spent}，执行率 {rate_text(sums.rate) or '算不出'}"
        yield agreement(sums)
