"""自上次导出后的改动: which sheets say something else than what was handed out, and what."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Batch, sheet_label
from selfeval_tui.sheet.tell import tell
from selfeval_tui.store.kept.handed_out import Standing
from selfeval_tui.tui.differing import parting
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style

Entry = tuple[Content, Content, Content]


class ChangesScreen(Frame):
    """Lists the changes, sheet after sheet.

    Args:
        session: What is open.
        standings: How each sheet stands to what was handed out, by its id.
        title: What is listed; the changes since the last export where empty.
        what: What was done with the earlier version.
    """

    WHERE = Where.CHANGES
    CSS = style("export/export.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CHANGES)]

    def __init__(
        self,
        session: Session,
        standings: Mapping[str, Standing],
        title: str = "",
        what: str = "导出",
    ) -> None:
        super().__init__(session)
        self._standings = standings
        self._title = title
        self._what = what

    def body(self) -> Iterator[Widget]:
        """What it is about, and the list."""
        changed = [each for each in self._standings.values() if each.due and not each.never]
        title = f"上次导出后有 {len(changed)} 张表改过：只有这些要重新打印、盖章、报送"
        yield Static(Content(self._title or title), classes="heading")
        lines = list(change_lines(self.session.batch, self._standings, self._what))
        yield Listing([line for entry in lines for line in entry], each=3, id="changes")

    def on_mount(self) -> None:
        """The list is scrolled with the arrow keys."""
        self.query_one(Listing).focus(scroll_visible=False)

    def action_back(self) -> None:
        """Return to the choices."""
        self.dismiss()


def change_lines(
    batch: Batch, standings: Mapping[str, Standing], what: str = "导出"
) -> Iterator[Entry]:
    """Three lines for each change: where, what was handed out, what is there now."""
    for sheet in batch.sheets:
        standing = standings.get(sheet.id)
        if standing is None or standing.never:
            continue
        if standing.fault:
            yield _entry(sheet_label(sheet), standing.fault, "请重新导出这张表")
        for difference in standing.differences:
            told = tell(sheet, difference)
            where = f"{told.where}（{standing.at} {what}）"
            yield _entry(where, *parting(told.before, told.after))


def _entry(where: str, before: str, after: str) -> Entry:
    return (
        Content.styled(where, "$quiet"),
        Content.assemble(("  原 ", "$quiet"), before),
        Content.assemble(("  现 ", "$quiet"), (after, "bold")),
    )
