"""What would come of each sheet that was read: it is new, or stands beside one that is there."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from selfeval_tui.files.incoming import Incoming
from selfeval_tui.reader.reading import SheetRead
from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.approving import approved_rows
from selfeval_tui.store.merge.beside import Holds, laid_beside, side_taken
from selfeval_tui.store.merge.incoming import there_already
from selfeval_tui.store.merge.merging import Merge, Point, Side, resolve
from selfeval_tui.store.merge.merging_words import ToldPoint, tell_point
from selfeval_tui.store.merge.parts import Key


class State(StrEnum):
    """How a sheet that was read stands to what is there."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    LOCKED = "locked"
    """It differs from one that was finalised (定稿, 已报送), which nobody changes."""


@frozen
class Arrival:
    """One sheet that was read, and the one that it is a version of."""

    path: Path
    """The file."""
    read: SheetRead
    holds: Holds
    found: Merge | None = None
    """Where it parts from the sheet that is there; None where it is new."""

    @property
    def sheet(self) -> Sheet:
        """As a new one, with what was approved."""
        if self.holds is not Holds.TARGETS:
            return self.read.sheet
        sheet = self.read.sheet.copy()
        sheet.approved = approved_rows(sheet, self.path.name)
        return sheet

    @property
    def ours(self) -> Sheet | None:
        """The sheet that is there already."""
        return self.found.ours if self.found else None

    @property
    def state(self) -> State:
        """How it stands to what is there."""
        if self.found is None or self.ours is None:
            return State.NEW
        if not self._points:
            return State.SAME
        return State.LOCKED if self.ours.locked else State.DIFFERS

    @property
    def count(self) -> int:
        """In how many places it differs."""
        return len(self._points)

    def differences(self) -> Iterator[ToldPoint]:
        """Where it differs from what is there, in words."""
        if self.found is not None:
            yield from (tell_point(self.found, point) for point in self.found.points)

    def merged(self, choices: Mapping[Key, Side]) -> Sheet:
        """The sheet that is there with what was chosen of this one."""
        assert self.found is not None
        sheet = resolve(self.found, choices)
        assert sheet is not None
        return sheet

    def all_theirs(self) -> dict[Key, Side]:
        """The choice of what came wherever it says anything."""
        return {each.key: side_taken(each, self.holds) for each in self._points}

    def only_blanks(self) -> dict[Key, Side]:
        """The choice of what came where there is nothing here."""
        return {each.key: each.preset or Side.OURS for each in self._points}

    @property
    def _points(self) -> tuple[Point, ...]:
        return self.found.points if self.found else ()


def arrival(incoming: Incoming, read: SheetRead, there: Iterable[Sheet]) -> Arrival:
    """Lay a sheet of a file beside those that are there.

    Args:
        incoming: What was read of the file.
        read: One of its sheets.
        there: The sheets of the unit; they are not changed.
    """
    holds, name = incoming.holds(read), incoming.path.name
    same = there_already(read.sheet, there, holds)
    return Arrival(
        incoming.path,
        read,
        holds,
        laid_beside(same, read.sheet, holds, name) if same else None,
    )
