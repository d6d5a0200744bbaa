"""导入: read first, tell what was found, keep only what the clerk wants."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from selfeval_tui.sheet import Batch
from selfeval_tui.store import Workspace
from selfeval_tui.tui.import_.reading import clean_path, read_path
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.merging.dialog import MergeDialog
from selfeval_tui.tui.session import Session
from tests.tui.steps import app_on, reach, text, until


@pytest.fixture
def neutral(tmp_path: Path) -> Path:
    """A folder with the nine sheets in the neutral form."""
    with as_file(files("form_specs") / "ezhou-gedian" / "demo") as folder:
        return Path(shutil.copytree(folder, tmp_path / "别处"))


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/表.toml", "/a/表.toml"),
        ("  /a/表.toml  ", "/a/表.toml"),
        ("'/a/我的 表.toml'", "/a/我的 表.toml"),
        ('"/a/表.toml"', "/a/表.toml"),
        ("“/a/表.toml”", "/a/表.toml"),
        ("file:///a/表.toml", "/a/表.toml"),
        ("file:///a/%E8%A1%A8.toml", "/a/表.toml"),
        ("~没有这个人/表.toml", "~没有这个人/表.toml"),
    ],
)
def test_a_path_may_be_typed_pasted_or_dragged(typed: str, path: str) -> None:
    """Quotes and the prefix that file managers add are no part of it."""
    assert clean_path(typed) == Path(path)


def test_a_file_is_told_with_what_was_read(neutral: Path) -> None:
    """The form, how many cells, how many indicators."""
    (found,) = read_path(neutral / "1-7.toml", Batch())
    assert found.sheet is not None
    assert any("读到 46 格；指标 7 行" in sentence for sentence in found.sentences)


def test_what_the_form_does_not_know_is_named(neutral: Path) -> None:
    """A key without a place is told before anything is saved."""
    path = neutral / "1-7.toml"
    path.write_text('"陌生栏目" = "甲"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = read_path(path, Batch())
    assert any("没有读入的栏目：陌生栏目" in sentence for sentence in found.sentences)


def test_a_folder_is_read_whole(neutral: Path) -> None:
    """All nine, and a broken one beside them is told without harm to the others."""
    (neutral / "坏.toml").write_text("= 1", encoding="utf-8")
    found = read_path(neutral, Batch())
    assert sum(each.sheet is not None for each in found) == 9
    assert [each.path.name for each in found if each.sheet is None] == ["坏.toml"]


def test_two_files_of_one_sheet_in_a_folder_are_told(neutral: Path) -> None:
    """The later one names the earlier one; both can still be kept."""
    shutil.copy(neutral / "1-7.toml", neutral / "1-7 副本.toml")
    told = {
        found.path.name: [sentence for sentence in found.sentences if "同一张表" in sentence]
        for found in read_path(neutral, Batch())
    }
    assert [name for name, sentences in told.items() if sentences] == ["1-7.toml"]
    assert "“1-7 副本.toml”" in told["1-7.toml"][0]


@pytest.mark.parametrize("name", ["表.xlsx", "表.docx", "表"])
def test_other_kinds_of_files_get_one_clear_sentence(tmp_path: Path, name: str) -> None:
    """What cannot be read yet is said, with what can."""
    (tmp_path / name).write_bytes(b"PK")
    (found,) = read_path(tmp_path / name, Batch())
    assert found.sheet is None
    (sentence,) = found.sentences
    assert "只能导入 .toml 文件" in sentence


def test_a_missing_file_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    """Where, and what to do."""
    (missing,) = read_path(tmp_path / "没有.toml", Batch())
    assert missing.sheet is None
    assert "没有.toml" in missing.sentences[0]
    (empty,) = read_path(tmp_path, Batch())
    assert "里没有 .toml 文件" in empty.sentences[0]


@pytest.mark.parametrize("name", ["长" * 300 + ".toml", "a" * 5000])
def test_a_path_that_the_system_refuses_is_said(tmp_path: Path, name: str) -> None:
    """A name that is too long is a sentence, not the end of the program."""
    (finding,) = read_path(tmp_path / name, Batch())
    assert finding.sheet is None
    assert "名字太长" in finding.sentences[0]


def test_a_sheet_that_is_there_already_is_noticed(neutral: Path, demo_session: Session) -> None:
    """It is told, and that nothing will be overwritten."""
    (found,) = read_path(neutral / "1-7.toml", demo_session.batch)
    assert any("原来的不会被覆盖" in sentence for sentence in found.sentences)


def test_another_project_under_the_same_number_is_a_new_sheet(
    neutral: Path, demo_session: Session
) -> None:
    """Numbers are given anew each year, so the number alone says nothing."""
    path = neutral / "1-7.toml"
    renamed = path.read_text(encoding="utf-8").replace("场所租赁费用", "另一个项目")
    path.write_text(renamed, encoding="utf-8")
    (found,) = read_path(path, demo_session.batch)
    assert found.sheet is not None
    assert not any("本单位已有" in sentence for sentence in found.sentences)


async def test_nothing_is_kept_before_the_clerk_says_so(neutral: Path, tmp_path: Path) -> None:
    """Reading shows; leaving keeps nothing; the button keeps all nine."""
    root = tmp_path / "自评"
    app = app_on(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.START)
        await pilot.press("end", "enter")
        screen = await reach(pilot, Where.FORM)
        screen.query_one(Input).value = f"'{neutral}'"
        await pilot.press("enter")
        await until(pilot, lambda: "读到一张表" in text(app))
        assert app.session.batch.sheets == ()
        assert not root.exists()
        await pilot.press("escape")
        await reach(pilot, Where.START)
        assert app.session.batch.sheets == ()
        await pilot.press("enter")
        screen = await reach(pilot, Where.FORM)
        screen.query_one(Input).value = str(neutral)
        await pilot.press("enter")
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+s")
    assert len(Workspace(root).load().sheets) == 9


async def test_equal_sheets_are_asked_about(neutral: Path, own_folder: Path) -> None:
    """Going back is preselected; both sheets are kept when the clerk wants them."""
    app = app_on(own_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("ctrl+r")
        screen = await reach(pilot, Where.FORM)
        screen.query_one(Input).value = str(neutral / "1-7.toml")
        await pilot.press("enter")
        await until(pilot, lambda: screen.focused is screen.query_one(Button))
        await pilot.press("enter")
        await until(pilot, lambda: "原来的表不会被覆盖" in text(app))
        await pilot.press("enter")
        await reach(pilot, Where.FORM)
        assert len(app.session.batch.sheets) == 9
        await pilot.press("enter")
        await until(pilot, lambda: "原来的表不会被覆盖" in text(app))
        await pilot.press("down", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert len(app.session.batch.sheets) == 10


async def test_a_colleagues_sheet_is_laid_beside_ours_and_merged_as_one_step(
    own_folder: Path, tmp_path: Path
) -> None:
    """What only one of both filled is ticked; where both did, the clerk chooses."""
    app = app_on(own_folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        batch = app.session.batch
        theirs = batch.sheets[6].copy()
        theirs.fields["单位名称"] = "同事写的"
        theirs.fields["备注"] = "同事的备注"
        ours = batch.sheets[6]
        assert not ours.fields.get("备注")
        path = Workspace(tmp_path / "同事").save(theirs)
        await pilot.press("ctrl+r")
        screen = await reach(pilot, Where.FORM)
        screen.query_one(Input).value = str(path)
        await pilot.press("enter")
        await until(pilot, lambda: "逐处比较后并入" in text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "要怎样存" in text(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await until(pilot, lambda: "两边不同，请选一边" in text(app))
        await pilot.press("enter", "right", "enter")
        await reach(pilot, Where.OVERVIEW)
        assert batch.sheets[6].fields["单位名称"] == "同事写的"
        assert batch.sheets[6].fields["备注"] == "同事的备注"
        assert len(batch.sheets) == 9
        batch.undo()
        assert batch.sheets[6].fields["单位名称"] != "同事写的"
        assert not batch.sheets[6].fields.get("备注")
