"""The functions that rules call: right where they answer, blank where they cannot."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.checks.amounts import rate_bounds
from selfeval_tui.checks.functions import RULE_FUNCTIONS
from selfeval_tui.spec import BLANK, FUNCTIONS, Blank, Value

D = Decimal


def call(name: str, *values: Value) -> Value:
    """What a function answers."""
    return RULE_FUNCTIONS[name].run(*values)


@pytest.mark.parametrize(
    ("name", "values", "answer"),
    [
        ("近似", ("94%", D("0.944")), True),
        ("近似", ("94%", D("0.952")), False),
        ("近似", ("95.20%", D("0.952")), True),
        ("近似", ("95.20%", D("0.9521")), False),
        ("近似", ("0.952", D("0.952")), True),
        ("近似", ("1", D("0.9984")), True),
        ("近似", ("1", D("0.98")), False),
        ("近似", ("94%", (D("0.93"), D("0.94"))), True),
        ("近似", ("无", D("0.94")), BLANK),
        ("同额", (D(182755), D(1), D(182700), D(100)), False),
        ("同额", (D(182745), D(1), D(182700), D(100)), True),
        ("绝对值", (D(-3),), D(3)),
        ("百分", (D("0.952"),), "95.2%"),
        ("百分", (D(2) / D(3),), "66.67%"),
        ("百分点", (D("0.94"), D("0.952")), "1.2个百分点"),
        ("万元", (D(4524000),), "452.4万元"),
        ("含", ("产\n出指标（50分）", "产出"), True),
        ("含", (("甲", "乙"), "乙"), True),
        ("含", ("甲", "乙"), False),
        ("同文", ("“甲” ２", "甲2"), True),
        ("同文", ("甲", "乙"), False),
        ("计数", (("达到", "未达到", BLANK), "未达到", "不涉及"), D(1)),
        ("含数", (("产出指标", "效益指标", BLANK), "产出"), D(1)),
        ("个数", (("甲", BLANK, D(0)),), D(2)),
        ("说明充分", ("无",), False),
        ("说明充分", (BLANK,), False),
        ("说明充分", ("合同跨年",), True),
        ("样板文字", ("指标2",), "指标2"),
        ("不成对", ("甲”",), "“”"),
        ("重复字", ("2023年年度",), "年年度"),
        ("早年", ("2022年", "2023"), "2022"),
        ("早年", ("2022年", "二三"), BLANK),
        ("标题别年", ("2022年度甲", "甲", "2023年"), "2022"),
        ("标题别年", ("2022年度甲", BLANK, "2023"), "2022"),
        ("标题主体", ("2023年度甲自评表",), "甲"),
        ("年份", ("2023",), "2023"),
        ("年份", ("23",), BLANK),
        ("年后", ("2024年1月", "2023"), True),
        ("年后", ("2023年12月", "2023"), False),
        ("年后", ("四月", "2023"), BLANK),
        ("异写", ("某某区行政审批局", "某某区行政审批局本级"), True),
        ("错字", ("政府采购行执率", ("政府采购执行率",)), "政府采购执行率"),
        ("查", ((D(1), D(2)), ("甲", "“乙”"), "乙"), D(2)),
        ("查", ((D(1), D(2)), ("甲", "乙"), "丙"), BLANK),
        ("重复", (("甲", "乙", "甲 ", "甲"),), "甲"),
        ("重复", (("甲", "乙"),), ""),
        ("缺号", (("附件1-1", "附件1-4", "附件１-２"),), "3"),
        ("缺号", (("甲", BLANK),), ""),
    ],
)
def test_what_a_function_answers(name: str, values: tuple[Value, ...], answer: Value) -> None:
    """One line for each thing it tells apart."""
    assert call(name, *values) == answer


OWN = sorted(set(RULE_FUNCTIONS) - set(FUNCTIONS))
VALUES = st.one_of(
    st.just(BLANK), st.booleans(), st.decimals(allow_nan=False, allow_infinity=False, places=2),
    st.text(max_size=12), st.lists(st.text(max_size=4)).map(tuple),
)  # fmt: skip


@given(st.sampled_from(OWN), st.data())
def test_a_function_answers_whatever_it_is_given(name: str, data: st.DataObject) -> None:
    """Nothing raises, so that no rule ends as broken."""
    function = RULE_FUNCTIONS[name]
    given_values = [data.draw(VALUES) for _ in range(function.least)]
    assert isinstance(function.run(*given_values), Decimal | str | bool | Blank | tuple)


@given(st.decimals("0.01", "100000", places=2), st.decimals("0.01", "100000", places=2))
def test_the_bounds_of_a_rate_hold_it(spent: Decimal, budget: Decimal) -> None:
    """However the amounts were rounded."""
    bounds = rate_bounds(spent, budget)
    assert bounds is None or bounds[0] <= spent / budget <= bounds[1]


@given(st.integers(1, 9_999_999), st.integers(1, 9_999_999))
def test_no_rate_of_unrounded_amounts_is_refused(spent: int, budget: int) -> None:
    """A rate of amounts in 元 agrees with the same amounts printed in 万元."""
    exact = D(spent) / D(budget)
    printed = [round(D(each) / 10000, 2) for each in (spent, budget)]
    bounds = rate_bounds(*printed)
    assert bounds is None or bounds[0] <= exact <= bounds[1]
