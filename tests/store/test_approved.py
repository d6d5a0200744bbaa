"""批复目标 come back from the file to the letter, and are one part of two versions."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Approved, Batch, Row, Sheet
from selfeval_tui.sheet.approving import approved_sheet
from selfeval_tui.sheet.take_in import take_in
from selfeval_tui.store.disk.limits import MOST_ROWS
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.merge.merging import Merge, Side, Who, merge, resolve
from selfeval_tui.store.merge.merging_words import tell_point
from selfeval_tui.store.merge.parts import Key, Kind
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from selfeval_tui.text import strip_controls
from tests.store.build import project

FILE = "绩效目标表.docx"
TWELVE = Approved("产出指标", "数量指标", "次数", "12次", "10", FILE)
FIVE = Approved("产出指标", "数量指标", "人数", "≥5人\n（含）", "", FILE)
ANYTHING = st.text(st.characters(), max_size=20).map(strip_controls)
PLACE = Key(Kind.APPROVED)


def sheet(*approved: Approved) -> Sheet:
    """A sheet that is held against these."""
    one = project()
    one.id, one.approved = "one", approved
    return one


def read(data: bytes) -> Sheet:
    """What a file says."""
    found = decode(data, Path("表.toml"))
    assert isinstance(found, Sheet)
    return found


def written(one: Sheet, on_disk: bytes | None = None) -> bytes:
    """A sheet's file."""
    return Documents().encode(one, on_disk).data


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Approved, *[ANYTHING] * 6), max_size=5).map(tuple))
def test_what_was_approved_is_saved_and_read(approved: tuple[Approved, ...]) -> None:
    """Each word of it, doubles and blanks included, in its order."""
    assert read(written(sheet(*approved))).approved == approved


def test_a_sheet_without_approved_targets_says_nothing_of_them() -> None:
    """And the section leaves when they do."""
    assert "批复目标" not in written(sheet()).decode()
    data = written(sheet(TWELVE, FIVE))
    assert "批复目标" not in written(sheet(), data).decode()


def test_what_a_file_says_beyond_a_row_stays() -> None:
    """A key of somebody's own, and the comment above the rows."""
    text = written(sheet(TWELVE, FIVE)).decode()
    text = text.replace('[["批复目标"]]', '# 3月批复\n[["批复目标"]]\n"批复日期" = "3月"', 1)
    data = written(sheet(TWELVE), text.encode())
    assert read(data).approved == (TWELVE,)
    assert '"批复日期" = "3月"' in data.decode()
    assert "# 3月批复" in data.decode()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"目标" = "12次"', '"目标" = 12', "的“目标”应是加引号的文字"),
        ('[["批复目标"]]', '["批复目标"]', "应是一行一行的"),
    ],
)
def test_a_damaged_row_is_a_fault_with_its_line(before: str, after: str, said: str) -> None:
    """The file stays as it is."""
    text = written(sheet(TWELVE)).decode().replace(before, after)
    fault = decode(text.encode(), Path("表.toml"))
    assert isinstance(fault, Fault)
    assert fault.line == text[: text.index(after)].count("\n") + 1
    assert said in fault.message


def test_too_many_rows_are_refused() -> None:
    """As in any other section."""
    text = written(sheet()).decode()
    rows = '[["批复目标"]]\n' * (MOST_ROWS + 1)
    text = text.replace("[spec]", f"{rows}[spec]")
    fault = decode(text.encode(), Path("表.toml"))
    assert isinstance(fault, Fault)
    assert "“批复目标”太多" in fault.message


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "who"),
    [
        ((), (), (TWELVE,), Who.THEY),
        ((), (TWELVE,), (), Who.WE),
        (None, (), (TWELVE,), Who.THEY),
        (None, (TWELVE,), (), Who.WE),
        (None, (TWELVE,), (FIVE,), Who.BOTH),
        ((TWELVE,), (FIVE,), (TWELVE,), Who.WE),
        ((TWELVE,), (FIVE,), (TWELVE, FIVE), Who.BOTH),
    ],
)
def test_two_versions_part_in_all_of_it(
    base: tuple[Approved, ...] | None,
    ours: tuple[Approved, ...],
    theirs: tuple[Approved, ...],
    who: Who,
) -> None:
    """A half of one table and a half of another was never approved."""
    found = merge(None if base is None else sheet(*base), sheet(*ours), sheet(*theirs))
    (point,) = found.points
    assert (point.key, point.who) == (PLACE, who)
    assert approved_of(found, Side.OURS) == ours
    assert approved_of(found, Side.THEIRS) == theirs


def approved_of(found: Merge, side: Side) -> tuple[Approved, ...]:
    """What is kept of a choice."""
    made = resolve(found, {PLACE: side})
    assert made is not None
    return made.approved


def test_taking_an_approved_table_in_is_undone_as_one_step() -> None:
    """What it is held against goes with the targets."""
    ours = sheet()
    came = sheet()
    came.tables["指标"] = {
        "a1": Row("a1", {"三级指标": "次数", "年初目标值": "12次"}),
        "a2": Row("a2", {"三级指标": "人数", "年初目标值": "5人"}),
    }
    batch = Batch([ours])
    found = merge(None, ours.copy(), approved_sheet(ours, came, FILE))
    made = resolve(found, {each.key: Side.THEIRS for each in found.points})
    assert made is not None
    take_in(batch, [(made, 0)], (), "导入")
    now = batch.sheet(ours.id)
    assert [row.cells["年初目标值"] for row in now.tables["指标"].values()] == ["12次", "5人"]
    assert [each.source for each in now.approved] == [FILE, FILE]
    batch.undo()
    assert batch.sheet(ours.id) == sheet()


def test_both_versions_are_told_on_a_line_each() -> None:
    """How many rows, from which file, and what they promise."""
    found = merge(None, sheet(), sheet(TWELVE, FIVE))
    told = tell_point(found, found.points[0])
    assert told.where == "2023/附件1-1/批复目标"
    assert told.ours == "（没有）"
    assert told.theirs == f"2行（{FILE}）：次数 12次；人数 ≥5人 （含）"
