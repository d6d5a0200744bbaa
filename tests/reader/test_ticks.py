"""A line of ticks is read wherever the marks stand and whatever they look like."""

import pytest

from selfeval_tui.reader.ticks import read_choice
from selfeval_tui.spec.model import Field, Kind

CHOICE = Field("项目类别", Kind.CHOICE, options=("部门预算项目", "市直专项", "市对下转移支付项目"))
FLAGS = Field("评价方式", Kind.FLAGS, options=("现场", "问卷", "座谈"))


@pytest.mark.parametrize("tick", "☑√■✓✔●🗹☒R\uf052\uf0fe")
@pytest.mark.parametrize("box", "□口囗☐○◻O")
def test_any_pair_of_marks_is_known(tick: str, box: str) -> None:
    """Behind the options, as the form prints it."""
    line = f"1、部门预算项目 {box} 2、市直专项 {tick} 3、市对下转移支付项目 {box}"
    assert read_choice(CHOICE, line) == "市直专项"


@pytest.mark.parametrize(
    "line",
    [
        "1、☑部门预算项目 2、□市直专项 3、□市对下转移支付项目",
        "☑1、部门预算项目 □2、市直专项 □3、市对下转移支付项目",
        "☑ 部门预算项目　□ 市直专项　□ 市对下转移支付项目",
        "☑部门预算项目□市直专项□市对下转移支付项目",
        "部门预算项目☑市直专项□市对下转移支付项目□",
        "部门预算项目√  市直专项  市对下转移支付项目",
        "√部门预算项目 市直专项 市对下转移支付项目",
        "（1）部门预算项目[√] （2）市直专项[ ] （3）市对下转移支付项目[ ]",
        "部门预算项目（√） 市直专项（ ） 市对下转移支付项目（ ）",
        "1.部门 预算项目R\n2.市直专项口\n3.市对下转移支付项目口",
        "R部门预算项目 口市直专项 口市对下转移支付项目",
        "①部门预算项目■ ②市直专项□ ③市对下转移支付项目□",
        "1.部门预算项目□√ 2.市直专项□ 3.市对下转移支付项目□",
        "部门预算项目",
        "1、部门预算项目",
        " 部门 预算项目\n",
    ],
)
def test_marks_may_stand_before_or_behind(line: str) -> None:
    """It is decided for the whole line."""
    assert read_choice(CHOICE, line) == "部门预算项目"


@pytest.mark.parametrize(
    "line",
    [
        "1、部门预算项目 □ 2、市直专项 □ 3、市对下转移支付项目 □",
        "□部门预算项目 □市直专项 □市对下转移支付项目",
        "",
        "  ",
    ],
)
def test_the_forms_own_line_without_a_tick_is_blank(line: str) -> None:
    """Nothing was chosen yet."""
    assert read_choice(CHOICE, line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "1、部门预算项目 ☑ 2、市直专项 ☑ 3、市对下转移支付项目 □",
        "1、部门预算项目 □ 2、省直专项 ☑ 3、省对下转移支付项目 □",
        "1、本级项目 □ 2、省直专项 □",
        "部门预算项目 市直专项 市对下转移支付项目",
        "部门预算项目☑市直专项□市对下转移支付项目",
        "第二项",
    ],
)
def test_what_cannot_be_told_is_not_guessed(line: str) -> None:
    """Several ticks, none, an option that the form has not, or marks between two words."""
    assert read_choice(CHOICE, line) is None


def test_flags_may_have_several_ticks() -> None:
    """In the form's order, a line each."""
    assert read_choice(FLAGS, "座谈☑ 问卷□ 现场☑") == "现场\n座谈"
    assert read_choice(FLAGS, "现场、问卷") == "现场\n问卷"


def test_a_letter_inside_an_option_is_no_box() -> None:
    """口 and O stand in words as well."""
    field = Field("类型", Kind.CHOICE, options=("进出口", "OA办公"))
    assert read_choice(field, "进出口 口 OA办公 √") == "OA办公"
