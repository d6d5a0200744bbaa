"""Hard sheets and the published ones on paper: each text is looked for in its own box."""

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

import pytest

from selfeval_tui.layout import Box, lay_out
from selfeval_tui.layout.outline import Page, pages_of, shown
from selfeval_tui.layout.paper import LEFT_MM, POINTS_PER_MM, PORTRAIT, TOP_MM
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import OPTIONS, workbook_of
from tests.excel.hard_sheets import hard_sheets
from tests.excel.office import SONG, missing, office
from tests.excel.printed import Word, words_of

SHEETS = (*hard_sheets(), *demo_sheets())
LAYOUTS = [lay_out(Batch(SHEETS), sheet, OPTIONS) for sheet in SHEETS]
PAGES = [page for layout in LAYOUTS for page in pages_of(layout)]
ROOM = 3.0
"""Points by which a word may reach over its box: a line of type is higher than its characters,
and programs round the widths of columns."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    """The words on each page of one workbook with all the sheets, printed once."""
    if reason := missing(SONG):
        pytest.skip(reason)
    if shutil.which("pdftotext") is None:
        pytest.skip("没有 pdftotext（poppler）")
    folder = tmp_path_factory.mktemp("fidelity")
    workbook = folder / "hard.xlsx"
    workbook.write_bytes(workbook_of(*SHEETS))
    home = office(folder / "home", SONG)
    home.pages(workbook)
    return words_of(folder / "home" / "hard.pdf")


def test_the_pages_are_those_that_were_computed(printed: list[list[Word]]) -> None:
    """The name of 60 characters on one page, the 60 indicators on four; 附件2 on three."""
    pages = [layout.pages for layout in LAYOUTS]
    assert pages[:2] == [1, 4]
    assert pages[-9:] == [1] * 8 + [3]
    assert len(printed) == len(PAGES)


def test_each_text_stands_whole_in_its_own_box(printed: list[list[Word]]) -> None:
    """A line that its row cuts off would stand in the box above or below, or in none."""
    wrong = []
    for number, (page, words) in enumerate(zip(PAGES, printed, strict=True), start=1):
        left = [word for word in words if not _in_margin(word)]
        for box, edges in _edges(page):
            inside = [word for word in left if _within(word, *edges)]
            left = [word for word in left if word not in inside]
            if not _same(inside, box, page):
                wrong.append((number, shown(box.content), [word.text for word in inside]))
        wrong.extend((number, "", [word.text]) for word in left)
    assert wrong == []


def _same(inside: list[Word], box: Box, page: Page) -> bool:
    """Whether the words have the characters of the box, in whatever order."""
    found = Counter("".join(word.text for word in inside))
    wanted = Counter("".join(shown(box.content).split()))
    # The label beside a repeated header is drawn with it once more, and clipped away: pdftotext
    # sees what is clipped.
    twice = page.repeated > 0 and box.row == page.repeated and box.col == 0
    return found == wanted or (twice and found == wanted + wanted)


def _in_margin(word: Word) -> bool:
    """A page number, or what the head of each page says."""
    top = TOP_MM * POINTS_PER_MM
    return word.bottom < top or word.top > top + PORTRAIT.height * POINTS_PER_MM


def _edges(page: Page) -> Iterator[tuple[Box, tuple[float, float, float, float]]]:
    """Each box with its left, upper, right and lower edge in points."""
    scale = _scale(page)
    width = sum(page.columns) * POINTS_PER_MM * scale
    left = LEFT_MM * POINTS_PER_MM + (PORTRAIT.width * POINTS_PER_MM - width) / 2
    across = [left + each * POINTS_PER_MM * scale for each in accumulate((0.0, *page.columns))]
    down = [TOP_MM * POINTS_PER_MM + each * scale for each in accumulate((0.0, *page.rows))]
    for box in page.boxes:
        yield box, (across[box.col], down[box.row], across[box.col + box.cols], down[box.end])


def _scale(page: Page) -> float:
    """A sheet a little higher than its page is printed smaller, by whole percents."""
    return min(100, int(PORTRAIT.height * POINTS_PER_MM / sum(page.rows) * 100)) / 100


def _within(word: Word, left: float, top: float, right: float, bottom: float) -> bool:
    return (
        left - ROOM < word.left
        and word.right < right + ROOM
        and top - ROOM < word.top
        and word.bottom < bottom + ROOM
    )
