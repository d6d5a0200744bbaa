"""A layout in the markup of a document: lines above the table, and the table with its merges."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from attrs import define, field

from selfeval_tui.layout.box import Box, Layout, Style
from selfeval_tui.layout.heights import CELL_MARGIN_MM, ROW_LIMIT
from selfeval_tui.layout.outline import shown
from selfeval_tui.layout.paper import FACES, POINTS_PER_MM, POINTS_PER_PIXEL
from selfeval_tui.word.write.cells import TableRows, covering, head_rows, kept_rows, tables_of
from selfeval_tui.word.write.text import POINT, Setting, paragraph, thin_paragraph

_MARGIN = round(CELL_MARGIN_MM / 2 * POINTS_PER_MM * POINT)
_LINE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_NO_LINE = '<w:{side} w:val="nil"/>'
_HIGHEST = ROW_LIMIT * POINTS_PER_PIXEL
"""Points: a row that is higher may be cut by a page's end."""


def sheet_markup(layout: Layout, width_mm: float, scale: float) -> str:
    """The paragraphs and tables of a layout, without the paragraph that must follow them.

    Args:
        layout: A sheet that was not cut into pages.
        width_mm: What the page prints.
        scale: What is left of heights where the sheet is set closer to fit its page.
    """
    writer = _Writer(layout, scale)
    aside = (width_mm - sum(layout.columns)) / 2 * POINTS_PER_MM * POINT + _MARGIN
    return writer.head(max(0, round(aside))) + thin_paragraph(keep=True).join(
        writer.table(each) for each in tables_of(layout)
    )


@define
class _Writer:
    """Writes one layout."""

    _layout: Layout
    _scale: float
    _kept: set[int] = field(init=False)
    _widths: list[int] = field(init=False)
    """Of the columns, in whole twentieths of a point: no edge is far from its true place."""

    def __attrs_post_init__(self) -> None:
        self._kept = kept_rows(self._layout)
        edges = accumulate(self._layout.columns, initial=0.0)
        places = [round(mm * POINTS_PER_MM * POINT) for mm in edges]
        self._widths = [right - left for left, right in pairwise(places)]

    def head(self, aside: int) -> str:
        """The lines above the tables, as far from the page's edges as these are."""
        count = head_rows(self._layout)
        boxes = (box for box in self._layout.boxes if box.row < count)
        return "".join(
            self._head_line(box, aside) for box in sorted(boxes, key=lambda each: each.row)
        )

    def _head_line(self, box: Box, aside: int) -> str:
        style = box.style
        around = FACES[style.font].padding * self._scale / 2
        setting = Setting(style.font, style.align, self._scale, around, indent=aside, keep=True)
        return paragraph(shown(box.content), setting)

    def table(self, rows: TableRows) -> str:
        """One table."""
        lines = "".join(
            self._row(row, boxes, titled=rows.titled and row == rows.first)
            for row, boxes in enumerate(covering(self._layout, rows), start=rows.first)
        )
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{_MARGIN}" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
        )

    def _row(self, row: int, boxes: Sequence[Box], *, titled: bool) -> str:
        height = self._layout.rows[row]
        properties = "<w:tblHeader/>" if titled else ""
        if height <= _HIGHEST:
            least = round(height * self._scale * POINT)
            properties = (
                f'<w:cantSplit/><w:trHeight w:val="{least}" w:hRule="atLeast"/>{properties}'
            )
        keep = row in self._kept and height <= _HIGHEST
        cells = "".join(self._cell(box, row, keep=keep) for box in boxes)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    def _cell(self, box: Box, row: int, *, keep: bool) -> str:
        begins = row == box.row
        merge = ""
        if box.rows > 1:
            merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        span = f'<w:gridSpan w:val="{box.cols}"/>' if box.cols > 1 else ""
        setting = Setting(box.style.font, box.style.align, self._scale, keep=keep)
        lines = shown(box.content).split("\n") if begins else [""]
        width = sum(self._widths[box.col : box.col + box.cols])
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{_borders(box.style)}'
            '<w:vAlign w:val="center"/></w:tcPr>'
            f"{''.join(paragraph(line, setting) for line in lines)}</w:tc>"
        )


def _borders(style: Style) -> str:
    drawn = {
        "top": style.framed and style.top,
        "left": style.framed,
        "bottom": style.framed and style.bottom,
        "right": style.framed,
    }
    lines = "".join((_LINE if on else _NO_LINE).format(side=side) for side, on in drawn.items())
    return f"<w:tcBorders>{lines}</w:tcBorders>"
