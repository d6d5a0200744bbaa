"""Finds 附件号 and the title: lines above the grid without a label."""

import re

from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.labels import folded
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import HeadLine, Role

MARK = re.compile(
    r"\s*附\s*[件表]?\s*[：:]?\s*[\d一二三四五六七八九十\s\-—－–.．()（）]*\s*[：:]?\s*"
)
_MARK_AND_TITLE = re.compile(
    r"\s*(附\s*[件表]\s*[\d一二三四五六七八九十]+(?:[\-—－–.]\d+)*)\s*(?:[：:]\s*|\s|(?=20\d\d年))"
)
_LONGEST = 120
_TITLE = re.compile(r"(?:自评|评价|评分|目标|申报|批复|绩效)[^。；，]{0,12}表")
_YEAR_LINE = re.compile(r"\(?\s*(?:\d{4}|[一二三四五六七八九〇○零]{4}|)年?度?\s*\)?")
_YEARLY = re.compile(r"\d{4}年")
_NOT_TITLE = re.compile(r"(?:备\s*注|注|说\s*明|填\s*[表报]\s*说\s*明)\s*\d?\s*[：:]")


def is_title(cell: Cell) -> bool:
    """Whether a cell reads like the title of a sheet or of a table of targets."""
    text = cell.text.strip()
    return (
        len(text) <= _LONGEST
        and _TITLE.search(folded(text)) is not None
        and _NOT_TITLE.match(text) is None
    )


def is_mark(text: str) -> bool:
    """Whether a text is a number such as 附件1-3."""
    return bool(text.strip()) and MARK.fullmatch(text) is not None


def find_own_head(sketch: Sketch) -> bool:
    """Take the lines above the grid as this program prints them, one below the other.

    Returns:
        Whether they stand there; somebody may have put others between them.
    """
    heads: list[tuple[HeadLine, tuple[Cell, ...]]] = []
    row = sketch.page.first
    for line in sketch.words.spec.head:
        cell = sketch.page.at(row, 0)
        if cell is None or cell.right < sketch.page.width or not cell.text.startswith(line.label):
            return False
        cells = tuple(sketch.page.chain(cell))
        heads.append((line, cells))
        row = cells[-1].end
    for line, cells in heads:
        if line.field:
            sketch.put(line.field, Spot(cells, line.label))
        if line.label or line.text:
            sketch.label(cells[0])
    return True


def find_head(sketch: Sketch, below: int) -> None:
    """Find 附件号 and the title in what stands above the grid.

    Args:
        sketch: What was found so far.
        below: The first row of the grid itself.
    """
    cells = [
        cell
        for cell in sketch.page.filled
        if cell.row < below and sketch.free(cell) and not sketch.in_table(cell.row)
    ]
    if sketch.sure:
        _find_filled(sketch, cells)
        return
    mark = next((cell for cell in cells if is_mark(cell.text)), None)
    if mark is not None:
        cells.remove(mark)
        _put(sketch, Role.ATTACHMENT, Spot((mark,)))
    _find_title(sketch, cells)


def _find_filled(sketch: Sketch, cells: list[Cell]) -> None:
    """Take our own lines without a label where those that are blank are not there at all."""
    marked = len(cells) > 1 or (bool(cells) and is_mark(cells[0].text))
    if marked:
        _put(sketch, Role.ATTACHMENT, Spot((cells[0],)))
    if len(cells) > marked:
        _put(sketch, Role.TITLE, Spot((cells[marked],)))


def _find_title(sketch: Sketch, cells: list[Cell]) -> None:
    title = next((cell for cell in cells if is_title(cell)), None)
    if title is None:
        return
    at = cells.index(title)
    parts = [title]
    if at and begins_title(cells[at - 1]) and cells[at - 1].row < title.row:
        parts.insert(0, cells[at - 1])
    if at + 1 < len(cells) and _ends_title(cells[at + 1]) and cells[at + 1].row > title.row:
        parts.append(cells[at + 1])
    mark = _MARK_AND_TITLE.match(title.text)
    if mark is None:
        _put(sketch, Role.TITLE, Spot(tuple(parts)))
        return
    _put(sketch, Role.ATTACHMENT, Spot((title,), after=title.text[mark.end(1) :]))
    _put(sketch, Role.TITLE, Spot(tuple(parts), before=title.text[: mark.end()]))


def begins_title(cell: Cell) -> bool:
    """Whether the line above a title is its first half: 2023年度某某局."""
    text = folded(cell.text)
    return len(text) <= _LONGEST and _YEARLY.match(text) is not None


def _ends_title(cell: Cell) -> bool:
    """Whether the line below a title is its second half: （2023年度）."""
    return _YEAR_LINE.fullmatch(folded(cell.text)) is not None


def _put(sketch: Sketch, role: Role, spot: Spot) -> None:
    field = sketch.words.spec.field_with_role(role)
    if field is not None:
        sketch.put(field.name, spot)
