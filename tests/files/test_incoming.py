"""Whatever kind of file comes from elsewhere, the faces learn the same of it."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from selfeval_tui.files.incoming import Incoming, files_in, read_any
from selfeval_tui.files.report import Arrival, State, arrival
from selfeval_tui.sheet import Life, Sheet, Stage
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.merge.beside import Holds
from tests.files.bureau import project_form, saved
from tests.store.build import project, texts


def read(path: Path, *, demo: bool = False) -> Incoming:
    """A file that can be read."""
    found = read_any(path, demo=demo)
    assert isinstance(found, Incoming), found
    return found


def refused(path: Path) -> str:
    """What is said of a file that cannot."""
    found = read_any(path)
    assert isinstance(found, Fault)
    return found.message


@pytest.fixture
def neutral(tmp_path: Path) -> Path:
    """A sheet in the neutral form."""
    with as_file(files("form_specs") / "ezhou-gedian" / "demo" / "1-7.toml") as file:
        return Path(shutil.copy(file, tmp_path / "1-7.toml"))


def test_a_neutral_file_is_told_like_any_other(neutral: Path) -> None:
    """What was read with its places, what was left out with its text, what is missing."""
    neutral.write_text(
        '"联系人" = "张三"\n' + neutral.read_text(encoding="utf-8"), encoding="utf-8"
    )
    incoming = read(neutral)
    (found,) = incoming.sheets
    places = {each.place: each.text for each in found.read}
    assert places["资金.合计.执行数"] == "4.76"
    assert places["指标[1].年初目标值"]
    (left,) = found.not_understood
    assert (left.text, left.origin) == ("张三", "联系人")
    assert incoming.holds(found) is Holds.PRINTED


def test_what_a_neutral_file_leaves_out_of_what_must_be_filled_is_named(tmp_path: Path) -> None:
    """As it would be called if it were there."""
    path = tmp_path / "甲.toml"
    path.write_text('"项目名称" = "甲"\n[["指标"]]\n"三级指标" = "次数"\n', encoding="utf-8")
    (found,) = read(path).sheets
    assert {"主管部门", "指标[1].年初目标值"} <= set(found.not_found)
    assert "项目名称" not in found.not_found


def test_a_saved_sheet_keeps_what_is_printed_nowhere(tmp_path: Path) -> None:
    """It is known by its contents, whatever it is called."""
    sheet = project()
    saved = Workspace(tmp_path).save(sheet)
    path = saved.rename(tmp_path / "同事的.xlsx")
    incoming = read(path)
    (found,) = incoming.sheets
    assert incoming.holds(found) is Holds.ALL
    assert found.sheet.id == sheet.id
    assert texts(found.sheet) == texts(sheet)
    assert found.not_found == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "是 PDF"),
        (b"a,b\n1,2\n", "是文本文件"),
        (b"\n" * 70_000 + b"a" * 70_000, "是文本文件"),
        (b"<html><table></table></html>", "其实是网页"),
        (b"", "是空文件"),
        ('"甲" = 1\n'.encode(), "没有一项是自评表上的栏目"),
        ("甲 = \n".encode(), "第 1 行"),
    ],
)
def test_the_kind_is_known_by_the_contents(tmp_path: Path, data: bytes, said: str) -> None:
    """Each kind that is not read gets one sentence, under any name."""
    for name in ("表.xlsx", "表.toml", "表"):
        path = tmp_path / name
        path.write_bytes(data)
        assert said in refused(path)
        assert path.read_bytes() == data


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Where, and what to do."""
    assert "没有.xlsx”读不出来（没有这个文件）" in refused(tmp_path / "没有.xlsx")


def test_a_folder_holds_what_may_be_a_sheet(tmp_path: Path) -> None:
    """Not what office programs leave beside an open file; the rest is named."""
    for name in ("b.XLSX", "a.docx", "~$a.docx", ".c.toml", "说明.txt"):
        (tmp_path / name).touch()
    (tmp_path / "文件夹.xlsx").mkdir()
    fitting, others = files_in(tmp_path)
    assert [each.name for each in fitting] == ["a.docx", "b.XLSX"]
    assert others == ("说明.txt",)


@pytest.mark.parametrize(
    ("text", "locked", "state"),
    [
        ("甲项目", False, State.SAME),
        ("乙项目", False, State.NEW),
        ("甲项目", True, State.SAME),
    ],
)
def test_a_sheet_that_came_stands_somehow_to_what_is_there(
    tmp_path: Path, text: str, locked: bool, state: State
) -> None:
    """New, the same, different, or different from one that is locked."""
    ours = project()
    if locked:
        ours.life = Life(Stage.final)
    same, other = (_arrival(tmp_path, _neutral(text, target), ours) for target in ("≥5次", "≥6次"))
    assert same.state is state
    if state is not State.NEW:
        assert other.state is (State.LOCKED if locked else State.DIFFERS)
        (told,) = other.differences()
        where = "2023/附件1-1/指标[1]/年初目标值"
        assert (told.where, told.ours, told.theirs) == (where, "≥5次", "≥6次")


def test_what_came_is_taken_as_far_as_was_chosen(tmp_path: Path) -> None:
    """All of it, or only what is blank here; ours stays as it is."""
    ours = project()
    found = _arrival(tmp_path, '"主管部门" = "某主管"\n' + _neutral("甲项目", "≥6次"), ours)
    for choices, target in ((found.all_theirs(), "≥6次"), (found.only_blanks(), "≥5次")):
        made = found.merged(choices)
        assert made.row("指标", "r1").cells["年初目标值"] == target
        assert made.fields["主管部门"] == "某主管"
    assert "主管部门" not in ours.fields


def _arrival(folder: Path, text: str, ours: Sheet) -> Arrival:
    """A neutral file beside a sheet that is there."""
    path = folder / "来.toml"
    path.write_text(text, encoding="utf-8")
    incoming = read(path)
    return arrival(incoming, incoming.sheets[0], [ours])


def _neutral(name: str, target: str) -> str:
    head = f'"附件号" = "附件1-1"\n"年度" = "2023"\n"项目名称" = "{name}"\n"单位名称" = "某局"\n'
    return f'{head}[["指标"]]\n"三级指标" = "次数"\n"年初目标值" = "{target}"\n'


@pytest.mark.parametrize(("typed", "blank"), [("", True), ("公司", False)])
def test_a_form_that_nobody_filled_is_blank(tmp_path: Path, typed: str, *, blank: bool) -> None:
    """What it prints itself is nothing to take; one name makes it a sheet."""
    path = tmp_path / "空表.xlsx"
    book = project_form()
    book.worksheets[0]["C5"] = typed
    path.write_bytes(saved(book))
    incoming = read(path)
    (found,) = incoming.sheets
    came = arrival(incoming, found, [])
    assert (came.state is State.BLANK) is blank
