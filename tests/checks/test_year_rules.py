"""全年 and 附件2: what breaks each rule about several sheets, and what nearly does."""

import pytest

from tests.checks.build import findings, only
from tests.checks.case import Case, case, ids, misjudged

TOTAL = "--- 附件2\n项目支出总额 {}\n---\n执行数 {}\n---\n执行数 {}"
NAMES = "附件号 {}\n---\n附件号 {}"
RATES = """--- 附件2
    管理效率 | 预算执行 | 预算执行率 | 100% | {}
    管理效率 | 预算执行 | 结转结余率 | 0% | {}"""
NONE = "社会效应 | 生态效益 | {} | 不涉及 | 不涉及 | {}"

CASES = [
    case(
        "YEAR-001",
        TOTAL.format("310.18", "300", "10.2"),
        TOTAL.format("310.18", "300", "10.18"),
        # Two printed figures and their sum may be off by three halves of the last digit.
        TOTAL.format("310.18", "300", "10.19"),
        "--- 附件2\n项目支出总额 310.18",
        TOTAL.format("", "300", "10.18"),
    ),
    case(
        "YEAR-006",
        TOTAL.format("310.18", "300", "10.19"),
        TOTAL.format("310.18", "300", "10.18"),
        TOTAL.format("310.18", "300", "10.2"),
    ),
    case(
        "YEAR-002",
        "项目名称 物业费\n---\n项目名称 物业 费",
        "项目名称 物业费一期\n---\n项目名称 物业费二期",
        "项目名称 \n年度 2023\n---\n项目名称 \n年度 2023",
    ),
    case("YEAR-003", NAMES.format("附件1-1", "附件１-１"), NAMES.format("附件1-1", "附件1-2")),
    case(
        "YEAR-004",
        NAMES.format("附件1-1", "附件1-3"),
        NAMES.format("附件1-2", "附件1-1"),
        NAMES.format("附件1-1", ""),
        NAMES.format("甲", "乙"),
    ),
    case("YEAR-005", "项目名称 物业费", "项目名称 物业费\n--- 附件2\n单位名称 甲局"),
    case(
        "DEP-001",
        "--- 附件2\n" + NONE.format("甲", "") + "\n" + NONE.format("乙", "绩效基本型"),
        "--- 附件2\n" + NONE.format("甲", "") + "\n" + NONE.format("乙", ""),
        "--- 附件2\n"
        + NONE.format("甲", "")
        + "\n管理效率 | 绩效管理 | 覆盖率 | 100% | 100% | 绩效基本型",
    ),
    case(
        "DEP-002",
        RATES.format("72%", "27%"),
        RATES.format("72%", "28%"),
        RATES.format("72.1%", "28%"),
        RATES.format("72%", "不涉及"),
    ),
]


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_years(each: Case) -> None:
    """Each year is found fault with, or is left in peace."""
    assert not misjudged(each)


def test_a_total_that_disagrees_takes_no_side() -> None:
    """Both figures and the gap are stated, and what can cause it."""
    finding = only("YEAR-001", findings(TOTAL.format("310.18", "300", "10.2")))
    assert (finding.actual, finding.expected, finding.difference) == ("310.18", "310.2", "0.02")
    assert "免评" in finding.fix
