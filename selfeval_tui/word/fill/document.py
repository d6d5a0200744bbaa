"""Fills sheets into a document of the bureau; whatever is not filled stays as it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from attrs import Factory, define

from selfeval_tui.layout.outline import shown
from selfeval_tui.problems import ExportError
from selfeval_tui.reader.fill.filling import FileFilled, Fill, Filling, PageFilled, TableFill
from selfeval_tui.reader.fill.spare import told_of_spare
from selfeval_tui.reader.found import Piece
from selfeval_tui.sheet import DEMO
from selfeval_tui.store.pack import pack
from selfeval_tui.word.fill.rows import Row, loosen_row_of, merge_down, resize, row_of
from selfeval_tui.word.fill.text import Node, edit, set_text
from selfeval_tui.word.read.drawn import Drawn, drawn_grids
from selfeval_tui.word.read.package import DAMAGED

if TYPE_CHECKING:
    from docx.document import Document

_SUM = re.compile(r"\s*(?:合\s*计|总\s*计|总\s*分)")


def fill_document(template: bytes, fillings: Sequence[Filling], created: datetime) -> FileFilled:
    """Write sheets into the tables of a document that was looked through.

    Args:
        template: The empty form.
        fillings: What goes where.
        created: The date that the parts of the file state; nothing is asked of the clock.

    Raises:
        ExportError: The library cannot open the document.
    """
    document = _load(template)
    grids = {each.grid.name: each for each in drawn_grids(document.element)}
    pages = [_Page(grids[each.page], each) for each in fillings]
    for page in pages:
        page.fill_in()
    if any(page.filling.sheet.demo for page in pages):
        _mark(document)
    data = BytesIO()
    document.save(data)
    with ZipFile(data) as archive:
        packed = pack({name: archive.read(name) for name in archive.namelist()}, created)
    return FileFilled(
        packed, tuple(PageFilled(tuple(page.filled), tuple(page.notices)) for page in pages)
    )


def _load(template: bytes) -> "Document":
    from docx import Document

    try:
        return Document(BytesIO(template))
    except DAMAGED as error:
        raise ExportError("模板打不开") from error


def _mark(document: "Document") -> None:
    """示例 at the head of each page."""
    for number, section in enumerate(document.sections):
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            if number == 0 or not header.is_linked_to_previous:
                # A header without any paragraph gets its first one here.
                paragraphs = header.paragraphs or [header.add_paragraph()]
                paragraphs[0].insert_paragraph_before(DEMO)


@define
class _Page:
    """One table while it is filled."""

    drawn: Drawn
    filling: Filling
    filled: list[Piece] = Factory(list)
    notices: list[str] = Factory(list)

    def fill_in(self) -> None:
        """Write everything; the elements of the cells are known, so that rows may move."""
        for each in self.filling.values:
            self._value(each)
        for table in self.filling.tables:
            self._table(table)

    def _value(self, fill: Fill) -> None:
        element: Node = self.drawn.elements.get((fill.cell.row, fill.cell.col))
        if element is None:
            self.notices.append(f"{fill.place}：模板里没有可以写的格，没有写入“{fill.text}”。")
            return
        if fill.text == fill.cell.text:
            return
        if not (fill.edits and edit(element, fill.cell.text, fill.edits)):
            set_text(element, fill.text)
        loosen_row_of(element)
        self.filled.append(Piece(fill.place, fill.text, fill.cell.origin))

    def _table(self, table: TableFill) -> None:
        rows = list(self._body(table))
        if not rows or not table.rows:
            if table.rows:
                self.notices.append(
                    f"模板的{table.place}表头下面没有空行，{len(table.rows)} 条指标没有写入。"
                    "请在模板的表头下加一行空行，再导出。"
                )
            return
        table = table.in_words_of(self._printed(table))
        body = range(table.table.first, table.table.first + len(rows))
        texts = [
            each.text
            for each in self.drawn.grid.cells
            if each.col in table.names and each.row in body
        ]
        self.notices.extend(told_of_spare(table, texts, len(rows) - len(table.rows)))
        made = resize(rows, len(table.rows), table.names)
        runs = {col: table.runs(col) for col in table.groups}
        for index, contents in enumerate(table.rows):
            for col, content in contents.items():
                begun = col not in runs or any(first == index for first, _ in runs[col])
                self._cell(table, index, made[index], col, shown(content) if begun else "")
        for col in sorted(runs):
            for first, count in runs[col]:
                merge_down(made, col, first, count)

    def _cell(self, table: TableFill, index: int, row: Row, col: int, text: str) -> None:
        place = table.place_of(index, col)
        if col not in row.cells:
            self.notices.append(f"{place}：模板的这一行少一格，没有写入“{text}”。")
            return
        set_text(row.cells[col], text)
        if text:
            where = f"{self.filling.page} {table.place}第{index + 1}行"
            self.filled.append(Piece(place, text, where))

    def _printed(self, table: TableFill) -> Iterator[tuple[int, str]]:
        for cell in self.drawn.grid.cells:
            if cell.col in table.groups and table.table.first <= cell.row < table.table.end:
                yield cell.col, cell.text

    def _body(self, table: TableFill) -> Iterator[Node]:
        """The rows of the table; a row of 合计, or one cut into other cells, ends it."""
        covering = self.drawn.grid.covering()
        row, owner = table.table.first, None
        while True:
            cells = [covering.get((row, col)) for col in table.names]
            inside = row < table.table.end
            if any(cell is None for cell in cells):
                return
            starts = all(
                cell.col == col for cell, col in zip(cells, table.names, strict=True) if cell
            )
            blank = not any(cell.text.strip() for cell in cells if cell)
            if not starts or not (inside or blank) or self._sums(row):
                return
            element = self._row_element(row)
            if element is None:
                return
            if owner is None:
                owner = element.getparent()
            yield element
            row += 1

    def _sums(self, row: int) -> bool:
        return any(_SUM.match(each.text) for each in self.drawn.grid.cells if each.row == row)

    def _row_element(self, row: int) -> Node | None:
        for (first, _), element in self.drawn.elements.items():
            if first == row:
                return row_of(element)
        return None
