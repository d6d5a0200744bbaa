"""The small window that asks which problems 自查 lists."""

from collections.abc import Iterator, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from selfeval_tui.checks import Severity
from selfeval_tui.sheet import Batch, sheet_label
from selfeval_tui.tui.check.view import WHOLE_YEAR, Kind, Wanted
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.form import form_row
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import style

KINDS = tuple(Kind)
SEVERITIES = (None, *Severity)


class ChoosingDialog(Dialog[Wanted]):
    """Asks for state, severity and sheet.

    Args:
        batch: The sheets.
        present: What is listed now.
    """

    CSS = Dialog.CSS + style("check/choosing.tcss")

    def __init__(self, batch: Batch, present: Wanted) -> None:
        super().__init__("筛选问题")
        self._present = present
        self._sheets = (None, *(sheet.id for sheet in batch.sheets), "")
        self._names = ("全部", *(sheet_label(sheet) for sheet in batch.sheets), WHOLE_YEAR)

    def body(self) -> Iterator[Widget]:
        """Three lists."""
        weights = [each.label if each else "全部" for each in SEVERITIES]
        yield _row("列出", KINDS, "kind", KINDS.index(self._present.kind))
        yield _row("级别", weights, "severity", SEVERITIES.index(self._present.severity))
        yield _row("表", self._names, "sheet", self._sheets.index(self._present.sheet))

    def answer(self) -> Wanted:
        """All three together."""
        kind, severity, sheet = (self.query_one(f"#choose-{n}", Listing).cursor for n in _PARTS)
        return Wanted(SEVERITIES[severity], self._sheets[sheet], KINDS[kind])


_PARTS = ("kind", "severity", "sheet")


class _Choice(Listing):
    """A list that begins somewhere."""

    def __init__(self, words: Sequence[str], name: str, cursor: int) -> None:
        super().__init__([Content(each) for each in words], keeps=True, id=f"choose-{name}")
        self._begin = cursor

    def on_mount(self) -> None:
        """Begin where it is now."""
        self.cursor = self._begin


def _row(label: str, words: Sequence[str], name: str, cursor: int) -> Horizontal:
    choice = _Choice(words, name, cursor)
    return form_row(label, choice)
