"""A workspace: where sheets lie, what moves them, and what never mixes."""

from errno import EACCES
from pathlib import Path
from threading import Thread

import pytest
from platformdirs import user_documents_path

from selfeval_tui.problems import ConflictError, StoreError
from selfeval_tui.sheet import Sheet, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Files, Workspace, default_root, demo_root
from tests.store.build import DEPARTMENT, Refusing, files_below, project, texts


def only(workspace: Workspace) -> Sheet:
    """The one sheet of a workspace without faults."""
    loaded = workspace.load()
    assert loaded.faults == ()
    (sheet,) = loaded.sheets
    return sheet


def test_a_sheet_lies_under_its_year_and_name(tmp_path: Path) -> None:
    """A clerk finds it without the program."""
    sheet = project("附件1-3", "新市民中心日常运转及创文费用")
    path = Workspace(tmp_path).save(sheet)
    assert files_below(tmp_path) == ["saved/2023/附件1-3 新市民中心日常运转及创文费用.toml"]
    assert path == Workspace(tmp_path).path_of(sheet)
    assert texts(only(Workspace(tmp_path))) == texts(sheet)


def test_an_empty_folder_has_no_sheets(tmp_path: Path) -> None:
    """Nothing is made by looking."""
    loaded = Workspace(tmp_path / "neu").load()
    assert (loaded.sheets, loaded.faults) == ((), ())
    assert not (tmp_path / "neu").exists()


def test_sheets_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """附件1-2 before 附件1-10, 附件2 after them, and those without a number last."""
    workspace = Workspace(tmp_path)
    for number in ("附件2", "", "附件1-10", "附件1-2", "附件１-3"):
        workspace.save(project(number))
    numbers = [sheet.fields.get("附件号", "") for sheet in workspace.load().sheets]
    assert numbers == ["附件1-2", "附件１-3", "附件1-10", "附件2", ""]


def test_a_renamed_project_leaves_no_second_file(tmp_path: Path) -> None:
    """Name and year may change; the sheet is the same."""
    workspace = Workspace(tmp_path)
    sheet = project()
    workspace.save(sheet)
    sheet.fields.update({"项目名称": "乙项目", "年度": "2024"})
    workspace.save(sheet)
    assert files_below(tmp_path) == ["saved/2024/附件1-1 乙项目.toml"]


def test_the_old_file_stays_until_the_new_one_stands(tmp_path: Path) -> None:
    """A full disk in the midst of renaming loses nothing."""
    sheet = project()
    Workspace(tmp_path).save(sheet)
    workspace = Workspace(tmp_path, files=Refusing("replace", OSError(EACCES, "")))
    renamed = only(workspace)
    renamed.fields["项目名称"] = "乙项目"
    with pytest.raises(StoreError):
        workspace.save(renamed)
    assert files_below(tmp_path) == ["saved/2023/附件1-1 甲项目.toml"]
    assert texts(only(Workspace(tmp_path))) == texts(sheet)


@pytest.mark.parametrize("newer", ["一项目", "鼠项目"])
def test_a_former_file_that_cannot_be_removed_is_said(tmp_path: Path, newer: str) -> None:
    """Both files stand then; the next start opens the newer one and names the older one."""
    Workspace(tmp_path).save(project())
    workspace = Workspace(tmp_path, files=Refusing("remove", OSError(EACCES, "")))
    sheet = only(workspace)
    sheet.fields["项目名称"] = newer
    with pytest.raises(StoreError, match="没有删除"):
        workspace.save(sheet)
    loaded = Workspace(tmp_path).load()
    assert [sheet.fields["项目名称"] for sheet in loaded.sheets] == [newer]
    assert "甲项目.toml”与“" in loaded.faults[0].message


def test_two_sheets_of_one_name_get_two_files(tmp_path: Path) -> None:
    """Case does not tell them apart on Windows; each keeps its file when saved again."""
    workspace = Workspace(tmp_path)
    one, other = project(name="Abc"), project(name="aBC")
    paths = [workspace.save(sheet) for sheet in (one, other, one, other)]
    assert [path.name for path in paths] == ["附件1-1 Abc.toml", "附件1-1 aBC (2).toml"] * 2
    assert len(Workspace(tmp_path).load().sheets) == 2


