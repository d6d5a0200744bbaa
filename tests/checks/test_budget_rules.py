"""预算执行 and 成本: what breaks each rule, and what nearly does."""

import pytest

from tests.checks.build import findings, only
from tests.checks.case import Case, case, ids, misjudged

RATE = "预算数 {} \n 执行数 {} \n 执行率 {}"
REACHED = "产出指标 | 数量指标 | 次数 | 12次 | 12次"
MISSED = "产出指标 | 数量指标 | 次数 | 12次 | 6次"
COST = "预算数 {}\n执行数 {}\n产出指标 | 成本指标 | {} | {} | {}"

CASES = [
    case(
        "BUD-001",
        (
            RATE.format("5", "4.76", "94%"),
            RATE.format("5", "4.76", "0.94"),
            RATE.format("5", "5", "94%"),
            RATE.format("452.24", "275.7", "61.5%"),
            RATE.format("10000", "9000", "91%"),
        ),
        RATE.format("5", "4.76", "95%"),
        RATE.format("5", "4.76", "95.20%"),
        RATE.format("5", "4.76", "０.９５２"),
        RATE.format("18.27", "18.24", "100%"),
        RATE.format("18.27", "18.24", "1"),
        RATE.format("5万元", "47600元", "95.2"),
        # Of 12000.00 and 11353.40, printed as whole amounts.
        RATE.format("1200", "1135", "94.61%"),
        # Of 0.6935, printed as 0.69.
        RATE.format("5", "0.69", "13.87%"),
        RATE.format("0", "0", "0%"),
        RATE.format("0", "0", "—"),
        RATE.format("", "4.76", "94%"),
        "预算数 5\n执行数 4.76",
    ),
    case(
        "BUD-002",
        RATE.format("18.27", "18.24", "100%"),
        RATE.format("18.27", "18.27", "100%"),
        RATE.format("18.27", "18.24", "99.84%"),
        RATE.format("18.27", "12", "100%"),
    ),
    case(
        "BUD-003",
        "预算数 10\n执行数 10.01",
        "预算数 10\n执行数 10",
        "预算数 10万元\n执行数 100000.00元",
        "执行数 10",
        # There BUD-011 says it.
        "预算数 10\n执行数 95000",
    ),
    case("BUD-004", "执行数 3", "执行数 3\n预算数 0", "执行数 3\n预算数 4", "执行数 0"),
    case(
        "BUD-005",
        ("预算数 20\n执行数 5.44\n原因 无", "预算数 20\n执行数 0"),
        "预算数 20\n执行数 18",
        "预算数 150000\n执行数 14.2",
        "预算数 20\n执行数 21",
        "预算数 0\n执行数 0",
    ),
    case(
        "BUD-006",
        f"预算数 5\n执行数 0.69\n{REACHED}",
        f"预算数 5\n执行数 0.69\n{MISSED}",
        f"预算数 5\n执行数 2.5\n{REACHED}",
        "预算数 5\n执行数 0.69\n效益指标 | 社会效益指标 | 效率 | 提高 | 提高",
    ),
    case(
        "BUD-007",
        (
            f"预算数 5\n执行数 4\n原因 部分工作未开展，故存在偏差\n{REACHED}",
            f"原因 部分工作未按计划开展\n{REACHED}",
        ),
        f"预算数 5\n执行数 4\n原因 部分工作未开展，故存在偏差\n{MISSED}",
        f"预算数 5\n执行数 4\n原因 合同跨年，尾款未支付\n{REACHED}",
        # There BUD-006 says it.
        f"预算数 5\n执行数 1\n原因 部分工作未开展，故存在偏差\n{REACHED}",
    ),
    case("BUD-008", ("预算数 5\n执行数 -1", "执行数 -1"), "预算数 5\n执行数 0", "预算数 5"),
    case(
        "BUD-009",
        RATE.format("5", "4.76", "0.952"),
        RATE.format("5", "4.76", "95.2"),
        RATE.format("5", "4.76", "95.2％"),
        RATE.format("500", "4.76", "0.95"),
    ),
    case(
        "BUD-010",
        RATE.format("1200", "1135", "94.61%"),
        RATE.format("1200", "1135", "94.58%"),
        RATE.format("5", "4.76", "94%"),
    ),
    case(
        "BUD-011",
        ("预算数 18.27\n执行数 182418.55", "预算数 182700\n执行数 18.24"),
        "预算数 18.27\n执行数 40",
        "预算数 500\n执行数 0.5",
        "预算数 18.27\n执行数 182418.55元",
        "预算数 500\n执行数 0",
    ),
    case(
        "COST-001",
        COST.format("452.24", "1", "预算控制数", "4524000元", "1万元"),
        COST.format("452.24", "1", "预算控制数", "4522400元", "1万元"),
        COST.format("452.24", "1", "预算控制数", "≤452.2万元", "1万元"),
        COST.format("452.24", "1", "预算控制率", "≤100%", "1%"),
        COST.format("452.24", "1", "单位成本", "≤3万元", "3万元"),
        COST.format("452.24", "1", "预算控制数", "452.24", "1"),
    ),
    case(
        "COST-002",
        COST.format("5", "0.69", "预算控制数", "5万元", "0.68万元"),
        COST.format("5", "0.69", "预算控制数", "5万元", "0.69万元"),
        COST.format("5", "0.69", "预算控制数", "5万元", "6900.00元"),
        COST.format("5", "0.69", "预算控制数", "5万元", "0.7万元"),
        # Said by IND-002.
        COST.format("5", "0.69", "预算控制数", "≤5万元", "≤5万元"),
    ),
    case(
        "COST-003",
        (
            COST.format("5", "0.69", "预算控制数", "50000万元", "0.69万元"),
            COST.format("5", "0.69", "预算控制数", "5万元", "0.69元"),
        ),
        COST.format("5", "0.69", "预算控制数", "5万元", "0.68万元"),
        COST.format("5", "0.69", "预算控制数", "5.5万元", "6900元"),
        COST.format("", "", "预算控制数", "5.5万元", "6900元"),
    ),
]


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_amounts(each: Case) -> None:
    """Each sheet is found fault with, or is left in peace."""
    assert not misjudged(each)


def test_a_wrong_rate_is_said_with_both_figures_and_the_gap() -> None:
    """填报, 应为 and 相差 stand beside the sentence."""
    finding = only("BUD-001", findings(RATE.format("5", "4.76", "94%")))
    assert finding.message == "执行率：填 94%，按 4.76÷5 应为 95.2%"
    assert (finding.actual, finding.expected, finding.difference) == ("94%", "95.2%", "1.2个百分点")
    assert [address.name for address in finding.at] == ["执行率", "执行数", "预算数"]


@pytest.mark.parametrize(
    ("reason", "state"),
    [("合同跨年，尾款下年支付", "explained"), ("无", "open"), ("", "open"), ("不存在偏差", "open")],
)
def test_a_reason_on_the_sheet_settles_a_low_rate(reason: str, state: str) -> None:
    """无 is no reason, nor is a denial."""
    found = findings(f"预算数 20\n执行数 5.44\n原因 {reason}")
    assert only("BUD-005", found).state == state


def test_amounts_in_two_units_are_compared_in_one() -> None:
    """The gap of a cost row is said as money."""
    found = findings(COST.format("452.24", "1", "预算控制数", "4524000元", "1万元"))
    finding = only("COST-001", found)
    assert (finding.actual, finding.expected) == ("452.4万元", "452.24万元")
    assert finding.difference == "0.16万元"
