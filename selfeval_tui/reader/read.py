"""Reads sheets from grids: each text to the letter, and everything that is left over."""

from collections.abc import Iterable, Iterator, Sequence

from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.reader.recognise import recognise
from selfeval_tui.reader.take import Reading, take_all
from selfeval_tui.spec.model import Spec

_NO_FORM = "没有认出自评表：没有找到“项目名称”“三级指标”“年初目标值”这样的栏目"


def read_grids(
    grids: Sequence[Grid], *, demo: bool = False, forms: Iterable[Spec] | None = None
) -> tuple[SheetRead | PageUnread, ...]:
    """Read every sheet that lies in the grids of a file.

    Args:
        grids: All of them in order: a sheet may go on in the next one.
        demo: Whether the sheets belong to the 示例.
        forms: The forms that come into question; those that come with the program where None.

    Returns:
        The sheets in order, and each grid with contents in which none was recognised.
    """
    forms = None if forms is None else tuple(forms)
    return tuple(each for grid in grids for each in _read(grid, forms, demo=demo))


def _read(
    grid: Grid, forms: tuple[Spec, ...] | None, *, demo: bool
) -> Iterator[SheetRead | PageUnread]:
    found = recognise(grid, forms)
    if not found:
        if any(True for _ in grid.filled()):
            yield PageUnread(grid.name, _NO_FORM)
        return
    for anchors in found:
        yield _sheet(grid, anchors, demo=demo)


def _sheet(grid: Grid, anchors: Anchors, *, demo: bool) -> SheetRead:
    page = Page(grid, anchors.first, anchors.end)
    reading = take_all(Reading.begin(page, anchors, demo=demo))
    return SheetRead(
        sheet=reading.sheet,
        page=grid.name,
        read=tuple(reading.pieces),
        not_understood=tuple(reading.leftovers),
        not_found=tuple(anchors.missing),
        notices=(*grid.notices, *reading.notices),
        targets_only=reading.targets_only,
    )
