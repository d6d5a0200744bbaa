"""What lists and totals say of a batch."""

from decimal import Decimal

from selfeval_tui.sheet import (
    Address,
    new_sheet,
    print_address,
    progress,
    sheet_label,
    sheet_mark,
    sheet_subject,
    totals,
)
from selfeval_tui.spec import load_spec
from tests.sheet.build import cell, department, money, project, with_rows


def test_totals_set_both_sums_side_by_side() -> None:
    """Σ附件1 and 附件2 are stated with their gap; neither is called right."""
    found = totals((project("5", "4.76"), project("3", "3"), department("7.70")))
    assert (found.budget, found.spent, found.department_total) == (
        Decimal(8), Decimal("7.76"), Decimal("7.70"),
    )  # fmt: skip
    assert found.gap == Decimal("0.06")
    assert found.rate == Decimal("0.97")
    assert found.department_label == "项目支出总额"


def test_totals_without_amounts_are_unknown_not_zero() -> None:
    """A blank is never 0."""
    found = totals((project(), department()))
    assert (found.budget, found.spent, found.rate, found.gap) == (None, None, None, None)


def test_totals_without_a_department_sheet_name_no_amount_of_it() -> None:
    """What the amount is called is known from the sheet that has it."""
    assert totals((project("5", "4.76"),)).department_label == ""


def test_an_address_is_printed_in_the_words_of_the_form() -> None:
    """2023/附件1-3/指标[2]/实际完成值 is what a person reads."""
    sheet = with_rows(project("5"), ("甲", "", ""), ("乙", "", ""))
    sheet.fields["附件号"] = "附件1-3"
    assert print_address(sheet, cell(sheet, "r2", "实际完成值")) == (
        "2023/附件1-3/指标[2]/实际完成值"
    )
    assert print_address(sheet, Address(sheet.id, "项目名称")) == "2023/附件1-3/项目名称"
    assert print_address(sheet, money(sheet, "预算数")) == "2023/附件1-3/资金[1]/预算数"


def test_a_demo_sheet_is_called_so() -> None:
    """示例 stands before the name wherever a sheet is listed."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"), demo=True)
    sheet.fields.update({"附件号": "附件1-1", "项目名称": "专线费"})
    assert sheet_label(sheet) == "示例 附件1-1 专线费"


def test_a_name_of_two_lines_takes_one_line_of_a_list() -> None:
    """办公网络 and 专线费 below it are one name; a line end would break the table of 总览."""
    sheet = new_sheet(load_spec("ezhou-gedian/project"))
    sheet.fields.update({"附件号": "附件\n1-1", "项目名称": "办公网络\n专线费"})
    assert sheet_label(sheet) == "附件 1-1 办公网络 专线费"
    assert (sheet_mark(sheet), sheet_subject(sheet)) == ("附件 1-1", "办公网络 专线费")


def test_progress_counts_required_cells_only() -> None:
    """已填 grows with required cells and ignores computed ones."""
    sheet = with_rows(project(), ("甲", "", ""))
    before = progress(sheet)
    sheet.tables["资金"]["合计"].cells["执行率"] = "94%"
    assert progress(sheet) == before
    sheet.tables["资金"]["合计"].cells["预算数"] = "5"
    assert progress(sheet).filled == before.filled + 1
    assert progress(sheet).total == before.total


def test_a_new_department_sheet_begins_with_the_standard_indicators() -> None:
    """附件2 brings its own skeleton, so that nobody types 公用经费控制率."""
    sheet = new_sheet(load_spec("ezhou-gedian/department"))
    names = [row.cells.get("三级指标") for row in sheet.tables["指标"].values()]
    assert names[:2] == ["公用经费控制率", "在职人员控制率"]