def test_another_case_of_the_same_name_keeps_the_file(tmp_path: Path) -> None:
    """On Windows the new name would be the old file, which is then not to be removed."""
    workspace = Workspace(tmp_path)
    sheet = project(name="abc")
    workspace.save(sheet)
    sheet.fields["项目名称"] = "ABC"
    workspace.save(sheet)
    assert files_below(tmp_path) == ["saved/2023/附件1-1 abc.toml"]
    assert only(Workspace(tmp_path)).fields["项目名称"] == "ABC"


def test_the_id_counts_and_not_the_name(tmp_path: Path) -> None:
    """A file that was renamed by hand is the same sheet, and is put in its place when saved."""
    path = Workspace(tmp_path).save(project())
    path.rename(tmp_path / "saved" / "随便.TOML")
    workspace = Workspace(tmp_path)
    sheet = only(workspace)
    sheet.fields["单位名称"] = "另一局"
    workspace.save(sheet)
    assert files_below(tmp_path) == ["saved/2023/附件1-1 甲项目.toml"]


def test_a_copied_file_is_named_and_the_original_loads(tmp_path: Path) -> None:
    """Copy and paste in the file manager makes two files of one sheet."""
    path = Workspace(tmp_path).save(project())
    copy = path.with_name("00 副本.toml")
    copy.write_bytes(path.read_bytes())
    loaded = Workspace(tmp_path).load()
    assert len(loaded.sheets) == 1
    (fault,) = loaded.faults
    assert fault.path == copy
    assert "是同一张表" in fault.message


def test_other_files_are_let_alone(tmp_path: Path) -> None:
    """README, temporary files and the bin are no sheets."""
    Workspace(tmp_path).save(project())
    (tmp_path / "saved" / "README.md").write_text("x")
    (tmp_path / "saved" / "2023" / ".abc.tmp").write_text("x")
    (tmp_path / "saved" / "2023" / "回收站").mkdir()
    (tmp_path / "saved" / "2023" / "回收站" / "旧.toml").write_text("x")
    only(Workspace(tmp_path))


def test_a_removed_sheet_lies_in_the_bin(tmp_path: Path) -> None:
    """Nothing is deleted; a second one of that name gets a number."""
    workspace = Workspace(tmp_path)
    for _ in range(2):
        sheet = project()
        workspace.save(sheet)
        workspace.remove(sheet)
    assert files_below(tmp_path) == [
        "saved/2023/回收站/附件1-1 甲项目 (2).toml",
        "saved/2023/回收站/附件1-1 甲项目.toml",
    ]
    assert Workspace(tmp_path).load().sheets == ()


def test_removing_what_was_never_saved_does_nothing(tmp_path: Path) -> None:
    """A sheet that was added and taken back at once."""
    Workspace(tmp_path).remove(project())
    assert files_below(tmp_path) == []


def test_a_removed_sheet_that_is_undone_has_its_comments(tmp_path: Path) -> None:
    """The document of an open sheet stays in memory."""
    path = Workspace(tmp_path).save(project())
    path.write_text(path.read_text() + "# 我的说明\n")
    workspace = Workspace(tmp_path)
    sheet = only(workspace)
    sheet.fields["单位名称"] = "另一局"
    workspace.save(sheet)
    workspace.remove(sheet)
    assert "# 我的说明" in workspace.save(sheet).read_text()


