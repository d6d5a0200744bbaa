"""预览: what each printed page of a sheet holds, before anything is written."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.layout import ExportOptions, lay_out
from selfeval_tui.layout.outline import pages_of
from selfeval_tui.sheet import sheet_label
from selfeval_tui.tui.export.pageview import PageView
from selfeval_tui.tui.frame import Frame
from selfeval_tui.tui.keys import Where, bindings
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.theme import style


class PreviewScreen(Frame):
    """Shows the pages of one sheet after the other.

    Args:
        session: What is open.
        sheets: The ids of the sheets, in their order.
        options: How they would be printed.
        first: Where to begin; the first sheet where None.
    """

    WHERE = Where.PREVIEW
    CSS = style("export/preview.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PREVIEW)]

    def __init__(
        self,
        session: Session,
        sheets: Sequence[str],
        options: ExportOptions,
        first: str | None = None,
    ) -> None:
        super().__init__(session)
        self._sheets = tuple(sheets)
        self._options = options
        self._number = self._sheets.index(first) if first in self._sheets else 0

    def body(self) -> Iterator[Widget]:
        """Which sheet and page, and the page."""
        yield Static(id="preview-title")
        yield PageView(id="preview-pages")

    def on_mount(self) -> None:
        """Show the first sheet."""
        self.query_one(PageView).focus(scroll_visible=False)
        self._show()

    @on(PageView.Turned)
    def tell(self) -> None:
        """Say which page of which sheet this is."""
        sheet = self.session.batch.sheet(self._sheets[self._number])
        place = f"第 {self.query_one(PageView).page} 页，共 {self._count} 页"
        among = f"（第 {self._number + 1}/{len(self._sheets)} 张表）"
        also = among if len(self._sheets) > 1 else ""
        title = Content.assemble((place, "bold $lit"), f"{also}  {sheet_label(sheet)}")
        self.query_one("#preview-title", Static).update(title)

    def action_next_page(self) -> None:
        """Bring the next page to the top."""
        self.query_one(PageView).turn(1)

    def action_previous_page(self) -> None:
        """Bring the page before to the top."""
        self.query_one(PageView).turn(-1)

    def action_next_sheet(self) -> None:
        """Show the sheet after this one, round and round."""
        self._go(1)

    def action_previous_sheet(self) -> None:
        """Show the sheet before this one."""
        self._go(-1)

    def action_back(self) -> None:
        """Return to where the preview was wanted."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another sheet is offered only where there are several."""
        del parameters
        return action not in {"next_sheet", "previous_sheet"} or len(self._sheets) > 1

    def _go(self, by: int) -> None:
        self._number = (self._number + by) % len(self._sheets)
        self._show()

    def _show(self) -> None:
        batch = self.session.batch
        layout = lay_out(batch, batch.sheet(self._sheets[self._number]), self._options)
        self._count = layout.pages
        self.query_one(PageView).show(pages_of(layout, page_numbers=self._options.page_numbers))
        self.tell()
