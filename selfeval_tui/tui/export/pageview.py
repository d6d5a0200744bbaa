"""The pages of one sheet below each other, to be scrolled through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from selfeval_tui.layout.outline import Page
from selfeval_tui.tui.export.preview import draw_page
from selfeval_tui.tui.fitting import fit_content
from selfeval_tui.tui.glyphs import here

_LEAST = 20
"""Cells that a page is drawn with at least, before the widget has its size."""


class PageView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws pages as wide as its window; each begins with a line that says which one it is.

    Args:
        id: The widget's id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pageview--mark"}

    @dataclass
    class Turned(Message):
        """Another page is at the top of the window."""

        page: int

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - As every widget names it.
        super().__init__(id=id)
        self._pages: tuple[Page, ...] = ()
        self._lines: list[str] = []
        self._starts: list[int] = []

    @property
    def page(self) -> int:
        """The page at the top of the window, counted from 1."""
        top = round(self.scroll_offset.y)
        return max(1, sum(1 for start in self._starts if start <= top))

    def show(self, pages: Sequence[Page]) -> None:
        """Show pages from the first one on."""
        self._pages = tuple(pages)
        self._draw()
        self.scroll_to(y=0, animate=False, force=True)

    def turn(self, by: int) -> None:
        """Bring another page to the top."""
        wanted = min(max(1, self.page + by), len(self._starts))
        self.scroll_to(y=self._starts[wanted - 1], animate=False, force=True)

    def on_resize(self) -> None:
        """Pages are drawn as wide as there is room."""
        self._draw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which page is at the top."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Turned(self.page))

    def action_page_up(self) -> None:
        """Scroll by a window."""
        self.scroll_relative(y=1 - self.size.height, animate=False, force=True)

    def action_page_down(self) -> None:
        """Scroll by a window."""
        self.scroll_relative(y=self.size.height - 1, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        number, width = y + round(self.scroll_offset.y), self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        marked = number in self._starts
        look = self.get_visual_style("pageview--mark") if marked else self.visual_style
        line = Content(self._lines[number])
        return Strip(fit_content(line, width).render_segments(look), width)

    def _draw(self) -> None:
        self._lines, self._starts = [], []
        width = self.scrollable_content_region.width
        for page in self._pages:
            self._starts.append(len(self._lines))
            again = "，表头重复印出" if page.repeated else ""
            self._lines.append(f" 第 {page.number} 页，共 {page.count} 页{again}")
            self._lines.extend(draw_page(page, max(_LEAST, width), here()))
        # The last page, too, can be brought to the top.
        short = self.size.height - (len(self._lines) - self._starts[-1]) if self._starts else 0
        self.virtual_size = Size(width, len(self._lines) + max(0, short))
        self.refresh()
