"""One door for change: every change is a step that can be taken back."""

import pytest

from selfeval_tui.sheet import Address, Batch, Ruling, Step
from selfeval_tui.text import Direction, VerdictCode
from tests.sheet.build import cell, everything, money, project, with_rows


def test_typed_text_is_kept_to_the_letter() -> None:
    """Full-width digits, blanks and odd glyphs stay as typed."""
    sheet = with_rows(project(), ("投诉次数", "≤3次", ""))
    batch = Batch([sheet])
    batch.set(cell(sheet, "r1", "实际完成值"), "　≦３ 次 ")
    assert batch.typed(cell(sheet, "r1", "实际完成值")) == "　≦３ 次 "


def test_control_characters_are_dropped_and_line_ends_unified() -> None:
    """A pasted text brings no invisible control characters into the file."""
    sheet = project()
    batch = Batch([sheet])
    reason = Address(sheet.id, "偏差大或目标未完成原因分析")
    batch.set(reason, "一\r\n二\x00三\x1b[31m")
    assert batch.typed(reason) == "一\n二三[31m"


def test_typing_the_same_text_is_no_step() -> None:
    """Confirming a cell unchanged leaves nothing to undo."""
    sheet = project("5")
    batch = Batch([sheet])
    assert batch.set(money(sheet, "预算数"), "5") is None
    assert batch.undo() is None


def test_undo_and_redo_walk_through_the_steps() -> None:
    """Ctrl+Z takes back one step at a time, Ctrl+Y does it again."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    batch.set(money(sheet, "执行数"), "2")
    batch.set(money(sheet, "执行数"), "3")
    batch.undo()
    assert batch.typed(money(sheet, "执行数")) == "2"
    batch.undo()
    assert batch.typed(money(sheet, "执行数")) == "1"
    batch.redo()
    assert batch.typed(money(sheet, "执行数")) == "2"


def test_a_new_step_ends_redo() -> None:
    """After typing something new, what was undone cannot come back over it."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    batch.set(money(sheet, "执行数"), "2")
    batch.undo()
    batch.set(money(sheet, "执行数"), "4")
    assert batch.redo() is None


def test_undo_goes_to_the_place_it_changes() -> None:
    """The cursor can be shown where something was undone."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    batch.set(money(sheet, "执行数"), "2")
    step = batch.undo()
    assert step is not None
    assert step.at == money(sheet, "执行数")
    assert step.name == "修改“执行数”"


def test_a_deleted_row_comes_back_as_it_was() -> None:
    """Undo restores the row at its place, with its texts and the clerk's own verdict."""
    sheet = with_rows(project(), ("甲", "1次", "1次"), ("乙", "2次", "0次"), ("丙", "3次", "3次"))
    batch = Batch([sheet])
    row = cell(sheet, "r2", "")
    batch.rule(row, Ruling(verdict=VerdictCode.met))
    before = everything(batch)
    batch.delete_row(row)
    assert list(batch.sheet(sheet.id).tables["指标"]) == ["r1", "r3"]
    batch.undo()
    assert list(batch.sheet(sheet.id).tables["指标"]) == ["r1", "r2", "r3"]
    assert everything(batch) == before


@pytest.mark.parametrize(
    ("position", "order"),
    [(0, ["r3", "r1", "r2"]), (1, ["r1", "r3", "r2"]), (2, ["r1", "r2", "r3"])],
)
def test_a_row_moves_to_the_position_asked_for(position: int, order: list[str]) -> None:
    """Rows keep their ids and texts when they move."""
    sheet = with_rows(project(), ("甲", "", ""), ("乙", "", ""), ("丙", "", ""))
    batch = Batch([sheet])
    batch.move_row(cell(sheet, "r3", ""), position)
    assert list(batch.sheet(sheet.id).tables["指标"]) == order


