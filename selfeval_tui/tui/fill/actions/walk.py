"""Going on: from cell to cell, from sheet to sheet, to what is left to do."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, sheet_mark
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.place import (
    DetailTurned,
    EndReached,
    PlaceWanted,
    SheetWanted,
)
from selfeval_tui.tui.fill.order import (
    cells_after,
    cells_before,
    cells_of,
    next_unfilled,
    unfilled,
)
from selfeval_tui.tui.fitting import short

ALL_FILLED = "各表必填的格都填好了"
NO_PROBLEMS = "各表都没有查出问题；没填的必填格在自查（F9）时列出"

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding

Walk = Callable[[Batch, Address], Iterator[Address]]


@frozen
class WalkActions:
    """Where the cursor goes by other keys than the arrows."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        several = self._several_sheets
        return {
            "next_cell": Action(self.next_cell, of_cell=False),
            "previous_cell": Action(self.previous_cell, of_cell=False),
            "next_sheet": Action(self.next_sheet, several, of_cell=False),
            "previous_sheet": Action(self.previous_sheet, several, of_cell=False),
            "next_unfilled": Action(self.next_unfilled, of_cell=False),
            "next_problem": Action(self.next_problem, of_cell=False),
            "previous_problem": Action(self.previous_problem, of_cell=False),
            "detail_down": Action(self.detail_down, of_cell=False),
            "detail_up": Action(self.detail_up, of_cell=False),
        }

    def next_cell(self) -> None:
        """To the next cell to fill; at the end of the sheet another one is offered."""
        grid = self.hand.grid
        to = grid.movement.following(grid.cursor)
        if to == grid.cursor:
            self.hand.post(EndReached(leaving=True))
        else:
            grid.move_to(to)

    def previous_cell(self) -> None:
        """To the cell to fill before this one."""
        grid = self.hand.grid
        grid.move_to(grid.movement.preceding(grid.cursor))

    def next_sheet(self) -> None:
        """To the next sheet."""
        self.hand.post(SheetWanted(1))

    def previous_sheet(self) -> None:
        """To the sheet before."""
        self.hand.post(SheetWanted(-1))

    def next_unfilled(self) -> None:
        """To the next required cell that is empty, in this sheet or another one."""
        to = next_unfilled(self.hand.batch, self.hand.address)
        if to is None:
            self.hand.say(ALL_FILLED)
            return
        sheet = self.hand.batch.sheet(to.sheet)
        name = "本表" if to.sheet == self.hand.address.sheet else short(sheet_mark(sheet))
        self.hand.post(PlaceWanted(to, f"{name}还差 {len(unfilled(sheet))} 格"))

    def next_problem(self) -> None:
        """To the next thing to look at."""
        self._to_problem(cells_after)

    def previous_problem(self) -> None:
        """To the thing to look at before."""
        self._to_problem(cells_before)

    def detail_down(self) -> None:
        """Read on in what is said of the cell."""
        self.hand.post(DetailTurned(1))

    def detail_up(self) -> None:
        """Read back in what is said of the cell."""
        self.hand.post(DetailTurned(-1))

    def _to_problem(self, walk: Walk) -> None:
        waiting = self._waiting()
        to = next(
            (each for each in walk(self.hand.batch, self.hand.address) if each in waiting), None
        )
        if to is None:
            self.hand.say(NO_PROBLEMS)
            return
        number, found = list(waiting).index(to) + 1, waiting[to]
        what = f"{found.severity.label} {found.code} {found.message}"
        self.hand.post(PlaceWanted(to, f"第 {number} 处，共 {len(waiting)} 处：{what}"))

    def _waiting(self) -> Mapping[Address, "Finding"]:
        """The cells with findings in the order of the sheets; a row's stands at its first cell."""
        checking = self.hand.session.checking
        checking.begin()
        found = checking.problems()
        places = found.places if found else {}
        waiting: dict[Address, Finding] = {}
        told: set[Address] = set()
        for sheet in self.hand.batch.sheets:
            for cell in cells_of(sheet):
                for place in (cell, cell.of_row if cell.table else cell):
                    if place in places and place not in told:
                        told.add(place)
                        waiting.setdefault(cell, places[place])
        return waiting

    def _several_sheets(self) -> bool:
        return len(self.hand.batch.sheets) > 1
