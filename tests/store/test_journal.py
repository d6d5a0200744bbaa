"""What is typed and not saved yet, on the disk and back."""

from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Batch, Life, Stage
from selfeval_tui.store import Files, Workspace
from selfeval_tui.store.unsaved.journal import Found, Journal, drop, find_journals
from selfeval_tui.store.unsaved.journal_text import (
    Record,
    Typing,
    Unsaved,
    decode_record,
    encode_record,
)
from selfeval_tui.store.unsaved.recovery import (
    NO_CELL,
    NO_PLACE,
    NO_SHEET,
    lost_in,
    put_back,
    unsaved_words,
)
from selfeval_tui.text import strip_controls
from tests.store.build import project

UNIT, PROJECT = "单位名称", "项目名称"
AT = "2024-04-23 10:32"
SAVED = Typing("附件1", "甲局", "乙局", Address("s", UNIT))


class NoRoom(Files):
    """A disk without room."""

    def write(self, handle: int, data: memoryview) -> int:  # noqa: ARG002 - As it is called.
        """Refuse."""
        raise OSError(ENOSPC, "No space left on device")


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's own folder of this test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """One with a sheet in it."""
    found = Workspace(tmp_path / "w", demo=False)
    found.save(project())
    return found


@given(st.text(), st.text(), st.text())
def test_every_text_comes_back_to_the_letter(where: str, text: str, saved: str) -> None:
    """Line ends, emoji, lone surrogates: only control characters, which no cell holds, go."""
    record = Record(AT, (Typing(where, text, saved), Typing(where, text, saved, SAVED.address)))
    expected = tuple(strip_controls(each) for each in (where, text, saved))
    found = decode_record(encode_record(record))
    assert found is not None
    assert [(each.where, each.text, each.saved) for each in found.typings] == [expected] * 2


def test_a_sheet_comes_back_whole() -> None:
    """Cells, rows, and the file that it came from."""
    record = Record(AT, (), (Unsaved(project(), b"format = 1\n"),))
    assert decode_record(encode_record(record)) == record


@given(st.binary(max_size=200))
def test_any_bytes_are_a_record_or_none(data: bytes) -> None:
    """A foreign file never raises."""
    found = decode_record(data)
    assert found is None or isinstance(found, Record)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_cut_record_is_none(part: float) -> None:
    """No part of a cut file is believed."""
    data = encode_record(Record(AT, (SAVED,), (Unsaved(project()),)))
    assert decode_record(data[: int(len(data) * part)]) is None


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"format": 1}', b'{"format": 2}', b"1" * 9000])
def test_what_is_made_to_harm_is_none(data: bytes) -> None:
    """Deep nesting, missing parts, a number without end."""
    assert decode_record(data) is None


def test_it_is_no_sheet_and_found_by_the_next_program(workspace: Workspace) -> None:
    """The workspace loads as before; the next program finds the texts, this one leaves its own."""
    own = Journal(workspace)
    assert own.write(Record(AT, (SAVED,)), 1) == ""
    loaded = Workspace(workspace.root).load()
    assert (len(loaded.sheets), loaded.faults) == (1, ())
    assert [each.record.typings for each in find_journals(workspace).journals] == [(SAVED,)]
    assert find_journals(workspace, own).journals == ()


def test_two_programs_keep_their_own(workspace: Workspace) -> None:
    """Neither takes the other's file away."""
    one, other = Journal(workspace), Journal(workspace)
    one.write(Record(AT, (SAVED,)), 1)
    other.write(Record(AT, (Typing("别处", "乙"),)), 1)
    one.write(Record(AT), 2)
    (found,) = find_journals(workspace).journals
    assert found.record.typings == (Typing("别处", "乙"),)


