"""预览: a page drawn with characters, and the screen that shows it."""

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App

from selfeval_tui.layout import ExportOptions, lay_out
from selfeval_tui.layout.outline import Page, pages_of
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.tui.export.pageview import PageView
from selfeval_tui.tui.export.preview import draw_page
from selfeval_tui.tui.glyphs import FANCY, PLAIN, Glyphs
from selfeval_tui.tui.keys import Where
from tests.tui.steps import SIZES, Walk, app_on, reach, rows, text, until


def pages(number: int) -> tuple[Page, ...]:
    """The pages of one of the nine published sheets."""
    batch = Batch(demo_sheets())
    return pages_of(lay_out(batch, batch.sheets[number], ExportOptions()))


@pytest.mark.parametrize("glyphs", [FANCY, PLAIN])
@pytest.mark.parametrize("width", [70, 78, 100, 200])
@pytest.mark.parametrize("number", [2, 8])
def test_every_line_is_equally_wide(number: int, width: int, glyphs: Glyphs) -> None:
    """No text pushes the frame aside."""
    for page in pages(number):
        widths = {cell_len(line) for line in draw_page(page, width, glyphs)}
        assert len(widths) == 1
        assert widths.pop() <= width


@pytest.mark.parametrize("number", range(9))
def test_all_labels_and_names_can_be_read(number: int) -> None:
    """At the width of an ordinary window, line ends aside."""
    for page in pages(number):
        lines = draw_page(page, 100, FANCY)
        letters = "".join(line.replace(" ", "") for line in lines)
        for box in page.boxes:
            if isinstance(box.content, str) and box.cols > 2 and len(box.content) < 20:
                assert box.content.replace(" ", "").replace("\n", "") in letters


def test_the_grid_is_to_scale() -> None:
    """A row of twice the height takes about twice the lines."""
    (page,) = pages(2)
    lines = draw_page(page, 100, FANCY)
    assert abs(len(lines) - 1 - sum(page.rows) / 10) <= len(page.rows)


def test_the_plain_set_draws_with_the_keyboards_characters() -> None:
    """On an old console every line of the frame is one cell wide."""
    (page,) = pages(2)
    frame = {char for line in draw_page(page, 78, PLAIN) for char in line if char in FANCY.frame}
    assert frame == set()


def test_a_text_too_long_for_its_box_says_that_it_goes_on() -> None:
    """It is cut with a mark, never silently."""
    (page,) = pages(2)
    lines = draw_page(page, 60, FANCY)
    assert any("…" in line for line in lines)


def page_is_told(app: App[int], page: int) -> bool:
    """Whether the line above the page says which one of three it is."""
    return f"第 {page} 页，共 3 页" in rows(app)[1]


async def open_preview(pilot: Walk, sheet: int) -> PageView:
    """From a sheet that is being filled to its pages."""
    await reach(pilot, Where.OVERVIEW)
    await pilot.press(*["down"] * sheet, "enter")
    await reach(pilot, Where.GRID)
    await pilot.press("ctrl+f4")
    screen = await reach(pilot, Where.PREVIEW)
    return screen.query_one(PageView)


@pytest.mark.parametrize("size", SIZES)
async def test_pages_are_turned_in_every_size(demo_folder: Path, size: tuple[int, int]) -> None:
    """附件2 has three pages; the arrows bring each to the top, and say which one it is."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        view = await open_preview(pilot, 8)
        for page in (1, 2, 3):
            await until(pilot, partial(page_is_told, app, page))
            assert view.page == page
            await pilot.press("right")
        await pilot.press("left")
        await until(pilot, lambda: "第 2 页，共 3 页，表头重复印出" in text(app))
        assert "三级指标" in text(app)


async def test_scrolling_reads_the_whole_page(demo_folder: Path) -> None:
    """At 80×24 the foot of the sheet is reached by PgDn."""
    app = app_on(demo_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_preview(pilot, 2)
        seen = []
        for _window in range(6):
            await pilot.pause()
            seen.append(text(app))
            await pilot.press("pagedown")
        assert "附件1-3" in seen[0]
        assert any("备注：" in each for each in seen)
        assert all(before != after for before, after in pairwise(seen[:3]))


async def test_the_neighbouring_sheets_are_shown_in_turn(demo_folder: Path) -> None:
    """F6 and F5, as where sheets are filled; Esc returns there."""
    app = app_on(demo_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await open_preview(pilot, 2)
        await until(pilot, lambda: "（第 3/9 张表）  示例 附件1-3" in text(app))
        await pilot.press("f6")
        await until(pilot, lambda: "示例 附件1-4" in rows(app)[1])
        await pilot.press("f5", "f5")
        await until(pilot, lambda: "示例 附件1-2" in rows(app)[1])
        await pilot.press("escape")
        await reach(pilot, Where.GRID)


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_as_wide_as_its_window(demo_folder: Path, size: tuple[int, int]) -> None:
    """Both edges of the frame are seen; nothing is to be scrolled sideways."""
    app = app_on(demo_folder)
    async with app.run_test(size=size) as pilot:
        view = await open_preview(pilot, 2)
        assert not view.show_horizontal_scrollbar
        assert view.virtual_size.width <= view.scrollable_content_region.width
        framed = [line for line in rows(app) if "┌" in line]
        assert framed
        assert all("┐" in line for line in framed)
