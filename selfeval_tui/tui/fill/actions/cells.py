"""Filling the cell under the cursor."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.tui.fill.actions.hand import Action, Hand


@frozen
class CellActions:
    """What is done to one cell."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        return {
            "edit": Action(self.edit, self.hand.fillable),
        }

    def edit(self) -> None:
        """Go on with the text of the cell."""
        self.hand.editing.begin()
