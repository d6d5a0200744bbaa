"""A list whose lines are ticked one by one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.listing import MARK_WIDTH, Listing

TICK_WIDTH = 2
"""Cells of the tick in front of a line."""


class TickList(Listing):
    """Lines with a tick in front of each; the space bar sets it, and so does a click on it.

    Args:
        lines: What to show.
        ticked: The lines that begin with a tick, counted from 0.
        id: The widget's id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    @dataclass
    class Ticked(Message):
        """A tick was set or taken away."""

        listing: "TickList"

        @property
        def control(self) -> "TickList":
            """The list that says so."""
            return self.listing

    def __init__(
        self,
        lines: Sequence[Content] = (),
        ticked: Collection[int] = (),
        *,
        id: str | None = None,  # noqa: A002 - As every widget names it.
    ) -> None:
        super().__init__(id=id)
        self._plain = tuple(lines)
        self.ticked = frozenset(ticked)
        """The lines with a tick, counted from 0."""
        self._lines = tuple(self._drawn())

    def offer(self, lines: Sequence[Content], ticked: Collection[int] = ()) -> None:
        """Show other lines with other ticks."""
        self._plain, self.ticked = tuple(lines), frozenset(ticked)
        self.show(list(self._drawn()))

    def action_tick(self) -> None:
        """Set or take away the tick under the cursor."""
        if not self._plain:
            return
        self.ticked ^= {self.cursor}
        self.show(list(self._drawn()))
        self.post_message(self.Ticked(self))

    def on_click(self, event: events.Click) -> None:
        """A click on the tick sets it; elsewhere it chooses the line."""
        if event.x < MARK_WIDTH + TICK_WIDTH and event.y + self.scroll_offset.y < self.count:
            self.action_tick()
        else:
            super().on_click(event)

    def _drawn(self) -> list[Content]:
        marks = here().unticked, here().ticked
        return [
            Content.assemble(f"{marks[number in self.ticked]} ", line)
            for number, line in enumerate(self._plain)
        ]
