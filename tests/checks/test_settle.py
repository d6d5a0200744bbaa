"""The clerk's own reasons: what they settle, and when they lapse."""

import pytest

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.checks.read import read_rules
from selfeval_tui.checks.settle import explanation, home_of, lapsed
from selfeval_tui.sheet import Address, Batch, Sheet
from tests.sheet.build import cell, money, project, with_rows

DATE = "2024-04-23"


def _missed() -> tuple[Batch, Sheet]:
    rows = (("清洗次数", "12次", "8次"), ("疏通次数", "4次", "3次"))
    sheet = with_rows(project("5", "5", "100%"), *rows)
    return Batch([sheet]), sheet


def _found(batch: Batch, code: str) -> list[Finding]:
    return [finding for finding in check(batch) if finding.code == code]


def _states(batch: Batch, code: str = "IND-001") -> list[State]:
    return [finding.state for finding in _found(batch, code)]


def test_a_reason_settles_its_finding_alone() -> None:
    """The other row stays open."""
    batch, sheet = _missed()
    first = _found(batch, "IND-001")[0]
    batch.explain(sheet.id, explanation(batch, first, "有四次并入次年合同", DATE))
    assert _states(batch) == [State.explained, State.open]
    assert _found(batch, "IND-001")[0].settled == "有四次并入次年合同"


def test_a_reason_lapses_when_its_value_changes() -> None:
    """It belonged to 8次; for 9次 it has to be given again, and it is still there to be taken."""
    batch, sheet = _missed()
    first = _found(batch, "IND-001")[0]
    batch.explain(sheet.id, explanation(batch, first, "有四次并入次年合同", DATE))
    batch.set(cell(sheet, "r1", "实际完成值"), "9次")
    assert _states(batch) == [State.open, State.open]
    assert [each.text for each in lapsed(batch, check(batch), sheet.id)] == ["有四次并入次年合同"]
    batch.undo()
    assert _states(batch) == [State.explained, State.open]


def test_one_reason_settles_a_group() -> None:
    """The same reason for all missed rows is typed once."""
    batch, sheet = _missed()
    group = _found(batch, "IND-001")
    batch.explain(sheet.id, explanation(batch, group[0], "合同跨年，部分并入次年", DATE, group))
    assert _states(batch) == [State.explained, State.explained]
    batch.set(cell(sheet, "r2", "实际完成值"), "2次")
    assert _states(batch) == [State.open, State.open]


@pytest.mark.parametrize("text", ["", "无", "略", "同上", "见上", "没有", "跨年"])
def test_an_empty_phrase_is_no_reason(text: str) -> None:
    """无, 略 and 同上 explain nothing; a reason has at least four characters."""
    batch, sheet = _missed()
    batch.explain(sheet.id, explanation(batch, _found(batch, "IND-001")[0], text, DATE))
    assert _states(batch) == [State.open, State.open]


def test_an_error_can_be_kept_with_a_reason() -> None:
    """坚持填报: the clerk answers for it; the state says so."""
    sheet = project("5", "4.76", "94%")
    batch = Batch([sheet])
    wrong = _found(batch, "BUD-001")[0]
    batch.explain(sheet.id, explanation(batch, wrong, "按财政批复口径填列", DATE))
    assert _states(batch, "BUD-001") == [State.kept]
    batch.set(money(sheet, "执行数"), "4.75")
    assert _states(batch, "BUD-001") == [State.open]


def _numbered(*numbers: str) -> Batch:
    return Batch(_numbered_sheet(number) for number in numbers)


def _numbered_sheet(number: str) -> Sheet:
    sheet = project("5", "5", "100%", name=f"{number}的项目")
    sheet.fields["附件号"] = number
    return sheet


@pytest.mark.parametrize("change", [1, 2])
def test_a_finding_of_the_year_is_explained_until_one_of_its_values_changes(change: int) -> None:
    """附件1-2 is missing: its reason is kept by the first sheet, whichever value it rests on."""
    batch = _numbered("附件1-1", "附件1-3", "附件1-4")
    (gap,) = _found(batch, "YEAR-004")
    home = home_of(batch, gap)
    assert home == batch.sheets[0].id
    batch.explain(home, explanation(batch, gap, "附件1-2为涉密项目，另行报送", DATE))
    (explained,) = _found(batch, "YEAR-004")
    assert (explained.state, explained.settled) == (State.explained, "附件1-2为涉密项目，另行报送")
    assert not list(lapsed(batch, check(batch), home))
    batch.set(Address(batch.sheets[change].id, "附件号"), "附件1-5")
    assert _states(batch, "YEAR-004") == [State.open]
    assert [each.date for each in lapsed(batch, check(batch), home)] == [DATE]


def test_what_a_sheet_more_brings_has_to_be_explained_anew() -> None:
    """The reason was about three sheets."""
    batch = _numbered("附件1-1", "附件1-3")
    (gap,) = _found(batch, "YEAR-004")
    batch.explain(home_of(batch, gap), explanation(batch, gap, "附件1-2为涉密项目", DATE))
    batch.add_sheet(_numbered_sheet("附件1-4"))
    assert _states(batch, "YEAR-004") == [State.open]


NO_CELL = """
[[rule]]
id = "OWN-001"
severity = "explain"
each = "batch"
test = "个数(部门.单位名称) > 0"
at = ["部门.单位名称"]
say = "没有附件2"
fix = "补填"
why = "部门整体支出也要自评"
"""


def test_what_points_to_no_cell_can_be_explained() -> None:
    """What is missed is nowhere; the first sheet keeps the reason."""
    (rule,) = read_rules(NO_CELL, "own")
    batch = _numbered("附件1-1", "附件1-2")
    (finding,) = check(batch, lambda _: (rule,))
    assert finding.at == ()
    first = batch.sheets[0].id
    batch.explain(first, explanation(batch, finding, "由主管局统一填报", DATE))
    (explained,) = check(batch, lambda _: (rule,))
    assert explained.state is State.explained
