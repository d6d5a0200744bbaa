"""回收站: what was removed or set aside can be found and taken back."""

from pathlib import Path

import pytest

from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.bin import BinKind, list_bins, open_binned, restored
from tests.store.build import files_below, project, texts


def _with_removed(root: Path) -> Sheet:
    workspace = Workspace(root)
    sheet = project("附件1-3", "甲项目")
    workspace.save(sheet)
    workspace.remove(sheet)
    return sheet


def test_a_removed_sheet_is_listed_and_opens_as_it_was(tmp_path: Path) -> None:
    """Its name, its year and what it was; looking changes nothing."""
    sheet = _with_removed(tmp_path)
    before = files_below(tmp_path)
    (found,) = list_bins(tmp_path / "saved")
    assert (found.name, found.year, found.kind) == ("附件1-3 甲项目", "2023", BinKind.REMOVED)
    opened = open_binned(found)
    assert isinstance(opened, Sheet)
    assert texts(opened) == texts(sheet)
    assert files_below(tmp_path) == before


def test_what_another_program_had_written_is_listed_as_that(tmp_path: Path) -> None:
    """The stamp in its name is the time."""
    workspace = Workspace(tmp_path)
    sheet = project()
    path = workspace.save(sheet)
    path.write_text(path.read_text(encoding="utf-8").replace("≥5次", "≥6次"), encoding="utf-8")
    (seen,) = workspace.look_elsewhere()
    workspace.accept(seen, whole=False)
    workspace.save(sheet)
    (found,) = list_bins(tmp_path / "saved")
    assert (found.name, found.kind) == ("附件1-1 甲项目", BinKind.ELSEWHERE)
    opened = open_binned(found)
    assert isinstance(opened, Sheet)
    assert opened.row("指标", "r1").cells["年初目标值"] == "≥6次"


def test_the_bins_of_all_years_are_one_list_latest_first(tmp_path: Path) -> None:
    """A clerk does not have to know in which folder to look."""
    for folder, stamp in (
        ("2022", "20230101-080000"),
        ("", "20250101-080000"),
        ("2023", "20240101-080000"),
    ):
        binned = tmp_path / "saved" / folder / "回收站"
        binned.mkdir(parents=True)
        (binned / f"别处改动 {stamp} 附件1-1 甲.toml").write_text("", encoding="utf-8")
    assert [each.year for each in list_bins(tmp_path / "saved")] == ["未填年度", "2023", "2022"]


def test_without_a_bin_there_is_nothing_to_list(tmp_path: Path) -> None:
    """Nothing is made by looking."""
    assert list_bins(tmp_path / "saved") == ()
    assert files_below(tmp_path) == []


def test_a_damaged_file_is_told_and_stays(tmp_path: Path) -> None:
    """As for every other file."""
    _with_removed(tmp_path)
    (found,) = list_bins(tmp_path / "saved")
    found.path.write_text("[", encoding="utf-8")
    assert isinstance(open_binned(found), Fault)
    assert found.path.exists()


@pytest.mark.parametrize(("taken", "same"), [((), True), (("other",), True), (("own",), False)])
def test_a_restored_sheet_keeps_its_id_where_that_is_free(
    taken: tuple[str, ...], same: bool
) -> None:
    """Otherwise both versions stand side by side."""
    sheet = project()
    sheet.id = "own"
    back = restored(sheet, frozenset(taken))
    assert (back.id == "own") is same
    assert texts(back).keys() == texts(sheet).keys()
