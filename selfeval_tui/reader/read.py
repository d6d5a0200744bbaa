"""Reads sheets from grids: each text to the letter, and everything that is left over."""

from collections.abc import Iterable, Iterator, Sequence

from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.join import join_grids
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.reader.reads import Reading
from selfeval_tui.reader.recognise import recognised, words_of
from selfeval_tui.reader.rest import take_rest
from selfeval_tui.reader.take import drop_computed_title, take_fields, take_fixed, take_year
from selfeval_tui.reader.take_rows import take_rows
from selfeval_tui.reader.targets import forget_title, is_target_table, keep_targets
from selfeval_tui.reader.words import Words
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
    words = words_of(forms)
    return tuple(each for grid in join_grids(grids) for each in _read(grid, words, demo=demo))


def _read(grid: Grid, forms: tuple[Words, ...], *, demo: bool) -> Iterator[SheetRead | PageUnread]:
    for page, anchors in recognised(grid, forms):
        if anchors is not None:
            yield _sheet(page, anchors, demo=demo)
        elif page.filled:
            yield PageUnread(grid.name, _NO_FORM)


def _sheet(page: Page, anchors: Anchors, *, demo: bool) -> SheetRead:
    reading = Reading.begin(page, anchors, demo=demo)
    reading.targets_only = is_target_table(page, anchors)
    if reading.targets_only:
        keep_targets(anchors)
    take_fields(reading)
    take_fixed(reading)
    take_rows(reading)
    take_year(reading)
    if reading.targets_only:
        forget_title(reading)
    else:
        drop_computed_title(reading)
    take_rest(reading)
    return SheetRead(
        sheet=reading.sheet,
        page=page.grid.name,
        read=tuple(reading.pieces),
        not_understood=tuple(reading.leftovers),
        not_found=tuple(anchors.missing),
        notices=(*page.grid.notices, *reading.notices),
        targets_only=reading.targets_only,
    )
