"""After an unforeseen error: saving what is in memory, sheet by sheet."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.problems import SelfevalError
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store import Workspace
from selfeval_tui.tui.desk import Desk
from selfeval_tui.tui.session import Session


@frozen
class Rescue:
    """What became of the sheets that were open."""

    saved: int = 0
    """How many are on the disk as they were."""
    unsaved: tuple[str, ...] = ()
    """A Chinese sentence for each that is not."""
    typing: bool = False
    """Whether a text that was being typed is kept, and offered when the program opens again."""
    kept: bool = True
    """Whether what is not saved is kept in the same way."""


def rescue(desk: Desk) -> Rescue:
    """Save all that is open, in this thread; the screen and its threads have ended.

    Every sheet is written, whether or not it is known to be changed: the error may have come
    before anybody took note of a change.
    """
    sessions = desk.sessions
    unsaved = tuple(sentence for each in sessions for sentence in _left(each))
    saved = sum(len(each.batch.sheets) for each in sessions) - len(unsaved)
    typing = any(each.holds_typing for each in desk.keeping)
    return Rescue(saved, unsaved, typing, not any(each.problem for each in desk.keeping))


def _left(session: Session) -> Iterator[str]:
    """Save a session's sheets; a sentence for each that could not be."""
    batch = session.batch
    if batch.read_only:
        left = (batch.sheet(each) for each in session.saving.unsaved)
        yield from (f"{sheet_label(sheet)}：{batch.read_only}" for sheet in left)
        return
    for sheet in batch.sheets:
        if not sheet.newer and (why := _why_not(session.workspace, sheet)):
            yield f"{sheet_label(sheet)}：{why}"


def _why_not(workspace: Workspace, sheet: Sheet) -> str:
    """Save a sheet; why it could not be, or nothing."""
    try:
        workspace.save(sheet.copy())
    except SelfevalError as error:
        return error.message
    except Exception:  # noqa: BLE001 - One sheet that broke must not take the others with it.
        return "程序出错，没有保存。"
    return ""
