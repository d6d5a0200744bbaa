"""Boxes: what is drawn where, without knowing any file format."""

from decimal import Decimal

from attrs import evolve, frozen

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Align, Font

ROW = "{row}"
"""Stands in a formula for the row it is written in."""


def column_letters(index: int) -> str:
    """What a spreadsheet calls a column counted from 0: A … Z, AA …."""
    first, last = divmod(index, 26)
    letter = chr(ord("A") + last)
    return column_letters(first - 1) + letter if first else letter


@frozen
class Number:
    """A number that shows the digits typed."""

    value: Decimal
    format: str
    """The number format that shows them: `0.00` for 5.50."""


@frozen
class Formula:
    """A formula over cells of its own row, with its value for programs that do not compute."""

    source: str
    """In the language of spreadsheets, without `=`; `{row}` stands for the row's number."""
    value: Decimal
    format: str

    def in_row(self, row: int) -> str:
        """The formula for a row counted from 0."""
        return self.source.replace(ROW, str(row + 1))


Content = str | Number | Formula


@frozen(cache_hash=True)
class Style:
    """How a box looks; the writer looks its format up for every box."""

    font: Font = Font.BODY
    align: Align = Align.CENTER
    framed: bool = True
    top: bool = True
    """Whether the frame is closed above; open where a text is continued."""
    bottom: bool = True
    spread: bool = False
    """Lines fill the whole height, so that a text continued in the next row shows no gap."""
    hung: bool = False
    """The text begins at the top: it ends here what began in the rows above."""


LABEL = Style()
CENTERED = Style()
LEFT = Style(align=Align.LEFT)


@frozen
class Box:
    """One cell or merged range."""

    row: int
    col: int
    rows: int
    cols: int
    content: Content
    style: Style
    height: int = 0
    """What its text needs, in pixels."""
    at: Address | None = None
    """The cell of the sheet that it prints; the first one of merged neighbours."""

    @property
    def end(self) -> int:
        """The first row below it."""
        return self.row + self.rows

    def cut(self, start: int, end: int) -> "Box":
        """The part between two rows, with the whole content and a closed frame at a cut."""
        first, last = max(self.row, start), min(self.end, end)
        style = self.style
        if (first == start and not style.top) or (last == end and not style.bottom):
            style = evolve(
                style, top=style.top or first == start, bottom=style.bottom or last == end
            )
        return Box(
            first, self.col, last - first, self.cols, self.content, style, self.height, self.at
        )


@frozen
class Layout:
    """A sheet ready to be written: pure geometry and texts."""

    name: str
    """Of the sheet inside a workbook."""
    columns: tuple[float, ...]
    """Widths in millimetres."""
    rows: tuple[float, ...]
    """Heights in points."""
    boxes: tuple[Box, ...]
    breaks: tuple[int, ...]
    """The rows that begin a new page, counted from 0; none where the sheet fits on one."""
    titles: tuple[int, int] | None
    """First and last row that every following page repeats."""
    header: str
    """Printed at the head of every page."""
    landscape: bool = False
    code: str = ""
    """The 校验码 of a 定稿; empty for a draft and for what goes with the sheets."""
    form: str = ""
    """The id of the form (表样) it was drawn from; empty for what goes with the sheets."""
    year: str = ""
    """年度 as typed."""
    together: frozenset[int] = frozenset()
    """The rows that stay with the row below, where the pages are left to another program."""

    @property
    def pages(self) -> int:
        """How many pages it prints on."""
        return len(self.breaks) + 1
