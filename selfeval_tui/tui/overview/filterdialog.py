"""The small window that asks which sheets 总览 lists."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.overview.filter import Filter, Which


class FilterDialog(Dialog[Filter]):
    """Asks for a filter.

    Args:
        present: The one that holds now.
    """

    def __init__(self, present: Filter) -> None:
        super().__init__(f"筛选 {here().dot} 只列出这样的表")
        self._present = present

    def body(self) -> Iterator[Widget]:
        """A text, and a choice of states."""
        text = LineInput(
            self._present.text, id="filter-text", compact=True, placeholder="附件号或项目名称"
        )
        yield form_row("含有文字", text)
        yield Listing([Content(each.value) for each in Which], keeps=True, id="filter-which")

    def on_mount(self) -> None:
        """Begin where it is now."""
        self.query_one(Listing).cursor = list(Which).index(self._present.which)

    def answer(self) -> Filter:
        """Both parts together."""
        which = list(Which)[self.query_one(Listing).cursor]
        return Filter(self.query_one(Input).value, which)
