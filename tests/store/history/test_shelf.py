"""Where versions lie, and that they do no harm there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.shelf import (
    ids_with_versions,
    latest_readable,
    read_kept,
    versions_of,
)
from selfeval_tui.store.history.thin import NEWEST
from selfeval_tui.store.kept.version import Version
from tests.store.build import files_below, project, texts

AT = datetime(2024, 4, 23, 10, 32, 5, tzinfo=UTC)


def test_versions_are_no_sheets(tmp_path: Path) -> None:
    """They lie beside the sheets, under short names, and are not opened with them."""
    workspace, sheet = Workspace(tmp_path), project()
    workspace.save(sheet)
    assert keep(workspace, Wanted(sheet, "打开时", AT))
    assert f"saved/2023/历史/{sheet.id}/20240423-103205.toml" in files_below(tmp_path)
    loaded = Workspace(tmp_path).load()
    assert [each.id for each in loaded.sheets] == [sheet.id]
    assert loaded.faults == ()


def test_a_version_says_when_why_and_what(tmp_path: Path) -> None:
    """Read back by a program that knows nothing of it yet."""
    workspace, sheet = Workspace(tmp_path), project()
    keep(workspace, Wanted(sheet, "粘贴12格之前", AT))
    (kept,) = versions_of(tmp_path / "saved", sheet.id)
    version = read_kept(kept)
    assert isinstance(version, Version)
    assert (version.at, version.why) == ("2024-04-23 10:32:05", "粘贴12格之前")
    assert kept.at == AT.replace(tzinfo=None)
    assert texts(version.sheet) == texts(sheet)


def test_comments_and_unknown_keys_of_the_file_are_kept_with_it(tmp_path: Path) -> None:
    """What the clerk wrote there by hand is part of what there was."""
    workspace, sheet = Workspace(tmp_path), project()
    path = workspace.save(sheet)
    said = path.read_text(encoding="utf-8").replace("[spec]", '# 手写的\n"另记" = "甲"\n[spec]', 1)
    path.write_text(said, encoding="utf-8")
    workspace = Workspace(tmp_path)
    keep(workspace, Wanted(workspace.load().sheets[0], "打开时", AT))
    (kept,) = versions_of(workspace.saved, sheet.id)
    assert '# 手写的\n"另记" = "甲"' in kept.path.read_text(encoding="utf-8")


def test_a_version_that_was_copied_among_the_sheets_has_versions_of_its_own(
    tmp_path: Path,
) -> None:
    """Its file says already when and why it was kept; that is not said twice."""
    workspace, sheet = Workspace(tmp_path), project()
    path = workspace.save(sheet)
    keep(workspace, Wanted(sheet, "打开时", AT))
    (kept,) = versions_of(workspace.saved, sheet.id)
    path.write_bytes(kept.path.read_bytes())
    kept.path.unlink()
    workspace = Workspace(tmp_path)
    assert keep(workspace, Wanted(workspace.load().sheets[0], "停笔十分钟", AT))
    (kept,) = versions_of(workspace.saved, sheet.id)
    version = read_kept(kept)
    assert isinstance(version, Version)
    assert version.why == "停笔十分钟"


def test_a_sheet_takes_its_history_to_another_year(tmp_path: Path) -> None:
    """The versions of all years are one list, the newest first."""
    workspace, sheet = Workspace(tmp_path), project()
    keep(workspace, Wanted(sheet.copy(), "打开时", AT))
    sheet.fields["年度"] = "2024"
    keep(workspace, Wanted(sheet.copy(), "停笔十分钟", AT + timedelta(hours=1)))
    found = versions_of(workspace.saved, sheet.id)
    assert [each.path.parents[2].name for each in found] == ["2024", "2023"]
    assert ids_with_versions(workspace.saved) == (sheet.id,)


def test_a_damaged_version_is_told_and_a_good_one_written_beside_it(tmp_path: Path) -> None:
    """The latest one says nothing any more, so that the same content is kept once more."""
    workspace, sheet = Workspace(tmp_path), project()
    keep(workspace, Wanted(sheet, "打开时", AT))
    (kept,) = versions_of(workspace.saved, sheet.id)
    kept.path.write_bytes(kept.path.read_bytes()[:-40])
    assert isinstance(read_kept(kept), Fault)
    assert keep(workspace, Wanted(sheet, "打开时", AT))
    assert not keep(workspace, Wanted(sheet, "打开时", AT + timedelta(hours=1)))
    found = latest_readable(workspace.saved, sheet.id)
    assert found is not None
    assert found[1].why == "打开时"


def test_only_so_many_versions_of_a_day_stay(tmp_path: Path) -> None:
    """And strange files beside them are left alone."""
    workspace, sheet = Workspace(tmp_path), project()
    for number in range(NEWEST + 3):
        sheet.fields["单位名称"] = f"{number}局"
        keep(workspace, Wanted(sheet.copy(), "停笔十分钟", AT + timedelta(minutes=number)))
    found = versions_of(workspace.saved, sheet.id)
    assert len(found) == NEWEST
    stranger = found[0].path.with_name("别动我.toml")
    stranger.write_text("", encoding="utf-8")
    sheet.fields["单位名称"] = "末局"
    keep(workspace, Wanted(sheet.copy(), "停笔十分钟", AT + timedelta(hours=2)))
    assert len(versions_of(workspace.saved, sheet.id)) == NEWEST
    assert stranger.exists()


def test_an_id_that_would_lead_elsewhere_stays_inside(tmp_path: Path) -> None:
    """A file from somebody else may say any id."""
    workspace, sheet = Workspace(tmp_path), project()
    sheet.id = "../../../../甲"
    keep(workspace, Wanted(sheet, "打开时", AT))
    assert [each for each in files_below(tmp_path) if "/历史/" not in each] == []
    assert len(versions_of(workspace.saved, sheet.id)) == 1
