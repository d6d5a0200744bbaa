"""After an unforeseen error: saving what is in memory, sheet by sheet, and telling how far it is."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from selfeval_tui.problems import SelfevalError
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store import Workspace
from selfeval_tui.tui.session import Session


@frozen
class Rescue:
    """What became of the sheets that were open."""

    saved: int = 0
    """How many are on the disk as they were."""
    unsaved: tuple[str, ...] = ()
    """A Chinese sentence for each that is not."""


def rescue(sessions: Iterable[Session]) -> Rescue:
    """Save all that is open, in this thread; the screen and its threads have ended.

    Every sheet is written, whether or not it is known to be changed: the error may have come
    before anybody took note of a change.
    """
    sessions = tuple(sessions)
    unsaved = tuple(sentence for each in sessions for sentence in _left(each))
    return Rescue(sum(len(each.batch.sheets) for each in sessions) - len(unsaved), unsaved)


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
