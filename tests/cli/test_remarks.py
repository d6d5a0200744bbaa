"""`selfeval remarks`: a returned file in, a list and 修改说明 out."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from selfeval_tui.cli import main
from selfeval_tui.sheet import Answer
from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import make_demo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the nine sheets."""
    return make_demo(tmp_path).root


def test_a_text_file_of_remarks_is_read_and_saved(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One a line; what names no sheet is told and left out."""
    text = tmp_path / "意见.txt"
    text.write_text("附件1-7 执行率：应为95.2%\n请重新报送\n", encoding="utf-8")
    assert main(["remarks", str(text), "--into", str(folder)]) == 1
    told = capsys.readouterr()
    assert "读到 2 条意见，记下 1 条。" in told.out
    assert "附件1-7 执行率　执行率：应为95.2%（未答复）" in told.out
    assert "第2行：看不出是哪张表，没有记下：请重新报送" in told.err
    saved = [each for sheet in Workspace(folder).load().sheets for each in sheet.remarks.values()]
    assert [(each.name, each.before, each.answer) for each in saved] == [
        ("执行率", "94%", Answer.none)
    ]


def test_a_returned_workbook_is_read(folder: Path, tmp_path: Path) -> None:
    """The comment is on the sheet tomorrow, too."""
    assert main(["export", str(folder), "--sheet", "附件1-7", "--out", str(tmp_path)]) == 0
    path = next(tmp_path.glob("*.xlsx"))
    book = load_workbook(path)
    page = book.worksheets[0]
    at = next(each for row in page.iter_rows() for each in row if each.value == "94%")
    at.comment = Comment("应为95.2%", "财政")
    book.save(path)
    assert main(["remarks", str(path), "--into", str(folder)]) == 1
    saved = [each for sheet in Workspace(folder).load().sheets for each in sheet.remarks.values()]
    assert [(each.name, each.text, each.source) for each in saved] == [
        ("执行率", "应为95.2%", path.name)
    ]


def test_the_answers_are_written_as_a_workbook(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """修改说明 beside the list."""
    text = tmp_path / "意见.txt"
    text.write_text("附件1-7 执行率：应为95.2%", encoding="utf-8")
    main(["remarks", str(text), "--into", str(folder)])
    out = tmp_path / "说明.xlsx"
    assert main(["remarks", str(folder), "--export", str(out)]) == 1
    assert "财政意见 1 条，未答复 1 条。" in capsys.readouterr().out
    assert load_workbook(out).worksheets[0].title == "修改说明"


def test_without_remarks_there_is_nothing_to_do(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no empty workbook."""
    out = tmp_path / "说明.xlsx"
    assert main(["remarks", str(folder), "--export", str(out)]) == 0
    assert "没有财政意见。" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04"])
def test_a_file_that_is_neither_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """With a sentence, and nothing is saved."""
    path = tmp_path / ("a.xlsx" if content.startswith(b"PK") else "a.txt")
    path.write_bytes(content)
    assert main(["remarks", str(path), "--into", str(folder)]) == 2
    assert "请" in capsys.readouterr().err