def test_listeners_hear_of_done_and_undone_steps() -> None:
    """Saving and repainting follow every step, also an undone one."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    heard: list[Step] = []
    end = batch.listen(heard.append)
    batch.set(money(sheet, "执行数"), "2")
    batch.undo()
    end()
    batch.redo()
    assert [step.changes[0].sheet for step in heard] == [sheet.id, sheet.id]


def test_the_clerks_verdict_wins_until_the_actual_changes() -> None:
    """人工 stands until 目标 or 实际 changes; then the row is judged anew; undo restores it."""
    sheet = with_rows(project(), ("制度健全性", "健全", "较健全"))
    batch = Batch([sheet])
    row, actual = cell(sheet, "r1", ""), cell(sheet, "r1", "实际完成值")
    batch.rule(row, Ruling(verdict=VerdictCode.met))
    ruled = batch.verdict(row)
    assert ruled is not None
    assert ruled.code is VerdictCode.met
    assert ruled.why.startswith("人工")
    batch.set(actual, "不健全")
    assert batch.sheet(sheet.id).row("指标", "r1").ruling == Ruling()
    batch.undo()
    assert batch.sheet(sheet.id).row("指标", "r1").ruling == Ruling(verdict=VerdictCode.met)


def test_a_text_that_would_end_the_clerks_verdict_is_previewed_without_it() -> None:
    """What the screen says while one types is what will be there afterwards."""
    sheet = with_rows(project(), ("次数", "≥12次", "12次"))
    batch = Batch([sheet])
    actual = cell(sheet, "r1", "实际完成值")
    batch.rule(actual, Ruling(verdict=VerdictCode.partly))
    said = [batch.preview(actual, text).verdict for text in ("12次", "3次")]
    assert [each.code for each in said if each] == [VerdictCode.partly, VerdictCode.missed]


def test_the_clerks_reading_of_a_target_is_what_counts() -> None:
    """The typed target stays to the letter; the row is judged by what the clerk says it means."""
    sheet = with_rows(project(), ("设备故障", "控制在三次上下", "2次"))
    batch = Batch([sheet])
    row = cell(sheet, "r1", "")
    under = batch.verdict_under(row, Ruling(reading="≤3次"))
    batch.rule(row, Ruling(reading="≤3次"))
    verdict = batch.verdict(row)
    assert verdict is not None
    assert verdict == under
    assert (verdict.code, verdict.target.raw) == (VerdictCode.met, "控制在三次上下")
    assert verdict.target.describe() == "≤ 3 次 · 越低越好"


def test_a_change_of_the_indicator_name_keeps_the_clerks_verdict() -> None:
    """Only target and actual are what the clerk decided about."""
    sheet = with_rows(project(), ("制度健全性", "健全", "较健全"))
    batch = Batch([sheet])
    batch.rule(cell(sheet, "r1", ""), Ruling(verdict=VerdictCode.met))
    batch.set(cell(sheet, "r1", "三级指标"), "制度的健全性")
    assert batch.sheet(sheet.id).row("指标", "r1").ruling.verdict is VerdictCode.met


def test_the_clerks_direction_is_used_for_the_verdict() -> None:
    """越低越好 set by the clerk turns a shortfall into 达到."""
    sheet = with_rows(project(), ("能耗水平", "100吨", "80吨"))
    batch = Batch([sheet])
    row = cell(sheet, "r1", "")
    batch.rule(row, Ruling(direction=Direction.lower))
    verdict = batch.verdict(row)
    assert verdict is not None
    assert verdict.code is VerdictCode.met


def test_what_is_done_as_one_is_undone_as_one() -> None:
    """A pasted block is one step: told once, taken back with one Ctrl+Z."""
    sheet = with_rows(project("5", "1"), ("投诉次数", "≤3次", ""))
    batch = Batch([sheet])
    told: list[Step] = []
    batch.listen(told.append)
    with batch.as_one("粘贴"):
        batch.set(money(sheet, "执行数"), "2")
        batch.set(cell(sheet, "r1", "实际完成值"), "2次")
        batch.insert_row(sheet.id, "指标", 1, {"三级指标": "响应时间"})
    assert [(step.name, len(step.changes)) for step in told] == [("粘贴", 3)]
    batch.undo()
    assert batch.typed(money(sheet, "执行数")) == "1"
    assert batch.typed(cell(sheet, "r1", "实际完成值")) == ""
    assert list(batch.sheet(sheet.id).tables["指标"]) == ["r1"]
    batch.redo()
    assert batch.typed(money(sheet, "执行数")) == "2"
    assert len(batch.sheet(sheet.id).tables["指标"]) == 2


def test_nothing_done_as_one_is_no_step() -> None:
    """Pasting what is there already leaves nothing to undo."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    with batch.as_one("粘贴"):
        batch.set(money(sheet, "执行数"), "1")
    assert not batch.can_undo


def test_what_fails_halfway_leaves_nothing_behind() -> None:
    """All of it or none of it."""
    sheet = project("5", "1")
    batch = Batch([sheet])

    def halfway() -> None:
        with batch.as_one("粘贴"):
            batch.set(money(sheet, "执行数"), "2")
            batch.set(Address("no-such-sheet", "项目名称"), "x")

    with pytest.raises(KeyError):
        halfway()
    assert batch.typed(money(sheet, "执行数")) == "1"
    assert not batch.can_undo
    batch.set(money(sheet, "执行数"), "3")
    assert batch.can_undo


def test_a_step_inside_a_step_belongs_to_it() -> None:
    """An undo never stops in the middle of what the clerk did."""
    sheet = project("5", "1")
    batch = Batch([sheet])
    with batch.as_one("新建"):
        batch.set(money(sheet, "预算数"), "6")
        with batch.as_one("粘贴"):
            batch.set(money(sheet, "执行数"), "2")
    batch.undo()
    assert batch.typed(money(sheet, "执行数")) == "1"
    assert not batch.can_undo


def test_a_sheet_moves_and_comes_back() -> None:
    """The order is a step like any other."""
    sheets = [project(name=name) for name in ("甲", "乙", "丙")]
    ids = [sheet.id for sheet in sheets]
    batch = Batch(sheets)
    assert batch.move_sheet(ids[0], 0) is None
    batch.move_sheet(ids[0], 2)
    assert [sheet.id for sheet in batch.sheets] == [ids[1], ids[2], ids[0]]
    batch.undo()
    assert [sheet.id for sheet in batch.sheets] == ids
