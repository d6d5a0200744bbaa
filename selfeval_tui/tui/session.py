"""What is open: one workspace, its batch, and the saving of it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from attrs import Factory, define

from selfeval_tui.sheet import Batch
from selfeval_tui.store import Autosave, Fault, SaveState, SaveStatus, Settings, Workspace
from selfeval_tui.store.history.keeper import Keeper
from selfeval_tui.store.window.lock import Holder, WorkspaceLock
from selfeval_tui.tui.checking import Checking
from selfeval_tui.tui.merging.words import looking, opening
from selfeval_tui.tui.preferences import Preferences, read_preferences

if TYPE_CHECKING:
    from selfeval_tui.tui.searching import SearchOrder


@define
class Session:
    """One open workspace; screens receive it and keep nothing of their own."""

    workspace: Workspace
    batch: Batch
    saving: Autosave
    faults: tuple[Fault, ...]
    """Files that could not be read, to be shown with what to do."""
    clock: Callable[[], datetime]
    lock: WorkspaceLock
    """Says whether this window may write; `Batch.read_only` says why not."""
    preferences: Preferences = Factory(
        lambda self: Preferences(self.workspace.root), takes_self=True
    )
    checking: Checking = Factory(
        lambda self: Checking(self.batch, self.workspace.root), takes_self=True
    )
    """What a reviewer would say."""
    search: "SearchOrder | None" = None
    """What was looked for last."""
    keeper: Keeper = Factory(lambda self: Keeper(self.batch, self.clock), takes_self=True)
    """Knows when a version is due for the history."""
    notices: tuple[str, ...] = ()
    """What the clerk should know of the files that were read."""

    @property
    def standing(self) -> SaveStatus:
        """What can truthfully be said of the saving."""
        if self.batch.read_only:
            return SaveStatus(SaveState.READ_ONLY, message=self.batch.read_only)
        return self.saving.status

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.preferences.settings

    def snapshot(self) -> Batch:
        """The sheets as they are now: what a thread may see while the clerk goes on."""
        return Batch(sheet.copy() for sheet in self.batch.sheets)

    @property
    def today(self) -> str:
        """The day, as it is kept with reasons, remarks and lives: 2024-04-23."""
        return self.clock().date().isoformat()

    @property
    def demo(self) -> bool:
        """Whether this is the 示例, which says so on every screen."""
        return self.workspace.demo


def open_session(
    workspace: Workspace, clock: Callable[[], datetime], preferences: Preferences | None = None
) -> Session:
    """Read a workspace and begin to save each change of it.

    Args:
        workspace: Whose sheets.
        clock: The time of day.
        preferences: The settings in force; those of the workspace's own file where None.
    """
    lock = WorkspaceLock(workspace.root, clock, workspace.files)
    taken, now = lock.take(), clock()
    with lock.still():
        loaded = workspace.load()
    batch = Batch(loaded.sheets)
    if isinstance(taken, Holder):
        batch.read_only = looking(taken, now)
    keeper = Keeper(batch, clock)
    saving = Autosave(workspace, batch, clock, keeper, lock)
    shared = preferences or read_preferences(workspace.root)
    return Session(
        workspace,
        batch,
        saving,
        loaded.faults,
        clock,
        lock,
        shared,
        keeper=keeper,
        notices=(*opening(taken, now), *loaded.notices),
    )
