"""The problems of the sheet below its grid, the heaviest first, equal ones as one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from selfeval_tui.sheet import Address
from selfeval_tui.tui.fill.content import Piece, Tone, severity_piece
from selfeval_tui.tui.fill.flow import Row
from selfeval_tui.tui.fill.pane import Pane
from selfeval_tui.tui.glyphs import here

if TYPE_CHECKING:
    from selfeval_tui.checks.groups import Group, Problems

NOTHING = "没有查出问题；没填的必填格在自查（F9）时列出"
REST = "还有 {count} 条，自查（F9）里全部列出"
LEAST_FOR_REST = 3
"""Lines from which on one can be spared to say how many are left out."""


class ProblemPane(Pane):
    """As many lines as there is room; the group of the cell under the cursor is among them."""

    @dataclass
    class Chosen(Message):
        """A group was clicked."""

        group: "Group"

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Group] = ()
        self._known = False
        self._here = 0
        """The group that is about the cell under the cursor; -1 where none is."""

    def tell(self, found: "Problems | None", at: Address) -> None:
        """Show other problems, or another cell's among them."""
        self._known = found is not None
        self._groups = found.groups if found else ()
        about = found.about(at) if found else ()
        places = (n for n, group in enumerate(self._groups) if any(each in about for each in group))
        self._here = next(places, -1)
        self._lay()

    def on_resize(self) -> None:
        """More or fewer lines fit."""
        self._lay()

    def on_click(self, event: events.Click) -> None:
        """Go to where the problem under the mouse is; the last line leads to 自查."""
        number = self._first + event.y
        if self._rest and event.y == self.size.height - 1:
            self.post_message(self.Pointed("check"))
        elif number < len(self._groups):
            self.post_message(self.Chosen(self._groups[number]))

    @property
    def _rest(self) -> int:
        """How many groups are left out and counted in the last line."""
        height, count = self.size.height, len(self._groups)
        return count - height + 1 if height >= LEAST_FOR_REST and count > height else 0

    @property
    def _room(self) -> int:
        return self.size.height - bool(self._rest)

    @property
    def _first(self) -> int:
        """The group in the first line: the heaviest, unless the cursor's would be out of sight."""
        return max(0, self._here - self._room + 1)

    def _lay(self) -> None:
        rows = list(self._rows_of_groups())
        if self._rest:
            rows.append((Piece(f"   {REST.format(count=self._rest)}", Tone.QUIET),))
        elif self._known and not rows:
            rows.append((Piece(f"   {NOTHING}", Tone.QUIET),))
        self.show(rows)

    def _rows_of_groups(self) -> Iterator[Row]:
        for number in range(self._first, min(self._first + self._room, len(self._groups))):
            yield self._row(self._groups[number], current=number == self._here)

    def _row(self, group: "Group", *, current: bool) -> Row:
        first = group[0]
        pointer = here().cursor if current else " "
        count = f"共 {len(group)} 处，如" if len(group) > 1 else ""
        return (
            Piece(pointer, Tone.HEADING),
            severity_piece(first.severity, here(), f"{first.severity.label} {first.code} "),
            Piece(count, Tone.LABEL),
            Piece(" ".join(first.message.split())),
        )
