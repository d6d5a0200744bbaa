"""The list of what was found: sheets to be ticked, and what holds none."""

from collections.abc import Collection, Sequence

from textual.content import Content

from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.ticklist import TickList


class FoundList(TickList):
    """Lines with ticks, but for those that there is nothing to take of."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - As every widget names it.
        self._takeable: frozenset[int] = frozenset()
        super().__init__(id=id)

    def find(
        self, lines: Sequence[Content], takeable: Collection[int], ticked: Collection[int]
    ) -> None:
        """Show other lines.

        Args:
            lines: All of them.
            takeable: Those that may be ticked, counted from 0.
            ticked: Those that are.
        """
        self._takeable = frozenset(takeable)
        self.offer(lines, ticked)

    def action_tick(self) -> None:
        """Set or take away the tick under the cursor, where there is one."""
        if self.cursor in self._takeable:
            super().action_tick()

    def _drawn(self) -> list[Content]:
        marks = here().unticked, here().ticked
        return [
            Content.assemble(
                f"{marks[number in self.ticked]} " if number in self._takeable else "  ", line
            )
            for number, line in enumerate(self._plain)
        ]
