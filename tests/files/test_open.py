"""Whatever is opened gives grids, or one sentence."""

import re
from pathlib import Path

import pytest

from selfeval_tui.files.kind import FileKind
from selfeval_tui.files.open import open_grids
from selfeval_tui.store import Fault
from tests.excel.biff import Book, Page, label
from tests.excel.build import project, workbook_of
from tests.files.test_kind import KINDS

OLD = Book((Page((label(0, 0, 0),)),), texts=("项目名称",)).file()


@pytest.mark.parametrize("name", ["附件1.xlsx", "附件1.xls", "附件1.docx", "附件1", "附件1.pdf"])
@pytest.mark.parametrize("data", [workbook_of(project()), OLD], ids=["xlsx", "xls"])
def test_a_workbook_is_read_whatever_it_is_called(tmp_path: Path, name: str, data: bytes) -> None:
    """Names are often wrong."""
    path = tmp_path / name
    path.write_bytes(data)
    found = open_grids(path)
    assert not isinstance(found, Fault)
    assert any(cell.text == "项目名称" for cell in found[0].cells)
    assert path.read_bytes() == data
    assert [*tmp_path.iterdir()] == [path]


REFUSED = {name: each for name, each in KINDS.items() if not each[1].is_read}


@pytest.mark.parametrize(("data", "kind"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_not_read_gets_one_sentence(tmp_path: Path, data: bytes, kind: FileKind) -> None:
    """Which file, what it is, what to do."""
    path = tmp_path / "退回.xls"
    path.write_bytes(data)
    found = open_grids(path)
    assert isinstance(found, Fault)
    assert found.message == f"“退回.xls”{kind.said}"


@pytest.mark.parametrize(("name", "reason"), [("没有.xlsx", "没有这个文件"), ("大.xlsx", "太大")])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str, reason: str) -> None:
    """With the reason of the system."""
    with (tmp_path / "大.xlsx").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    found = open_grids(tmp_path / name)
    assert isinstance(found, Fault)
    assert re.search(f"读不出来（.*{reason}.*）。请", found.message)
