"""`selfeval import FILE.toml… --into DIR`."""

from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.store.demo import make_demo
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
    assert "没有读懂、没有读入的栏目：联系人" in out
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
