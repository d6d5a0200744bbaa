"""What the keys of the grid do, a group a file; `every_action` is the table of them all."""

from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.table import CHANGING, every_action

__all__ = ["CHANGING", "Action", "Hand", "every_action"]
