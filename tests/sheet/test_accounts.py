"""Standard rates of 附件2 from the figures of the accounts."""

from datetime import date

import pytest

from selfeval_tui.sheet import Batch, Sheet, new_sheet
from selfeval_tui.sheet.accounts import account_rate
from selfeval_tui.sheet.propose import Occasion, Proposal, propose
from selfeval_tui.spec import load_spec
from tests.sheet.build import cell, department, with_rows

PUBLISHED = {
    "年初预算数": "1192.54",
    "调整后预算数": "795.28",
    "决算支出合计": "573.15",
    "公用经费预算数": "11.08",
    "公用经费决算数": "7.76",
    "政府采购预算数": "456.1",
    "政府采购决算数": "277.22",
    "编制人数": "7",
    "在职人数": "7",
}


def _figures(**typed: str) -> Sheet:
    sheet = new_sheet(load_spec("ezhou-gedian/figures"))
    sheet.fields.update({**PUBLISHED, **typed})
    return sheet


def _proposed(indicator: str, *others: Sheet) -> tuple[str, str] | None:
    sheet = with_rows(department(), (indicator, "≦100%", ""))
    batch = Batch([sheet, *others])
    found = propose(Occasion(batch, cell(sheet, "r1", "实际完成值"), date(2024, 4, 23)))
    return (found.text, found.why) if isinstance(found, Proposal) else None


@pytest.mark.parametrize(
    ("indicator", "text", "why"),
    [
        ("公用经费控制率", "70%", "按决算数据 7.76 ÷ 11.08 = 70%"),
        ("在职人员控制率", "100%", "按决算数据 7 ÷ 7 = 100%"),
        ("预算调整率", "33%", "按决算数据 （1192.54 - 795.28） ÷ 1192.54 = 33%"),
        ("预算执行率", "72%", "按决算数据 573.15 ÷ 795.28 = 72%"),
        ("结转结余率", "28%", "按决算数据 1 - 573.15 ÷ 795.28 = 28%"),
        ("政府采购执行率", "61%", "按决算数据 277.22 ÷ 456.1 = 61%"),
    ],
)
def test_a_rate_is_proposed_with_its_arithmetic(indicator: str, text: str, why: str) -> None:
    """The published accounts give 70 %, where the published 附件2 says 69 %."""
    assert _proposed(indicator, _figures()) == (text, why)


def test_nothing_follows_from_figures_that_are_not_there() -> None:
    """A missing figure or a budget of 0 proposes no rate."""
    sheet = with_rows(department(), ("会议费控制率", "≦100%", ""))
    for figures in (_figures(), _figures(会议费预算数="0", 会议费决算数="0")):
        found = account_rate(Batch([sheet, figures]), cell(sheet, "r1", "实际完成值"))
        assert found is not None
        assert not found.value


def test_what_is_missing_is_named() -> None:
    """The formula in words, and which of its figures are still to be typed."""
    sheet = with_rows(department(), ("公用经费控制率", "≦100%", ""))
    at = cell(sheet, "r1", "实际完成值")
    found = account_rate(Batch([sheet, _figures(公用经费预算数="")]), at)
    assert found is not None
    assert (found.names, found.figures) == ("公用经费决算数 ÷ 公用经费预算数", "")
    assert found.missing == ("公用经费预算数",)
    alone = account_rate(Batch([sheet]), at)
    assert alone is not None
    assert alone.missing == ("公用经费决算数", "公用经费预算数")


def test_only_the_accounts_of_the_year_count() -> None:
    """Last year's figures give no rate of this year."""
    sheet = with_rows(department(), ("公用经费控制率", "≦100%", ""))
    sheet.fields["年度"] = "2023"
    at = cell(sheet, "r1", "实际完成值")
    earlier = _figures(年度="2022", 公用经费决算数="11.08")
    for others, figures in (
        ([earlier], ""),
        ([earlier, _figures(年度="2023")], "7.76 ÷ 11.08"),
        ([_figures()], "7.76 ÷ 11.08"),
    ):
        found = account_rate(Batch([sheet, *others]), at)
        assert found is not None
        assert found.figures == figures


def test_an_indicator_of_ones_own_has_no_formula() -> None:
    """Only the standard rates follow from the accounts."""
    sheet = with_rows(department(), ("居住证办理", "100%", ""))
    assert account_rate(Batch([sheet, _figures()]), cell(sheet, "r1", "实际完成值")) is None


def test_without_the_accounts_the_target_is_still_offered() -> None:
    """The accounts come first; where there are none, the old proposal stands."""
    assert _proposed("公用经费控制率") == ("100%", "与目标值相同就填 100%")
