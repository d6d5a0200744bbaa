"""A damaged file: its last good version takes its place, and its bytes stay."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.bin import BinKind, list_bins
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.rescue import carry_out, find_rescues
from selfeval_tui.store.history.shelf import versions_of
from tests.store.build import project, texts

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)


def kept(root: Path, *, demo: bool = False) -> tuple[Workspace, Sheet, Path]:
    """A saved sheet with one version."""
    workspace = Workspace(root)
    sheet = project(demo=demo)
    path = workspace.save(sheet)
    keep(workspace, Wanted(sheet.copy(), "打开时", AT))
    return workspace, sheet, path


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:40],
        lambda _data: b"",
        lambda data: b"\0" * len(data),
        lambda data: data.replace(b"=", b"", 1),
        lambda data: bytes(reversed(data)),
    ],
    ids=["half", "beginning", "empty", "zeros", "syntax", "garbage"],
)
def test_the_last_good_version_takes_the_place_of_a_damaged_file(
    tmp_path: Path, damage: Damage
) -> None:
    """By the id in it, or by its name where no id is left; the damaged bytes lie in the bin."""
    _, sheet, path = kept(tmp_path)
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert loaded.sheets == ()
    (rescue,) = find_rescues(workspace, loaded.faults, ())
    assert rescue.fault in loaded.faults
    aside = carry_out(workspace, rescue, AT)
    assert aside.read_bytes() == broken
    (binned,) = list_bins(workspace.saved)
    assert (binned.kind, binned.name) == (BinKind.DAMAGED, path.stem)
    again = Workspace(tmp_path).load()
    assert again.faults == ()
    assert [texts(each) for each in again.sheets] == [texts(sheet)]
    assert workspace.path_of(sheet) == path


def test_the_version_before_a_damaged_version_is_taken(tmp_path: Path) -> None:
    """A history may be damaged, too; it does no harm."""
    workspace, sheet, path = kept(tmp_path)
    sheet.fields["单位名称"] = "新局"
    keep(workspace, Wanted(sheet.copy(), "停笔十分钟", AT.replace(hour=11)))
    versions_of(workspace.saved, sheet.id)[0].path.write_text("坏了", encoding="utf-8")
    path.write_text("坏了", encoding="utf-8")
    workspace = Workspace(tmp_path)
    (rescue,) = find_rescues(workspace, workspace.load().faults, ())
    assert rescue.sheet.fields["单位名称"] == "某局"


def test_a_sheet_that_is_open_is_not_missing(tmp_path: Path) -> None:
    """A damaged copy of it takes nothing back."""
    workspace, sheet, path = kept(tmp_path)
    path.with_name("附件1-1 甲项目 - 副本.toml").write_bytes(path.read_bytes()[:200])
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert [each.id for each in loaded.sheets] == [sheet.id]
    assert len(loaded.faults) == 1
    assert find_rescues(workspace, loaded.faults, [sheet.id]) == ()


def test_what_is_whole_is_never_replaced(tmp_path: Path) -> None:
    """A second file of a sheet is a fault, but not damaged; a strange text has no version."""
    workspace, _, path = kept(tmp_path)
    path.with_name("另一份.toml").write_bytes(path.read_bytes())
    (tmp_path / "saved" / "2023" / "笔记.toml").write_text("a = 1", encoding="utf-8")
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert len(loaded.faults) == 2
    assert find_rescues(workspace, loaded.faults, ()) == ()


def test_a_file_that_cannot_be_moved_stays_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As while WPS holds it."""
    _, _, path = kept(tmp_path)
    path.write_text("坏了", encoding="utf-8")
    workspace = Workspace(tmp_path)
    (rescue,) = find_rescues(workspace, workspace.load().faults, ())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(type(workspace.files), "remove", refuse)
    with pytest.raises(Exception, match="还在原处"):
        carry_out(workspace, rescue, AT)
    assert path.read_text(encoding="utf-8") == "坏了"


def test_a_file_of_a_newer_program_is_not_damaged(tmp_path: Path) -> None:
    """Its bytes say more than a version of ours."""
    _, _, path = kept(tmp_path)
    said = path.read_text(encoding="utf-8").replace("format = 1", "format = 99", 1)
    path.write_text(said.replace("[sheet]", "[other]", 1), encoding="utf-8")
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert len(loaded.faults) == 1
    assert find_rescues(workspace, loaded.faults, ()) == ()
