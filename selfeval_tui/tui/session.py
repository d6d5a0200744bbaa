"""What is open: one workspace, its batch, and the saving of it."""

from collections.abc import Callable
from datetime import datetime

from attrs import define

from selfeval_tui.sheet import Batch
from selfeval_tui.store import Autosave, Fault, Workspace


@define
class Session:
    """One open workspace; screens receive it and keep nothing of their own."""

    workspace: Workspace
    batch: Batch
    saving: Autosave
    faults: tuple[Fault, ...]
    """Files that could not be read, to be shown with what to do."""
    clock: Callable[[], datetime]

    @property
    def demo(self) -> bool:
        """Whether this is the 示例, which says so on every screen."""
        return self.workspace.demo


def open_session(workspace: Workspace, clock: Callable[[], datetime]) -> Session:
    """Read a workspace and begin to save each change of it."""
    loaded = workspace.load()
    batch = Batch(loaded.sheets)
    return Session(workspace, batch, Autosave(workspace, batch, clock), loaded.faults, clock)
