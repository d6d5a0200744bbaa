"""A target taken over as the actual, without its comparator."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from selfeval_tui.text import judge, read_actual, read_target
from selfeval_tui.text.measured import without_comparator
from selfeval_tui.text.outcome import VerdictCode

# ≤2023.12 without a unit is read as a deadline, and a deadline is no measured value.
_MAY_BE_DEADLINES = frozenset({"≤", "≦", "不超过", "<"})
_MONTH = re.compile(r"20\d\d\.(0[1-9]|1[0-2])")


@pytest.mark.parametrize(
    ("target", "taken"),
    [
        ("≥95%", "95%"),
        ("≤3次", "3次"),
        ("≧5台", "5台"),
        ("不低于95%", "95%"),
        ("98%以上", "98%"),
        ("95%(含)以上", "95%"),
        ("小于0.9‰", "0.9‰"),
        ("＞=３次", "３次"),
        ("≥ 95 %", "95 %"),
        ("不少于三次", "三次"),
        ("2个月内", "2个月"),
        ("≥4小时/次", "4小时/次"),
        ("故障率≤2%", "故障率2%"),
        ("20万元", "20万元"),
        ("1台电脑4台打印机", "1台电脑4台打印机"),
        ("按合同约定方式及时间结算", "按合同约定方式及时间结算"),
        ("不涉及", "不涉及"),
    ],
)
def test_only_the_comparator_goes(target: str, taken: str) -> None:
    """Everything else stays to the letter; words are taken as they stand."""
    assert without_comparator(target) == taken


@pytest.mark.parametrize(
    "target",
    ["", "10-20人", "90%左右", "约20人", "100余人", "12月底前", "2023年12月31日", "≥90%，≤100%"],
)
def test_no_single_value_is_no_actual(target: str) -> None:
    """A range, a rough figure, a deadline: what was reached is for the clerk to write."""
    assert without_comparator(target) is None


@given(
    st.sampled_from(["≥", "≤", "≧", "≦", "不低于", "不超过", "＞", "<", "="]),
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from(["", "%", "次", "元", "人/次"]),
)
@example("≥", Decimal("2055.01"), "")
@example("≤", Decimal("2055.01"), "元")
def test_the_figure_is_the_promised_one(sign: str, number: object, unit: str) -> None:
    """Whatever the sign, the same figure in the same unit, and no bound any more."""
    assume(unit or sign not in _MAY_BE_DEADLINES or not _MONTH.fullmatch(str(number)))
    taken = without_comparator(f"{sign}{number}{unit}")
    assert taken == f"{number}{unit}"
    assert not read_actual(taken, target=read_target(f"{sign}{number}{unit}")).bounded


def test_an_actual_that_was_taken_over_is_judged_as_a_value() -> None:
    """It is no longer 与目标值相同，未见实际数."""
    assert judge("≥95%", "≥95%").code is VerdictCode.restated
    assert judge("≥95%", without_comparator("≥95%") or "").code is VerdictCode.met
