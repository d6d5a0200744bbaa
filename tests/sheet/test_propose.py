"""What is proposed for a cell; nothing is filled in by itself."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Basis, Batch
from selfeval_tui.sheet.propose import Hindrance, Occasion, Proposal, converted, propose
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Field
from tests.sheet.build import cell, money, project, with_rows

WAN = load_spec("ezhou-gedian/project").table("资金").column("预算数")
YUAN = evolve(WAN, unit="元")
DAY = date(2024, 4, 23)
SIZES = {"元": 1, "万元": 10**4, "亿元": 10**8}


@pytest.mark.parametrize(
    ("field", "typed", "asked"),
    [
        (WAN, "182418.55元", "= 18.241855 万元，按 18.24 填？"),
        (WAN, "１８２，４１８.５５元", "= 18.241855 万元，按 18.24 填？"),
        (WAN, "182700元", "按 18.27 填？"),
        (WAN, "三万五千元", "按 3.5 填？"),
        (WAN, "0.5亿元", "按 5000 填？"),
        (WAN, "1.2亿", "按 12000 填？"),
        (WAN, "182450元", "= 18.245 万元，按 18.25 填？"),
        (YUAN, "20万元", "按 200000 填？"),
        (YUAN, "20万", "按 200000 填？"),
        (YUAN, "1.2345678万元", "= 12345.678 元，按 12345.68 填？"),
    ],
)
def test_an_amount_in_another_unit_is_converted(field: Field, typed: str, asked: str) -> None:
    """Both ways; the whole amount is said where the proposed one is rounded."""
    found = converted(field, typed)
    assert found is not None
    assert found.asked == asked


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "18.24",
        "18.24万元",
        "１８．２４ 万元",
        "20万",
        "约20万元",
        "300元/人",
        "20人",
        "30元",
        "无",
    ],
)
def test_nothing_is_proposed_without_another_unit(typed: str) -> None:
    """No unit, the field's own, no single amount; nor is anything rounded to nothing."""
    assert converted(WAN, typed) is None


def test_only_money_is_converted() -> None:
    """A text field keeps what it says about money."""
    assert converted(Field("说明"), "182418.55元") is None


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=10**12, places=4),
    st.sampled_from(list(SIZES)),
    st.sampled_from([WAN, YUAN]),
)
def test_the_proposal_is_the_exact_amount_rounded_half_up(
    amount: Decimal, unit: str, field: Field
) -> None:
    """No float, no truncation, one rounding."""
    exact = amount * SIZES[unit] / SIZES[field.unit]
    rounded = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    found = converted(field, f"{amount}{unit}")
    if unit == field.unit or not rounded:
        assert found is None
        return
    assert found is not None
    assert found.exact == exact
    assert Decimal(found.text) == rounded
    assert found.rounds is (exact != rounded)


def _proposed(batch: Batch, address: Address) -> Proposal | Hindrance | None:
    before = batch.typed(address)
    found = propose(Occasion(batch, address, DAY))
    assert batch.typed(address) == before
    return found


@pytest.mark.parametrize(
    ("satisfied", "valid", "proposed", "why"),
    [
        ("96", "100", "96%", "满意 96 ÷ 有效 100 = 96%"),
        ("95份", "98份", "96.94%", "满意 95 ÷ 有效 98 = 96.94%（四舍五入）"),
        ("１，１９０", "1200", "99.17%", "满意 1190 ÷ 有效 1200 = 99.17%（四舍五入）"),
        ("0", "100", "0%", "满意 0 ÷ 有效 100 = 0%"),
    ],
)
def test_the_share_of_the_satisfied_is_proposed(
    satisfied: str, valid: str, proposed: str, why: str
) -> None:
    """The counts of the survey stand in 依据."""
    sheet = with_rows(project(), ("群众满意度", "≥95%", "97%"))
    batch = Batch([sheet])
    actual = cell(sheet, "r1", "实际完成值")
    batch.support(actual, Basis(satisfied=satisfied, valid=valid))
    assert _proposed(batch, actual) == Proposal(proposed, why)
    assert _proposed(batch, cell(sheet, "r1", "年初目标值")) is None