def test_a_late_thread_writes_nothing(workspace: Workspace) -> None:
    """The newest record wins, in whichever order threads come; an end is not undone."""
    journal = Journal(workspace)
    journal.write(Record(AT, (SAVED,)), 2)
    journal.write(Record(AT, (Typing("旧", "旧"),)), 1)
    (found,) = find_journals(workspace).journals
    assert found.record.typings == (SAVED,)
    journal.write(Record(""), 4)
    journal.write(Record(AT, (SAVED,)), 3)
    assert find_journals(workspace).journals == ()


def test_a_full_disk_is_left_for_another_place(workspace: Workspace, state: Path) -> None:
    """It is kept in the user's own folder, and goes from there when there is room again."""
    journal = Journal(workspace)
    room, workspace.files = workspace.files, NoRoom()
    assert journal.write(Record(AT, (SAVED,)), 1) == ""
    (found,) = find_journals(workspace).journals
    assert found.path.is_relative_to(state)
    workspace.files = room
    journal.write(Record(AT, (SAVED,)), 2)
    (found,) = find_journals(workspace).journals
    assert found.path.parent == workspace.root
    drop(workspace, found)
    assert find_journals(workspace).journals == ()


def test_a_workspace_that_is_gone_is_not_made_for_it(tmp_path: Path) -> None:
    """A folder that was unmounted stays away."""
    workspace = Workspace(tmp_path / "gone", demo=False)
    Journal(workspace).write(Record(AT, (SAVED,)), 1)
    assert not workspace.root.exists()
    assert len(find_journals(workspace).journals) == 1


def test_a_damaged_one_is_told_and_kept(workspace: Workspace) -> None:
    """Its bytes lie in 回收站, and it is told once."""
    Journal(workspace).write(Record(AT, (SAVED,)), 1)
    (path,) = workspace.root.glob(".正在输入-*")
    path.write_bytes(b"\x00 damaged")
    found = find_journals(workspace)
    assert found.journals == ()
    assert "回收站" in found.damaged[0]
    (aside,) = (workspace.saved / "回收站").iterdir()
    assert aside.read_bytes() == b"\x00 damaged"
    assert find_journals(workspace).damaged == ()


# What is offered.


def found_of(*typings: Typing, sheets: tuple[Unsaved, ...] = ()) -> tuple[Found, ...]:
    """A journal that was found."""
    return (Found(Path("j"), Record(AT, typings, sheets)),)


def a_row(batch: Batch) -> Address:
    """The 实际完成值 of the first 指标."""
    (sheet,) = batch.sheets
    return Address(sheet.id, "实际完成值", "指标", next(iter(sheet.tables["指标"])))


def test_a_text_that_was_saved_after_all_is_not_offered() -> None:
    """The program was killed right after 已保存."""
    batch = Batch([project()])
    at = Address(batch.sheets[0].id, UNIT)
    batch.set(at, "甲局")
    assert not lost_in(batch, found_of(Typing("附件1", "甲局", "", at)))


def test_it_is_put_back_as_one_step() -> None:
    """Two texts come back together and go together."""
    batch = Batch([project()])
    one, other = Address(batch.sheets[0].id, UNIT), a_row(batch)
    before = batch.typed(one), batch.typed(other)
    lost = lost_in(batch, found_of(Typing("", "甲局", "", one), Typing("", "9次", "", other)))
    assert put_back(batch, lost) == one
    assert (batch.typed(one), batch.typed(other)) == ("甲局", "9次")
    batch.undo()
    assert (batch.typed(one), batch.typed(other)) == before
    assert not batch.can_undo


def _remove_sheet(batch: Batch) -> None:
    batch.remove_sheet(batch.sheets[0].id)


def _delete_row(batch: Batch) -> None:
    batch.delete_row(a_row(batch))


def _finalise(batch: Batch) -> None:
    batch.live(batch.sheets[0].id, Life(Stage.final))


