"""When a version of a sheet is kept: the clock is given, and nobody waits for it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from errno import ENOSPC
from pathlib import Path

import pytest

from selfeval_tui.sheet import Address, Batch, Life, Sheet
from selfeval_tui.sheet.bring_back import bring_back
from selfeval_tui.sheet.bulk import same_on_all
from selfeval_tui.sheet.carry import carry_out
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Autosave, SaveState, Workspace
from selfeval_tui.store.history.keeper import OPENED, RESTED, Keeper
from selfeval_tui.store.history.shelf import read_kept, versions_of
from selfeval_tui.store.kept.version import Version
from tests.store.build import Refusing, project

NOON = datetime(2024, 4, 23, 12)  # noqa: DTZ001 - The time where the clerk is.
UNIT, NAME = "单位名称", "项目名称"


class Desk:
    """A batch that is being edited, saved on demand, under a clock that only tests move."""

    def __init__(self, root: Path, *sheets: Sheet) -> None:
        self.files = Refusing("write", OSError(ENOSPC, ""))
        self.files.refuses = False
        self.workspace = Workspace(root, files=self.files)
        for sheet in sheets:
            self.workspace.save(sheet)
        self.batch = Batch(sheets)
        self.now = NOON
        self.keeper = Keeper(self.batch, lambda: self.now)
        self.saving = Autosave(self.workspace, self.batch, lambda: self.now, self.keeper)
        self.first = sheets[0].id

    def type(self, text: str, name: str = UNIT) -> None:
        """Type a text into a field of the first sheet."""
        self.batch.set(Address(self.first, name), text)

    def paste(self, *texts: str) -> None:
        """Change several fields of the first sheet as one step."""
        with self.batch.as_one(f"粘贴{len(texts)}格"):
            for name, text in zip((UNIT, NAME), texts, strict=False):
                self.type(text, name)

    def save(self) -> SaveState:
        """Write what is due."""
        self.saving.save_now()
        return self.saving.status.state

    def later(self, **gone: int) -> None:
        """Let time pass."""
        self.now += timedelta(**gone)

    def kept(self, sheet_id: str = "") -> list[tuple[str, str]]:
        """Why each version was kept and what it says of the unit, oldest first."""
        found = [
            read_kept(each) for each in versions_of(self.workspace.saved, sheet_id or self.first)
        ]
        return [(each.why, each.sheet.fields[UNIT]) for each in reversed(list(good(found)))]


def good(found: Iterable[object]) -> Iterable[Version]:
    """Those that could be read: all."""
    for each in found:
        assert isinstance(each, Version)
        yield each


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One saved sheet of 某局."""
    return Desk(tmp_path, project())


def test_what_a_sheet_says_at_opening_is_kept_though_nobody_types(desk: Desk) -> None:
    """And nothing is said to have been saved."""
    assert desk.save() is SaveState.IDLE
    assert desk.kept() == [(OPENED, "某局")]
    assert desk.saving.work() is None


def test_the_first_change_does_not_hide_what_was_opened(desk: Desk) -> None:
    """The state before it is kept, not the one after."""
    desk.type("甲局")
    assert desk.save() is SaveState.SAVED
    assert desk.kept() == [(OPENED, "某局")]


def test_opening_again_keeps_nothing_twice(desk: Desk, tmp_path: Path) -> None:
    """The latest version says the same."""
    desk.save()
    again = Desk(tmp_path, *Workspace(tmp_path).load().sheets)
    again.later(days=1)
    again.save()
    assert again.kept() == [(OPENED, "某局")]


def test_after_ten_minutes_without_a_change_what_was_typed_is_kept(desk: Desk) -> None:
    """Not before, and not again while nothing changes."""
    desk.type("甲局")
    desk.save()
    desk.later(minutes=9, seconds=59)
    desk.keeper.rest()
    assert desk.saving.work() is None
    desk.later(seconds=1)
    desk.keeper.rest()
    assert desk.save() is SaveState.SAVED
    assert desk.kept() == [(OPENED, "某局"), (RESTED, "甲局")]
    desk.later(hours=1)
    desk.keeper.rest()
    assert desk.saving.work() is None


def test_who_goes_on_typing_has_not_rested(desk: Desk) -> None:
    """The ten minutes begin with the last change."""
    desk.type("甲局")
    desk.later(minutes=9)
    desk.type("乙局")
    desk.later(minutes=9)
    desk.keeper.rest()
    desk.save()
    assert desk.kept() == [(OPENED, "某局")]


def test_the_state_before_a_paste_is_kept(desk: Desk) -> None:
    """Also what was typed since the last version."""
    desk.type("甲局")
    desk.save()
    desk.later(minutes=1)
    desk.paste("乙局", "乙项目")
    desk.save()
    assert desk.kept() == [(OPENED, "某局"), ("粘贴2格之前", "甲局")]


