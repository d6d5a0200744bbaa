"""`selfeval demo DIR`."""

from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.store import Workspace
from tests.store.build import files_below, project


def test_it_makes_the_nine_sheets_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a workspace of its own, each file named 示例."""
    assert main(["demo", str(tmp_path / "试")]) == 0
    out = capsys.readouterr().out
    assert str(tmp_path / "试" / "saved") in out
    assert "共 9 张表" in out
    names = [Path(name).name for name in files_below(tmp_path)]
    assert len(names) == 9
    assert all(name.startswith("示例 附件") for name in names)
    assert Workspace(tmp_path / "试").demo


def test_without_a_folder_it_lies_in_the_default_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its folder 示例."""
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path))
    assert main(["demo"]) == 0
    assert len(Workspace(tmp_path / "示例").load().sheets) == 9


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    """What is there is kept."""
    main(["demo", str(tmp_path)])
    before = files_below(tmp_path)
    assert main(["demo", str(tmp_path)]) == 0
    assert files_below(tmp_path) == before


def test_a_folder_with_own_sheets_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written there."""
    Workspace(tmp_path).save(project())
    before = files_below(tmp_path)
    assert main(["demo", str(tmp_path)]) == 2
    assert "已有本单位的表" in capsys.readouterr().err
    assert files_below(tmp_path) == before
