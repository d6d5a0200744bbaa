"""What a sheet said before a step: worked out from the step, without doing or undoing anything."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Basis, Batch, Explanation, Life, Ruling, Sheet, Step
from selfeval_tui.sheet.bring_back import bring_back, compare
from selfeval_tui.sheet.earlier import before_step, changed_in_bulk, changed_stage
from selfeval_tui.text import VerdictCode
from tests.store.build import project

TABLE, ROW, TARGET = "指标", "r1", "年初目标值"

Deed = Callable[[Batch, str, int], object]


def _cell(sheet_id: str) -> Address:
    return Address(sheet_id, TARGET, TABLE, ROW)


def _reason(text: str) -> Explanation:
    return Explanation("e1", "IND-004", TABLE, ROW, TARGET, "0123", text, "2024-04-23")


def _delete_last(batch: Batch, sheet_id: str, _number: int) -> None:
    rows = list(batch.sheet(sheet_id).tables[TABLE])
    if rows[-1] != ROW:
        batch.delete_row(Address(sheet_id, "", TABLE, rows[-1]))


DEEDS: tuple[Deed, ...] = (
    lambda batch, each, number: batch.set(Address(each, "单位名称"), f"{number}局"),
    lambda batch, each, number: batch.set(_cell(each), f"≥{number}次"),
    lambda batch, each, number: batch.insert_row(each, TABLE, 0, {TARGET: f"{number}"}),
    _delete_last,
    lambda batch, each, number: batch.move_row(
        _cell(each), number % len(batch.sheet(each).tables[TABLE])
    ),
    lambda batch, each, _: batch.rule(_cell(each), Ruling(verdict=VerdictCode.met)),
    lambda batch, each, number: batch.support(_cell(each), Basis(f"文{number}")),
    lambda batch, each, number: batch.explain(each, _reason(f"理由{number}")),
    lambda batch, each, number: batch.live(each, Life(reason=f"{number}")),
    lambda batch, _each, _number: batch.undo(),
    lambda batch, _each, _number: batch.redo(),
)


def _order(sheet: Sheet) -> list[str]:
    return list(sheet.tables[TABLE])


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 9)), min_size=1, max_size=4),
        max_size=8,
    )
)
def test_taking_a_steps_changes_back_gives_what_was_there(
    steps: list[list[tuple[Deed, int]]],
) -> None:
    """Whatever was typed, added, moved, decided, explained, undone, alone or as one step."""
    batch = Batch([project()])
    (sheet,) = batch.sheets
    kept = [sheet.copy()]

    def stepped(step: Step) -> None:
        now = batch.sheet(sheet.id)
        before = before_step(step, sheet.id, now)
        assert before == kept[-1]
        assert before is not None
        assert _order(before) == _order(kept[-1])
        kept.append(now.copy())

    batch.listen(stepped)
    for deeds in steps:
        with batch.as_one("一起"):
            for deed, number in deeds:
                if deed not in DEEDS[-3:]:
                    deed(batch, sheet.id, number)
        for deed, number in deeds:
            if deed in DEEDS[-3:]:
                deed(batch, sheet.id, number)


def steps_of(batch: Batch) -> list[Step]:
    """The steps of a batch from now on."""
    done: list[Step] = []
    batch.listen(done.append)
    return done


def test_a_sheet_that_came_was_nothing_and_one_that_went_was_whole() -> None:
    """Both are told by the step alone."""
    sheet = project()
    batch = Batch()
    done = steps_of(batch)
    batch.add_sheet(sheet)
    batch.remove_sheet(sheet.id)
    came, went = done
    assert before_step(came, sheet.id, sheet) is None
    assert before_step(went, sheet.id, None) == sheet
    assert changed_in_bulk(came) == changed_in_bulk(went) == frozenset()


def test_a_sheet_that_is_replaced_is_changed_in_bulk() -> None:
    """As by a version that is brought back; it was what it was before."""
    sheet = project()
    batch = Batch([sheet])
    done = steps_of(batch)
    version = sheet.copy()
    version.fields["单位名称"] = "旧局"
    before = sheet.copy()
    assert bring_back(batch, sheet.id, version, "恢复")
    (step,) = done
    assert changed_in_bulk(step) == {sheet.id}
    assert before_step(step, sheet.id, batch.sheet(sheet.id)) == before
    batch.undo()
    assert batch.sheet(sheet.id) == before


@pytest.mark.parametrize(
    ("deeds", "bulk"),
    [(DEEDS[:1], False), (DEEDS[1:2], False), (DEEDS[2:3], False), (DEEDS[:2], True)],
    ids=["field", "cell", "row", "two cells"],
)
def test_one_place_is_no_bulk(deeds: tuple[Deed, ...], bulk: bool) -> None:
    """A decision that lapses with its cell does not count."""
    batch = Batch([project()])
    (sheet,) = batch.sheets
    batch.rule(_cell(sheet.id), Ruling(verdict=VerdictCode.met))
    done = steps_of(batch)
    with batch.as_one("一起"):
        for deed in deeds:
            deed(batch, sheet.id, 7)
    assert bool(changed_in_bulk(done[-1])) is bulk
    assert changed_stage(done[-1]) == frozenset()


def test_two_versions_may_differ_beside_their_cells() -> None:
    """A reason is no cell, and still they are not the same."""
    one, other = project(), project()
    other.id = one.id
    assert compare(one, other).words == "相同"
    other.explanations["e1"] = _reason("理由")
    assert compare(one, other).words == "只有判定、说明或状态不同"
    other.fields["单位名称"] = "新局"
    assert compare(one, other).words == "1处不同"
