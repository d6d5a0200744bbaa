"""附件2 beside the figures of the accounts (决算数据): both are stated, and neither is right."""

import pytest

from selfeval_tui.checks import State, check
from selfeval_tui.sheet import Batch
from selfeval_tui.store.demo import demo_sheets
from tests.checks.build import codes, findings, only, sheets
from tests.checks.case import Case, case, ids, misjudged

BOTH = """
--- 附件2
基本支出总额 {}
项目支出总额 {}
--- 决算
基本支出 {}
项目支出 {}
"""
SUM = "--- 附件2\n年度 2023\n--- 决算\n基本支出 {}\n项目支出 {}\n决算支出合计 {}"
RATE = """
--- 附件2
运行成本 | 公用经费控制 | 公用经费控制率 | ≦100% | {}
--- 决算
公用经费预算数 {}
公用经费决算数 7.76
"""

CASES = [
    case(
        "DEP-003",
        BOTH.format("262.97", "310.18", "257.35", "315.80"),
        BOTH.format("262.97", "310.18", "262.97", "310.18"),
        BOTH.format("262.97", "310.18", "262.97", "315.80"),
        BOTH.format("262.97", "310.18", "", "315.80"),
    ),
    case(
        "DEP-004",
        (
            BOTH.format("262.97", "310.18", "262.97", "315.80"),
            BOTH.format("", "310.18", "", "315.80"),
        ),
        BOTH.format("262.97", "310.18", "257.35", "310.18"),
        # Said once, by DEP-003.
        BOTH.format("262.97", "310.18", "257.35", "315.80"),
        BOTH.format("262.97", "310.18", "257.35", ""),
    ),
    case(
        "DEP-005",
        (
            BOTH.format("262.97", "310.18", "257.35", "310.18"),
            BOTH.format("262.97", "", "257.35", ""),
        ),
        BOTH.format("262.97", "310.18", "262.97", "315.80"),
        BOTH.format("262.97", "310.18", "257.35", "315.80"),
        BOTH.format("262.97", "310.18", "", "315.80"),
    ),
    case(
        "DEP-006",
        SUM.format("257.35", "315.80", "573.51"),
        SUM.format("257.35", "315.80", "573.15"),
        SUM.format("257.35", "315.80", ""),
        SUM.format("257.35", "", "573.15"),
    ),
    case(
        "DEP-007",
        RATE.format("69%", "11.08"),
        RATE.format("70%", "11.08"),
        RATE.format("70.04%", "11.08"),
        RATE.format("69%", ""),
        RATE.format("69%", "0"),
    ),
]


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_accounts(each: Case) -> None:
    """Each year is found fault with, or is left in peace."""
    assert not misjudged(each)


def test_the_same_amount_both_ways_is_one_thing_to_look_for() -> None:
    """Both sums agree; the gap is stated, and what can cause it."""
    found = findings(BOTH.format("262.97", "310.18", "257.35", "315.80"))
    assert only("DEP-003", found).difference == "5.62"
    assert not [each for each in found if each.code in {"DEP-004", "DEP-005"}]


PUBLISHED = """
--- 决算
年初预算数 1192.54
调整后预算数 795.28
决算支出合计 573.15
基本支出 257.35
项目支出 315.80
公用经费预算数 11.08
公用经费决算数 7.76
政府采购预算数 456.1
政府采购决算数 277.22
编制人数 7
在职人数 7
"""


def test_the_published_accounts_disagree_with_the_published_sheets_in_two_places() -> None:
    """The other rates hold: 72 %, 33 %, 61 %, seven of seven in post."""
    alone = check(Batch(demo_sheets()))
    beside = check(Batch((*demo_sheets(), *sheets(PUBLISHED))))
    known = {(each.code, each.message) for each in alone}
    new = [
        (each.code, each.actual, each.expected, each.difference)
        for each in beside
        if each.state is State.open and (each.code, each.message) not in known
    ]
    assert new == [
        ("DEP-003", "310.18", "315.8", "5.62"),
        ("DEP-007", "69%", "70.04%", "1.04个百分点"),
    ]


def test_accounts_of_another_year_are_not_compared() -> None:
    """Those of 2022 say nothing about the sheet of 2023; those without a year are taken."""
    text = "--- 附件2\n年度 2023\n项目支出总额 310.18\n--- 决算\n年度 {year}\n项目支出 300"
    assert "DEP-004" in codes(text.format(year="2023"))
    assert "DEP-004" in codes(text.format(year=""))
    assert "DEP-004" not in codes(text.format(year="2022"))
