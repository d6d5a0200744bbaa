"""The comparison itself: what came otherwise than it was drawn does not go unseen."""

from pathlib import Path

import pytest
from attrs import evolve

from tests.files.foreign.case import Case, book
from tests.files.foreign.families import ministry, ministry_wanted
from tests.files.foreign.language import page
from tests.files.foreign.reading import told_wrong
from tests.files.foreign.wanted import Drawn, Goal, Wanted
from tests.files.foreign.works import CANTEEN

_WANTED = ministry_wanted(CANTEEN)
_FIRST = _WANTED.goals[0]


def _other(**changed: str) -> Wanted:
    return evolve(_WANTED, goals=(evolve(_FIRST, **changed), *_WANTED.goals[1:]))


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        (_other(target="=13台"), "指标[1].target"),
        (_other(actual="12台 "), "指标[1].actual"),
        (_other(level2="质量指标"), "指标[1].level2"),
        (_other(score="14"), "指标[1].score"),
        (evolve(_WANTED, goals=(*_WANTED.goals, Goal(name="第七行"))), "指标丢失：'第七行'"),
        (evolve(_WANTED, goals=_WANTED.goals[1:]), "多出 ['采购消毒柜']"),
        (evolve(_WANTED, fields={"项目名称": "别的项目"}), "项目名称 应是"),
        (evolve(_WANTED, blank=("actual",)), "actual 应是空的"),
        (evolve(_WANTED, told=("没有画过的话",)), "没有交代"),
        (evolve(_WANTED, kind="department"), "应是department"),
    ],
)
def test_a_difference_is_seen(wanted: Wanted, seen: str, tmp_path: Path) -> None:
    """A clerk who expects something else is told of just that."""
    case = book("部颁表", page(ministry(CANTEEN)), wanted=wanted)
    wrong = told_wrong(case, case.draw(tmp_path / "表.xlsx"))
    assert any(seen in each for each in wrong)


def test_a_text_that_nobody_speaks_of_is_seen(tmp_path: Path) -> None:
    """A text that was drawn and came nowhere is lost in silence."""
    case = book("部颁表", page(ministry(CANTEEN)), wanted=_WANTED)
    more: Case = evolve(case, texts=(*case.texts, Drawn("", "另附照片三张")))
    assert told_wrong(more, more.draw(tmp_path / "表.xlsx")) == ["无声丢失：'另附照片三张'"]
