"""The clerk's own reasons: what they settle, and when they lapse."""

import pytest

from selfeval_tui.checks import Finding, State, check
from selfeval_tui.checks.settle import explanation, lapsed
from selfeval_tui.sheet import Batch, Sheet
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
