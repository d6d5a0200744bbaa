"""Whose versions there are: the sheets that are there, and those that are gone."""

from collections.abc import Iterable

from attrs import frozen

from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.spec.model import Role
from selfeval_tui.store.history.shelf import (
    Kept,
    ids_with_versions,
    latest_readable,
    versions_of,
)
from selfeval_tui.store.names import safe_name
from selfeval_tui.store.workspace import Workspace


@frozen
class Subject:
    """A sheet that has a history."""

    id: str
    present: Sheet | None
    """What it says now; None where it is gone."""
    last: Sheet | None
    """What it says now, else what its last readable version said."""
    versions: tuple[Kept, ...]
    """The newest first."""

    @property
    def label(self) -> str:
        """附件1-3 甲项目; the id where nothing can be read any more."""
        return sheet_label(self.last) if self.last else self.id

    @property
    def names(self) -> frozenset[str]:
        """What a clerk may call it."""
        mark = self.last.with_role(Role.ATTACHMENT).strip() if self.last else ""
        return frozenset({self.id, self.label, mark}) - {""}


def subjects(workspace: Workspace, sheets: Iterable[Sheet]) -> tuple[Subject, ...]:
    """Every sheet that is there, and behind them those of which only versions are left.

    Args:
        workspace: Where the versions lie.
        sheets: The sheets that are there.

    Raises:
        StoreError: A folder cannot be read.
    """
    saved = workspace.saved
    there = [Subject(each.id, each, each, versions_of(saved, each.id)) for each in sheets]
    known = {safe_name(each.id) for each in there}
    gone = []
    for each in ids_with_versions(saved):
        found = latest_readable(saved, each) if each not in known else None
        if each not in known:
            last = found[1].sheet if found else None
            gone.append(Subject(each, None, last, versions_of(saved, each)))
    return (*there, *gone)


def named_subjects(found: Iterable[Subject], name: str) -> tuple[Subject, ...]:
    """Those that are called so; one that is gone counts only where none that is there does."""
    named = tuple(each for each in found if name in each.names)
    return tuple(each for each in named if each.present) or named
