"""Files that somebody else wrote, cut or damaged: told, kept, never in the way of the others."""

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch
from selfeval_tui.store import Workspace
from selfeval_tui.store.bin import list_bins
from selfeval_tui.store.disk.limits import LONGEST_TEXT, MOST_BYTES, MOST_ROWS
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.shelf import versions_of
from selfeval_tui.store.kept.version import places, write_version
from selfeval_tui.store.settings import DEFAULTS, FILE, read_settings
from selfeval_tui.store.sheetfile.encoding import Encoded, Undecodable, decode_text
from tests.store.build import files_below, project

links = pytest.mark.skipif(sys.platform == "win32", reason="普通用户在 Windows 上不能建链接")


def _saved(root: Path, name: str = "甲项目") -> Path:
    return Workspace(root).save(project(name=name))


def _sabotaged(root: Path, old: str, new: str) -> Path:
    path = _saved(root)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize("codec", ["gbk", "gb18030", "utf-16"])
def test_a_file_saved_in_another_encoding_is_read_and_its_bytes_are_kept(
    tmp_path: Path, codec: str
) -> None:
    """The clerk saved it with Notepad; nothing of it is lost, and it is told."""
    path = _saved(tmp_path)
    foreign = f"# 我的注释\n{path.read_text(encoding='utf-8')}".encode(codec)
    path.write_bytes(foreign)
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert not loaded.faults
    assert [sheet.fields["项目名称"] for sheet in loaded.sheets] == ["甲项目"]
    (notice,) = loaded.notices
    assert ("UTF-16" if codec == "utf-16" else "GBK") in notice
    assert path.read_bytes() == foreign, "reading changes nothing"
    Batch(loaded.sheets).set(Address(loaded.sheets[0].id, "主管部门"), "某局")
    workspace.save(loaded.sheets[0])
    assert path.read_text(encoding="utf-8").startswith("# 我的注释\n")
    aside = [each for each in (path.parent / "回收站").iterdir() if each.read_bytes() == foreign]
    assert len(aside) == 1
    (said,) = workspace.take_notices()
    assert "已改存为 UTF-8，内容照旧" in said
    assert aside[0].name in said


def test_one_wrong_byte_in_our_own_file_is_not_taken_for_gbk(tmp_path: Path) -> None:
    """It would be read as other characters, and nobody would notice."""
    path = _saved(tmp_path)
    data = bytearray(path.read_bytes())
    data[data.index("甲项目".encode()) + 2] = 0xFF
    path.write_bytes(data)
    (fault,) = Workspace(tmp_path).load().faults
    assert fault.line is not None
    assert "不是 UTF-8" in fault.message


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"", Encoded("")),
        (b"\xef\xbb\xbfa", Encoded("a")),
        (b"\xff\xfea\x00", Encoded("a", "UTF-16")),
        (b"\xfe\xff\x00a", Encoded("a", "UTF-16")),
        (b"\xff\xfea", Undecodable(1)),
        ("项目".encode("gbk"), Encoded("项目", "GBK")),
        ("项目\n项".encode("gbk") + b"\xc4", Undecodable(1)),
        ("项目".encode() + b"\n\xff", Undecodable(2)),
    ],
)
def test_how_bytes_are_read(data: bytes, read: Encoded | Undecodable) -> None:
    """Nothing is guessed at."""
    assert decode_text(data) == read


def test_a_newer_format_is_looked_at_and_never_written_over(tmp_path: Path) -> None:
    """The keys that only a newer program knows stay, and so does every byte."""
    path = _sabotaged(tmp_path, "format = 1", 'format = 2\n"新键" = "别丢"')
    before = path.read_bytes()
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    (sheet,) = loaded.sheets
    assert sheet.fields["项目名称"] == "甲项目"
    assert "较新的程序" in loaded.notices[0]
    batch = Batch(loaded.sheets)
    batch.set(Address(sheet.id, "项目名称"), "乙")
    batch.remove_sheet(sheet.id)
    batch.live(sheet.id, sheet.life.finalise("2024-04-23", "码", "", ""))
    assert batch.sheets == (sheet,)
    assert sheet.fields["项目名称"] == "甲项目"
    assert sheet.life.finalised == ""
    with pytest.raises(StoreError, match="较新的程序"):
        workspace.save(sheet)
    assert path.read_bytes() == before
    assert len(files_below(tmp_path)) == 1