@pytest.mark.parametrize(
    ("satisfied", "valid", "why"),
    [
        ("96", "0", "依据的问卷有效数是 0，算不出满意度"),
        ("96", "一百来份", "依据的问卷有效数“一百来份”读不出一个数，算不出满意度"),
        ("96%", "100", "依据的问卷满意数“96%”读不出一个数，算不出满意度"),
        ("101", "100", "依据的问卷满意数 101 比问卷有效数 100 还多，请核对"),
    ],
)
def test_counts_that_give_no_share_say_so(satisfied: str, valid: str, why: str) -> None:
    """Nothing else is proposed instead."""
    sheet = with_rows(project(), ("群众满意度", "≥95%", ""))
    batch = Batch([sheet])
    actual = cell(sheet, "r1", "实际完成值")
    batch.support(actual, Basis(satisfied=satisfied, valid=valid))
    assert _proposed(batch, actual) == Hindrance(why)


def test_a_row_about_something_else_has_no_share() -> None:
    """Only 满意度 is satisfied ÷ valid."""
    sheet = with_rows(project(), ("培训人次", "≥95人", "97人"))
    batch = Batch([sheet])
    actual = cell(sheet, "r1", "实际完成值")
    batch.support(actual, Basis(satisfied="96", valid="100"))
    assert _proposed(batch, actual) is None


@pytest.mark.parametrize(
    ("actual", "proposed"),
    [("", "95%"), ("≥95%", "95%"), ("95%", None), ("96%", None), ("基本满意", None)],
)
def test_the_target_is_proposed_where_nothing_was_measured(
    actual: str, proposed: str | None
) -> None:
    """A blank actual, or one that repeats the target; a measured value is never written over."""
    sheet = with_rows(project(), ("完成率", "≥95%", actual))
    found = _proposed(Batch([sheet]), cell(sheet, "r1", "实际完成值"))
    assert (found.text if isinstance(found, Proposal) else None) == proposed


def test_a_range_is_not_taken_over() -> None:
    """How many they were is for the clerk to write."""
    sheet = with_rows(project(), ("人数", "10-20人", ""))
    assert _proposed(Batch([sheet]), cell(sheet, "r1", "实际完成值")) is None


@pytest.mark.parametrize(
    ("other", "today"),
    [
        ("", "2024年4月23日"),
        ("尽快", "2024年4月23日"),
        ("2024年3月5日", "2024年4月23日"),
        ("2024年03月05日", "2024年04月23日"),
        ("2024-03-05", "2024-04-23"),
        ("2024.3.5", "2024.4.23"),
    ],
)
def test_today_is_written_like_the_other_dates(other: str, today: str) -> None:
    """The other sheets of the unit show how."""
    mine, theirs = project(), project(name="乙项目")
    theirs.fields["填报日期"] = other
    found = _proposed(Batch([mine, theirs]), Address(mine.id, "填报日期"))
    assert found == Proposal(today, f"今天 {today}")


def test_what_stands_there_is_not_proposed_again() -> None:
    """Nothing to fill in, nothing to say."""
    sheet = project()
    sheet.fields["填报日期"] = "2024年4月23日"
    assert _proposed(Batch([sheet]), Address(sheet.id, "填报日期")) is None


def test_an_amount_that_stands_in_a_cell_can_be_converted_later() -> None:
    """As after an import."""
    sheet = project("182418.55元")
    found = _proposed(Batch([sheet]), money(sheet, "预算数"))
    assert found == Proposal("18.24", "= 18.241855 万元，按 18.24 填？")


def test_other_fields_have_no_proposal() -> None:
    """A name is not for the program to invent."""
    sheet = project()
    assert _proposed(Batch([sheet]), Address(sheet.id, "主管部门")) is None
