"""One page where it fits, else pages that begin with the header and repeat the labels."""

import re

import pytest

from selfeval_tui.layout import ExportOptions, Layout
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import (
    OPTIONS,
    REASON,
    layout_of,
    opened,
    part,
    project,
    sheet_xml,
    with_rows,
    workbook_of,
)

PAGE_POINTS = 734.2
SQUEEZE = 1.18


def rows(count: int) -> tuple[tuple[str, str, str, str, str], ...]:
    """Indicators of one first and one second level."""
    return tuple(("产出指标", "数量指标", f"指标{each}", "1", "1") for each in range(count))


def page_heights(layout: Layout) -> list[float]:
    """The height of each page with the header that it repeats."""
    edges = [0, *layout.breaks, len(layout.rows)]
    heights = [sum(layout.rows[edges[i] : edges[i + 1]]) for i in range(len(edges) - 1)]
    if layout.titles:
        first, last = layout.titles
        repeated = sum(layout.rows[first : last + 1])
        heights = [
            height + (repeated if start > last else 0)
            for start, height in zip(edges, heights, strict=False)
        ]
    return heights


def texts_at(layout: Layout, col: int) -> list[object]:
    """What stands in a column, page after page."""
    boxes = sorted((box for box in layout.boxes if box.col == col), key=lambda box: box.row)
    return [box.content for box in boxes]


def test_a_sheet_that_nearly_fits_stays_on_one_page() -> None:
    """附件1-3 is a little higher than its page and is printed smaller."""
    batch = Batch(demo_sheets())
    data = workbook_of(batch.sheets[2])
    setup = opened(data).page_setup
    assert (setup.fitToWidth or 1, setup.fitToHeight or 1) == (1, 1)
    assert 'fitToPage="1"' in sheet_xml(data)
    assert "<rowBreaks" not in sheet_xml(data)


@pytest.mark.parametrize("count", [1, 5, 13, 14, 20, 30, 47, 60])
def test_no_page_holds_more_than_the_paper(count: int) -> None:
    """Whatever the number of indicators."""
    layout = layout_of(with_rows(project(), *rows(count)))
    limit = PAGE_POINTS if layout.breaks else PAGE_POINTS * SQUEEZE
    assert max(page_heights(layout)) <= limit


def test_labels_are_repeated_where_a_page_ends() -> None:
    """The side label, 一级 and 二级 stand on every page of the table."""
    layout = layout_of(with_rows(project(), *rows(60)))
    pages = layout.pages
    assert pages > 1
    assert texts_at(layout, 0).count("年度\n绩效\n目标") == pages
    assert texts_at(layout, 1).count("产出指标") == pages
    assert texts_at(layout, 2).count("数量指标") == pages


def test_the_header_of_the_table_is_repeated() -> None:
    """Print titles name the row of 一级指标 … 实际完成值."""
    data = workbook_of(with_rows(project(), *rows(60)))
    assert opened(data).print_title_rows == "$12:$12"
    assert str(opened(data)["F12"].value).startswith("年初目标值")


def test_a_header_is_not_repeated_above_a_text() -> None:
    """Where only the reason runs over the page, no page begins with 一级指标."""
    layout = layout_of(with_rows(project(**{REASON: "因" * 3000}), *rows(5)))
    assert layout.pages > 1
    assert layout.titles is None


def test_a_page_never_begins_with_the_notes() -> None:
    """备注 stays with what is above it, whatever the number of rows."""
    for count in range(60):
        layout = layout_of(with_rows(project(), *rows(count)))
        notes = len(layout.rows) - 1
        assert notes not in layout.breaks


def test_a_header_never_stands_alone_at_the_foot_of_a_page() -> None:
    """At least three indicators follow it."""
    for length in range(0, 900, 30):
        layout = layout_of(with_rows(project(项目名称="长" * length), *rows(40)))
        header = next(box.row for box in layout.boxes if box.content == "三级指标")
        assert not set(range(header + 1, header + 4)) & set(layout.breaks)


def test_a_label_has_its_height_on_each_page() -> None:
    """A part of a merged range is never lower than the text it repeats."""
    level2 = "彰显城市发展温度和政务服务灵活度的指标"
    sheet = with_rows(project(), *(("产出指标", level2, f"{each}", "1", "1") for each in range(60)))
    layout = layout_of(sheet)
    assert layout.breaks
    for box in layout.boxes:
        assert sum(layout.rows[box.row : box.row + box.rows]) * 4 / 3 >= box.height


@pytest.mark.parametrize(
    ("count", "numbers", "printed"),
    [(3, None, False), (60, None, True), (3, True, True), (60, False, False)],
)
def test_pages_are_numbered_where_there_are_several(
    count: int, numbers: bool | None, printed: bool
) -> None:
    """None for a sheet of one page, — 1 — for several, unless the clerk says otherwise."""
    sheet = with_rows(project(), *rows(count))
    data = workbook_of(sheet, options=ExportOptions(page_numbers=numbers))
    assert ("— &amp;P —" in sheet_xml(data)) is printed


def test_paper_and_margins_are_the_official_ones() -> None:
    """A4 portrait, centred, one page wide, no grid lines, every sheet counted from page 1."""
    data = workbook_of(with_rows(project(), *rows(60)))
    sheet = opened(data)
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.print_options.horizontalCentered
    assert not sheet.sheet_view.showGridLines
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.useFirstPageNumber
    assert sheet.page_setup.firstPageNumber in {None, 1}
    margins = [sheet.page_margins.left, sheet.page_margins.right, sheet.page_margins.top]
    assert [round(each * 25.4) for each in margins] == [20, 20, 20]
    assert round(sheet.page_margins.bottom * 25.4) == 18


def test_page_breaks_of_the_layout_are_written() -> None:
    """Page after page as computed."""
    sheet = with_rows(project(), *rows(60))
    layout = layout_of(sheet, OPTIONS)
    found = re.findall(r'<brk id="(\d+)"', sheet_xml(workbook_of(sheet)))
    assert [int(each) for each in found] == list(layout.breaks)


def test_the_demo_says_so_on_every_page() -> None:
    """示例 stands in the page header; cells stay to the letter."""
    batch = Batch(demo_sheets())
    data = workbook_of(batch.sheets[8])
    assert re.search(r"<oddHeader>[^<]*示例</oddHeader>", sheet_xml(data))
    assert "示例" not in part(data, "xl/sharedStrings.xml")
    assert opened(data).title == "示例 附件2"


def test_an_own_sheet_says_nothing_in_its_header() -> None:
    """Only the 示例 is marked."""
    assert "oddHeader" not in sheet_xml(workbook_of(project()))
