"""What stands on which page, as a preview asks."""

from decimal import Decimal

import pytest

from selfeval_tui.layout import Number
from selfeval_tui.layout.box import Content, Formula
from selfeval_tui.layout.outline import pages_of, shown
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.excel.build import layout_of, project, with_rows


def test_a_sheet_of_one_page_is_one_page_without_a_number() -> None:
    """附件1-3 as published."""
    (page,) = pages_of(layout_of(Batch(demo_sheets()).sheets[2]))
    assert (page.number, page.count, page.repeated, page.numbered) == (1, 1, 0, False)
    assert page.header == "示例"
    assert "使用人员满意度" in [box.content for box in page.boxes]


def test_every_box_of_the_layout_stands_on_one_page() -> None:
    """附件2: nothing is lost between its pages, and nothing leaves its page."""
    layout = layout_of(Batch(demo_sheets()).sheets[8])
    pages = pages_of(layout)
    assert [page.number for page in pages] == [1, 2, 3]
    repeated = [box for page in pages for box in page.boxes if box.row < page.repeated]
    assert sum(len(page.boxes) for page in pages) - len(repeated) == len(layout.boxes)
    assert all(box.end <= len(page.rows) for page in pages for box in page.boxes)


def test_following_pages_begin_with_the_header_of_the_table() -> None:
    """Its column labels are repeated; the side label beside them has its own place below."""
    rows = [("产出指标", "数量指标", f"指标{each}", "1", "1") for each in range(60)]
    first, second, *_ = pages_of(layout_of(with_rows(project(), *rows)))
    top = [box.content for box in second.boxes if box.row == 0]
    assert (first.repeated, second.repeated) == (0, 1)
    assert "三级指标" in top
    assert "年度\n绩效\n目标" not in top


@pytest.mark.parametrize(("asked", "numbered"), [(None, False), (True, True), (False, False)])
def test_the_number_at_the_foot_follows_the_choice(*, asked: bool | None, numbered: bool) -> None:
    """One page is numbered only on demand."""
    (page,) = pages_of(layout_of(project()), page_numbers=asked)
    assert page.numbered is numbered


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("≥95%", "≥95%"),
        (Number(Decimal("5.5"), "0.00"), "5.50"),
        (Number(Decimal("1234.5"), "#,##0.0"), "1,234.5"),
        (Formula("F11/D11", Decimal("0.2725"), "0%"), "27%"),
        (Formula("F11/D11", Decimal("0.125"), "0%"), "13%"),
        (Number(Decimal("0.952"), "0.0%"), "95.2%"),
        (Number(Decimal("-3"), "0"), "-3"),
    ],
)
def test_numbers_are_shown_in_their_format(content: Content, text: str) -> None:
    """As a spreadsheet would show them, rounded half-up."""
    assert shown(content) == text