class TestAnotherProgram:
    """What another window or an editor did to a file since it was read."""

    def test_comments_are_carried_over(self, tmp_path: Path) -> None:
        """A comment written meanwhile is no conflict."""
        workspace = Workspace(tmp_path)
        sheet = project()
        path = workspace.save(sheet)
        path.write_text(path.read_text() + "# 我的说明\n")
        sheet.fields["单位名称"] = "另一局"
        assert "# 我的说明" in workspace.save(sheet).read_text()
        assert workspace.take_notices() == ()
        assert len(files_below(tmp_path)) == 1

    def test_another_version_is_never_written_over(self, tmp_path: Path) -> None:
        """It is found with what both came from; once it was decided on, it is kept besides."""
        Workspace(tmp_path).save(project())
        here, there = Workspace(tmp_path), Workspace(tmp_path)
        mine, theirs = only(here), only(there)
        theirs.fields["单位名称"] = "他们写的"
        there.save(theirs)
        mine.fields["单位名称"] = "我写的"
        with pytest.raises(ConflictError, match="在别处"):
            here.save(mine)
        (seen,) = here.look_elsewhere()
        assert seen.base is not None
        assert seen.theirs is not None
        assert seen.base.fields["单位名称"] == "某局"
        assert seen.theirs.fields["单位名称"] == "他们写的"
        here.accept(seen, whole=False)
        here.save(mine)
        assert only(Workspace(tmp_path)).fields["单位名称"] == "我写的"
        (kept,) = (tmp_path / "saved" / "2023" / "回收站").iterdir()
        assert "他们写的" in kept.read_text(encoding="utf-8")
        assert here.look_elsewhere() == ()

    def test_what_was_changed_elsewhere_is_not_removed(self, tmp_path: Path) -> None:
        """Whoever removed it here did not know what it says by now."""
        Workspace(tmp_path).save(project())
        here, there = Workspace(tmp_path), Workspace(tmp_path)
        mine, theirs = only(here), only(there)
        theirs.fields["单位名称"] = "他们写的"
        there.save(theirs)
        with pytest.raises(ConflictError):
            here.remove(mine)
        assert only(Workspace(tmp_path)).fields["单位名称"] == "他们写的"

    def test_a_file_that_got_another_name_elsewhere_is_followed(self, tmp_path: Path) -> None:
        """There are not two of the sheet afterwards; the name is what the sheet says."""
        here = Workspace(tmp_path)
        sheet = project()
        path = here.save(sheet)
        path.rename(path.with_name("改过名.toml"))
        assert here.look_elsewhere() == ()
        sheet.fields["单位名称"] = "另一局"
        here.save(sheet)
        assert files_below(tmp_path) == ["saved/2023/附件1-1 甲项目.toml"]

    def test_what_came_and_what_went_elsewhere_is_seen(self, tmp_path: Path) -> None:
        """Nothing is taken by looking."""
        here, there = Workspace(tmp_path), Workspace(tmp_path)
        old, new = project(name="旧"), project(name="新")
        here.save(old)
        (known,) = there.load().sheets
        there.remove(known)
        there.save(new)
        for _look in range(2):
            seen = {each.sheet: each for each in here.look_elsewhere()}
            assert seen[old.id].theirs is None
            assert seen[old.id].base is not None
            assert seen[new.id].base is None
            assert seen[new.id].theirs is not None

    def test_a_damaged_file_is_kept_once(self, tmp_path: Path) -> None:
        """Also when the disk refuses at first."""
        files = Refusing("replace", OSError(EACCES, ""))
        files.refuses = False
        workspace = Workspace(tmp_path, files=files)
        sheet = project()
        path = workspace.save(sheet)
        path.write_bytes(b"damaged")
        files.refuses = True
        with pytest.raises(StoreError):
            workspace.save(sheet)
        files.refuses = False
        workspace.save(sheet)
        (kept,) = (tmp_path / "saved" / "2023" / "回收站").iterdir()
        assert kept.read_bytes() == b"damaged"
        assert texts(only(Workspace(tmp_path))) == texts(sheet)

    def test_a_file_that_went_is_written_again(self, tmp_path: Path) -> None:
        """Nothing on the screen is lost when somebody tidies up."""
        workspace = Workspace(tmp_path)
        sheet = project()
        workspace.save(sheet).unlink()
        workspace.save(sheet)
        assert texts(only(Workspace(tmp_path))) == texts(sheet)

    def test_a_file_that_is_another_sheet_by_now_is_let_alone(self, tmp_path: Path) -> None:
        """Two files may have changed their names with each other."""
        workspace = Workspace(tmp_path)
        one, other = project(name="甲"), project(name="乙")
        paths = workspace.save(one), workspace.save(other)
        paths[0].write_bytes(paths[1].read_bytes())
        paths[1].unlink()
        one.fields["单位名称"] = "另一局"
        workspace.save(one)
        loaded = Workspace(tmp_path).load()
        assert {sheet.id for sheet in loaded.sheets} == {one.id, other.id}