@pytest.mark.parametrize(
    ("since", "why"), [(_remove_sheet, NO_SHEET), (_delete_row, NO_CELL), (_finalise, "已定稿")]
)
def test_a_text_that_has_no_place_any_more_is_shown(
    since: Callable[[Batch], None], why: str
) -> None:
    """It says why, and nothing is changed."""
    batch = Batch([project()])
    at = a_row(batch)
    since(batch)
    lost = lost_in(batch, found_of(Typing("附件1", "9次", "", at)))
    assert why in lost.texts[0].hindrance
    assert not lost.can_be_put_back
    assert put_back(batch, lost) is None


def test_a_text_of_a_form_is_only_shown() -> None:
    """A reason or a pasted list has no cell."""
    (text,) = lost_in(Batch([project()]), found_of(Typing("写说明", "因为天气"))).texts
    assert text.hindrance == NO_PLACE


def test_a_sheet_with_a_new_row_comes_back_with_the_text_in_it(workspace: Workspace) -> None:
    """The row could not be saved, and a text was being typed into it."""
    (sheet,) = workspace.load().sheets
    there = Batch([sheet.copy()])
    row = there.insert_row(sheet.id, "指标", 0, {"三级指标": "新指标"}).at
    unsaved = Unsaved(there.sheet(sheet.id), workspace.base_of(sheet.id))
    batch = Batch([sheet])
    typing = Typing("附件1", "9次", "", Address(sheet.id, "实际完成值", "指标", row.row))
    lost = lost_in(batch, found_of(typing, sheets=(unsaved,)))
    put_back(batch, lost)
    assert batch.sheet(sheet.id).row("指标", row.row).cells == {
        "三级指标": "新指标",
        "实际完成值": "9次",
    }
    assert not lost_in(batch, found_of(typing, sheets=(unsaved,)))


def test_a_sheet_that_was_never_saved_comes_back() -> None:
    """A new sheet on a full disk."""
    batch = Batch([])
    sheet = project()
    put_back(batch, lost_in(batch, found_of(sheets=(Unsaved(sheet),))))
    assert batch.sheets == (sheet,)


def test_what_was_saved_later_is_not_taken_back(workspace: Workspace) -> None:
    """The journal is a moment older than the file: its step is there, and so is the next one."""
    (sheet,) = workspace.load().sheets
    base = workspace.base_of(sheet.id)
    earlier = sheet.copy()
    earlier.fields[UNIT] = "甲局"
    sheet.fields[UNIT], sheet.fields[PROJECT] = "甲局", "乙项目"
    assert not lost_in(Batch([sheet]), found_of(sheets=(Unsaved(earlier, base),)))


def test_what_somebody_else_saved_since_stays_beside_it(workspace: Workspace) -> None:
    """Each changed another cell: both are there after it was put back."""
    (sheet,) = workspace.load().sheets
    base = workspace.base_of(sheet.id)
    ours = sheet.copy()
    ours.fields[UNIT] = "甲局"
    sheet.fields[PROJECT] = "别人的项目"
    batch = Batch([sheet])
    put_back(batch, lost_in(batch, found_of(sheets=(Unsaved(ours, base),))))
    fields = batch.sheets[0].fields
    assert (fields[UNIT], fields[PROJECT]) == ("甲局", "别人的项目")


def test_a_list_says_that_something_is_not_saved(workspace: Workspace) -> None:
    """It is told with the number of places, and nothing is moved; nothing is said of nothing."""
    batch = Batch(workspace.load().sheets)
    assert unsaved_words(workspace, batch) == ""
    at = Address(batch.sheets[0].id, UNIT)
    Journal(workspace).write(Record(AT, (Typing("附件1", "甲局", "", at),)), 1)
    (path,) = workspace.root.glob(".正在输入-*")
    (workspace.root / path.name.replace("-", "-0")).write_bytes(b"no record")
    assert "有 1 处输入还没有存进表里" in unsaved_words(workspace, batch)
    assert len(list(workspace.root.glob(".正在输入-*"))) == 2
