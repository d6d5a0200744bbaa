"""Gives a document's table the rows it needs: copies of a model row, with merges mended."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy

from attrs import frozen

from selfeval_tui.word.fill.text import Node, without_marks
from selfeval_tui.word.read.markup import child, name_of, number_of, unwrapped, value_of

_CONTINUE, _RESTART = "continue", "restart"


@frozen
class Row:
    """A row of the table afterwards."""

    element: Node
    cells: Mapping[int, Node]
    """Its `w:tc` by the grid's columns, merged ones among them."""


def cells_of(row: Node) -> dict[int, Node]:
    """The cells of a `w:tr` by the columns they begin in."""
    col = number_of(child(row, "trPr", "gridBefore"))
    cells = {}
    for each in unwrapped(row):
        if name_of(each) == "tc":
            cells[col] = each
            col += max(1, number_of(child(each, "tcPr", "gridSpan")))
    return cells


def resize(rows: Sequence[Node], count: int, columns: Collection[int]) -> list[Row]:
    """Let a table's rows be as many as wanted; the first ones and the last one stay.

    Args:
        rows: The `w:tr` of the template, at least one.
        count: How many are wanted, at least one.
        columns: The columns that will be written: nothing in them goes on over rows afterwards.
    """
    *before, last = rows
    looks = _looks(rows, columns)
    model = before[-1] if before else last
    wanted = [*before[: count - 1]]
    for each in before[count - 1 :]:
        each.getparent().remove(each)
    pattern = deepcopy(model)
    without_marks(pattern)
    while len(wanted) < count - 1:
        copied = deepcopy(pattern)
        last.addprevious(copied)
        wanted.append(copied)
    made = [Row(each, cells_of(each)) for each in (*wanted, last)]
    _mend(made, columns)
    for row in made:
        _loosen(row.element)
        for col in columns:
            if col in row.cells and looks.get(col) is not None:
                _dress(row.cells[col], looks[col])
    return made


def merge_down(rows: Sequence[Row], col: int, first: int, count: int) -> None:
    """Make one cell of equal neighbours."""
    for index in range(first, first + count) if count > 1 else ():
        set_merge(rows[index].cells[col], _RESTART if index == first else _CONTINUE)


def set_merge(cell: Node, how: str) -> None:
    """Say of a cell that it begins a merge over rows, continues one, or (empty) is alone."""
    from docx.oxml.ns import qn

    properties = cell.get_or_add_tcPr()
    old = child(properties, "vMerge")
    if old is not None:
        properties.remove(old)
    if how:
        properties.get_or_add_vMerge().set(qn("w:val"), how)


def _merge_of(cell: Node) -> str:
    element = child(cell, "tcPr", "vMerge")
    return "" if element is None else value_of(element) or _CONTINUE


def _looks(rows: Sequence[Node], columns: Collection[int]) -> dict[int, Node]:
    """The first paragraph of each column: it shows how texts look there."""
    first = cells_of(rows[0])
    found: dict[int, Node] = {}
    for col in columns:
        paragraph = child(first.get(col), "p")
        if paragraph is not None:
            found[col] = deepcopy(paragraph)
            without_marks(found[col])
    return found


def _dress(cell: Node, paragraph: Node) -> None:
    """Let a cell that was hidden in a merge begin as the others of its column do."""
    own: Node = child(cell, "p")
    if own is not None and not any(name_of(each) == "r" for each in own.iter()):
        own.getparent().replace(own, deepcopy(paragraph))


def _mend(rows: Sequence[Row], columns: Collection[int]) -> None:
    """Own columns are not merged at first; others go on where the row above them did."""
    for above, row in zip((None, *rows), rows, strict=False):
        for col, cell in row.cells.items():
            how = _merge_of(cell)
            if col in columns:
                set_merge(cell, "")
            elif how == _RESTART and above is not None and _is_copy(above, row, col):
                set_merge(cell, _CONTINUE)
            elif how == _CONTINUE and above is not None and not _goes_on(above, col):
                set_merge(cell, "")


def _is_copy(above: Row, row: Row, col: int) -> bool:
    """Whether the row above begins the same merge: both come from one row of the template."""
    upper = above.cells.get(col)
    return (
        upper is not None
        and _merge_of(upper) != ""
        and "".join(upper.itertext()) == "".join(row.cells[col].itertext())
    )


def _goes_on(above: Row, col: int) -> bool:
    upper = above.cells.get(col)
    return upper is not None and _merge_of(upper) != ""


def _loosen(row: Node) -> None:
    """A row of an exact height would hide lines; it keeps that height as its least."""
    from docx.oxml.ns import qn

    height = child(row, "trPr", "trHeight")
    if height is not None and value_of(height, "hRule") == "exact":
        height.set(qn("w:hRule"), "atLeast")


def loosen_row_of(cell: Node) -> None:
    """The same for the row of a cell that gets a text."""
    row = row_of(cell)
    if row is not None:
        _loosen(row)


def row_of(cell: Node) -> Node | None:
    """The `w:tr` of a cell; None for a paragraph outside of tables."""
    return next(_ancestors(cell, "tr"), None)


def _ancestors(element: Node, name: str) -> Iterator[Node]:
    while element is not None:
        if name_of(element) == name:
            yield element
        element = element.getparent()
