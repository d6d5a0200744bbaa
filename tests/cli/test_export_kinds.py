"""`selfeval export`: documents, PDF beside the files, and the bureau's own file."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from selfeval_tui.cli import main
from selfeval_tui.files.office import VARIABLE
from selfeval_tui.problems import StoreError
from selfeval_tui.store import Workspace, write_file
from tests.files.bureau import project_form, saved
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

    monkeypatch.setattr("selfeval_tui.files.put.write_file", write)
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


def test_documents_instead_of_workbooks(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One for each sheet, drafts marked; each holds the sheet."""
    assert main(["export", str(unit), "--docx"]) == 0
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [each.suffix for each in paths] == [".docx", ".docx"]
    assert all(each.stem.endswith("_草稿") for each in paths)
    with ZipFile(paths[0]) as archive:
        assert "年初目标值" in archive.read("word/document.xml").decode()


def test_one_document_a_year(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As one workbook would be."""
    assert main(["export", str(unit), "--docx", "--one-workbook"]) == 0
    (path,) = map(Path, capsys.readouterr().out.splitlines())
    assert path.name.endswith("2023年度绩效自评表_草稿.docx")


@UNIX
def test_the_pdf_of_a_document_is_made_of_it(
    unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not of a workbook that nobody sees."""
    office(tmp_path, monkeypatch)
    assert main(["export", str(unit), "--docx", "--pdf", "--sheet", "附件2"]) == 0
    document, pdf = map(Path, capsys.readouterr().out.splitlines())
    assert document.read_bytes() in pdf.read_bytes()


def test_without_the_library_for_documents_nothing_is_written(
    unit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence says what is missing and what to do instead."""
    monkeypatch.setattr("selfeval_tui.word.missing.find_spec", lambda _name: None)
    assert main(["export", str(unit), "--docx"]) == 2
    said = capsys.readouterr()
    assert "python-docx" in said.err
    assert said.out == ""
    assert not (unit / "exports").exists()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The bureau's own file, for projects only."""
    path = tmp_path / "表样.xlsx"
    path.write_bytes(saved(project_form()))
    return path


def test_the_bureaus_own_file_is_filled(
    unit: Path, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The template is as it was; what it has no place for is told; the title is the sheet's."""
    before = template.read_bytes()
    words = ["export", str(unit), "--sheet", "附件1-1", "--template", str(template)]
    assert main(words) == 0
    said = capsys.readouterr()
    (path,) = map(Path, said.out.splitlines())
    assert path.name.endswith("_草稿.xlsx")
    assert load_workbook(path).worksheets[0]["A1"].value == "附件1-1"
    assert template.read_bytes() == before
    assert main(["export", str(unit), "--changed", "--sheet", "附件1-1"]) == 0


def test_a_sheet_that_the_template_has_no_place_for_is_told(
    unit: Path, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """附件2 is no project; the project is filled all the same."""
    assert main(["export", str(unit), "--template", str(template)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert "附件2" in said.err
    assert "模板“表样.xlsx”里没有它那种表" in said.err


@UNIX
def test_the_pdf_of_a_filled_template_is_made_of_it(
    unit: Path,
    template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The filled file is what is converted."""
    office(tmp_path, monkeypatch)
    words = ["export", str(unit), "--sheet", "附件1-1", "--template", str(template), "--pdf"]
    assert main(words) == 0
    book, pdf = map(Path, capsys.readouterr().out.splitlines())
    assert book.read_bytes() in pdf.read_bytes()


def test_a_template_is_never_written_to(
    unit: Path, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even where it lies under the very name that the filled file would have."""
    words = ["export", str(unit), "--sheet", "附件1-1", "--out", str(template.parent)]
    words += ["--name", "表样", "--template"]
    assert main([*words, str(template)]) == 0
    draft = template.rename(template.with_name("表样_草稿.xlsx"))
    before = draft.read_bytes()
    capsys.readouterr()
    assert main([*words, str(draft)]) == 0
    assert Path(capsys.readouterr().out.strip()).name == "表样_草稿(2).xlsx"
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--docx"], "不能与"),
        (["--one-workbook"], "填模板时不用选"),
    ],
)
def test_wishes_that_do_not_go_together_are_answered(
    unit: Path, template: Path, more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written, and nothing goes unheard."""
    assert main(["export", str(unit), "--template", str(template), *more]) == 2
    assert said in capsys.readouterr().err
    assert not (unit / "exports").exists()


def test_a_file_that_is_no_template_is_answered(
    unit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, not once for each sheet."""
    (tmp_path / "空.xlsx").write_bytes(b"nothing")
    assert main(["export", str(unit), "--template", str(tmp_path / "空.xlsx")]) == 1
    said = capsys.readouterr()
    assert said.err.count("空.xlsx") == 1
    assert said.out == ""
