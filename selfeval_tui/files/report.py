"""What would come of each sheet that was read: it is new, or stands beside one that is there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from selfeval_tui.files.incoming import Incoming
from selfeval_tui.reader.reading import SheetRead
from selfeval_tui.sheet import Sheet, progress
from selfeval_tui.sheet.approving import approved_rows
from selfeval_tui.spec.model import Field, Role
from selfeval_tui.store.merge.beside import Holds, laid_beside, side_taken
from selfeval_tui.store.merge.incoming import there_already
from selfeval_tui.store.merge.merging import Merge, Point, Side, resolve
from selfeval_tui.store.merge.merging_words import ToldPoint, tell_point
from selfeval_tui.store.merge.parts import Key

BLANK_FORM = "空表，没有可读入的内容"
_PRINTED = frozenset(
    {
        Role.TITLE,
        Role.YEAR,
        Role.ATTACHMENT,
        Role.DATE,
        Role.NOTES,
        Role.LEVEL1,
        Role.LEVEL2,
        Role.WEIGHT,
    }
)
"""What a form may bring with it before anybody typed into it."""
_SAYS = re.compile(r"[^\W_]")
_HINT = re.compile(r"[（(]?\D{0,4}\d+字(?:以内|左右)?[）)]?")
"""（100字以内）, printed where the text goes."""
_COUNTS = re.compile(r"[1-9]")
"""A formula of an empty form gives 0."""


class State(StrEnum):
    """How a sheet that was read stands to what is there."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    LOCKED = "locked"
    """It differs from one that was finalised (定稿, 已报送), which nobody changes."""
    BLANK = "blank"
    """An empty form: there is nothing to take of it."""


@frozen
class Arrival:
    """One sheet that was read, and the one that it is a version of."""

    path: Path
    """The file."""
    read: SheetRead
    holds: Holds
    found: Merge | None = None
    """Where it parts from the sheet that is there; None where it is new or blank."""
    blank: bool = False
    """Whether it is a form into which nobody typed anything."""

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
        if self.blank:
            return State.BLANK
        if self.found is None or self.ours is None:
            return State.NEW
        if not self._points:
            return State.SAME
        return State.LOCKED if self.ours.locked else State.DIFFERS

    @property
    def summary(self) -> str:
        """How much was read of it."""
        if self.blank:
            return BLANK_FORM
        free = [(table, row) for table, row in self.read.sheet.rows() if table.free]
        if not self.read.targets_only:
            filled = progress(self.read.sheet)
            return f"必填 {filled.total} 格，读到 {filled.filled} 格；指标 {len(free)} 行。"
        columns = ((table.with_role(Role.TARGET), row) for table, row in free)
        targets = sum(1 for column, row in columns if column and row.cells.get(column.name))
        return f"指标 {len(free)} 行、目标 {targets} 格。"

    @property
    def left_out(self) -> str:
        """What those of its texts are called that were not taken."""
        return "目标表里不取的" if self.read.targets_only else "没有读懂、没有读入"

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
    if not incoming.saved and _is_blank(read.sheet):
        return Arrival(incoming.path, read, holds, blank=True)
    same = there_already(read.sheet, there, holds)
    return Arrival(
        incoming.path,
        read,
        holds,
        laid_beside(same, read.sheet, holds, name) if same else None,
    )


def _is_blank(sheet: Sheet) -> bool:
    """Whether a sheet says nothing but what its form brings with it."""
    fields = ((each, sheet.fields.get(name, "")) for name, each in sheet.spec.fields.items())
    return not any(_is_typed(*each) for each in (*fields, *_in_tables(sheet)))


def _in_tables(sheet: Sheet) -> Iterator[tuple[Field, str]]:
    """The texts of the rows, but for those that the form prints there."""
    for table, row in sheet.rows():
        printed = table.printed.get(row.id, {})
        for column in table.columns:
            text = row.cells.get(column.name, "")
            if text != printed.get(column.name):
                yield column, text


def _is_typed(field: Field, text: str) -> bool:
    """Whether a clerk must have typed a text: it says something, and no form prints it."""
    if field.role in _PRINTED or text == field.default or _HINT.fullmatch(text.strip()):
        return False
    return bool((_COUNTS if field.calc else _SAYS).search(text))
