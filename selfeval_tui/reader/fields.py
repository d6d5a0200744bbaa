"""Finds where the fields outside the tables stand: right of their label, behind it, or below."""

from collections.abc import Iterator

from selfeval_tui.reader.found import Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.labels import keys_of
from selfeval_tui.reader.page import filled
from selfeval_tui.reader.sketch import Sketch
from selfeval_tui.spec.model import Kind, NotesBlock, Role, RowBlock, Spec

_TICKED = frozenset({Kind.CHOICE, Kind.FLAGS})
_PADDING = " \t\u3000\xa0"
_COLONS = (":", "：", "﹕")


def find_fields(sketch: Sketch) -> None:
    """Find the fields that have a label; what tables take must be known."""
    inside = frozenset(_inside(sketch.words.spec)) if sketch.sure else frozenset()
    labels = dict(_labels(sketch))
    for cell in sketch.page.filled:
        if not sketch.free(cell) or sketch.in_table(cell.row):
            continue
        name = labels.get((cell.row, cell.col))
        if name is not None:
            _find_value(sketch, name, cell, behind=name in inside)
    for cell in sketch.page.filled:
        if sketch.free(cell) and not sketch.in_table(cell.row):
            _find_behind(sketch, cell)


def _inside(spec: Spec) -> Iterator[str]:
    """The fields that the form prints in the same cell as their label."""
    in_rows = {
        cell.field
        for block in spec.blocks
        if isinstance(block, RowBlock)
        for cell in block.cells
        if cell.field and not cell.note
    }
    behind = [line.field for line in spec.head if line.label]
    behind += [block.field for block in spec.blocks if isinstance(block, NotesBlock)]
    behind += [cell.field for line in spec.sign for cell in line.cells]
    yield from (name for name in behind if name and name not in in_rows)


def _labels(sketch: Sketch) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells that are labels of fields: the form's own words, else the clearest of others."""
    others: dict[str, list[tuple[int, Cell]]] = {}
    own: set[str] = set()
    for cell in sketch.page.filled:
        keys = sketch.page.keys(cell)
        if not keys.whole or sketch.in_table(cell.row):
            continue
        name = sketch.words.fields.own(keys)
        if name is not None:
            own.add(name)
            yield (cell.row, cell.col), name
        elif not sketch.sure and (name := sketch.words.fields.other(keys)) is not None:
            if _heads_the_same(sketch, name, cell):
                sketch.label(cell)
            else:
                others.setdefault(name, []).append((sketch.words.rank(name, keys), cell))
    for name, ranked in others.items():
        if name not in own:
            best = min(rank for rank, _ in ranked)
            yield from (((cell.row, cell.col), name) for rank, cell in ranked if rank == best)


def _find_value(sketch: Sketch, name: str, label: Cell, *, behind: bool) -> None:
    """Find the value of a label that has a cell of its own."""
    field = sketch.words.spec.fields[name]
    if behind or _has_room(sketch, label):
        sketch.anchors.labels.append(label)
        sketch.put(name, Spot((label,), before=label.text))
        return
    if field.role is Role.TOTAL:
        cells = _total(sketch, label)
    else:
        cells = _right(sketch, label, several=field.kind in _TICKED)
    if not cells and not sketch.sure:
        cells = _below(sketch, label)
    if field.role is Role.YEAR and not any(any(map(str.isdigit, each.text)) for each in cells):
        return
    sketch.label(label)
    if cells:
        sketch.put(name, Spot(cells))


def _has_room(sketch: Sketch, label: Cell) -> bool:
    """Whether the value is to be written behind the label: 单位名称： with nothing beside it."""
    if not label.text.rstrip().endswith(_COLONS):
        return False
    beside = sketch.page.at(label.row, label.right)
    if beside is None:
        following = [each for each in sketch.page.row(label.row) if each.col > label.col]
        return not any(filled(each) and not sketch.is_label(each) for each in following)
    return filled(beside) and sketch.is_label(beside)


def _heads_the_same(sketch: Sketch, name: str, label: Cell) -> bool:
    """Whether the cell beside a label is a narrower label of the same field."""
    beside = sketch.page.at(label.row, label.right)
    return beside is not None and sketch.words.fields.find(sketch.page.keys(beside)) == name


def _right(sketch: Sketch, label: Cell, *, several: bool) -> tuple[Cell, ...]:
    """The cells right of a label, from top to bottom; of a choice also those beside each other."""
    page = sketch.page
    first = page.at(label.row, label.right)
    if first is None and label.right >= page.width:
        return ()
    if first is None:
        first = Cell(label.row, label.right, "", "")
    if not sketch.sure:
        if filled(first) and sketch.is_label(first):
            return ()
        if not filled(first) and first.rows == first.cols == 1:
            first = _next_filled(sketch, label) or first
    if several and not sketch.sure:
        return (first, *_beside(sketch, first))
    return tuple(_stack(sketch, label, first))


