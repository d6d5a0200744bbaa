"""`selfeval backup` and `selfeval restore-backup`: out and back again."""

import io
from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.store import Workspace
from selfeval_tui.store.history.opened_backup import open_backup
from tests.cli.test_history import Terminal
from tests.store.build import files_below, project

UNIT = "单位名称"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a sheet, settings, and a pack of rules that its overlay names."""
    root = tmp_path / "甲"
    Workspace(root).save(project())
    (root / "设置.toml").write_text('theme = "light"\n', encoding="utf-8")
    overlay = '[["规则包"]]\n"文件" = "规则/本单位.toml"\n"理由" = "本单位的要求"\n'
    (root / "自查规则.toml").write_text(overlay, encoding="utf-8")
    (root / "规则").mkdir()
    (root / "规则" / "本单位.toml").write_text("", encoding="utf-8")
    return root


def test_a_backup_goes_out_and_comes_back(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pack that the overlay names goes along; an empty folder is not asked about."""
    path = tmp_path / "备份.zip"
    assert main(["backup", str(path), "--workspace", str(folder)]) == 0
    assert "备份了 4 个文件" in capsys.readouterr().out
    assert set(open_backup(path).files) == set(files_below(folder))
    assert main(["restore-backup", str(path), "--into", str(tmp_path / "乙")]) == 0
    assert files_below(tmp_path / "乙") == files_below(folder)


def test_a_backup_is_not_written_over(tmp_path: Path, folder: Path) -> None:
    """2 is a failure."""
    path = tmp_path / "备份.zip"
    path.write_text("别动", encoding="utf-8")
    assert main(["backup", str(path), "--workspace", str(folder)]) == 2
    assert path.read_text(encoding="utf-8") == "别动"


@pytest.mark.parametrize(
    ("words", "answer", "unit"),
    [
        (["--yes"], io.StringIO(), "某局"),
        ([], Terminal("是\n"), "某局"),
        ([], Terminal("n\n"), "新局"),
        ([], io.StringIO("y\n"), "新局"),
    ],
    ids=["in advance", "yes", "no", "nobody"],
)
def test_a_folder_with_sheets_is_asked_about(
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    answer: io.StringIO,
    unit: str,
) -> None:
    """After it was told what would change."""
    path = tmp_path / "备份.zip"
    main(["backup", str(path), "--workspace", str(folder)])
    workspace = Workspace(folder)
    (sheet,) = workspace.load().sheets
    sheet.fields[UNIT] = "新局"
    workspace.save(sheet)
    monkeypatch.setattr("sys.stdin", answer)
    status = main(["restore-backup", str(path), "--into", str(folder), *words])
    (back,) = Workspace(folder).load().sheets
    assert (status, back.fields[UNIT]) == (0 if unit == "某局" else 1, unit)


def test_a_damaged_backup_changes_nothing(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hashes are checked before anything is written."""
    path = tmp_path / "备份.zip"
    main(["backup", str(path), "--workspace", str(folder)])
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(bytes(data))
    before = {name: (folder / name).read_bytes() for name in files_below(folder)}
    assert main(["restore-backup", str(path), "--into", str(folder), "--yes"]) == 2
    assert "什么也没有恢复" in capsys.readouterr().err
    assert {name: (folder / name).read_bytes() for name in files_below(folder)} == before