def test_a_single_cell_is_no_bulk_change(desk: Desk) -> None:
    """However many of them come one after another."""
    desk.save()
    for text in "甲乙丙丁":
        desk.later(seconds=1)
        desk.type(text)
        desk.save()
    assert desk.kept() == [(OPENED, "某局")]


def test_what_undo_takes_away_is_kept_too(desk: Desk) -> None:
    """A paste that was undone can be found again, though something else was typed since."""
    desk.paste("乙局", "乙项目")
    desk.later(seconds=1)
    desk.batch.undo()
    desk.save()
    assert desk.kept() == [(OPENED, "某局"), ("撤销或重做粘贴2格之前", "乙局")]


def test_the_same_change_on_many_sheets_is_one_of_each(tmp_path: Path) -> None:
    """一起改: one cell on each of two sheets."""
    one, other = project(), project("附件1-2", "乙项目")
    desk = Desk(tmp_path, one, other)
    desk.save()
    for sheet in (one, other):
        desk.batch.set(Address(sheet.id, UNIT), f"{sheet.id}局")
    desk.later(minutes=1)
    changes = same_on_all(desk.batch, desk.batch.sheets, {Role.UNIT_NAME: "新局"})
    carry_out(desk.batch, changes, "一起改")
    desk.save()
    for sheet in (one, other):
        assert desk.kept(sheet.id)[-1] == ("一起改之前", f"{sheet.id}局")


@pytest.mark.parametrize("stage", ["finalise", "submit", "reopen"])
def test_each_change_of_state_is_kept(desk: Desk, stage: str) -> None:
    """定稿, 已报送, 退回修改, each with its state."""
    final = Life().finalise("2024-04-23", "0123-4567-89AB", "abcd", "ef01")
    life = {"finalise": final, "submit": final.submit("2024-04-24", "纸质")}.get(
        stage, final.reopen("2024-04-25", "更正")
    )
    desk.save()
    desk.later(minutes=1)
    desk.batch.live(desk.first, life)
    desk.save()
    assert desk.kept()[-1] == (life.stage.label, "某局")
    version = read_kept(versions_of(desk.workspace.saved, desk.first)[0])
    assert isinstance(version, Version)
    assert version.sheet.life == life


def test_before_a_version_is_brought_back_the_present_one_is_kept(desk: Desk) -> None:
    """So that bringing back can itself be taken back, tomorrow, too."""
    desk.save()
    opened = read_kept(versions_of(desk.workspace.saved, desk.first)[0])
    assert isinstance(opened, Version)
    desk.type("甲局")
    desk.later(minutes=1)
    assert bring_back(desk.batch, desk.first, opened.sheet, "恢复")
    assert desk.save() is SaveState.SAVED
    assert desk.kept() == [(OPENED, "某局"), ("恢复之前", "甲局")]
    (saved,) = Workspace(desk.workspace.root).load().sheets
    assert saved.fields[UNIT] == "某局"


def test_two_versions_of_one_second_stay_apart(desk: Desk) -> None:
    """A name that is taken is not written over."""
    desk.paste("乙局", "乙项目")
    desk.paste("丙局", "丙项目")
    desk.paste("丁局", "丁项目")
    desk.save()
    assert [unit for _, unit in desk.kept()] == ["某局", "乙局", "丙局"]


def test_work_is_saved_though_its_history_is_not(desk: Desk) -> None:
    """It is told, tried again with the next change, and never endlessly."""
    desk.type("甲局")
    desk.save()
    desk.paste("乙局", "乙项目")
    folder = desk.workspace.saved / "2023" / "历史"
    hidden = folder.rename(folder.with_name("别处"))
    folder.write_text("", encoding="utf-8")
    assert desk.save() is SaveState.SAVED
    assert "粘贴2格之前的一版没能留进历史" in desk.saving.status.message
    assert desk.saving.work() is None
    folder.unlink()
    hidden.rename(folder)
    desk.type("丙局")
    assert desk.save() is SaveState.SAVED
    assert desk.saving.status.message == ""
    assert desk.kept() == [(OPENED, "某局"), ("粘贴2格之前", "甲局")]


def test_nothing_is_kept_of_a_full_disk_and_nothing_is_lost(desk: Desk) -> None:
    """What waits is written as soon as there is room."""
    desk.type("甲局")
    desk.paste("乙局", "乙项目")
    desk.files.refuses = True
    assert desk.save() is SaveState.FAILED
    assert "历史" not in desk.saving.status.message
    assert desk.kept() == []
    desk.files.refuses = False
    assert desk.save() is SaveState.SAVED
    assert desk.kept() == [(OPENED, "某局"), ("粘贴2格之前", "甲局")]
