"""Which of the keys that are heard anywhere make sense on the screen in front."""

from textual.screen import Screen

from selfeval_tui.sheet import Batch
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.toosmall import TooSmall

CHANGING = frozenset(
    {
        "alike", "copy_sheet", "sheet_up", "sheet_down", "remove_sheet", "figures",
        "finalise", "submit_sheet", "reopen", "explain", "answer", "take", "remove",
        "restore", "rescue", "restore_backup", "undo", "redo",
    }
)  # fmt: skip
"""What makes no sense where another window writes; the grid refuses its own."""


def is_heard(action: str, screen: Screen[object], batch: Batch) -> bool:
    """Whether an action of the application is heard now.

    Args:
        action: Its name in the table of keys.
        screen: The screen in front; a question has to be answered first.
        batch: The sheets of the open session.
    """
    if not isinstance(screen, Frame):
        return isinstance(screen, TooSmall) and action == "quit"
    where = screen.WHERE
    has_sheets = bool(batch.sheets)
    heard = {
        "overview": has_sheets and where is not Where.OVERVIEW,
        "export": bool(batch.printed) and where not in {Where.EXPORT, Where.EXPORTED},
        "check": has_sheets and where is not Where.CHECK,
        "remarks": has_sheets and where not in {Where.REMARKS, Where.TAKE},
        "undo": screen.UNDOES and batch.can_undo,
        "redo": screen.UNDOES and batch.can_redo,
        "help": where is not Where.HELP,
        "menu": where in {Where.GRID, Where.OVERVIEW, Where.CHECK, Where.REMARKS, Where.HISTORY},
    }
    return heard.get(action, True)
