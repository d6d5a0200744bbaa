"""`selfeval submit`."""

from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.sheet import Batch, Life
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo
from selfeval_tui.store.kept.handed_out import changed_since_export
from tests.sheet.build import figures, project


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A workspace with the nine published sheets."""
    return make_demo(tmp_path / "示例").root


def test_a_folder_and_a_zip_are_made_and_told(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nine sheets, the summary and the list; a second time beside the first."""
    assert main(["submit", str(demo)]) == 0
    folder, archive = map(Path, capsys.readouterr().out.splitlines())
    assert folder.name == "示例 报送 鄂州葛店经济技术开发区行政审批局本级2023年度绩效自评"
    assert archive.name == f"{folder.name}.zip"
    assert len(list(folder.iterdir())) == 11
    assert main(["submit", str(demo)]) == 0
    assert Path(capsys.readouterr().out.splitlines()[0]).name == f"{folder.name} (2)"


def test_what_is_handed_in_counts_as_exported(demo: Path) -> None:
    """Nothing has changed right after it."""
    main(["submit", str(demo)])
    workspace = Workspace(demo)
    batch = Batch(workspace.load().sheets)
    assert not any(each.due for each in changed_since_export(workspace, batch).values())


def test_without_sheets_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder is no submission."""
    assert main(["submit", str(tmp_path)]) == 1
    assert "没有可导出的" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_nothing_is_a_failure(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Said in a sentence, with 2."""
    out = demo / "表.txt"
    out.write_text("")
    assert main(["submit", str(demo), "--out", str(out)]) == 2
    assert "没有保存" in capsys.readouterr().err


def test_drafts_are_not_handed_in_by_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which ones, and how they go all the same; the figures of the accounts never go."""
    workspace, done = Workspace(tmp_path), project("5", "4", name="乙项目")
    done.life = Life().finalise("2024-04-23", "0123", "abcd", "ef01")
    for sheet in (project("5", "4"), done, figures()):
        workspace.save(sheet)
    assert main(["submit", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.err == ("还没有定稿：项目自评表。没有备报送；照样要报送草稿请加 --drafts。\n")
    assert not workspace.exports.exists()
    assert main(["submit", str(tmp_path), "--drafts"]) == 0
    folder = Path(capsys.readouterr().out.splitlines()[0])
    assert folder.name == "报送 2023年度绩效自评_草稿"
    assert {each.stem for each in folder.iterdir()} == {
        "甲项目_草稿",
        "乙项目",
        "自评结果汇总表",
        "报送清单",
    }
