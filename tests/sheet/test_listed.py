"""A pasted list of projects: what is read from it, and what it would do."""

import pytest

from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.sheet.amount import amount_in
from selfeval_tui.sheet.listed import MOST_LINES, Listed, read_list
from selfeval_tui.sheet.matched import plan_list, sheet_of, shortened
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role
from tests.sheet.build import money, project

SPEC = load_spec("ezhou-gedian/project")


def _read(table: str, unit: str = "万元") -> Listed:
    """Columns are parted by | and lines by line ends."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return read_list(rows, SPEC, unit)


def _told(listed: Listed) -> list[str]:
    return [
        f"{each.line} {each.name}"
        f" {each.budget.text if each.budget else '-'} {each.spent.text if each.spent else '-'}"
        f" {each.category}".rstrip()
        for each in listed.entries
    ]


@pytest.mark.parametrize(
    "table",
    [
        "甲项目 | 20 | 5.44\n乙项目 | 18.27 | 18.24",
        "项目名称 | 预算数 | 执行数\n甲项目 | 20 | 5.44\n乙项目 | 18.27 | 18.24",
        "执行数（万元） | 项目名称 | 预算数（A）\n5.44 | 甲项目 | 20\n18.24 | 乙项目 | 18.27",
        "序号 | 项目 | 负责人 | 预算 | 支出\n"
        "1 | 甲项目 | 张 | 20 | 5.44\n2 | 乙项目 | 李 | 18.27 | 18.24",
        "1 | 甲项目 | ２０ | 5.44\n2 | 乙项目 | ￥18.27 | 18.24万元",
    ],
)  # fmt: skip
def test_columns_are_known_by_their_header_or_by_their_order(table: str) -> None:
    """With or without a header, in any order, with a column of numbers in front."""
    found = _read(table)
    assert [line.split(" ", 1)[1] for line in _told(found)] == [
        "甲项目 20 5.44",
        "乙项目 18.27 18.24",
    ]
    assert found.refused == ()


@pytest.mark.parametrize(
    ("raw", "unit", "wanted", "text"),
    [
        ("182418.55", "元", "万元", "18.241855"),
        ("１８２，７００．００", "元", "万元", "18.27"),
        ("18.20", "万元", "万元", "18.20"),
        ("1,234.5", "万元", "万元", "1234.5"),
        ("18.27", "万元", "元", "182700"),
        ("182418.55元", "万元", "万元", "18.241855"),
        ("1.2万", "元", "万元", "1.2"),
        ("1.2万", "万元", "万元", "1.2"),
        ("0.1", "元", "万元", "0.00001"),
        ("-3", "万元", "万元", "-3"),
        ("二十", "万元", "万元", "20"),
    ],
)
def test_amounts_are_converted_exactly(raw: str, unit: str, wanted: str, text: str) -> None:
    """Nothing is rounded; a unit in the cell counts more than the one agreed upon."""
    amount = amount_in(raw, unit, wanted)
    assert amount is not None
    assert amount.text == text


@pytest.mark.parametrize("raw", ["约20", "20人", "20-30", "暂无", "95%"])
def test_what_is_no_amount_is_not_guessed(raw: str) -> None:
    """The line is told instead."""
    assert amount_in(raw, "元", "万元") is None


def test_only_a_clerk_rounds() -> None:
    """More than two decimals are told; asked to, two are kept, half-up."""
    listed = _read("甲 | 182418.55 | 182450\n乙 | 20000 | ", "元")
    first, second = listed.entries
    assert first.budget is not None
    assert first.budget.long
    assert first.spent is not None
    assert first.spent.text == "18.245"
    assert second.budget is not None
    assert not second.budget.long
    assert _told(shortened(listed)) == ["1 甲 18.24 18.25", "2 乙 2 -"]


@pytest.mark.parametrize(
    ("cell", "name"),
    [("档案\n数字化", "档案数字化"), ("OA\r\nsystem", "OA system"), (" 甲\n乙 ", "甲乙")],
)
def test_a_cell_that_was_wrapped_in_a_narrow_column_is_one_text(cell: str, name: str) -> None:
    """In names as well as in headers, whose unit would be missed otherwise."""
    header = ["项目\n名称", "预算数\n（万元）", "执行数\n（元）"]
    found = read_list([header, [cell, "20", "15000"]], SPEC, "万元")
    assert _told(found) == [f"2 {name} 20 1.5"]
    assert found.refused == ()


@pytest.mark.parametrize("mark", ["-", "—", "——", "－", "/"])
def test_a_dash_is_an_amount_that_is_not_there(mark: str) -> None:
    """The sheet is made all the same, and the amount is left to be filled."""
    found = _read(f"项目名称 | 预算数 | 执行数\n互联网专线 | {mark} | 1.55")
    assert _told(found) == ["2 互联网专线 - 1.55"]
    assert found.refused == ()


def test_the_unit_of_a_header_counts_more_than_the_answer() -> None:
    """A list in 元 stays in 元, column by column."""
    found = _read("项目名称 | 预算数(元) | 执行数\n甲 | 182700 | 18.24", "万元")
    assert _told(found) == ["2 甲 18.27 18.24"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (" | 5 | 5", "没有项目名称"),
        ("合 计 | 5 | 5", "合计行"),
        ("12 | 5 | 5", "像是数字"),
        ("丙 | 约5 | 5", "“约5”不是一个金额"),
        ("甲 | 5 | 5", "与第 1 行同名"),
        ("丁 | 5 | 5 | 其他", "“其他”不在表样的项目类别里"),
    ],
)
def test_a_line_that_is_not_understood_is_told_with_the_reason(line: str, why: str) -> None:
    """Nothing is left out in silence."""
    found = _read(f"甲 | 1 | 1\n{line}")
    (refused,) = found.refused
    assert refused.line == 2
    assert why in refused.why


def test_a_title_above_the_header_is_told() -> None:
    """The list itself is read all the same."""
    found = _read("2023年项目清单\n\n项目名称 | 预算数\n甲 | 3")
    assert _told(found) == ["4 甲 3 -"]
    assert [(each.line, each.text) for each in found.refused] == [(1, "2023年项目清单")]


@pytest.mark.parametrize("text", ["市直专项", " 市直 专项", "市直"])
def test_a_category_is_one_of_the_options(text: str) -> None:
    """As the form prints it, whatever the list made of it."""
    assert _read(f"甲 | 1 | 1 | {text}").entries[0].category == "市直专项"


def _there() -> Batch:
    first, second = project("20", "5.44", name="甲项目"), project("18.27", "", name="乙 项目")
    first.fields["附件号"], second.fields["附件号"] = "附件1-1", "附件1-2"
    return Batch([first, second])


def test_names_that_are_there_are_compared_cell_by_cell() -> None:
    """20.00 is 20; an empty cell of the list empties nothing; the rest becomes new sheets."""
    batch = _there()
    listed = _read("甲项目 | 20.00 | \n乙项目 | 18.3 | 18.24\n丙项目 | 5 | 4.76 | 市直专项")
    plan = plan_list(listed, batch.sheets, SPEC, "2023")
    assert [each.name for each in plan.same] == ["甲项目"]
    second = batch.sheets[1]
    assert [(each.address, each.before, each.after) for each in plan.changes] == [
        (money(second, "预算数"), "18.27", "18.3"),
        (money(second, "执行数"), "", "18.24"),
    ]
    assert [(each.attachment, each.entry.name) for each in plan.new] == [("附件1-3", "丙项目")]


def test_sheets_of_another_year_are_left_alone() -> None:
    """Next year's list makes new sheets."""
    plan = plan_list(_read("甲项目 | 1 | 1"), _there().sheets, SPEC, "2024")
    assert [each.entry.name for each in plan.new] == ["甲项目"]
    assert plan.changes == ()


