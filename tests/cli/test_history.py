"""`selfeval history` and `selfeval restore`: what was kept, and one of them back."""

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.sheet import Life, Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.bin import list_bins
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.shelf import read_kept, versions_of
from selfeval_tui.store.kept.version import Version
from tests.store.build import project

AT = datetime(2024, 4, 23, 10, 32, 5, tzinfo=UTC)
FIRST, SECOND = "20240423-103205", "20240423-113205"
UNIT = "单位名称"


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """A sheet of 丙局 that was 甲局 and 乙局 before."""
    workspace, sheet = Workspace(tmp_path), project()
    for number, (unit, why) in enumerate((("甲局", "打开时"), ("乙局", "粘贴2格之前"))):
        sheet.fields[UNIT] = unit
        workspace.save(sheet)
        keep(workspace, Wanted(sheet.copy(), why, AT + timedelta(hours=number)))
    sheet.fields[UNIT] = "丙局"
    workspace.save(sheet)
    return sheet


def unit_of(root: Path) -> str:
    """What the one sheet of a workspace says."""
    (sheet,) = Workspace(root).load().sheets
    return sheet.fields[UNIT]


def test_every_sheet_is_listed_with_its_versions(
    tmp_path: Path, sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    """How many, and when the last one was kept; those that are gone, too."""
    gone = project("附件1-2", "乙项目")
    workspace = Workspace(tmp_path)
    workspace.save(gone)
    keep(workspace, Wanted(gone, "打开时", AT))
    workspace.remove(gone)
    assert main(["history", "--workspace", str(tmp_path)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[1:] == [
        [sheet.id, "附件1-1", "甲项目", "2", "2024-04-23", "11:32:05", "草稿"],
        [gone.id, "附件1-2", "乙项目", "1", "2024-04-23", "10:32:05", "不在了"],
    ]


@pytest.mark.usefixtures("sheet")
def test_the_versions_of_a_sheet_say_when_why_and_how_far_they_are_from_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The newest first; as JSON for a program."""
    assert main(["history", "附件1-1", "--workspace", str(tmp_path), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [list(each.values()) for each in said] == [
        [SECOND, "2024-04-23 11:32:05", "粘贴2格之前", "1处不同"],
        [FIRST, "2024-04-23 10:32:05", "打开时", "1处不同"],
    ]


@pytest.mark.usefixtures("sheet")
def test_a_damaged_version_is_told_among_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The result says that something is wrong."""
    next((tmp_path / "saved").rglob(f"{FIRST}.toml")).write_text("坏了", encoding="utf-8")
    assert main(["history", "附件1-1", "--workspace", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "读不出" in told.out
    assert "历史里的一版读不出来" in told.err


@pytest.mark.parametrize(
    "words", [["history", "附件9-9"], ["restore", "附件9-9", FIRST], ["restore", "附件1-1", "1999"]]
)
@pytest.mark.usefixtures("sheet")
def test_what_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """And nothing is changed."""
    assert main([*words, "--workspace", str(tmp_path), *(["--yes"] * (words[0] == "restore"))]) == 2
    assert "没有“" in capsys.readouterr().err
    assert unit_of(tmp_path) == "丙局"


def test_a_version_comes_back_and_the_present_one_is_kept(
    tmp_path: Path, sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    """What changes is told cell by cell."""
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 0
    assert "单位名称：丙局 → 甲局" in capsys.readouterr().out
    assert unit_of(tmp_path) == "甲局"
    latest = read_kept(versions_of(tmp_path / "saved", sheet.id)[0])
    assert isinstance(latest, Version)
    assert (latest.why, latest.sheet.fields[UNIT]) == ("恢复之前", "丙局")


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        """There is a person."""
        return True


@pytest.mark.parametrize(
    ("answer", "unit"),
    [(Terminal("y\n"), "甲局"), (Terminal("\n"), "丙局"), (io.StringIO("y\n"), "丙局")],
    ids=["yes", "no", "nobody"],
)
@pytest.mark.usefixtures("sheet")
def test_nothing_is_changed_without_a_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: io.StringIO, unit: str
) -> None:
    """A pipe is no person."""
    monkeypatch.setattr("sys.stdin", answer)
    status = main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path)])
    assert (status, unit_of(tmp_path)) == (0 if unit == "甲局" else 1, unit)


def test_a_locked_sheet_is_not_restored(
    tmp_path: Path, sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    """定稿 is opened again first."""
    sheet.life = Life().finalise("2024-04-23", "0123-4567-89AB", "abcd", "ef01")
    Workspace(tmp_path).save(sheet)
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 1
    assert "附件1-1 已定稿，要改请先“退回修改”" in capsys.readouterr().err
    assert unit_of(tmp_path) == "丙局"


def test_the_state_and_the_remarks_are_not_restored(tmp_path: Path, sheet: Sheet) -> None:
    """They are not what the clerk typed."""
    sheet.life = Life().finalise("2024-04-23", "0123-4567-89AB", "", "").reopen("d", "更正")
    Workspace(tmp_path).save(sheet)
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 0
    (back,) = Workspace(tmp_path).load().sheets
    assert (back.fields[UNIT], back.life) == ("甲局", sheet.life)


def test_what_is_so_already_is_not_restored(
    tmp_path: Path, sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    """No version is kept for nothing."""
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 0
    count = len(versions_of(tmp_path / "saved", sheet.id))
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 1
    assert "已经是这样" in capsys.readouterr().err
    assert len(versions_of(tmp_path / "saved", sheet.id)) == count


def test_a_removed_sheet_comes_back(tmp_path: Path, sheet: Sheet) -> None:
    """By its name, with its own id."""
    Workspace(tmp_path).remove(sheet)
    assert main(["restore", "附件1-1 甲项目", SECOND, "--workspace", str(tmp_path), "--yes"]) == 0
    (back,) = Workspace(tmp_path).load().sheets
    assert (back.id, back.fields[UNIT]) == (sheet.id, "乙局")


def test_a_version_takes_the_place_of_a_damaged_file(tmp_path: Path, sheet: Sheet) -> None:
    """Whose bytes are kept in the bin."""
    path = Workspace(tmp_path).path_of(sheet)
    path.write_text("坏了", encoding="utf-8")
    assert main(["restore", sheet.id, FIRST, "--workspace", str(tmp_path), "--yes"]) == 0
    assert unit_of(tmp_path) == "甲局"
    assert Workspace(tmp_path).load().faults == ()
    (binned,) = list_bins(tmp_path / "saved")
    assert binned.path.read_text(encoding="utf-8") == "坏了"


def test_of_two_sheets_of_one_name_the_id_decides(
    tmp_path: Path, sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is guessed."""
    Workspace(tmp_path).save(project("附件1-1", "乙项目"))
    assert main(["restore", "附件1-1", FIRST, "--workspace", str(tmp_path), "--yes"]) == 2
    assert sheet.id in capsys.readouterr().err
