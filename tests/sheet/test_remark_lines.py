"""Pasted 财政意见: each line goes to the sheet and cell that it names."""

import pytest

from selfeval_tui.sheet import Batch, print_cell, sheet_mark
from selfeval_tui.sheet.remark_lines import place_lines
from tests.sheet.build import department, project, with_rows


def year() -> Batch:
    """Two project sheets and the department's."""
    seventh = with_rows(
        project("5", "4.76", "94%", "平台场所租赁费用"),
        ("租赁面积", "100", "100"),
        ("预算控制数", "5万元", "4.76万元"),
        ("系统运行正常率", "≥95%", "≥95%"),
    )
    third = with_rows(
        project("20", "5", "25%", "日常运转费用"),
        ("活动次数", "12次", "不足12次"),
        ("系统运行正常率", "≥95%", "98%"),
    )
    whole = with_rows(department("310.18"), ("预算执行率", "100%", "72%"))
    for sheet, mark in ((seventh, "附件1-7"), (third, "附件1-3"), (whole, "附件2")):
        sheet.fields["附件号"] = mark
    return Batch([third, seventh, whole])


def placed(text: str) -> list[tuple[str, str]]:
    """Where each remark goes, and its words."""
    batch = year()

    def where(sheet_id: str, cell: str) -> str:
        return f"{sheet_mark(batch.sheet(sheet_id))} {cell}"

    return [
        (
            where(each.at.sheet, print_cell(batch.sheet(each.at.sheet), each.at))
            if each.at
            else "?",
            each.text,
        )
        for each in place_lines(batch, text)
    ]


@pytest.mark.parametrize(
    ("line", "where", "text"),
    [
        ("附件1-7 执行率：应为95.2%", "附件1-7 执行率", "执行率：应为95.2%"),
        ("附件１—７执行率应为95.2%", "附件1-7 执行率", "执行率应为95.2%"),
        ("1-7：执行率按预算数算应为95.2%", "附件1-7 执行率", "执行率按预算数算应为95.2%"),
        (
            "3、附件1-7，预算控制数与预算数不一致",
            "附件1-7 第2行实际完成值",
            "预算控制数与预算数不一致",
        ),
        ("附件1-3 活动次数目标值偏低", "附件1-3 第1行年初目标值", "活动次数目标值偏低"),
        ("（2）活动次数：没有确定的数", "附件1-3 第1行实际完成值", "活动次数：没有确定的数"),
        ("附件1-3 第2行实际值请提供依据", "附件1-3 第2行实际完成值", "第2行实际值请提供依据"),
        ("附件1-3 偏差原因过于笼统", "附件1-3 偏差大或目标未完成原因分析", "偏差原因过于笼统"),
        ("附件1-3 改进措施：再具体一些", "附件1-3 改进措施及结果应用方案", "改进措施：再具体一些"),
        ("附件2 项目支出总额与附件1不符", "附件2 项目支出总额", "项目支出总额与附件1不符"),
        ("附件2预算执行率请核实", "附件2 第1行实际完成值", "预算执行率请核实"),
        ("平台场所租赁费用：执行数有误", "附件1-7 执行数", "执行数有误"),
        ("附件1-7 请重新装订", "附件1-7 整张表", "请重新装订"),
        ("系统运行正常率未见实际数", "?", "系统运行正常率未见实际数"),
        ("附件1-9 执行率有误", "?", "附件1-9 执行率有误"),
    ],
)
def test_a_remark_goes_where_it_says(line: str, where: str, text: str) -> None:
    """By 附件号, by the project's name, or by an indicator that only one sheet has."""
    assert placed(line) == [(where, text)]


def test_a_line_that_only_names_a_sheet_is_a_heading() -> None:
    """Those below belong to it, until the next one."""
    text = "附件1-7 平台场所租赁费用：\n1. 执行率有误\n\n2.系统运行正常率未见实际数\n"
    text += "附件1-3\n执行率有误\n附件1-9 执行率有误"
    assert [where for where, _ in placed(text)] == [
        "附件1-7 执行率",
        "附件1-7 第3行实际完成值",
        "附件1-3 执行率",
        "?",
    ]


def test_a_figure_at_the_beginning_is_no_list_mark() -> None:
    """1.5 stays 1.5."""
    assert placed("附件1-7\n1.5万元的差额请说明")[0][1] == "1.5万元的差额请说明"


def test_nothing_pasted_is_nothing() -> None:
    """Blank lines are no remarks."""
    assert placed(" \n\n") == []