def test_two_sheets_of_one_name_are_for_the_clerk() -> None:
    """Which one is meant is not guessed."""
    sheets = [project(name="甲项目"), project(name="甲 项目")]
    plan = plan_list(_read("甲项目 | 1 | 1"), sheets, SPEC, "2023")
    assert (plan.new, plan.changes) == ((), ())
    assert "同名" in plan.refused[0].why


def test_a_new_sheet_holds_the_line_and_what_is_common() -> None:
    """Number, name, amounts, 项目类别, year and unit."""
    listed = _read("丙项目 | 50000 | 47600 | 市直专项", "元")
    (new,) = plan_list(listed, (), SPEC, "2023").new
    sheet: Sheet = sheet_of(new, SPEC, {Role.YEAR: "2023", Role.UNIT_NAME: "某局"})
    batch = Batch([sheet])
    assert [batch.typed(money(sheet, name)) for name in ("预算数", "执行数")] == ["5", "4.76"]
    assert sheet.fields["项目类别"] == "市直专项"
    assert sheet.with_role(Role.PROJECT_NAME) == "丙项目"
    assert sheet.with_role(Role.ATTACHMENT) == "附件1-1"
    assert (sheet.with_role(Role.YEAR), sheet.with_role(Role.UNIT_NAME)) == ("2023", "某局")
    assert len(sheet.tables["指标"]) == 9


def test_a_list_without_end_is_read_so_far_and_told() -> None:
    """The line where reading ended is named."""
    rows = [(f"项目{number}", "1", "1") for number in range(MOST_LINES + 9)]
    listed = read_list(rows, load_spec("ezhou-gedian/project"), "万元")
    assert len(listed.entries) == MOST_LINES
    assert [each.line for each in listed.refused] == [MOST_LINES + 1]
