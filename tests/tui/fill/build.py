"""Sheets, drawings and spots for the tests of this room."""

from functools import cache
from unicodedata import east_asian_width

from selfeval_tui.sheet import Address, Batch, Sheet, Step
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.tui.fill.drawing import Drawing, sheet_drawing
from selfeval_tui.tui.fill.lines import Line, LineKind
from selfeval_tui.tui.glyphs import FANCY, Glyphs

NAMES = (*(f"附件1-{number}" for number in range(1, 9)), "附件2")


@cache
def _published() -> tuple[Sheet, ...]:
    return demo_sheets()


def demo_batch() -> Batch:
    """The nine published sheets; a test may change them."""
    return Batch(sheet.copy() for sheet in _published())


def one(batch: Batch, name: str) -> Sheet:
    """The sheet of that 附件号."""
    return batch.sheets[NAMES.index(name)]


def drawing_of(batch: Batch, name: str, width: int = 79, glyphs: Glyphs = FANCY) -> Drawing:
    """A sheet drawn for a width."""
    drawing = sheet_drawing(batch, one(batch, name).id, glyphs)
    drawing.resize(width)
    return drawing


def follow(batch: Batch, drawing: Drawing) -> Drawing:
    """The drawing, from now on told of each step."""

    def apply(step: Step) -> None:
        drawing.apply(step)

    batch.listen(apply)
    return drawing


def text_of(drawing: Drawing, number: int, *, top: bool = False) -> str:
    """A painted line, without blanks at its end."""
    return drawing.strip(number, top=top).text.rstrip()


def line_with(drawing: Drawing, text: str) -> str:
    """The first painted line that holds a text."""
    lines = (text_of(drawing, number) for number in range(len(drawing.lines)))
    return next(line for line in lines if text in line)


def rows_of(drawing: Drawing) -> list[Line]:
    """The lines of table rows."""
    return [line for line in drawing.lines if line.kind is LineKind.ROW]


def field(sheet: Sheet, name: str) -> Address:
    """A field outside the tables."""
    return Address(sheet.id, name)


def indicator(sheet: Sheet, row: int, name: str) -> Address:
    """A cell of the indicator table; rows are counted from 0."""
    return Address(sheet.id, name, "指标", list(sheet.tables["指标"])[row])


def money(sheet: Sheet, name: str) -> Address:
    """A cell of the money row."""
    return Address(sheet.id, name, "资金", "合计")


def cells(text: str, *, ambiguous: int = 1) -> int:
    """How many cells a terminal gives a text, if it gives `ambiguous` to what may be either."""
    widths = {"W": 2, "F": 2, "A": ambiguous}
    return sum(widths.get(east_asian_width(each), 1) for each in text)