def test_a_newer_program_wrote_the_file_meanwhile(tmp_path: Path) -> None:
    """Our older copy does not go over it."""
    workspace = Workspace(tmp_path)
    sheet = project()
    path = workspace.save(sheet)
    newer = path.read_bytes().replace(b"format = 1", b"format = 2")
    path.write_bytes(newer)
    sheet.fields["项目名称"] = "乙"
    with pytest.raises(StoreError, match="较新的程序"):
        workspace.save(sheet)
    assert path.read_bytes() == newer


def test_dropped_control_characters_are_told_and_the_bytes_kept(tmp_path: Path) -> None:
    """The first one with its line."""
    path = _sabotaged(tmp_path, '"甲项目"', '"甲\\u001b[2J项目"')
    before = path.read_bytes()
    line = before[: before.index(b"\\u001b")].count(b"\n") + 1
    workspace = Workspace(tmp_path)
    loaded = workspace.load()
    assert f"第 {line} 行" in loaded.notices[0]
    workspace.save(loaded.sheets[0])
    kept = [each.read_bytes() for each in (path.parent / "回收站").iterdir()]
    assert kept == [before]


def test_unknown_keys_survive_a_save(tmp_path: Path) -> None:
    """At the top, in a section, in a row, and a section of its own."""
    path = _sabotaged(tmp_path, "format = 1\n", 'format = 1\n"上面" = 1\n')
    text = path.read_text(encoding="utf-8")
    text = text.replace('["字段"]\n', '["字段"]\n"多的" = "甲"\n', 1)
    text = text.replace('[["资金"]]\n', '[["资金"]]\n"行里" = [1, 2]\n', 1)
    path.write_text(text + '\n["别的"]\n"键" = "值"\n', encoding="utf-8")
    workspace = Workspace(tmp_path)
    (sheet,) = workspace.load().sheets
    sheet.fields["项目名称"] = "乙项目"
    saved = workspace.save(sheet).read_text(encoding="utf-8")
    for kept in ('"上面" = 1', '"多的" = "甲"', '"行里" = [1, 2]', '["别的"]\n"键" = "值"'):
        assert kept in saved


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"format = 1\nformat = 1\n", "第 2 行不合 TOML"),
        (b"a = " + b"[" * 400 + b"]" * 400, "套得太深"),
        (b"a." * 40_000 + b"a = 1", "名称分了太多段"),
        (b'x = "1"\n"a" . ' + b"a . " * 20 + b"a = 1", "第 2 行名称分了太多段"),
        (b"a = '" + b"a" * MOST_BYTES + b"'", "太大，最多 8 MB"),
        (b"a = '\x00'", "不合 TOML"),
        (b"\n \n", "是空的"),
        (b"PK\x03\x04", "其实是 Excel"),
    ],
    ids=["twice", "deep", "dots", "dots with blanks", "long", "NUL", "empty", "zip"],
)
def test_a_hostile_file_is_told_and_left_alone(tmp_path: Path, data: bytes, said: str) -> None:
    """The sheet beside it opens."""
    path = _saved(tmp_path).with_name("坏.toml")
    path.write_bytes(data)
    loaded = Workspace(tmp_path).load()
    assert len(loaded.sheets) == 1
    (fault,) = loaded.faults
    assert said in fault.message
    assert path.read_bytes() == data


def test_a_hundred_mebibytes_are_not_even_read(tmp_path: Path) -> None:
    """A file of that size, without the disk that it would take."""
    path = _saved(tmp_path).with_name("大.toml")
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (fault,) = Workspace(tmp_path).load().faults
    assert "太大" in fault.message


def test_ten_thousand_rows_are_too_many(tmp_path: Path) -> None:
    """The line of the first row too many is said."""
    rows = "".join(f'[["指标"]]\nid = "r{number}"\n' for number in range(10_000))
    path = _sabotaged(tmp_path, '[["指标"]]', '[["指标的"]]')
    with path.open("a", encoding="utf-8") as file:
        file.write(rows)
    (fault,) = Workspace(tmp_path).load().faults
    assert f"共 10000 行），最多 {MOST_ROWS} 行" in fault.message
    assert fault.line is not None


def test_a_line_as_long_as_a_file_is_looked_at_once(tmp_path: Path) -> None:
    """Only then is the place of a fault found in bounded time."""
    blanks = " " * 1_000_000
    path = _sabotaged(tmp_path, "demo = false", f'demo = "否"\n# [{blanks}\n# {blanks}')
    path.write_text(f'x = """\n[{blanks}\n"""\n{path.read_text(encoding="utf-8")}', "utf-8")
    (fault,) = Workspace(tmp_path).load().faults
    assert "true 或 false" in fault.message