class TestDemo:
    """示例 and own sheets never mix."""

    def test_the_folder_of_the_demo(self, tmp_path: Path) -> None:
        """It is told by its name."""
        assert demo_root(tmp_path) == tmp_path / "示例"
        assert Workspace(demo_root(tmp_path)).demo
        assert not Workspace(tmp_path).demo

    @pytest.mark.parametrize("folder", ["示例", "自己的"])
    def test_a_sheet_of_the_other_kind_is_refused(self, tmp_path: Path, folder: str) -> None:
        """Neither way."""
        root = tmp_path / folder
        with pytest.raises(StoreError, match="示例"):
            Workspace(root).save(project(demo=folder != "示例"))
        assert not root.exists()

    def test_a_demo_elsewhere_is_told_by_its_sheets(self, tmp_path: Path) -> None:
        """A folder of any name may hold a demo."""
        Workspace(tmp_path, demo=True).save(project(demo=True))
        workspace = Workspace(tmp_path)
        assert workspace.demo
        with pytest.raises(StoreError):
            workspace.save(project())

    def test_a_demo_file_among_own_sheets_is_not_opened(self, tmp_path: Path) -> None:
        """It may have been copied there by hand."""
        Workspace(tmp_path / "demo", demo=True).save(project(demo=True))
        Workspace(tmp_path / "own").save(project())
        (path,) = (tmp_path / "demo" / "saved" / "2023").iterdir()
        path.rename(tmp_path / "own" / "saved" / "2023" / path.name)
        workspace = Workspace(tmp_path / "own")
        loaded = workspace.load()
        assert not workspace.demo
        assert [sheet.demo for sheet in loaded.sheets] == [False]
        assert "示例" in loaded.faults[0].message


def test_the_default_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable counts, else 绩效自评 among the documents."""
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path / "我的"))
    assert default_root() == tmp_path / "我的"
    monkeypatch.setenv("SELFEVAL_WORKSPACE", "")
    assert default_root() == user_documents_path() / "绩效自评"


def test_exports_lie_beside_saved(tmp_path: Path) -> None:
    """Both in the workspace's folder."""
    workspace = Workspace(tmp_path)
    assert (workspace.saved, workspace.exports) == (tmp_path / "saved", tmp_path / "exports")


def test_a_department_sheet_is_named_by_its_unit(tmp_path: Path) -> None:
    """附件2 has no project."""
    sheet = new_sheet(load_spec(DEPARTMENT))
    sheet.fields.update({"附件号": "附件2", "单位名称": "某局"})
    Workspace(tmp_path).save(sheet)
    assert files_below(tmp_path) == ["saved/未填年度/附件2 某局.toml"]


def test_a_number_of_any_length_is_put_in_order(tmp_path: Path) -> None:
    """A cell holds more digits than a number may have."""
    workspace = Workspace(tmp_path)
    long = project(f"附件{'9' * 5000}")
    for sheet in (long, project("附件010"), project("附件2")):
        workspace.save(sheet)
    order = [sheet.with_role(Role.ATTACHMENT) for sheet in workspace.load().sheets]
    assert order == ["附件2", "附件010", long.with_role(Role.ATTACHMENT)]


def test_a_file_written_anew_is_not_called_changed_elsewhere(tmp_path: Path) -> None:
    """Rows in one line cannot be continued; the original is kept and nobody is blamed."""
    workspace = Workspace(tmp_path)
    sheet = project()
    path = workspace.save(sheet)
    text = path.read_text(encoding="utf-8")
    fields = text.split("\n\n[[")[0]
    inline = fields.replace("format = 1", 'format = 1\n"指标" = [{ id = "r1" }]')
    path.write_text(f"{inline}\n{text.splitlines()[-1]}\n", encoding="utf-8")
    again = Workspace(tmp_path)
    (loaded,) = again.load().sheets
    again.save(loaded)
    (notice,) = again.take_notices()
    assert "别处" not in notice
    assert "原文件" in notice


class _AskedMeanwhile(Files):
    """Asks which kind of workspace it is, from another thread, while a file is written."""

    def __init__(self) -> None:
        self.asked: list[bool] = []
        self.answers: list[bool] = []

    def write(self, handle: int, data: memoryview) -> int:
        """Ask, and give the answer all the time that it could need."""
        asking = Thread(target=lambda: self.answers.append(self.workspace.demo), daemon=True)
        asking.start()
        asking.join(5)
        self.asked.append(asking.is_alive())
        return super().write(handle, data)

    workspace: Workspace


def test_the_screen_does_not_wait_for_a_save_to_know_the_demo(tmp_path: Path) -> None:
    """Each step is shown with what is said of the 示例, also while a long sheet is written."""
    files = _AskedMeanwhile()
    files.workspace = Workspace(tmp_path, files=files)
    files.workspace.save(project())
    assert files.asked
    assert not any(files.asked)
    assert not any(files.answers)
