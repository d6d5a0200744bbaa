"""A list of lines with a cursor, drawn line by line so that its length costs nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from selfeval_tui.tui.fitting import fit_content
from selfeval_tui.tui.glyphs import here

RIGHT_BUTTON = 3

MARK_WIDTH = 2
"""Cells in front of each line, where the cursor's mark stands."""


class Listing(ScrollView, can_focus=True):
    """Lines to choose from; what they mean is known to whoever made them.

    The arrow keys move the cursor. Enter belongs to the screen's own keys; a double click
    says the same.

    Args:
        lines: What to show; each entry takes `each` of them.
        each: How many lines belong to one entry and light up together.
        keeps: Whether the choice stays marked while something else has the focus.
        id: The widget's id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"listing--cursor"}

    cursor: Reactive[int] = reactive(0)
    """The line that is chosen, counted from 0."""

    @dataclass
    class Moved(Message):
        """The cursor came to another line."""

        listing: "Listing"
        cursor: int

        @property
        def control(self) -> "Listing":
            """The list that says so."""
            return self.listing

    @dataclass
    class Opened(Message):
        """A line was clicked twice."""

        listing: "Listing"
        cursor: int

        @property
        def control(self) -> "Listing":
            """The list that says so."""
            return self.listing

    @dataclass
    class MenuWanted(Message):
        """A line was clicked with the right button; it is the one under the cursor now."""

        listing: "Listing"
        at: Offset
        """Where the mouse is on the screen."""

        @property
        def control(self) -> "Listing":
            """The list that says so."""
            return self.listing

    def __init__(
        self,
        lines: Sequence[Content] = (),
        *,
        each: int = 1,
        keeps: bool = False,
        id: str | None = None,  # noqa: A002 - As every widget names it.
    ) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)
        self._each = each
        self._keeps = keeps

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._lines) // self._each

    def show(self, lines: Sequence[Content]) -> None:
        """Show other lines; the cursor stays where it is as far as that exists."""
        self._lines = tuple(lines)
        self.cursor = self.validate_cursor(self.cursor)
        self._measure()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Show the cursor and tell whoever listens."""
        self.refresh()
        self.scroll_to_region(
            Region(0, self.cursor * self._each, 1, self._each), animate=False, force=True
        )
        self.post_message(self.Moved(self, self.cursor))

    def on_resize(self) -> None:
        """A list is as wide as its place."""
        self._measure()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        del container, viewport, width
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        seen = self.has_focus or self._keeps
        chosen = seen and number // self._each == self.cursor
        base = self.get_visual_style("listing--cursor") if chosen else self.visual_style
        middle = number % self._each == self._each // 2
        mark = self._mark() if chosen and middle else ""
        line = Content.assemble(mark.ljust(MARK_WIDTH), self._lines[number])
        if chosen:
            # One ink: what is written in colours would not stand out from the cursor's ground.
            line = line.stylize(Style(foreground=base.foreground))
        return Strip(fit_content(line, width).render_segments(base), width)

    def on_focus(self) -> None:
        """The cursor's mark shows who has the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor's mark shows who has the focus."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Move the cursor to where the mouse is."""
        number = (event.y + self.scroll_offset.y) // self._each
        if number < self.count:
            self.cursor = number

    @property
    def cursor_offset(self) -> Offset:
        """Where the entry under the cursor stands, counted from the list's own corner."""
        return Offset(MARK_WIDTH, self.cursor * self._each - self.scroll_offset.y)

    def on_click(self, event: events.Click) -> None:
        """A second click on the same line opens it; the right button asks for its menu."""
        on_cursor = (event.y + self.scroll_offset.y) // self._each == self.cursor
        if event.button == RIGHT_BUTTON:
            if on_cursor:
                self.post_message(self.MenuWanted(self, event.screen_offset))
        elif event.chain > 1 and on_cursor:
            self.post_message(self.Opened(self, self.cursor))

    def action_move(self, by: int) -> None:
        """Move the cursor by some entries."""
        self.cursor += by

    def action_page(self, direction: int) -> None:
        """Move the cursor by a window."""
        self.cursor += direction * max(1, self.size.height // self._each - 1)

    def action_move_to(self, number: int) -> None:
        """Move the cursor to an entry; -1 is the last one."""
        self.cursor = self.count - 1 if number < 0 else number

    def _mark(self) -> str:
        if self.has_focus:
            return here().cursor
        return here().done if self._keeps else ""

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._lines))
