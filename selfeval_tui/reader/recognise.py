"""Which forms lie in a grid, and where each thing stands: in an empty form as in a filled one."""

import re
from collections.abc import Iterable, Iterator

from selfeval_tui.reader.fields import find_fields
from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.goals import find_goals
from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.reader.heads import find_head, find_own_head, is_title
from selfeval_tui.reader.heal import heal
from selfeval_tui.reader.labels import GOES_ON
from selfeval_tui.reader.missing import missing_labels
from selfeval_tui.reader.money import find_money
from selfeval_tui.reader.money_unit import find_money_unit
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.reader.split import parts_of
from selfeval_tui.reader.tables import Found, find_tables
from selfeval_tui.reader.words import Words, known_labels, shipped_words
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.store.foreign.aliases import aliases_of

_LEAST = 3
"""Words of a form that a page must show to be one."""
_SIDE = re.compile(r"(?:年度|项目|当年|本年|全年)?绩效(?:指标|目标)(?:及?完成情况)?\d{0,2}")
"""What families print left of the indicators."""
_WHOLE = "整体"
_INDICATORS = aliases_of(Role.INDICATOR)
_BESIDE = frozenset().union(*map(aliases_of, (Role.WEIGHT, Role.SCORE, Role.ACTUAL)))
"""What a table of indicators without targets has beside them."""
_TOLD = frozenset({Role.REASON, Role.IMPROVEMENT, Role.GOAL})
"""What nobody asks for but a sheet."""
_MORE = "绩效目标比表样多，多出的指标都接在最后一个目标的后面，请核对"


def recognise(grid: Grid, forms: Iterable[Spec] | None = None) -> tuple[Anchors, ...]:
    """Which forms lie in a grid, and where each thing stands.

    Args:
        grid: The grid; an empty form is recognised as a filled one is.
        forms: The forms that come into question; those that come with the program where None.

    Returns:
        From top to bottom, one for each sheet that was recognised.
    """
    known = words_of(forms)
    return tuple(anchors for _, anchors in recognised(grid, known) if anchors is not None)


def recognised(grid: Grid, forms: tuple[Words, ...]) -> Iterator[tuple[Page, Anchors | None]]:
    """The parts of a grid, each with the form that was laid over it; None where none fits."""
    return ((page, _lay_over(page, forms)) for page in parts_of(heal(grid)))


def words_of(forms: Iterable[Spec] | None) -> tuple[Words, ...]:
    """The words of some forms; of those that come with the program where None."""
    return shipped_words() if forms is None else tuple(map(Words, forms))


def _lay_over(page: Page, forms: tuple[Words, ...]) -> Anchors | None:
    """Lay the form that fits best over a page; None where none does."""
    words = _best(page, forms)
    if words is None:
        return None
    sure = page.grid.form == words.spec.id
    anchors = Anchors(words.spec, page.first, page.end)
    sketch = Sketch(page, words, anchors, known_labels(forms), sure)
    tables, more = find_tables(page, words, sure=sure)
    for found in tables:
        _take_table(sketch, found)
    headed = sure and find_own_head(sketch)
    _find_fixed(sketch)
    find_fields(sketch)
    find_money_unit(sketch)
    if not headed:
        find_head(sketch, _below_head(sketch))
    _take_own_words(sketch)
    if more:
        anchors.notices.append(_MORE)
    if not (sure or anchors.free or anchors.fixed or _is_more_than_a_cover(page, anchors)):
        return None
    anchors.missing = list(missing_labels(words, anchors))
    return anchors


def _best(page: Page, forms: tuple[Words, ...]) -> Words | None:
    named = next((each for each in forms if each.spec.id == page.grid.form), None)
    if named is not None:
        return named
    present = page.words()
    fits = {index: words.fit(present) for index, words in enumerate(forms)}
    kind = _kind(page, present)
    if not fits:
        return None
    index = max(fits, key=lambda each: (forms[each].spec.kind == kind or not kind, fits[each]))
    return forms[index] if sum(fits[index][:2]) >= _LEAST else None


def _is_more_than_a_cover(page: Page, anchors: Anchors) -> bool:
    """A cover, a list of options and a page of advice name fields, too, but none that tells."""
    roles = {anchors.spec.fields[name].role for name in anchors.fields}
    return not roles.isdisjoint(_TOLD) or any(
        page.keys(cell).plain in _INDICATORS
        and any(page.keys(each).plain in _BESIDE for each in page.row(cell.row))
        for cell in page.filled
    )


def _kind(page: Page, present: frozenset[str]) -> str:
    """`department` where the title says so, `project` where 项目名称 stands there."""
    titles = [cell.text for cell in page.filled[:12] if is_title(cell)]
    if any(_WHOLE in title for title in titles):
        return "department"
    return "project" if "项目名称" in present else ""


def _find_fixed(sketch: Sketch) -> None:
    """Find the tables with fixed rows."""
    for table in sketch.words.spec.tables:
        if table.rows and table.row_label is not None:
            find_money(sketch, table)
        elif table.rows:
            find_goals(sketch, table)


def _take_table(sketch: Sketch, found: Found) -> None:
    sketch.anchors.free.append(found.table)
    sketch.tables.append(range(found.header.top, found.table.end))
    sketch.label(*found.header.labels)
    for row in range(found.header.top, found.table.end):
        for cell in sketch.page.begun(row):
            if cell.right <= found.header.left and _is_side(sketch, cell):
                sketch.label(cell)
    if found.side is not None and _is_side(sketch, found.side):
        sketch.label(found.side)


def _is_side(sketch: Sketch, cell: Cell) -> bool:
    keys = sketch.page.keys(cell)
    said = sketch.words.is_side(keys) or _SIDE.fullmatch(keys.plain) is not None
    return said and sketch.free(cell)


def _below_head(sketch: Sketch) -> int:
    """The first row of the grid itself, below the lines above it."""
    anchors = sketch.anchors
    heads = {line.field for line in sketch.words.spec.head if line.label}
    rows = [
        spot.cells[0].row
        for name, spot in [*anchors.fields.items(), *anchors.again]
        if name not in heads or not spot.before
    ]
    rows += [rows.start for rows in sketch.tables]
    return min(rows, default=sketch.page.end)


def _take_own_words(sketch: Sketch) -> None:
    """Cells that only repeat words which the form prints itself."""
    for cell in sketch.page.filled:
        keys = sketch.page.keys(cell)
        if not sketch.free(cell) or not keys.whole:
            continue
        if sketch.words.is_side(keys) or keys.whole in GOES_ON:
            sketch.label(cell)
