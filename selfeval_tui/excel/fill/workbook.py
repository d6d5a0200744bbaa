"""Fills sheets into a workbook of the bureau: its look, its formulas and its print set-up stay."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, cast

from attrs import Factory, define

from selfeval_tui.excel.fill.cells import (
    MOST_CHARACTERS,
    cell_at,
    edit,
    is_covered,
    is_formula,
    shown_as,
    write,
)
from selfeval_tui.excel.fill.finish import finish
from selfeval_tui.excel.fill.follow import named_one_by_one
from selfeval_tui.excel.fill.heights import make_room
from selfeval_tui.excel.fill.rows import Area, covering, merge_down, resize
from selfeval_tui.excel.fill.shift import RowShift
from selfeval_tui.excel.fill.table import body_of, renumber
from selfeval_tui.excel.untrusted import DAMAGED
from selfeval_tui.layout.box import Content
from selfeval_tui.layout.outline import shown
from selfeval_tui.problems import ExportError
from selfeval_tui.reader.fill.filling import FileFilled, Filling, PageFilled, TableFill, figure_of
from selfeval_tui.reader.fill.spare import told_of_spare
from selfeval_tui.reader.found import Piece

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def fill_workbook(template: bytes, fillings: Sequence[Filling], created: datetime) -> FileFilled:
    """Write sheets into the pages of a workbook that was looked through.

    Args:
        template: The empty form.
        fillings: What goes where, each into a page of its own.
        created: The date that the file states; nothing is asked of the clock.

    Raises:
        ExportError: The library cannot open the workbook.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = _load(template)
        pages = [_Page(cast("Worksheet", book[each.page]), each) for each in fillings]
        # From the bottom up: what stands below a table moves when it grows.
        for page in sorted(pages, key=lambda each: each.filling.top, reverse=True):
            page.fill_in()
        data = BytesIO()
        book.save(data)
    values = {
        (page.sheet.title, cell.coordinate): text for page in pages for cell, text in page.values
    }
    demos = frozenset(page.sheet.title for page in pages if page.filling.sheet.demo)
    return FileFilled(
        finish(data.getvalue(), template, values, demos, created),
        tuple(PageFilled(tuple(page.pieces()), tuple(page.notices)) for page in pages),
        tuple(place for page in pages for place in page.too_long),
    )


def _load(template: bytes) -> "Workbook":
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(template), rich_text=True)
    except DAMAGED as error:
        raise ExportError("模板打不开") from error


@define
class _Page:
    """One page while it is filled."""

    sheet: "Worksheet"
    filling: Filling
    values: "list[tuple[Cell, str]]" = Factory(list)
    """The formulas of the template that stayed, with what they show."""
    notices: list[str] = Factory(list)
    too_long: list[str] = Factory(list)
    _written: "list[tuple[Cell, str, str]]" = Factory(list)
    """Each cell that was written, what it is called, and its text."""

    def fill_in(self) -> None:
        """Write everything; what stands below a table moves with its cells."""
        for each in self.filling.values:
            cell = cell_at(self.sheet, each.cell.row + 1, each.cell.col + 1)
            if each.text == each.cell.text and not is_formula(cell):
                continue
            if each.edits and edit(cell, each.edits):
                self._written.append((cell, each.place, each.text))
            else:
                content = each.text if each.edits else each.content
                self._put(cell, content, each.place, each.typed, each.figure)
        for table in sorted(self.filling.tables, key=lambda each: -each.table.header):
            self._fill_table(table)
        self._look_at_heights()
        if any(cell.comment for row in self.sheet.iter_rows() for cell in row):
            self.notices.append("模板的批注文字都在，批注框的大小和位置可能变了。")

    def pieces(self) -> Iterator[Piece]:
        """What was written, with where it stands now."""
        return (Piece(place, text, cell.coordinate) for cell, place, text in self._written if text)

    def _put(
        self, cell: "Cell", content: Content, place: str, typed: str, figure: Decimal | None
    ) -> None:
        if is_covered(cell):
            if typed.strip() or shown(content):
                self.notices.append(f"{place}：模板的 {cell.coordinate} 被别的格盖住，没有写入。")
            return
        if not is_formula(cell):
            before, text = cell.value, shown(content)
            write(cell, content)
            if before != cell.value or text:
                self._written.append((cell, place, text))
            return
        if figure is not None:
            self.values.append((cell, str(figure)))
        if typed.strip() and typed.strip() != shown_as(cell, figure):
            self.notices.append(
                f"{place}：模板的 {cell.coordinate} 是公式，已保留，"
                f"没有写入填报的“{typed}”。请核对。"
            )

    def _fill_table(self, table: TableFill) -> None:
        if not table.rows:
            return
        body = body_of(self.sheet, table)
        shift = RowShift(body.start, body.stop, len(table.rows))
        fixed = named_one_by_one(self.sheet, shift) if shift.delta else ()
        if fixed and shift.delta < 0:
            shift = RowShift(body.start, body.stop, shift.old)
        if fixed:
            self.notices.append(
                f"“{self.filling.page}”的公式（{'、'.join(fixed)}）逐行引用了{table.place}的行，"
                "行数变了它不会跟着变，请核对公式。"
            )
        table = table.in_words_of(self._printed(table, body))
        texts = [text for _, text in self._printed(table, body, table.names)]
        spare = f"第 {shift.last + 1}–{body.stop - 1} 行"
        self.notices.extend(told_of_spare(table, texts, -shift.delta, spare))
        columns = [col + 1 for col in table.names]
        resize(self.sheet, shift, columns)
        for row in range(shift.count):
            cells: Mapping[int, Content] = table.rows[row] if row < len(table.rows) else {}
            for col in table.names:
                cell = cell_at(self.sheet, shift.first + row, col + 1)
                content = cells.get(col, "")
                figure = figure_of(content) if col in table.computed else None
                self._put(cell, content, table.place_of(row, col), shown(content), figure)
        for col in sorted(table.groups):
            for start, count in table.runs(col):
                merge_down(self.sheet, shift.first + start, col + 1, count)
                self._drop_covered(shift.first + start, col + 1, count)
        renumber(self.sheet, shift, columns)

    def _printed(
        self, table: TableFill, body: range, columns: Iterable[int] = ()
    ) -> Iterator[tuple[int, str]]:
        """What the template prints in the columns of merged neighbours, or in those asked for."""
        for row in body:
            for col in sorted(columns or table.groups):
                cell = cell_at(self.sheet, row, col + 1)
                yield col, "" if is_formula(cell) else str(cell.value or "")

    def _drop_covered(self, row: int, col: int, count: int) -> None:
        """Forget what was written into cells that a merge has taken since."""
        covered = range(row + 1, row + count)
        self._written = [
            each for each in self._written if not (each[0].row in covered and each[0].column == col)
        ]

    def _look_at_heights(self) -> None:
        areas: dict[Area, str] = {}
        for cell, place, text in self._written:
            if len(text) > MOST_CHARACTERS:
                self.too_long.append(place)
            areas[covering(self.sheet, cell.row, cell.column)] = place
        for area in make_room(self.sheet, areas):
            self.notices.append(
                f"{areas[area]}：文字太长，模板的这一格放不下，打印时会缺几行。请精简文字或加高这一格。"
            )
