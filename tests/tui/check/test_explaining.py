"""A reason settles a finding or its group, lapses with the value, and is offered again."""

from pathlib import Path

import pytest
from attrs import evolve

from selfeval_tui.checks import Finding, State
from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.store import Autosave, Workspace
from selfeval_tui.store.window.lock import WorkspaceLock
from selfeval_tui.tui.check.explaining import NOT_FAILED, ON_THE_FORM, Explaining
from selfeval_tui.tui.check.reason import Reason
from selfeval_tui.tui.session import Session
from tests.tui.conftest import clock
from tests.tui.fill.build import demo_batch, indicator, money, one

WHY = "招标节约，按合同执行"


def _session(batch: Batch, root: Path) -> Session:
    workspace = Workspace(root)
    lock = WorkspaceLock(workspace.root, clock)
    return Session(workspace, batch, Autosave(workspace, batch, clock), (), clock, lock)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The nine sheets."""
    return _session(demo_batch(), tmp_path)


def _found(session: Session, sheet: Sheet, code: str) -> list[Finding]:
    return [each for each in session.checking.found(sheet.id) if each.code == code]


def _of_year(session: Session) -> list[Finding]:
    return [each for each in session.checking.found() if not each.sheet]


def _explain(session: Session, finding: Finding, text: str, *, group: bool = False) -> None:
    Explaining(session, finding).keep(Reason(text, of_group=group))


def test_an_error_is_kept_and_a_later_change_ends_that(session: Session) -> None:
    """坚持填报 belongs to the value; another value has to be looked at again."""
    sheet = one(session.batch, "附件1-7")
    (wrong,) = _found(session, sheet, "BUD-001")
    _explain(session, wrong, WHY)
    (kept,) = _found(session, sheet, "BUD-001")
    assert (kept.state, kept.settled) == (State.kept, WHY)
    session.batch.set(money(sheet, "执行数"), "4.5")
    (again,) = _found(session, sheet, "BUD-001")
    lapsed = Explaining(session, again).lapsed
    assert again.state is State.open
    assert lapsed is not None
    assert lapsed.text == WHY


def test_a_lapsed_reason_that_is_given_again_takes_the_place_of_the_old_one(
    session: Session,
) -> None:
    """No heap of old reasons is left on the sheet."""
    sheet = one(session.batch, "附件1-7")
    _explain(session, _found(session, sheet, "BUD-001")[0], WHY)
    session.batch.set(money(sheet, "执行数"), "4.5")
    _explain(session, _found(session, sheet, "BUD-001")[0], WHY)
    assert _found(session, sheet, "BUD-001")[0].state is State.kept
    assert len(sheet.explanations) == 1


def test_one_reason_settles_the_group(session: Session) -> None:
    """Three rows that were missed for one reason are explained once."""
    sheet = one(session.batch, "附件1-7")
    for row in range(3):
        session.batch.set(indicator(sheet, row, "实际完成值"), "1%" if row else "1平方米")
    first, *_others = _found(session, sheet, "IND-001")
    assert len(Explaining(session, first).group) == 3
    _explain(session, first, WHY, group=True)
    assert {each.state for each in _found(session, sheet, "IND-001")} == {State.explained}


def test_an_emptied_reason_is_taken_back(session: Session) -> None:
    """The finding is open again, and undo brings the reason back."""
    sheet = one(session.batch, "附件1-7")
    _explain(session, _found(session, sheet, "BUD-001")[0], WHY)
    _explain(session, _found(session, sheet, "BUD-001")[0], "")
    assert _found(session, sheet, "BUD-001")[0].state is State.open
    session.batch.undo()
    assert _found(session, sheet, "BUD-001")[0].state is State.kept


def test_a_reason_is_mended_in_place(session: Session) -> None:
    """Another text for the same value replaces the first one."""
    sheet = one(session.batch, "附件1-7")
    _explain(session, _found(session, sheet, "BUD-001")[0], WHY)
    _explain(session, _found(session, sheet, "BUD-001")[0], "按四舍五入取整")
    assert [each.text for each in sheet.explanations.values()] == ["按四舍五入取整"]


def test_what_needs_no_reason_says_so(session: Session) -> None:
    """What the form explains itself, what could not be checked."""
    explained = _found(session, one(session.batch, "附件1-3"), "IND-001")[0]
    assert Explaining(session, explained).hindrance == ON_THE_FORM
    skipped = evolve(explained, state=State.skipped)
    assert Explaining(session, skipped).hindrance == NOT_FAILED


def test_what_the_year_says_is_explained_and_offered_again(session: Session) -> None:
    """附件1-9 instead of 附件1-8 leaves a gap; the reason lapses with the next change."""
    batch = session.batch
    batch.set(Address(one(batch, "附件1-8").id, "附件号"), "附件1-9")
    (gap,) = _of_year(session)
    assert (gap.code, Explaining(session, gap).hindrance) == ("YEAR-004", "")
    _explain(session, gap, WHY)
    (explained,) = _of_year(session)
    assert (explained.state, explained.settled) == (State.explained, WHY)
    _explain(session, explained, "附件1-8不公开")
    assert [each.settled for each in _of_year(session)] == ["附件1-8不公开"]
    batch.set(Address(one(batch, "附件1-8").id, "附件号"), "附件1-10")
    (again,) = _of_year(session)
    old = Explaining(session, again).lapsed
    assert again.state is State.open
    assert old is not None
    assert old.text == "附件1-8不公开"


def test_a_reason_for_the_year_is_refused_where_the_sheet_that_keeps_it_is_locked(
    session: Session,
) -> None:
    """It is said which sheet that is."""
    batch = session.batch
    first = one(batch, "附件1-1")
    batch.set(Address(one(batch, "附件1-8").id, "附件号"), "附件1-9")
    batch.live(first.id, first.life.finalise("2024-04-23", "", "", ""))
    (gap,) = _of_year(session)
    assert Explaining(session, gap).hindrance == "附件1-1 已定稿，要改请先“退回修改”"


def test_a_locked_sheet_takes_no_reason(session: Session) -> None:
    """定稿 has to be opened again first."""
    sheet = one(session.batch, "附件1-7")
    (wrong,) = _found(session, sheet, "BUD-001")
    session.batch.live(sheet.id, sheet.life.finalise("2024-04-23", "", "", ""))
    assert Explaining(session, wrong).hindrance == "附件1-7 已定稿，要改请先“退回修改”"
