"""从别的表复制指标: which rows of which sheet, and what of them is taken over."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from selfeval_tui.sheet import Batch, Row, Sheet, sheet_label
from selfeval_tui.spec.model import Column, Role, TableBlock
from selfeval_tui.tui.dialog import Dialog
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.listing import Listing
from selfeval_tui.tui.theme import style
from selfeval_tui.tui.ticklist import TickList

OUTCOMES = frozenset({Role.ACTUAL, Role.SCORE, Role.REASON, Role.IMPROVEMENT})
"""What is this year's and this project's own, and is left blank."""

Found = tuple[TableBlock, Row]


def sources(batch: Batch, sheet: Sheet) -> tuple[Sheet, ...]:
    """The other sheets that have rows of indicators."""
    return tuple(each for each in batch.sheets if each.id != sheet.id and any(rows_of(each)))


def rows_of(sheet: Sheet) -> Iterator[Found]:
    """The rows of a sheet that name an indicator or promise something."""
    for table, row in sheet.rows():
        wanted = [table.with_role(role) for role in (Role.INDICATOR, Role.TARGET)]
        if table.judged and any(row.cells.get(each.name, "").strip() for each in wanted if each):
            yield table, row


def taken_over(source: TableBlock, row: Row, target: TableBlock) -> dict[str, str]:
    """The cells of a copied row: by role, else by name; what was reached stays blank."""
    cells = {}
    for column in target.columns:
        like = _like(column, source)
        if like is not None and column.role not in OUTCOMES and not column.calc:
            cells[column.name] = row.cells.get(like.name, "")
    return {name: text for name, text in cells.items() if text}


def _like(column: Column, source: TableBlock) -> Column | None:
    if column.role is not None:
        return source.with_role(column.role)
    return next((each for each in source.columns if each.name == column.name), None)


class CopyRowsDialog(Dialog[tuple[Mapping[str, str], ...]]):
    """Asks for a sheet and its rows.

    Args:
        sheets: The sheets to choose from.
        target: The table that the rows go into.
    """

    CSS: ClassVar[str] = style("forms.tcss", "dialog.tcss", "fill/copyrows.tcss")

    def __init__(self, sheets: Sequence[Sheet], target: TableBlock) -> None:
        super().__init__("从别的表复制指标：先选表，再到下面给要的行打勾（空格）")
        self._sheets = tuple(sheets)
        self._target = target
        self._rows: tuple[Found, ...] = ()

    def body(self) -> Iterator[Widget]:
        """The sheets, the rows of the chosen one."""
        lines = [Content(sheet_label(sheet)) for sheet in self._sheets]
        yield Listing(lines, keeps=True, id="copy-sheets")
        yield Static(Content("指标和目标值照抄，实际完成值留空"), classes="dialog-note")
        yield TickList(id="copy-rows")

    def on_mount(self) -> None:
        """Begin with the first sheet."""
        self.show_rows()

    @on(Listing.Moved, "#copy-sheets")
    def show_rows(self) -> None:
        """Offer the rows of the chosen sheet."""
        sheet = self._sheets[self.query_one("#copy-sheets", Listing).cursor]
        self._rows = tuple(rows_of(sheet))
        self.query_one(TickList).offer([Content(_told(*found)) for found in self._rows])
        self.say("")

    def answer(self) -> tuple[Mapping[str, str], ...] | None:
        """The ticked rows, in their order; without any, the clerk is led to where one ticks."""
        rows = self.query_one(TickList)
        ticked = rows.ticked
        if not ticked:
            self.say("还没有给要复制的行打勾：上下移到要的行按空格，再按回车。")
            rows.focus()
            return None
        chosen = [found for number, found in enumerate(self._rows) if number in ticked]
        return tuple(taken_over(table, row, self._target) for table, row in chosen)


def _told(table: TableBlock, row: Row) -> str:
    """A row in one line: 数量指标 · 中央空调清洗数量 · 12次."""
    columns = (table.with_role(role) for role in (Role.LEVEL2, Role.INDICATOR, Role.TARGET))
    texts = (" ".join(row.cells.get(each.name, "").split()) for each in columns if each)
    return f" {here().dot} ".join(text for text in texts if text)
