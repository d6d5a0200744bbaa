"""批复目标: what a sheet changed, added or dropped, and what is no change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.checks import check
from selfeval_tui.checks.checker import Checker
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.checks.settle import explanation
from selfeval_tui.sheet import Address, Approved, Batch, Ruling
from selfeval_tui.spec.model import Spec
from tests.checks.build import batch, codes, findings, only
from tests.checks.case import Case, case, ids, misjudged
from tests.sheet.test_any_order import OPERATIONS, fresh_batch, perform, rebuilt

APPROVED = "批复 产出指标 | 数量指标 | {} | {}"
ROW = "产出指标 | 数量指标 | {} | {} | {}"


def sheet(*lines: tuple[str, ...]) -> str:
    """Rows of three texts, approved indicators of two."""
    return "\n".join((ROW if len(line) > 2 else APPROVED).format(*line) for line in lines)


CASES = [
    case(
        "IND-026",
        (
            sheet(("满意度", "≥95%"), ("满意度", "≥90%", "92%")),
            sheet(("满意度", "≥95%"), ("满意度", "95", "")),
            sheet(("及时性", "及时"), ("及时性", "基本及时", "及时")),
            sheet(("覆盖率", "≥95%"), ("覆盖率", "不涉及", "不涉及")),
        ),
        sheet(("满意度", "≥95%"), ("满 意 度", "≧95％", "92%")),
        sheet(("满意度", "≥95%"), ("满意度", "不低于95%", "92%")),
        sheet(("金额", "≤20万元"), ("金额", "≤200000元", "1万元")),
        sheet(("满意度", "≥95%"), ("满意度", "", "92%")),
        sheet(("满意度", ""), ("满意度", "≥90%", "92%")),
        sheet(("满意度", "≥90%", "92%")),
        # Said by IND-027 and IND-028.
        sheet(("满意度", "≥95%"), ("满意程度", "≥90%", "92%")),
    ),
    case(
        "IND-027",
        (
            sheet(("次数", "12次"), ("次数", "12次", "12次"), ("人数", "5人", "5人")),
            sheet(("次数", "12次"), ("次数", "12次", "12次"), ("次数", "12次", "12次")),
        ),
        sheet(("次数", "12次"), ("次数", "12次", "12次"), ("人数", "不涉及", "不涉及")),
        sheet(("次数", "12次"), ("次数", "12次", "12次"), ("", "", "")),
        sheet(("“次数”", "12次"), ("次\\n数", "12次", "12次")),
        sheet(("次数", "12次", "12次")),
        f"{sheet(('次数', '12次'))}\n产出 | 数量 | 次数 | 12次 | 12次",
    ),
    case(
        "IND-028",
        (
            sheet(("次数", "12次"), ("人数", "5人"), ("次数", "12次", "12次")),
            sheet(("次数", "12次")),
        ),
        sheet(("次数", "12次"), ("人数", "不涉及"), ("次数", "12次", "12次")),
        sheet(("次数", "12次"), ("次数", "8次", "12次")),
        sheet(("次数", "12次", "12次")),
    ),
]


@pytest.mark.parametrize("each", CASES, ids=ids(CASES))
def test_sheets_that_are_held_against_approved_targets(each: Case) -> None:
    """Each is found fault with, or is left in peace."""
    assert not misjudged(each)


def test_a_changed_target_is_said_with_both_texts() -> None:
    """As typed and as approved; the cell to look at is the target."""
    finding = only("IND-026", findings(sheet(("次数", "≥12次"), ("次数", "≥8次", "9次"))))
    assert finding.message == "次数：年初目标值填 ≥8次，批复的绩效目标表是 ≥12次"
    assert (finding.actual, finding.expected) == ("≥8次", "≥12次")
    assert [(at.row, at.name) for at in finding.at] == [("r2", "年初目标值")]
    assert (finding.severity, finding.state) == ("explain", "open")


def test_dropped_indicators_are_said_once_and_of_the_whole_sheet() -> None:
    """There is no cell to point to."""
    text = sheet(("次数", "12次"), ("人数", "5人"), ("户数", "3户"), ("次数", "12次", "12次"))
    finding = only("IND-028", findings(text))
    assert finding.message == "批复的绩效目标表里有、表上没有的指标：人数、户数"
    assert finding.at == ()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("人次", "5人", "5人"),), "人数（二级指标和目标与表上的“人次”相同）"),
        ((("人次", "6人", "5人"),), "人数"),
        ((("人次", "5人", "5人"), ("人次数", "5人", "5人")), "人数"),
    ],
)
def test_a_row_that_differs_in_its_name_alone_is_named(
    rows: tuple[tuple[str, ...], ...], said: str
) -> None:
    """Where it is the only one; whether it is the same indicator is for the clerk to say."""
    finding = only("IND-028", findings(sheet(("人数", "5人"), *rows)))
    assert finding.expected == said


@pytest.mark.parametrize("code", ["IND-026", "IND-027", "IND-028"])
def test_a_reason_settles_each_of_them_until_something_else_is_dropped(code: str) -> None:
    """需说明: the clerk says why it may stand."""
    text = sheet(("次数", "12次"), ("人数", "5人"), ("次数", "8次", "8次"), ("别的", "1次", "1次"))
    year = batch(text)
    (one,) = year.sheets
    finding = only(code, check(year))
    year.explain(one.id, explanation(year, finding, "年中经批准调整", "2024-04-23"))
    assert only(code, check(year)).state == "explained"
    year.approve(one.id, (*one.approved, Approved("", "", "户数", "3户")))
    assert only(code, check(year)).state == ("open" if code == "IND-028" else "explained")


def test_a_sheet_without_approved_targets_is_asked_nothing() -> None:
    """Most sheets are filled without them."""
    found = check(batch(sheet(("次数", "12次", "12次"))))
    assert not {"IND-026", "IND-027", "IND-028"} & {each.code for each in found}
    assert "IND-028" in codes(sheet(("次数", "12次")))


NAMES = st.sampled_from(("", "投诉次数", "及时性", "清洗次数", "12次"))
ROWS = st.lists(st.builds(Approved, NAMES, NAMES, NAMES, NAMES), max_size=4)


@settings(max_examples=60, deadline=None)
@given(OPERATIONS, st.lists(ROWS, min_size=1, max_size=3))
def test_what_is_kept_equals_what_a_full_run_finds(
    operations: list[tuple[str, int, str, Ruling]], tables: list[list[Approved]]
) -> None:
    """Among edits of names, levels and targets, and whenever another table comes."""
    year = fresh_batch()
    checker = Checker(year)
    year.listen(checker.apply)
    for number, operation in enumerate(operations):
        if number % 4 == 0 and year.sheets:
            year.approve(year.sheets[0].id, tables[number % len(tables)])
        perform(year, *operation)
    assert checker.findings() == check(rebuilt(year))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("一级指标", "二级指标", "三级指标", "年初目标值")),
            st.integers(1, 3),
            NAMES,
        ),
        max_size=12,
    ),
    ROWS,
)
def test_one_row_s_name_decides_about_another(
    edits: list[tuple[str, int, str]], approved: list[Approved]
) -> None:
    """Rows of one name share what was approved, so all of them are asked again.

    Whatever other rules a unit has switched off.
    """
    year = batch(sheet(*[("及时性", "及时", "及时")] * 3))
    (one,) = year.sheets
    year.approve(one.id, approved)
    checker = Checker(year, _changed_targets)
    year.listen(checker.apply)
    for name, row, text in edits:
        year.set(Address(one.id, name, "指标", f"r{row}"), text)
        assert checker.findings() == check(Batch([one.copy()]), _changed_targets)


def _changed_targets(spec: Spec) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules_of(spec) if rule.id == "IND-026")
