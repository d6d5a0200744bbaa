"""Which of the keys that are heard anywhere make sense on the screen in front."""

from textual.screen import Screen

from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.toosmall import TooSmall


def is_heard(action: str, screen: Screen[object], *, has_sheets: bool) -> bool:
    """Whether an action of the application is heard now.

    Args:
        action: Its name in the table of keys.
        screen: The screen in front; a question has to be answered first.
        has_sheets: Whether the open session holds any sheet.
    """
    if not isinstance(screen, Frame):
        return isinstance(screen, TooSmall) and action == "quit"
    where = screen.WHERE
    heard = {
        "overview": has_sheets and where is not Where.OVERVIEW,
        "export": has_sheets and where not in {Where.EXPORT, Where.EXPORTED},
        "undo": screen.UNDOES,
        "redo": screen.UNDOES,
        "help": where is not Where.HELP,
    }
    return heard.get(action, True)
