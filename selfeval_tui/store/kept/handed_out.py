"""已导出: the version of each sheet that was handed out last, and what changed since."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.store.disk.writer import remove_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.kept.version import places, printed_differences, read_version, write_version
from selfeval_tui.store.workspace import Workspace

HANDED_OUT = "已导出"
"""The folder, beside the sheets of a year; nothing in it is loaded as a sheet."""
_WHAT = "上次导出的留底"


@frozen
class Standing:
    """How a sheet stands to a version of it that was kept: the one exported last, or handed in."""

    sheet: str
    at: str = ""
    """When it was kept, as 2024-04-23 10:32; empty where it never was."""
    differences: tuple[Difference, ...] = ()
    """What is printed otherwise now."""
    fault: str = ""
    """Why the version kept cannot be read; the sheet then counts as changed."""

    @property
    def never(self) -> bool:
        """Whether it was never exported."""
        return not self.at and not self.fault

    @property
    def words(self) -> str:
        """未导出, 未改, 改了3处, or that nothing can be said."""
        if self.fault:
            return "留底读不出"
        if self.never:
            return "未导出"
        return f"改了{len(self.differences)}处" if self.differences else "未改"

    @property
    def due(self) -> bool:
        """Whether what was handed out is not what the sheet says."""
        return self.never or bool(self.differences) or bool(self.fault)


def keep_handed_out(
    workspace: Workspace, batch: Batch, sheets: Iterable[Sheet], at: datetime
) -> tuple[str, ...]:
    """Keep the content of sheets that were exported just now.

    Args:
        workspace: Where they are saved.
        batch: Knows what was computed for them.
        sheets: Those of its sheets that were written.
        at: The time.

    Returns:
        A Chinese sentence for each that could not be kept; the export itself stands.
    """
    failures = []
    for sheet in sheets:
        try:
            _keep(workspace, batch, sheet, at)
        except StoreError as error:
            failures.append(
                f"“{sheet_label(sheet)}”已导出，但没能留底，以后说不出它改了哪里。{error.message}"
            )
    return tuple(failures)


def changed_since_export(workspace: Workspace, batch: Batch) -> dict[str, Standing]:
    """How every sheet that is printed stands to what was handed out, by the sheet's id."""
    return {
        sheet.id: standing_to(workspace.saved, HANDED_OUT, sheet.id, _WHAT, batch, sheet)
        for sheet in batch.printed
    }


def standing_to(
    saved: Path, kind: str, name: str, what: str, batch: Batch, sheet: Sheet
) -> Standing:
    """How a sheet stands to one version of it.

    Args:
        saved: Where the workspace's sheets lie.
        kind: The folder of such versions.
        name: What the version is called.
        what: What it is called in a sentence.
        batch: Knows what is computed now.
        sheet: The sheet as it is now.
    """
    try:
        path = next(places(saved, kind, name), None)
    except StoreError as error:
        return Standing(sheet.id, fault=error.message)
    if path is None:
        return Standing(sheet.id)
    version = read_version(path, what)
    if isinstance(version, Fault):
        return Standing(sheet.id, fault=version.message)
    found = tuple(printed_differences(version, batch, sheet))
    return Standing(sheet.id, version.at, found)


def _keep(workspace: Workspace, batch: Batch, sheet: Sheet, at: datetime) -> None:
    earlier = tuple(places(workspace.saved, HANDED_OUT, sheet.id))
    path = write_version(workspace, HANDED_OUT, sheet.id, batch, sheet, at)
    for each in earlier:
        if each != path:
            remove_file(each, workspace.files)
