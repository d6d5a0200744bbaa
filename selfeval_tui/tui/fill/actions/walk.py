"""Going on: from cell to cell, from sheet to sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from attrs import frozen
from textual.message import Message

from selfeval_tui.tui.fill.actions.hand import Action, Hand


@dataclass
class SheetWanted(Message):
    """The clerk wants another sheet of the batch, so many after this one."""

    by: int


@frozen
class WalkActions:
    """Where the cursor goes by other keys than the arrows."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "next_cell": Action(self.next_cell),
            "previous_cell": Action(self.previous_cell),
            "next_sheet": Action(self.next_sheet, self._several_sheets),
            "previous_sheet": Action(self.previous_sheet, self._several_sheets),
        }

    def next_cell(self) -> None:
        """To the next cell to fill."""
        grid = self.hand.grid
        grid.move_to(grid.movement.following(grid.cursor))

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

    def _several_sheets(self) -> bool:
        return len(self.hand.batch.sheets) > 1
