"""All actions of the grid by the names that the table of keys gives them."""

from collections.abc import Mapping

from selfeval_tui.tui.fill.actions.cells import CellActions
from selfeval_tui.tui.fill.actions.clip import ClipActions
from selfeval_tui.tui.fill.actions.decide import DecideActions
from selfeval_tui.tui.fill.actions.find import FindActions
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.life import LifeActions
from selfeval_tui.tui.fill.actions.pages import PageActions
from selfeval_tui.tui.fill.actions.rows import RowActions
from selfeval_tui.tui.fill.actions.walk import WalkActions

GROUPS = (
    CellActions,
    ClipActions,
    RowActions,
    WalkActions,
    DecideActions,
    FindActions,
    PageActions,
    LifeActions,
)

CHANGING = frozenset(
    {
        "edit", "cut", "paste", "clear", "fill_down", "insert_row", "insert_above", "copy_rows",
        "row_up", "row_down", "delete_row", "fill_proposal", "fill_today", "support", "decide",
        "explain", "drop_approved",
    }
)  # fmt: skip
"""The actions that a locked sheet (定稿, 已报送) refuses before anything is asked."""


def every_action(hand: Hand) -> Mapping[str, Action]:
    """The actions of all groups."""
    return {name: action for group in GROUPS for name, action in group(hand).table().items()}
