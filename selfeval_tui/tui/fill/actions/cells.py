"""Filling and emptying the cell under the cursor."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.editing import READ_ONLY


@frozen
class CellActions:
    """What is done to one cell."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "edit": Action(self.edit, self._fillable),
            "clear": Action(self.clear, self._fillable),
        }

    def edit(self) -> None:
        """Go on with the text of the cell."""
        self.hand.editing.begin()

    def clear(self) -> None:
        """Empty the cell."""
        if self.hand.field is None:
            self.hand.say(READ_ONLY)
        else:
            self.hand.batch.set(self.hand.address, "")

    def _fillable(self) -> bool:
        return self.hand.field is not None
