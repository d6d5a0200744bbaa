"""`selfeval export`: PDF beside the workbooks."""

from pathlib import Path

import pytest

from selfeval_tui.cli import main
from selfeval_tui.files.office import VARIABLE
from selfeval_tui.problems import StoreError
from selfeval_tui.store import Workspace, write_file
from tests.files.fake_office import UNIX, WRITES, fake
from tests.sheet.build import department, project


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A workspace with a project sheet and 附件2, both drafts."""
    root = tmp_path / "单位"
    workspace = Workspace(root)
    for sheet, mark in ((project("5", "4"), "附件1-1"), (department(), "附件2")):
        sheet.fields.update({"附件号": mark, "年度": "2023"})
        workspace.save(sheet)
    return root


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str = WRITES) -> None:
    """Let this be the LibreOffice of the computer."""
    monkeypatch.setenv(VARIABLE, str(fake(folder, script)))


@UNIX
def test_a_pdf_stands_beside_each_workbook(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the same name, drafts marked; made of the very workbook."""
    office(tmp_path, monkeypatch)
    assert main(["export", str(unit), "--pdf"]) == 0
    said = capsys.readouterr()
    paths = [Path(line) for line in said.out.splitlines()]
    assert [each.suffix for each in paths] == [".xlsx", ".xlsx", ".pdf", ".pdf"]
    assert [each.stem for each in paths[:2]] == [each.stem for each in paths[2:]]
    assert all(each.stem.endswith("_草稿") for each in paths)
    pairs = zip(paths[:2], paths[2:], strict=True)
    assert all(book.read_bytes() in pdf.read_bytes() for book, pdf in pairs)
    assert said.err == "正在生成 PDF，请稍候。\n"


def test_without_libreoffice_the_workbooks_are_written(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Said once, not once for each file; something is left to do."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "没有"))
    assert main(["export", str(unit), "--pdf"]) == 1
    said = capsys.readouterr()
    assert [Path(line).suffix for line in said.out.splitlines()] == [".xlsx", ".xlsx"]
    assert said.err.count("没有找到 LibreOffice，不能生成 PDF") == 1


@UNIX
def test_a_failed_conversion_names_each_file(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What happened, for each PDF that there is not."""
    office(tmp_path, monkeypatch, "exit 5")
    assert main(["export", str(unit), "--pdf", "--one-workbook"]) == 1
    said = capsys.readouterr()
    (book,) = map(Path, said.out.splitlines())
    told = f"“{book.stem}.pdf”没有生成：LibreOffice 没有转换成功，退出码 5。"
    assert told in said.err.splitlines()
    assert [each.name for each in book.parent.iterdir()] == [book.name]


@UNIX
def test_a_pdf_that_is_open_elsewhere_is_refused_with_another_name(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Viewers on Windows hold the file; the workbook is written all the same."""
    office(tmp_path, monkeypatch)
    assert main(["export", str(unit), "--pdf", "--sheet", "附件2"]) == 0
    capsys.readouterr()

    def write(path: Path, data: bytes) -> None:
        if path.suffix == ".pdf":
            raise StoreError("没有保存。") from PermissionError(13, "held")
        write_file(path, data)

    monkeypatch.setattr("selfeval_tui.files.outgoing.write_file", write)
    assert main(["export", str(unit), "--pdf", "--sheet", "附件2"]) == 1
    said = capsys.readouterr()
    assert "正在看 PDF 的软件里打开" in said.err
    assert "(2).pdf" in said.err


@UNIX
def test_what_was_handed_out_is_kept_once(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workbook and its PDF are one handing out."""
    office(tmp_path, monkeypatch)
    assert main(["export", str(unit), "--pdf"]) == 0
    capsys.readouterr()
    assert main(["export", str(unit), "--pdf", "--changed"]) == 0
    assert capsys.readouterr().err == "上次导出后没有改过的表，不用再导出。\n"
