"""Adding and removing rows where the cursor stands."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.tui.fill.actions.free_rows import delete_row, free_table, insert_below
from selfeval_tui.tui.fill.actions.hand import Action, Hand

NO_FREE_TABLE = "这里不能加减行，请先移到指标的一行上"


@frozen
class RowActions:
    """What is done to the rows of a free table."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "insert_row": Action(self.insert_row, self._in_free_table),
            "delete_row": Action(self.delete_row, self._in_free_table),
        }

    def insert_row(self) -> None:
        """Add a row below this one."""
        to = insert_below(self.hand.batch, self.hand.address)
        if to is None:
            self.hand.say(NO_FREE_TABLE)
        else:
            self.hand.grid.go_to(to)

    def delete_row(self) -> None:
        """Remove this row."""
        if not delete_row(self.hand.batch, self.hand.address):
            self.hand.say(NO_FREE_TABLE)

    def _in_free_table(self) -> bool:
        return free_table(self.hand.batch, self.hand.address) is not None