def test_a_text_as_long_as_a_book_is_told(tmp_path: Path) -> None:
    """The rules would look at it for minutes."""
    _sabotaged(tmp_path, '"甲项目"', f'"{"甲" * (LONGEST_TEXT + 1)}"')
    (fault,) = Workspace(tmp_path).load().faults
    assert "“项目名称”太长" in fault.message


@links
def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """A file and a year's folder; what they lead to is neither read nor written."""
    root, other = tmp_path / "自评", tmp_path / "别处"
    _saved(root)
    foreign = _saved(other, "别人的")
    (root / "saved" / "2023" / "借.toml").symlink_to(foreign)
    (root / "saved" / "2024").symlink_to(foreign.parent, target_is_directory=True)
    loaded = Workspace(root).load()
    assert [sheet.fields["项目名称"] for sheet in loaded.sheets] == ["甲项目"]
    assert len(loaded.faults) == 2
    assert all("指到自评文件夹外面" in fault.message for fault in loaded.faults)


@links
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """Nor moved out of it."""
    root, other = tmp_path / "自评", tmp_path / "别处"
    other.mkdir()
    root.mkdir()
    (root / "saved").symlink_to(other, target_is_directory=True)
    with pytest.raises(StoreError, match="指到自评文件夹外面"):
        Workspace(root).save(project())
    assert not list(other.iterdir())


@links
def test_the_workspace_itself_may_be_a_link(tmp_path: Path) -> None:
    """The clerk chose it."""
    real = tmp_path / "真的"
    real.mkdir()
    (tmp_path / "链接").symlink_to(real, target_is_directory=True)
    _saved(tmp_path / "链接")
    assert len(Workspace(tmp_path / "链接").load().sheets) == 1


@links
def test_folders_pipes_and_loops_are_no_sheets(tmp_path: Path) -> None:
    """The program starts, and the sheet beside them is there."""
    folder = _saved(tmp_path).parent
    (folder / "夹.toml").mkdir()
    (tmp_path / "saved" / "夹.toml").mkdir()
    os.mkfifo(folder / "管.toml")
    (folder / "圈.toml").symlink_to("圈.toml")
    (folder / "断.toml").symlink_to("没有.toml")
    (tmp_path / "saved" / "圈").symlink_to("圈")
    loaded = Workspace(tmp_path).load()
    assert len(loaded.sheets) == 1
    assert {fault.path.name for fault in loaded.faults} >= {"管.toml", "圈.toml", "断.toml"}


@links
def test_no_version_is_read_or_written_through_a_link(tmp_path: Path) -> None:
    """已导出, 定稿, 历史 and 回收站 are folders that somebody may have put a link in place of."""
    root, other = tmp_path / "自评", tmp_path / "别处"
    workspace = Workspace(root)
    sheet = project()
    folder = workspace.save(sheet).parent
    now = datetime(2024, 4, 23, 10, 32).astimezone()
    batch = Batch([sheet])
    kept = write_version(workspace, "定稿", "甲", batch, sheet, now)
    other.mkdir()
    kept.rename(other / kept.name)
    kept.parent.rmdir()
    for name in ("定稿", "历史", "回收站"):
        (folder / name).symlink_to(other, target_is_directory=True)
    before = files_below(other)
    assert list(places(workspace.saved, "定稿", "甲")) == []
    assert list_bins(workspace.saved) == ()
    assert versions_of(workspace.saved, sheet.id) == ()
    with pytest.raises(StoreError, match="指到自评文件夹外面"):
        write_version(workspace, "定稿", "甲", batch, sheet, now)
    with pytest.raises(StoreError, match="指到自评文件夹外面"):
        keep(workspace, Wanted(sheet, "打开时", now))
    assert files_below(other) == before


@links
def test_settings_behind_a_link_are_not_read(tmp_path: Path) -> None:
    """The defaults hold, and writing replaces the link, not what it leads to."""
    root = tmp_path / "自评"
    root.mkdir()
    foreign = tmp_path / "别处.toml"
    foreign.write_text('theme = "light"\n', encoding="utf-8")
    (root / FILE).symlink_to(foreign)
    settings, problems = read_settings(root)
    assert settings == DEFAULTS
    assert "指到自评文件夹外面" in problems[0]
    assert foreign.read_text(encoding="utf-8") == 'theme = "light"\n'
