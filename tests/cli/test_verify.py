"""`selfeval verify`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from selfeval_tui.checks.finalise import finalised
from selfeval_tui.checks.ruleset import rules_of
from selfeval_tui.cli import main
from selfeval_tui.sheet import Batch
from selfeval_tui.store import Workspace
from selfeval_tui.store.kept.finalised import keep_finalised
from tests.sheet.build import project, with_rows

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A workspace with one 定稿."""
    workspace = Workspace(tmp_path / "自评")
    sheet = with_rows(project("5", "4.76", "95.2%"), ("清洗次数", "12次", "9次"))
    sheet.fields["附件号"] = "附件1-1"
    batch = Batch([sheet])
    life = finalised(batch, sheet.id, "2024-04-23", rules_of)
    keep_finalised(workspace, batch, sheet, life, AT)
    batch.live(sheet.id, life)
    workspace.save(sheet)
    return workspace.root


@pytest.fixture
def file(unit: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Its file; a 定稿 is no 草稿 by its name."""
    assert main(["export", str(unit)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.name == "附件1-1 甲项目.xlsx"
    return path


def test_an_untouched_file_is_confirmed(
    unit: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its 校验码; the exit status is 0."""
    assert main(["verify", str(file), "--workspace", str(unit)]) == 0
    said = capsys.readouterr().out.splitlines()
    code = Workspace(unit).load().sheets[0].life.content
    assert said == [f"附件1-1：与定稿一致（校验码 {code}）", "  定稿 2024-04-23 10:32"]


def test_a_changed_file_is_told_with_its_cells(
    unit: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 1; without the workspace only that it was changed is known."""
    book = load_workbook(file, data_only=True)
    cells = (cell for row in book.worksheets[0].iter_rows() for cell in row)
    (cell,) = (cell for cell in cells if cell.value == "9次")
    cell.value = "12次"
    book.save(file)
    assert main(["verify", str(file), "--workspace", str(unit)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("附件1-1：已被改动（校验码 ")
    assert said[1:] == [f"  {cell.coordinate}：定稿是 9次，文件里是 12次"]


def test_the_usual_folder_need_not_exist(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reviewer has none."""
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path / "没有"))
    assert main(["verify", str(file)]) == 0
    assert "与定稿一致" in capsys.readouterr().out


def test_a_draft_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its name says 草稿, and so does the file."""
    Workspace(tmp_path).save(project("5", "4.76"))
    assert main(["export", str(tmp_path)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.stem.endswith("_草稿")
    assert main(["verify", str(path), "--workspace", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == ["项目自评表：不是定稿"]


def test_what_is_no_workbook_cannot_be_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 2, and a sentence says why."""
    path = tmp_path / "表.xlsx"
    path.write_text("不是", encoding="utf-8")
    assert main(["verify", str(path)]) == 2
    assert "不是 Excel 工作簿" in capsys.readouterr().err
