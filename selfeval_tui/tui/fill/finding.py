"""Ctrl+F: what to look for, where, and what to do with it."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.line import LineInput
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.searching import Deed, Scope, SearchOrder
from selfeval_tui.tui.theme import style

DEEDS, SCOPES = tuple(Deed), tuple(Scope)
NOTHING_WANTED = "请先写要查找的文字"


class SearchDialog(Dialog[SearchOrder]):
    """Asks; while the clerk types, it says how many cells show the text.

    Args:
        last: What was looked for last, offered again.
        count: How many cells would be found.
    """

    CSS = Dialog.CSS + style("fill/finding.tcss")

    def __init__(self, last: SearchOrder | None, count: Callable[[SearchOrder], int]) -> None:
        super().__init__("查找替换")
        self._last = last or SearchOrder("")
        self._count = count

    def body(self) -> Iterator[Widget]:
        """Two texts and two lists."""
        yield form_row("查找", LineInput(self._last.wanted, id="wanted", compact=True))
        yield form_row("替换为", LineInput(self._last.by, id="by", compact=True))
        yield form_row("范围", _listing(SCOPES, "scope"))
        yield form_row("做什么", _listing(DEEDS, "deed"))

    def on_mount(self) -> None:
        """Go on where the last search was."""
        self.query_one("#scope", Listing).cursor = SCOPES.index(self._last.scope)
        self.query_one("#wanted", Input).focus()

    def answer(self) -> SearchOrder | None:
        """The order, unless there is nothing to look for."""
        order = self._order()
        if not order.wanted:
            self.say(NOTHING_WANTED)
            return None
        return order

    def on_input_changed(self) -> None:
        """Another text."""
        self._tell()

    def on_listing_moved(self) -> None:
        """Another scope."""
        self._tell()

    def _tell(self) -> None:
        order = self._order()
        self.say(f"共 {self._count(order)} 处" if order.wanted else "")

    def _order(self) -> SearchOrder:
        return SearchOrder(
            self.query_one("#wanted", Input).value,
            self.query_one("#by", Input).value,
            SCOPES[self.query_one("#scope", Listing).cursor],
            DEEDS[self.query_one("#deed", Listing).cursor],
        )


def _listing(words: tuple[str, ...], name: str) -> Listing:
    return Listing([Content(each) for each in words], keeps=True, id=name)
