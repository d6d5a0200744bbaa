"""The words that the bureau prints above its form."""

import pytest

from selfeval_tui.reader.fill.title import filled_mark, filled_title

OURS = "2023年度政务大厅运行项目自评表"


@pytest.mark.parametrize(
    ("printed", "filled"),
    [
        ("", OURS),
        ("2023年度        项目自评表", OURS),
        ("    年度      自评表", OURS),
        ("2023年度XX项目自评表", OURS),
        ("____年度        自评报告", "2023年度政务大厅运行项目自评报告"),
        ("        项目绩效自评报告", "政务大厅运行项目绩效自评报告"),
        ("项目支出绩效自评表（    年度）", "项目支出绩效自评表（2023年度）"),
        ("项目支出绩效自评表   （ 年度）", "项目支出绩效自评表   （2023年度）"),
        ("项目支出绩效自评表（20  年度）", "项目支出绩效自评表（2023年度）"),
        ("2023年度自评表", OURS),
        ("年度项目支出自评表", "2023年度项目支出自评表"),
        ("2022年度项目自评表", "2022年度项目自评表"),
        ("二〇二三年度项目自评表", "二〇二三年度项目自评表"),
        ("市少年宫项目自评表", "市少年宫项目自评表"),
    ],
)
def test_a_printed_title_is_filled_only_where_it_leaves_a_gap(printed: str, filled: str) -> None:
    """A whole title is the bureau's own."""
    assert filled_title(printed, OURS, "2023", "政务大厅运行项目") == filled


@pytest.mark.parametrize(
    ("printed", "filled"),
    [("附件1", "附件1-3"), ("附件 1-", "附件1-3"), ("", "附件1-3"), ("附件4", "附件4")],
)
def test_the_number_of_the_bureau_stays_unless_ours_goes_on_with_it(
    printed: str, filled: str
) -> None:
    """附件1 becomes 附件1-3; 附件4 of a notice stays."""
    assert filled_mark(printed, "附件1-3") == filled
