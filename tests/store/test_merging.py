"""Three versions of a sheet: where they part, who changed what, and what becomes of it."""

from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Approved, Basis, Explanation, Remark, Row, Ruling, Sheet, Stage
from selfeval_tui.store.merge.merging import Merge, Side, Who, merge, resolve, undecided
from selfeval_tui.store.merge.parts import Key, Kind, parts_of
from selfeval_tui.text import VerdictCode
from tests.store.build import project

FIELDS = ("单位名称", "项目名称", "填报日期")
COLUMNS = ("三级指标", "年初目标值", "实际完成值")
ROWS = ("r1", "r2", "r3", "r4")
TEXTS = st.sampled_from(("", "甲", "乙", "丙", "5次"))
UNIT = Key(Kind.CELL, name="单位名称")


def rows() -> st.SearchStrategy[list[Row]]:
    """Some rows in any order, with the same ids in every version."""
    row = st.builds(
        Row,
        st.just(""),
        st.dictionaries(st.sampled_from(COLUMNS), TEXTS.filter(bool)),
        st.sampled_from((Ruling(), Ruling(VerdictCode.met), Ruling(reading="≥5"))),
        st.sampled_from((Basis(), Basis("合同"))),
    )
    return st.permutations(ROWS).flatmap(
        lambda ids: st.lists(row, max_size=len(ids)).map(
            lambda found: [evolve(each, id=ids[n]) for n, each in enumerate(found)]
        )
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A version of one and the same sheet."""
    sheet = project()
    sheet.id = "one"
    for name in FIELDS:
        sheet.fields[name] = draw(TEXTS)
    sheet.tables["指标"] = {row.id: row for row in draw(rows())}
    for each in draw(st.sets(st.sampled_from(("e1", "e2")))):
        reason = Explanation(each, "IND-004", "", "", "", "", draw(TEXTS), "")
        sheet.explanations[each] = reason
    for each in draw(st.sets(st.sampled_from(("m1", "m2")))):
        sheet.remarks[each] = Remark(each, "", "", "", draw(TEXTS), "", "")
    for each in draw(st.sets(st.sampled_from(("5次", "6次")))):
        sheet.approved = (*sheet.approved, Approved("", "", "甲", each))
    return sheet


BASES = st.none() | sheets()


def all_of(found: Merge, side: Side) -> Mapping[Key, Side]:
    """The choice of one side everywhere."""
    return {each.key: side for each in found.points}


@settings(deadline=None)
@given(BASES, sheets(), sheets())
def test_all_of_one_side_is_that_side(base: Sheet | None, ours: Sheet, theirs: Sheet) -> None:
    """To the letter and in its order, whatever both came from."""
    found = merge(base, ours, theirs)
    for side, version in ((Side.OURS, ours), (Side.THEIRS, theirs)):
        made = resolve(found, all_of(found, side))
        assert made is not None
        assert parts_of(made) == parts_of(version)


@settings(deadline=None)
@given(sheets(), sheets())
def test_who_did_nothing_loses_nothing(base: Sheet, theirs: Sheet) -> None:
    """What only one of both changed is taken without a question."""
    for ours, others in ((base, theirs), (theirs, base)):
        found = merge(base, ours.copy(), others.copy())
        assert list(undecided(found, {})) == []
        made = resolve(found, {})
        assert made is not None
        assert parts_of(made) == parts_of(theirs)


@settings(deadline=None)
@given(sheets(), sheets(), sheets())
def test_every_difference_has_one_point(base: Sheet, ours: Sheet, theirs: Sheet) -> None:
    """None is left out, none is there twice, and the mirror sees the same."""
    found, mirrored = merge(base, ours, theirs), merge(base, theirs, ours)
    keys = [each.key for each in found.points]
    assert len(keys) == len(set(keys))
    assert set(keys) == {each.key for each in mirrored.points}
    swapped = {Who.WE: Who.THEY, Who.THEY: Who.WE, Who.BOTH: Who.BOTH}
    seen = {each.key: swapped[each.who] for each in mirrored.points}
    assert {each.key: each.who for each in found.points} == seen
    assert bool(keys) == (parts_of(ours) != parts_of(theirs))


@settings(deadline=None)
@given(sheets(), st.data())
def test_edits_in_different_places_merge_without_a_question(
    base: Sheet, data: st.DataObject
) -> None:
    """Both are there afterwards."""
    cells = [Key(Kind.CELL, name=name) for name in FIELDS]
    cells += [Key(Kind.CELL, "指标", row, name) for row in base.tables["指标"] for name in COLUMNS]
    mine = data.draw(st.sets(st.sampled_from(cells)))
    yours = data.draw(st.sets(st.sampled_from(cells))) - mine
    ours, theirs = base.copy(), base.copy()
    for version, edited, text in ((ours, mine, "我"), (theirs, yours, "他")):
        for key in edited:
            _cells(version, key)[key.name] = text
    found = merge(base, ours, theirs)
    assert list(undecided(found, {})) == []
    made = resolve(found, {})
    assert made is not None
    for key in cells:
        expected = (
            "我" if key in mine else "他" if key in yours else _cells(base, key).get(key.name)
        )
        assert (_cells(made, key).get(key.name) or "") == (expected or "")
    assert list(made.tables["指标"]) == list(base.tables["指标"])


def _cells(sheet: Sheet, key: Key) -> dict[str, str]:
    return sheet.row(key.table, key.row).cells if key.table else sheet.fields


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "who", "preset"),
    [
        ("甲", "乙", "甲", Who.WE, Side.OURS),
        ("甲", "甲", "乙", Who.THEY, Side.THEIRS),
        ("甲", "乙", "丙", Who.BOTH, None),
        ("甲", "", "丙", Who.BOTH, None),
        (None, "", "丙", Who.THEY, Side.THEIRS),
        (None, "乙", "", Who.WE, Side.OURS),
        (None, "乙", "丙", Who.BOTH, None),
    ],
)
def test_a_cell_is_known_by_what_both_came_from(
    base: str | None, ours: str, theirs: str, who: Who, preset: Side | None
) -> None:
    """Without that a blank cell takes what the other says, and two texts are asked about."""
    versions = [project() for _ in range(3)]
    for version, text in zip(versions, (base or "", ours, theirs), strict=True):
        version.fields["单位名称"] = text
    found = merge(versions[0] if base is not None else None, *versions[1:])
    (point,) = (each for each in found.points if each.key == UNIT)
    assert (point.who, point.preset) == (who, preset)


def test_what_both_changed_alike_is_counted_only() -> None:
    """There is nothing to choose."""
    base, ours, theirs = (project() for _ in range(3))
    ours.fields["单位名称"] = theirs.fields["单位名称"] = "另一局"
    found = merge(base, ours, theirs)
    assert (found.points, found.alike) == ((), 1)


def test_a_row_that_one_removed_and_the_other_changed_is_chosen_as_a_whole() -> None:
    """Nothing of it goes without a word."""
    base, ours, theirs = (project() for _ in range(3))
    del ours.tables["指标"]["r1"]
    theirs.row("指标", "r1").cells["实际完成值"] = "6次"
    found = merge(base, ours, theirs)
    (point,) = found.points
    assert (point.key, point.who) == (Key(Kind.ROW, "指标", "r1"), Who.BOTH)
    with pytest.raises(KeyError):
        resolve(found, {})
    kept = resolve(found, {point.key: Side.THEIRS})
    gone = resolve(found, {point.key: Side.OURS})
    assert kept is not None
    assert gone is not None
    assert kept.row("指标", "r1").cells["实际完成值"] == "6次"
    assert gone.tables["指标"] == {}


def test_rows_that_both_added_are_both_there() -> None:
    """Each behind the row that it was put behind."""
    base = project()
    base.tables["指标"]["r9"] = Row("r9")
    ours, theirs = base.copy(), base.copy()
    ours.tables["指标"] = {each: Row(each) for each in ("r1", "我", "r9")}
    theirs.tables["指标"] = {each: Row(each) for each in ("他", "r1", "r9", "她")}
    for each in (ours, theirs):
        each.tables["指标"]["r1"] = base.row("指标", "r1").copy()
    made = resolve(merge(base, ours, theirs), {})
    assert made is not None
    assert list(made.tables["指标"]) == ["他", "r1", "我", "r9", "她"]


def test_a_decision_lapses_when_the_other_side_changed_what_it_was_about() -> None:
    """人工 stands beside the values that it was made for, and beside no others."""
    base, ours, theirs = (project() for _ in range(3))
    ours.row("指标", "r1").ruling = Ruling(VerdictCode.met)
    theirs.row("指标", "r1").cells["实际完成值"] = "1次"
    made = resolve(merge(base, ours, theirs), {})
    assert made is not None
    assert not made.row("指标", "r1").ruling
    assert made.row("指标", "r1").cells["实际完成值"] == "1次"


def test_a_sheet_that_was_finalised_elsewhere_is_chosen_as_a_whole() -> None:
    """A 定稿 with a cell of ours in it would be none."""
    base, ours, theirs = (project() for _ in range(3))
    ours.fields["单位名称"] = "另一局"
    theirs.life = base.life.finalise("2024-04-23", "c", "s", "r")
    (point,) = merge(base, ours, theirs).points
    assert (point.key, point.who) == (Key(Kind.SHEET), Who.BOTH)
    made = resolve(merge(base, ours, theirs), {point.key: Side.THEIRS})
    assert made is not None
    assert made.life.stage is Stage.final
    assert made.fields["单位名称"] == "某局"
    (point,) = merge(base, base.copy(), theirs).points
    assert point.preset is Side.THEIRS


@pytest.mark.parametrize(
    ("ours", "changed", "who"),
    [
        (True, False, Who.THEY),
        (True, True, Who.BOTH),
        (False, False, Who.WE),
        (False, True, Who.BOTH),
    ],
)
def test_a_sheet_that_is_gone_on_one_side(*, ours: bool, changed: bool, who: Who) -> None:
    """It goes without a question only where the other side did nothing to it."""
    base, other = project(), project()
    other.id = base.id
    if changed:
        other.fields["单位名称"] = "另一局"
    found = merge(base, other, None) if ours else merge(base, None, other)
    (point,) = found.points
    assert point.who is who


def test_a_sheet_that_came_is_taken() -> None:
    """Where nobody ever had it here."""
    found = merge(None, None, project())
    assert [each.preset for each in found.points] == [Side.THEIRS]
    assert resolve(found, {}) is not None