def _next_filled(sketch: Sketch, label: Cell) -> Cell | None:
    """The next filled cell to the right, unless a label comes before it."""
    for cell in sketch.page.row(label.row):
        if cell.col >= label.right and filled(cell):
            return None if sketch.is_label(cell) or not sketch.free(cell) else cell
    return None


def _beside(sketch: Sketch, first: Cell) -> Iterator[Cell]:
    for cell in sketch.page.row(first.row):
        if cell.col >= first.right and filled(cell):
            if sketch.is_label(cell):
                return
            yield cell


def _stack(sketch: Sketch, label: Cell, first: Cell) -> Iterator[Cell]:
    """The value's cells beside a label that is several rows high or repeated at a page break."""
    page, end = sketch.page, _end_of_label(sketch, label)
    cell = first
    while True:
        yield cell
        below = page.at(cell.end, first.col)
        if below is None or below.row < cell.end:
            return
        if not cell.continues and cell.end >= end:
            return
        if not sketch.sure and filled(below) and sketch.is_label(below):
            return
        cell = below


def _end_of_label(sketch: Sketch, label: Cell) -> int:
    """The first row below a label and those that repeat it directly below."""
    page = sketch.page
    below = page.at(label.end, label.col)
    while (
        below is not None
        and filled(below)
        and (below.row, below.right) == (label.end, label.right)
        and page.keys(below).whole == page.keys(label).whole
    ):
        sketch.label(below)
        label = below
        below = page.at(label.end, label.col)
    return label.end


def _below(sketch: Sketch, label: Cell) -> tuple[Cell, ...]:
    cell = sketch.page.at(label.end, label.col)
    if cell is None or not sketch.free(cell) or (filled(cell) and sketch.is_label(cell)):
        return ()
    return (cell,)


def _total(sketch: Sketch, label: Cell) -> tuple[Cell, ...]:
    """The value of 总分: below the scores where the table has them, else past a printed 100."""
    page = sketch.page
    beside = [each for each in page.row(label.row) if each.col >= label.right]
    fixed = [each for each in beside if page.keys(each).whole in sketch.words.fixed]
    values = [each for each in beside if each not in fixed]
    for table in sketch.anchors.free:
        for column, col in table.columns:
            if column.role is Role.SCORE and col >= label.right and label.row >= table.end:
                values = [page.at(label.row, col) or Cell(label.row, col, "", "")]
    sketch.label(*(each for each in fixed if filled(each) and each not in values))
    return tuple(values[:1])


def _find_behind(sketch: Sketch, cell: Cell) -> None:
    """Find the values that stand behind their labels in one cell: 单位名称：… 填报日期：…."""
    if not any(colon in cell.text for colon in _COLONS):
        return
    found = list(_labels_in(sketch, cell))
    chain = tuple(sketch.page.chain(cell))
    for index, (name, end) in enumerate(found):
        begin = _skip_padding(cell.text, end)
        after = ""
        if index + 1 < len(found):
            stop = _start_of(sketch, cell, found[index + 1][1], begin)
            after = cell.text[stop:]
        spot = Spot(chain if not after else (cell,), cell.text[:begin], after)
        sketch.put(name, spot)
    if found:
        sketch.anchors.labels.append(cell)


def _labels_in(sketch: Sketch, cell: Cell) -> Iterator[tuple[str, int]]:
    """The fields whose labels stand in a cell, each with the end of its label."""
    text = cell.text
    for match in sketch.words.lead.finditer(text):
        before = text[: match.start()]
        if before.strip() and (sketch.sure or not before[-1].isspace()):
            continue
        name = sketch.words.fields.find(keys_of(match["label"]))
        if name is None:
            continue
        yield name, match.end()
        if sketch.sure or sketch.words.spec.fields[name].kind is Kind.LONG:
            return


def _skip_padding(text: str, end: int) -> int:
    """Where the value begins: behind blanks and at most one line end."""
    while end < len(text) and text[end] in _PADDING:
        end += 1
    return end + text.startswith("\n", end)


def _start_of(sketch: Sketch, cell: Cell, end: int, begin: int) -> int:
    """Where the padding before the next label of a cell begins."""
    match = next(each for each in sketch.words.lead.finditer(cell.text) if each.end() == end)
    return begin + len(cell.text[begin : match.start()].rstrip())
