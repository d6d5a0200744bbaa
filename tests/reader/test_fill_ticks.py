"""Ticking a printed line of options in its own glyphs."""

import pytest

from selfeval_tui.reader.fill.filling import edited
from selfeval_tui.reader.fill.symbols import as_symbols
from selfeval_tui.reader.fill.ticks import tick

OPTIONS = ("部门预算项目", "市直专项", "市对下转移支付项目")


@pytest.mark.parametrize(
    ("printed", "ticked"),
    [
        ("1、部门预算项目 □ 2、市直专项 □", "1、部门预算项目 □ 2、市直专项 ☑"),
        ("□部门预算项目 □市直专项", "□部门预算项目 ☑市直专项"),
        ("部门预算项目（ ）市直专项（  ）", "部门预算项目（ ）市直专项（√）"),
        ("部门预算项目（√）市直专项（  ）", "部门预算项目（  ）市直专项（√）"),
        ("部门预算项目口 市直专项口", "部门预算项目口 市直专项☑"),
        ("☑部门预算项目 ☐市直专项", "☐部门预算项目 ☑市直专项"),
        ("部门预算项目■ 市直专项□", "部门预算项目□ 市直专项■"),
        ("○部门预算项目 ○市直专项", "○部门预算项目 ●市直专项"),
        ("√部门预算项目 市直专项", "部门预算项目 √市直专项"),
        ("部门预算项目/市直专项", "部门预算项目/市直专项 ☑"),
        ("部门预算\n项目 □ 市直\n专项 □", "部门预算\n项目 □ 市直\n专项 ☑"),
        ("□部门预算项目 ☑市直专项", "□部门预算项目 ☑市直专项"),
    ],
)
def test_the_chosen_option_is_ticked_with_the_glyph_and_at_the_place_of_the_form(
    printed: str, ticked: str
) -> None:
    """Nothing of the printed line changes but the boxes."""
    found = tick(printed, OPTIONS, {"市直专项"})
    assert found is not None
    assert edited(printed, found.edits) == ticked
    assert found.unplaced == ()


def test_what_the_line_does_not_offer_is_told() -> None:
    """市直专项 has no box where the form prints 省直专项."""
    found = tick("□部门预算项目 □省直专项", OPTIONS, {"市直专项"})
    assert found is not None
    assert found.edits == ()
    assert found.unplaced == ("市直专项",)


def test_a_line_without_any_option_is_no_line_of_ticks() -> None:
    """An empty cell takes the whole line instead."""
    assert tick("", OPTIONS, {"市直专项"}) is None


def test_boxes_are_unticked_where_nothing_is_chosen() -> None:
    """A tick that was left in the form is not the clerk's."""
    found = tick("☑部门预算项目 □市直专项", OPTIONS, set())
    assert found is not None
    assert edited("☑部门预算项目 □市直专项", found.edits) == "□部门预算项目 □市直专项"


@pytest.mark.parametrize(
    ("font", "beside", "letter"),
    [
        ("Wingdings 2", "£", "R"),
        ("Wingdings 2", "\uf0a3", "\uf052"),
        ("Wingdings", "¨", "þ"),
        ("宋体", "□", "☑"),
    ],
)
def test_a_tick_is_the_letter_of_the_font_it_is_written_in(
    font: str, beside: str, letter: str
) -> None:
    """☑ is R in Wingdings 2, and itself in 宋体."""
    assert as_symbols(font, "☑", beside) == letter
