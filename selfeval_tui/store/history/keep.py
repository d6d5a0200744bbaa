"""Keeping one version of a sheet, unless the latest one says the same; thinning the others."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import frozen

from selfeval_tui.problems import StoreError, UnconfirmedError
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store.disk.inside import check_inside
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.disk.writer import remove_file, write_file
from selfeval_tui.store.history.shelf import path_for, read_kept, versions_of
from selfeval_tui.store.history.thin import worth_keeping
from selfeval_tui.store.kept.version import Version, kept_bytes, same_sheet
from selfeval_tui.store.on_disk import bytes_on_disk
from selfeval_tui.store.workspace import Workspace


@frozen
class Wanted:
    """A version that shall be kept."""

    sheet: Sheet
    """A sheet of its own, which nobody changes."""
    why: str
    at: datetime


def keep(workspace: Workspace, wanted: Wanted) -> bool:
    """Keep a version beside the sheets of its year, and let go of what is too many.

    Args:
        workspace: Where the sheet is saved.
        wanted: What is kept.

    Returns:
        Whether it was written; the latest version may say the same already.

    Raises:
        StoreError: It could not be written, or a folder could not be read.
    """
    sheet = wanted.sheet
    if sheet.newer:
        # Its own file says more than a version of ours could.
        return False
    latest = next(iter(versions_of(workspace.saved, sheet.id)), None)
    if latest is not None:
        # A damaged one says nothing: what it should have said is written once more.
        version = read_kept(latest)
        if isinstance(version, Version) and same_sheet(version.sheet, sheet):
            return False
    at = wanted.at.replace(microsecond=0, tzinfo=None)
    while is_there(path := path_for(workspace.saved, sheet, at)):
        at += timedelta(seconds=1)
    check_inside(path, workspace.root)
    own = bytes_on_disk(workspace.path_of(sheet))
    write_file(path, kept_bytes(sheet, wanted.why, at, own), workspace.files)
    thin_out(workspace, sheet.id, wanted.at)
    return True


def keep_all(
    workspace: Workspace, versions: Iterable[Wanted]
) -> tuple[tuple[Wanted, ...], tuple[str, ...]]:
    """Keep versions; the work that is being saved never fails for their sake.

    Returns:
        Those that could not be written, and one Chinese sentence on all of them.
    """
    unkept: list[Wanted] = []
    said = ""
    for each in versions:
        try:
            keep(workspace, each)
        except UnconfirmedError:
            # It is there; whether it outlives a power cut is not worth a word to the clerk.
            continue
        except StoreError as error:
            unkept.append(each)
            said = said or error.message
    if not unkept:
        return (), ()
    which = f"“{sheet_label(unkept[0].sheet)}”{unkept[0].why}的一版"
    more = f"等 {len(unkept)} 版" if len(unkept) > 1 else ""
    return tuple(unkept), (f"{which}{more}没能留进历史，以后再试。{said}",)


def thin_out(workspace: Workspace, sheet_id: str, now: datetime) -> None:
    """Remove the versions of a sheet that are neither new nor the last of a day.

    Raises:
        StoreError: A folder could not be read, or a file not be removed.
    """
    found = versions_of(workspace.saved, sheet_id)
    staying = worth_keeping((each.at for each in found), now.date())
    for each in found:
        if each.at not in staying:
            remove_file(each.path, workspace.files)
