"""定稿: each version that was finalised stays, so that the difference to it is always known."""

from collections.abc import Iterable
from datetime import datetime

from selfeval_tui.sheet import Batch, Life, Sheet, Stage
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING, entries
from selfeval_tui.store.kept.handed_out import Standing, standing_to
from selfeval_tui.store.kept.version import Version, places, read_version, write_version
from selfeval_tui.store.workspace import Workspace

FINALISED = "定稿"
"""The folder, beside the sheets of a year; nothing in it is loaded as a sheet."""
_WHAT = "定稿的留底"


def keep_finalised(
    workspace: Workspace, batch: Batch, sheet: Sheet, life: Life, at: datetime
) -> None:
    """Keep what is finalised; the same content is kept once.

    Args:
        workspace: Where the sheet is saved.
        batch: Knows what was computed for it.
        sheet: What is finalised.
        life: Its life after that, with the 校验码.
        at: The time.

    Raises:
        StoreError: It could not be written.
    """
    kept = sheet.copy()
    kept.life = life
    write_version(workspace, FINALISED, _name(sheet.id, life.content), batch, kept, at)


def changed_since_final(
    workspace: Workspace, sheets: Iterable[Sheet], batch: Batch
) -> dict[str, Standing]:
    """How the sheets that came back (退回修改) stand to what was finalised, by their ids."""
    return {
        sheet.id: standing_to(
            workspace.saved, FINALISED, _name(sheet.id, sheet.life.content), _WHAT, batch, sheet
        )
        for sheet in sheets
        if sheet.life.stage is Stage.returned
    }


def version_of(workspace: Workspace, sheet: Sheet) -> Version | Fault | None:
    """The version of a sheet that was finalised last; None where it is not kept.

    Raises:
        StoreError: A folder cannot be read.
    """
    path = next(places(workspace.saved, FINALISED, _name(sheet.id, sheet.life.content)), None)
    return read_version(path, _WHAT) if path else None


def version_with_code(workspace: Workspace, code: str) -> Version | Fault | None:
    """The finalised version with a 校验码, of whichever sheet; None where there is none.

    Raises:
        StoreError: A folder cannot be read.
    """
    root = workspace.root
    for folder in entries(workspace.saved, root):
        for path in entries(folder / FINALISED, root) if folder.is_dir() else ():
            if path.stem.rpartition(" ")[2] == code and path.suffix == ENDING:
                return read_version(path, _WHAT)
    return None


def _name(sheet_id: str, code: str) -> str:
    return f"{sheet_id} {code}"
