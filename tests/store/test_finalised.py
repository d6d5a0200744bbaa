"""What was finalised is kept, version by version."""

from datetime import UTC, datetime
from pathlib import Path

from selfeval_tui.sheet import Batch, Life, Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.kept.finalised import changed_since_final, keep_finalised, version_with_code
from selfeval_tui.store.kept.version import Version
from tests.sheet.build import money, project

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)
FINAL = Life().finalise("2024-04-23", "0123-4567-89AB", "abcd", "ef01")
RETURNED = FINAL.reopen("2024-05-06", "财政退回")


def finalised(root: Path) -> tuple[Workspace, Batch, Sheet]:
    """A sheet that was finalised and opened again."""
    workspace, batch = Workspace(root), Batch([project("20", "5.44")])
    (sheet,) = batch.sheets
    workspace.save(sheet)
    keep_finalised(workspace, batch, sheet, FINAL, AT)
    batch.live(sheet.id, RETURNED)
    return workspace, batch, sheet


def test_the_difference_to_what_was_handed_in_is_known(tmp_path: Path) -> None:
    """Also after the program was closed; a rate left blank that follows counts, too."""
    workspace, batch, sheet = finalised(tmp_path)
    assert changed_since_final(workspace, batch.sheets, batch)[sheet.id].words == "未改"
    batch.set(money(sheet, "执行数"), "6")
    standing = changed_since_final(Workspace(tmp_path), batch.sheets, batch)[sheet.id]
    assert [(each.before, each.after) for each in standing.differences] == [
        ("5.44", "6"),
        ("27.2%", "30%"),
    ]


def test_drafts_have_nothing_to_differ_from(tmp_path: Path) -> None:
    """Only what came back is compared."""
    workspace, batch, sheet = finalised(tmp_path)
    batch.live(sheet.id, Life())
    assert changed_since_final(workspace, batch.sheets, batch) == {}


def test_versions_are_no_sheets(tmp_path: Path) -> None:
    """They lie beside the sheets and are not opened with them."""
    workspace, _, sheet = finalised(tmp_path)
    loaded = Workspace(tmp_path).load()
    assert [each.id for each in loaded.sheets] == [sheet.id]
    assert loaded.faults == ()
    assert len(list(workspace.saved.glob("*/定稿/*.toml"))) == 1


def test_every_version_stays(tmp_path: Path) -> None:
    """A second 定稿 does not replace the first one; each is found by its 校验码."""
    workspace, batch, sheet = finalised(tmp_path)
    batch.set(money(sheet, "执行数"), "6")
    again = RETURNED.finalise("2024-05-08", "AAAA-BBBB-CCCC", "abcd", "ef01")
    keep_finalised(workspace, batch, sheet, again, AT)
    for life, spent in ((FINAL, "5.44"), (again, "6")):
        version = version_with_code(workspace, life.content)
        assert isinstance(version, Version)
        assert version.sheet.typed(money(sheet, "执行数")) == spent
        assert version.sheet.life == life
    for unknown in ("FFFF-FFFF-FFFF", "CCCC", ""):
        assert version_with_code(workspace, unknown) is None


def test_a_broken_version_is_told(tmp_path: Path) -> None:
    """The sheet then counts as changed."""
    workspace, batch, sheet = finalised(tmp_path)
    (path,) = workspace.saved.glob("*/定稿/*.toml")
    path.write_text("坏了", encoding="utf-8")
    standing = changed_since_final(workspace, batch.sheets, batch)[sheet.id]
    assert standing.words == "留底读不出"
    assert "定稿的留底" in standing.fault
    assert isinstance(version_with_code(workspace, FINAL.content), Fault)
