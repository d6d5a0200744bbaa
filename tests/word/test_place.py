"""A document's cells stand where a person sees them, however its rows were cut."""

import pytest

from tests.word.build import (
    BEGIN,
    GO_ON,
    STRICT,
    cell,
    grid,
    grids,
    para,
    row,
    shown,
    span,
    table,
)


def test_merged_cells_cover_columns_and_rows() -> None:
    """GridSpan to the right, vMerge downwards."""
    drawn = table(
        row(cell("名称", look=span(2)), "甲"),
        row(cell("产出", look=BEGIN), "数量", "1次"),
        row(cell("", look=GO_ON), "质量", "2次"),
    )
    assert shown(grid(drawn)) == ["名称 | < | 甲", "产出 | 数量 | 1次", "^ | 质量 | 2次"]


def test_a_merge_that_begins_again_is_another_cell() -> None:
    """Two labels one below the other do not become one."""
    rows = [row(cell(text, look=look), "值") for text, look in (("甲", BEGIN), ("乙", BEGIN))]
    assert shown(grid(table(*rows, row(cell("", look=GO_ON), "值")))) == [
        "甲 | 值",
        "乙 | 值",
        "^ | 值",
    ]


def test_a_merge_that_goes_on_from_nothing_is_a_cell() -> None:
    """Its text is not lost."""
    assert shown(grid(table(row(cell("甲", look=GO_ON), "乙")))) == ["甲 | 乙"]


def test_old_merges_to_the_right_are_one_cell() -> None:
    """HMerge of older programs, over two rows."""
    both = '<w:hMerge w:val="{0}"/>{1}'
    drawn = table(
        row(
            cell("甲", look=both.format("restart", BEGIN)),
            cell("", look=both.format("continue", BEGIN)),
            "乙",
        ),
        row(
            cell("", look=both.format("restart", GO_ON)),
            cell("", look=both.format("continue", GO_ON)),
            "丙",
        ),
    )
    assert shown(grid(drawn)) == ["甲 | < | 乙", "^ | ^ | 丙"]


def test_rows_that_begin_or_end_inside_the_grid() -> None:
    """GridBefore and gridAfter leave places empty."""
    drawn = table(
        row("一", "二", "三"),
        row("乙", "丙", look='<w:gridBefore w:val="1"/>'),
        row("丁", look='<w:gridAfter w:val="2"/>'),
    )
    assert shown(grid(drawn)) == ["一 | 二 | 三", "- | 乙 | 丙", "丁 | - | -"]


def test_where_spans_contradict_each_other_widths_decide() -> None:
    """A row whose one wide cell forgot its gridSpan still covers what it covers on paper."""
    drawn = table(
        row(cell("一", width=1000), cell("二", width=2000), cell("三", width=3000)),
        row(cell("甲", width=1010), cell("乙", width=4980)),
        row(cell("丙", width=2990), cell("丁", width=3010)),
    )
    assert shown(grid(drawn)) == ["一 | 二 | 三", "甲 | 乙 | <", "丙 | < | 丁"]


def test_where_nothing_says_widths_a_short_row_stays_short() -> None:
    """No text is lost, and none is moved."""
    assert shown(grid(table(row("一", "二", "三"), row("甲", "乙")))) == [
        "一 | 二 | 三",
        "甲 | 乙 | -",
    ]


def test_rows_and_cells_inside_controls() -> None:
    """A content control may hold a cell, a row, or the whole table."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inner = row("甲", control.format(cell("乙")))
    drawn = control.format(table(row("一", "二"), control.format(inner)))
    assert shown(grid(drawn)) == ["一 | 二", "甲 | 乙"]


def test_a_row_that_was_deleted_under_tracking_is_gone() -> None:
    """The numbers of rows in 来源 are still those that a person counts."""
    drawn = table(row("一"), row("二", look="<w:del/>"), row("三"))
    assert [(each.text, each.origin) for each in grid(drawn).cells] == [
        ("一", "表1 第1行第1格"),
        ("三", "表1 第3行第1格"),
    ]


def test_both_standards_are_read() -> None:
    """Strict documents have other names for the same tags."""
    (only,) = grids(para("标题") + table(row("甲")), main=STRICT)
    assert shown(only) == ["标题", "甲"]


def test_a_text_under_a_merged_cell_is_told() -> None:
    """What nobody sees on paper is not read, but named."""
    drawn = grid(table(row(cell("甲", look=BEGIN)), row(cell("藏着", look=GO_ON))))
    assert [each.text for each in drawn.cells] == ["甲"]
    assert drawn.notices == ("表1 第2行第1格被合并的格子盖住了，里面的文字没有读进来。",)


_SIDES = '<w:left w:val="single"/><w:right w:val="single"/>'


@pytest.mark.parametrize(
    ("upper", "lower", "one"),
    [
        ('<w:bottom w:val="nil"/>', '<w:top w:val="nil"/>', True),
        (_SIDES, _SIDES, True),
        ('<w:bottom w:val="single"/>', '<w:top w:val="nil"/>', False),
        ("", "", False),
    ],
)
def test_a_label_that_goes_on_below_the_repeated_header_is_one_cell(
    upper: str, lower: str, *, one: bool
) -> None:
    """Where nothing is drawn between the empty cell beside the header and the label."""
    borders = "<w:tcBorders>{}</w:tcBorders>"
    drawn = table(
        row(cell("", look=borders.format(upper)), "三级指标", look="<w:tblHeader/>"),
        row(cell("绩效指标", look=f"{BEGIN}{borders.format(lower)}"), "甲"),
        row(cell("", look=GO_ON), "乙"),
    )
    wanted = ["绩效指标 | 三级指标", "^ | 甲"] if one else [" | 三级指标", "绩效指标 | 甲"]
    assert shown(grid(drawn)) == [*wanted, "^ | 乙"]
