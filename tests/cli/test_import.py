"""`selfeval import FILE… --into WORKSPACE`."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo
from selfeval_tui.store.history.shelf import versions_of
from selfeval_tui.store.window.lock import Holder, WorkspaceLock
from tests.store.build import files_below

SHEET = """\
attachment = "附件1-1"
title = "2024年度甲项目自评表"
"项目名称" = "甲项目"
"联系人" = "张三"
[["指标"]]
"三级指标" = "次数"
"年初目标值" = "≥5次"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sheet in the neutral form."""
    path = tmp_path / "甲.toml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_it_says_what_was_read_and_what_was_not(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for the sheet, its form, how far it is filled, and its file."""
    assert main(["import", str(file), "--into", str(tmp_path / "己")]) == 0
    out = capsys.readouterr().out
    assert "附件1-1 甲项目" in out
    assert "项目自评表" in out
    assert "指标 1 行" in out
    assert "    指标[1].年初目标值 = ≥5次\n" in out
    assert "没有读懂、没有读入 1 处：\n    联系人：张三 — 表样上没有这一栏\n" in out
    assert "    指标[1].实际完成值\n" in out[out.index("没有找到") :]
    assert files_below(tmp_path / "己") == ["saved/2024/附件1-1 甲项目.toml"]


def test_a_sheet_that_is_there_is_not_written_over(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same number and project of the same year; the other files are still read."""
    into = tmp_path / "己"
    main(["import", str(file), "--into", str(into)])
    (saved,) = (into / "saved" / "2024").iterdir()
    before = saved.read_bytes()
    other = tmp_path / "乙.toml"
    other.write_text(SHEET.replace("甲项目", "乙项目"), encoding="utf-8")
    assert main(["import", str(file), str(other), "--into", str(into)]) == 1
    assert "已有“附件1-1 甲项目”" in capsys.readouterr().err
    assert saved.read_bytes() == before
    assert len(files_below(into)) == 2


def test_the_same_project_of_another_year_is_another_sheet(tmp_path: Path, file: Path) -> None:
    """A project runs for years under one number."""
    other = tmp_path / "次年.toml"
    other.write_text(SHEET.replace("2024年", "2025年"), encoding="utf-8")
    assert main(["import", str(file), str(other), "--into", str(tmp_path / "己")]) == 0
    assert len(files_below(tmp_path / "己")) == 2


def test_one_file_named_twice_is_read_once(tmp_path: Path, file: Path) -> None:
    """Also within one call."""
    assert main(["import", str(file), str(file), "--into", str(tmp_path / "己")]) == 1
    assert len(files_below(tmp_path / "己")) == 1


def test_a_bad_file_does_not_hold_the_others(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, with its line."""
    bad = tmp_path / "坏.toml"
    bad.write_text("甲 = 1\n", encoding="utf-8")
    assert main(["import", str(bad), str(file), "--into", str(tmp_path / "己")]) == 2
    assert "“坏.toml”第 1 行" in capsys.readouterr().err
    assert len(files_below(tmp_path / "己")) == 1


def test_nothing_is_imported_into_the_demo(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """示例 never holds own sheets."""
    make_demo(tmp_path / "示例")
    assert main(["import", str(file), "--into", str(tmp_path / "示例")]) == 2
    assert "不能存进本单位的表" in capsys.readouterr().err
    assert len(files_below(tmp_path / "示例")) == 9


def test_without_into_the_default_workspace_is_meant(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that the screen opens."""
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path / "默认"))
    assert main(["import", str(file)]) == 0
    assert len(files_below(tmp_path / "默认")) == 1


def _saved_by_a_colleague(tmp_path: Path, file: Path) -> tuple[Path, Path]:
    """Our workspace with a sheet, and the same sheet as a colleague filled it."""
    into, theirs = tmp_path / "己", tmp_path / "同事"
    main(["import", str(file), "--into", str(into)])
    (saved,) = (into / "saved" / "2024").glob("*.toml")
    workspace = Workspace(into)
    (sheet,) = workspace.load().sheets
    sheet.fields["单位名称"] = "我写的"
    workspace.save(sheet)
    sheet.fields.update({"单位名称": "同事写的", "主管部门": "某主管"})
    return saved, Workspace(theirs).save(sheet)


@pytest.mark.parametrize(
    ("how", "unit", "department"),
    [(None, "我写的", ""), ("blank", "我写的", "某主管"), ("theirs", "同事写的", "某主管")],
)
def test_a_colleagues_sheet_is_merged_as_far_as_was_said(
    tmp_path: Path,
    file: Path,
    capsys: pytest.CaptureFixture[str],
    how: str | None,
    unit: str,
    department: str,
) -> None:
    """Both texts are told; without a word nothing is changed."""
    saved, theirs = _saved_by_a_colleague(tmp_path, file)
    more = ["--merge", how] if how else []
    assert main(["import", str(theirs), "--into", str(tmp_path / "己"), *more]) == (0 if how else 1)
    told = capsys.readouterr().out
    assert "这里 我写的；来的 同事写的" in told
    assert "这里 （空）；来的 某主管" in told
    (sheet,) = Workspace(tmp_path / "己").load().sheets
    assert (sheet.fields["单位名称"], sheet.fields.get("主管部门", "")) == (unit, department)
    assert saved.exists()


@pytest.mark.parametrize(
    ("kept", "more", "status"),
    [(False, (), 0), (True, (), 0), (True, ("单位名称",), 1)],
    ids=["new", "same", "differs"],
)
def test_a_dry_run_saves_nothing(
    tmp_path: Path,
    file: Path,
    capsys: pytest.CaptureFixture[str],
    kept: bool,
    more: tuple[str, ...],
    status: int,
) -> None:
    """It tells what would be read; only a difference is worth an exit status."""
    into = tmp_path / "己"
    if kept:
        main(["import", str(file), "--into", str(into)])
    lines = "".join(f'"{name}" = "改"\n' for name in more)
    file.write_text(lines + SHEET, encoding="utf-8")
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    capsys.readouterr()
    command = ["import", str(file), "--into", str(into), "--dry-run", "--merge", "theirs"]
    assert main(command) == status
    out = capsys.readouterr().out
    assert "年初目标值 = ≥5次" in out
    assert ("这里 （空）；来的 改" in out) is bool(more)
    assert {path: path.read_bytes() for path in into.rglob("*") if path.is_file()} == before
    assert into.exists() is kept


def test_json_is_one_array_with_an_object_for_each_sheet(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also for a file without one; sentences go beside it."""
    into, bad = tmp_path / "己", tmp_path / "坏.toml"
    bad.write_text("甲 = 1\n", encoding="utf-8")
    command = ["import", str(file), str(bad), str(file), "--into", str(into), "--format", "json"]
    assert main(command) == 2
    told = capsys.readouterr()
    new, unread, same = json.loads(told.out)
    assert new.keys() == unread.keys() == same.keys()
    assert (new["state"], unread["state"], same["state"]) == ("new", "unreadable", "same")
    assert new["form"] == "ezhou-gedian/project"
    assert {"place": "项目名称", "text": "甲项目", "origin": "", "note": ""} in new["read"]
    (left,) = new["not_understood"]
    assert left == {"text": "张三", "origin": "联系人", "why": "表样上没有这一栏"}
    assert Path(new["saved"]).exists()
    assert same["saved"] == ""
    assert "坏.toml" in told.err


def test_a_folder_stands_for_its_fitting_files(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are named; an empty folder is a failure."""
    (tmp_path / "说明.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "~$甲.xlsx").write_bytes(b"x")
    assert main(["import", str(file.parent), "--into", str(tmp_path / "己")]) == 0
    err = capsys.readouterr().err
    assert "里没有读的：说明.txt\n" in err
    assert "  “说明.txt”是文本文件（如 .csv、.txt），不是表格文件。请用" in err
    (tmp_path / "空").mkdir()
    assert main(["import", str(tmp_path / "空"), "--into", str(tmp_path / "己")]) == 2


def test_what_steers_a_terminal_is_spelled_out(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the screen; the sheet keeps every text to the letter."""
    file.write_text(SHEET.replace("张三", "\u202e张\\u001b[2J三"), encoding="utf-8")
    assert main(["import", str(file), "--into", str(tmp_path / "己")]) == 0
    out = capsys.readouterr().out
    assert "\\u202e张" in out
    assert out.replace("\n", "").isprintable()


def test_what_was_merged_can_be_taken_back(tmp_path: Path, file: Path) -> None:
    """The state before is among the versions."""
    _saved, theirs = _saved_by_a_colleague(tmp_path, file)
    into = tmp_path / "己"
    main(["import", str(theirs), "--into", str(into), "--merge", "theirs"])
    (sheet,) = Workspace(into).load().sheets
    (kept,) = versions_of(Workspace(into).saved, sheet.id)
    assert main(["restore", sheet.id, kept.mark, "--workspace", str(into), "--yes"]) == 0
    (back,) = Workspace(into).load().sheets
    assert back.fields["单位名称"] == "我写的"


@pytest.mark.parametrize("verb", ["import", "remarks"])
def test_what_another_window_has_open_is_not_written(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    """Who, and since when; reading needs no leave."""
    into = tmp_path / "己"
    main(["import", str(file), "--into", str(into)])
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    now = datetime.now().astimezone()
    lock = WorkspaceLock(into, lambda: now, me=Holder("x", "小王", "PC-2", 7, now, now))
    lock.take()
    assert main([verb, str(file), "--into", str(into)]) == 2
    assert "小王@PC-2" in capsys.readouterr().err
    assert main(["list", str(into)]) == 0
    assert main(["check", str(into)]) in {0, 1}
    lock.release()
    assert {path: path.read_bytes() for path in into.rglob("*") if path.is_file()} == before


def test_an_export_beside_an_open_window_is_made_and_not_taken_down(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are for the clerk; what was handed out last is for that window to know."""
    into = tmp_path / "己"
    main(["import", str(file), "--into", str(into)])
    now = datetime.now().astimezone()
    lock = WorkspaceLock(into, lambda: now, me=Holder("x", "小王", "PC-2", 7, now, now))
    lock.take()
    assert main(["export", str(into), "--out", str(tmp_path / "交")]) == 0
    assert "没有记下这次导出" in capsys.readouterr().err
    assert list((tmp_path / "交").iterdir())
