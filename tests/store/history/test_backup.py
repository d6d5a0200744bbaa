"""Backups: everything is in them, and nothing comes out of one that was not put in."""

import json
import stat
from datetime import UTC, datetime
from errno import ENOSPC
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.history.archive import MANIFEST, manifest, may_be_kept
from selfeval_tui.store.history.backup import write_backup
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.opened_backup import MOST_UNPACKED, open_backup
from selfeval_tui.store.history.shelf import read_kept, versions_of
from selfeval_tui.store.history.take_back import BEFORE, look_ahead, take_back
from selfeval_tui.store.kept.version import Version
from tests.store.build import Refusing, files_below, project, texts

AT = datetime(2024, 4, 23, 10, 32, tzinfo=UTC)
LATER = datetime(2024, 4, 24, 9, 0, tzinfo=UTC)
RULES, PACK = "自查规则.toml", "规则/本单位.toml"


def workspace_of(root: Path, *sheets: Sheet) -> Workspace:
    """A workspace with sheets, a version of each, settings, an overlay and a pack."""
    workspace = Workspace(root, demo=any(sheet.demo for sheet in sheets))
    for sheet in sheets:
        workspace.save(sheet)
        keep(workspace, Wanted(sheet.copy(), "打开时", AT))
    (root / "设置.toml").write_text('theme = "light"\n', encoding="utf-8")
    (root / RULES).write_text("", encoding="utf-8")
    (root / "规则").mkdir()
    (root / PACK).write_text("", encoding="utf-8")
    return workspace


def backed_up(root: Path, *sheets: Sheet) -> tuple[Workspace, Path]:
    """A workspace and its backup, beside it."""
    workspace, path = workspace_of(root / "甲", *sheets), root / "备份.zip"
    write_backup(workspace, path, (RULES, PACK), AT)
    return workspace, path


def everything(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {name: (root / name).read_bytes() for name in files_below(root)}


# Writing one.


def test_a_backup_holds_all_that_cannot_be_made_again(tmp_path: Path) -> None:
    """Not exports, not the 示例, nothing hidden."""
    root = tmp_path / "甲"
    sheet = project()
    workspace = workspace_of(root, sheet)
    wanted = everything(root)
    for name in ("exports/a.xlsx", "示例/saved/2023/b.toml", "saved/.锁", "saved/2023/.1a.tmp"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    done = write_backup(workspace, tmp_path / "备份.zip", (RULES, PACK), AT)
    assert open_backup(done.path).files == wanted
    assert (done.files, done.left_out) == (len(wanted), ())


def test_the_same_files_make_the_same_backup(tmp_path: Path) -> None:
    """Nothing about the machine or the user is in it."""
    workspace, path = backed_up(tmp_path, project())
    write_backup(workspace, tmp_path / "又一份.zip", (RULES, PACK), AT)
    assert path.read_bytes() == (tmp_path / "又一份.zip").read_bytes()


def test_a_backup_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    """It may be the only good one."""
    workspace, path = backed_up(tmp_path, project())
    before = path.read_bytes()
    with pytest.raises(StoreError, match="没有覆盖"):
        write_backup(workspace, path, (), AT)
    assert path.read_bytes() == before


def test_links_and_impossible_names_are_left_out_and_told(tmp_path: Path) -> None:
    """A link may lead to anything on the PC."""
    workspace = workspace_of(tmp_path / "甲", project())
    secret = tmp_path / "秘密"
    secret.mkdir()
    (secret / "a.toml").write_text("", encoding="utf-8")
    (workspace.saved / "2022").symlink_to(secret)
    (workspace.saved / "b.toml").symlink_to(secret / "a.toml")
    (workspace.saved / "c:d.toml").write_text("", encoding="utf-8")
    done = write_backup(workspace, tmp_path / "备份.zip", (), AT)
    assert sorted(done.left_out) == ["saved/2022", "saved/b.toml", "saved/c:d.toml"]
    assert "没有放进去" in done.said


def test_an_empty_folder_makes_no_backup(tmp_path: Path) -> None:
    """A clerk would rely on it."""
    with pytest.raises(StoreError, match="没有可备份的"):
        write_backup(Workspace(tmp_path / "甲"), tmp_path / "备份.zip", (RULES,), AT)
    assert files_below(tmp_path) == []


# Putting one back.


def test_a_backup_put_into_an_empty_folder_is_the_workspace(tmp_path: Path) -> None:
    """Byte for byte, with its history."""
    workspace, path = backed_up(tmp_path, project(), project("附件1-2", "乙项目"))
    target = Workspace(tmp_path / "乙")
    backup = open_backup(path)
    assert look_ahead(backup, target).empty
    done = take_back(backup, target, (RULES,), LATER)
    assert everything(target.root) == everything(workspace.root)
    assert done.before is None
    assert done.files == len(backup.files)


def test_what_was_there_can_be_brought_back(tmp_path: Path) -> None:
    """Each sheet as a version, and everything as a backup of its own."""
    sheet = project()
    workspace, path = backed_up(tmp_path, sheet)
    sheet.fields["单位名称"] = "改过的局"
    workspace.save(sheet)
    before = everything(workspace.root)
    workspace = Workspace(workspace.root)
    done = take_back(open_backup(path), workspace, (RULES, PACK), LATER)
    assert Workspace(workspace.root).load().sheets[0].fields["单位名称"] == "某局"
    version = read_kept(versions_of(workspace.saved, sheet.id)[0])
    assert isinstance(version, Version)
    assert (version.why, version.sheet.fields["单位名称"]) == (BEFORE, "改过的局")
    assert done.before is not None
    take_back(open_backup(done.before), Workspace(workspace.root), (RULES, PACK), LATER)
    after = everything(workspace.root)
    assert {name: after[name] for name in before} == before


def test_what_would_change_is_told_sheet_by_sheet(tmp_path: Path) -> None:
    """New ones, other ones, equal ones, and those that stay."""
    same, other, gone = project(), project("附件1-2", "乙"), project("附件1-3", "丙")
    workspace, path = backed_up(tmp_path, same, other, gone)
    other.fields["单位名称"] = "改过的局"
    workspace.save(other)
    workspace.remove(gone)
    mine = project("附件1-4", "丁")
    workspace.save(mine)
    outlook = look_ahead(open_backup(path), workspace)
    assert outlook.new == ("附件1-3 丙",)
    assert outlook.other == ("附件1-2 乙（1处不同）",)
    assert outlook.staying == ("附件1-4 丁",)
    assert outlook.same == 1
    take_back(open_backup(path), workspace, (), LATER)
    assert {each.id for each in Workspace(workspace.root).load().sheets} == {
        same.id,
        other.id,
        gone.id,
        mine.id,
    }


def test_a_sheet_that_was_renamed_since_is_not_there_twice(tmp_path: Path) -> None:
    """The id counts, not the file's name."""
    sheet = project()
    workspace, path = backed_up(tmp_path, sheet)
    sheet.fields["项目名称"] = "新名项目"
    workspace.save(sheet)
    take_back(open_backup(path), Workspace(workspace.root), (), LATER)
    loaded = Workspace(workspace.root).load()
    assert [each.fields["项目名称"] for each in loaded.sheets] == ["甲项目"]
    assert loaded.faults == ()


def test_another_sheet_of_that_name_is_not_written_over(tmp_path: Path) -> None:
    """It is not in the backup, and stays."""
    sheet = project()
    workspace, path = backed_up(tmp_path, sheet)
    workspace.remove(sheet)
    mine = project()
    workspace.save(mine)
    take_back(open_backup(path), Workspace(workspace.root), (), LATER)
    loaded = Workspace(workspace.root).load()
    assert {each.id for each in loaded.sheets} == {sheet.id, mine.id}
    assert loaded.faults == ()


def test_the_demo_is_not_mixed_with_own_sheets(tmp_path: Path) -> None:
    """As everywhere."""
    _, path = backed_up(tmp_path, project(demo=True))
    own = Workspace(tmp_path / "乙")
    own.save(project())
    with pytest.raises(StoreError, match="示例"):
        take_back(open_backup(path), own, (), LATER)


@pytest.mark.parametrize("refused", [*range(1, 60, 2)])
def test_where_one_file_is_refused_all_is_as_it_was(tmp_path: Path, refused: int) -> None:
    """Whichever of the writes it is; versions and the backup of before may be there."""
    sheet, other = project(), project("附件1-2", "乙项目")
    workspace, path = backed_up(tmp_path, sheet, other)
    for each in (sheet, other):
        each.fields["项目名称"] = f"{each.id}新名"
        workspace.save(each)
    (workspace.root / "设置.toml").write_text('theme = "dark"\n', encoding="utf-8")
    before = everything(workspace.root)
    files = Countdown(refused)
    try:
        take_back(open_backup(path), Workspace(workspace.root, files=files), (RULES,), LATER)
    except StoreError:
        after = everything(workspace.root)
        assert {name: after.get(name) for name in before} == before
        kept = {name for name in after.keys() - before.keys() if not name.startswith(BEFORE)}
        assert all("/历史/" in name for name in kept)
    else:
        assert files.left > 0
        loaded = Workspace(workspace.root).load()
        assert [each.fields["项目名称"] for each in loaded.sheets] == ["甲项目", "乙项目"]


class Countdown(Refusing):
    """A file system that refuses the one call with that number, and no other."""

    def __init__(self, left: int) -> None:
        super().__init__("", OSError(ENOSPC, ""))
        self.left = left

    def replace(self, source: Path, target: Path) -> None:
        """Count."""
        self._count()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        """Count, but for temporary files."""
        if path.suffix != ".tmp":
            self._count()
        super().remove(path)

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(ENOSPC, "")


# Backups that are none.


def zipped(path: Path, files: dict[str, bytes], *, listed: bool = True, **extra: bytes) -> Path:
    """A zip of files with their list; what is `extra` is in the zip and not in the list."""
    with ZipFile(path, "w") as archive:
        if listed:
            archive.writestr(MANIFEST, manifest(files, "2024-04-23 10:32"))
        for name, data in (files | extra).items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../甲.toml",
        "saved/../../甲.toml",
        "/tmp/甲.toml",  # noqa: S108 - It is refused.
        "saved//甲.toml",
        "saved/./甲.toml",
        "saved\\2023\\甲.toml",
        "C:/甲.toml",
        "C:甲.toml",
        "saved/CON.toml",
        "saved/甲.toml ",
        "saved/甲.",
        "saved/.甲.toml",
        "saved/甲.toml:流",
        "saved/甲\x1b[31m.toml",
        "saved/2023/",
        "saved",
        "甲.exe",
        "exports/甲.toml",
        "saved/a/b/c/d/e/f/g/h.toml",
        f"saved/{'甲' * 201}.toml",
    ],
)
def test_a_path_that_is_none_of_ours_is_refused(tmp_path: Path, name: str) -> None:
    """Whatever it would do on which system."""
    assert not may_be_kept(name)
    path = zipped(tmp_path / "a.zip", {name: b""})
    with pytest.raises(StoreError, match="什么也没有恢复") as refused:
        open_backup(path)
    assert refused.value.message.isprintable()
    assert files_below(tmp_path) == ["a.zip"]


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    """The hash of each file is in the list."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, manifest({"saved/a.toml": b"1"}, ""))
        archive.writestr("saved/a.toml", b"2")
    with pytest.raises(StoreError, match="校验值对不上"):
        open_backup(path)


@pytest.mark.parametrize("extra", [{"saved/b.toml": b""}, {}])
def test_files_and_list_must_agree(tmp_path: Path, extra: dict[str, bytes]) -> None:
    """One too many, one too few."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, manifest({"saved/a.toml": b""}, ""))
        for name, data in extra.items():
            archive.writestr(name, data)
    with pytest.raises(StoreError, match="对不上"):
        open_backup(path)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format": 2}',
        b'{"format": 1, "created": 1, "files": {}}',
        b'{"format": 1, "created": "", "files": []}',
        b'{"format": 1, "created": "", "files": {"saved/a.toml": 1}}',
        json.dumps({"format": 1, "created": "", "files": {"a": "x" * 64}}).encode(),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, said: bytes) -> None:
    """It is not ours then."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, said)
    with pytest.raises(StoreError, match="备份清单"):
        open_backup(path)


def test_a_zip_without_a_list_is_none_of_ours(tmp_path: Path) -> None:
    """The one made for handing in, for instance."""
    with pytest.raises(StoreError, match="不是本程序做的备份"):
        open_backup(zipped(tmp_path / "a.zip", {"saved/a.toml": b""}, listed=False))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["saved/a.toml", "saved/A.toml"])
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path, other: str) -> None:
    """Case does not count: on Windows one would be written over the other."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, manifest({"saved/a.toml": b"", other: b""}, ""))
        archive.writestr("saved/a.toml", b"")
        archive.writestr(other, b"")
    with pytest.raises(StoreError, match="两个"):
        open_backup(path)


def test_a_link_is_refused(tmp_path: Path) -> None:
    """Zips of other systems may hold such."""
    path = tmp_path / "a.zip"
    link = ZipInfo("saved/a.toml")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(StoreError, match="链接"):
        open_backup(path)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    """The bit in its list says so."""
    data = bytearray(zipped(tmp_path / "a.zip", {"saved/a.toml": b""}).read_bytes())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(StoreError, match="加密"):
        open_backup(tmp_path / "a.zip")


@pytest.mark.parametrize("size", [9 * 1024 * 1024, MOST_UNPACKED])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, size: int) -> None:
    """By the size that it states; what it holds beyond that is not read."""
    path = tmp_path / "a.zip"
    block = b"\0" * 1024 * 1024
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        with archive.open("saved/a.toml", "w", force_zip64=True) as entry:
            for _ in range(min(size, 16 * 1024 * 1024) // len(block)):
                entry.write(block)
        archive.writestr("saved/b.toml", b"")
    with pytest.raises(StoreError, match="太大"):
        open_backup(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """It is cut at what it states, and then the check sum is wrong."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("saved/a.toml", b"\0" * 5_000_000)
    data = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(data)
    with pytest.raises(StoreError, match="什么也没有恢复"):
        open_backup(path)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """By their number alone."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"saved/{number}", b"")
    with pytest.raises(StoreError, match="文件太多"):
        open_backup(path)


def test_another_way_of_packing_is_refused(tmp_path: Path) -> None:
    """Ours is never packed so."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        archive.writestr("saved/a.toml", b"a" * 1000)
    with pytest.raises(StoreError, match="压缩方式"):
        open_backup(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"a" * 1000, b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    """With one sentence."""
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(StoreError, match="什么也没有恢复"):
        open_backup(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A slip in the path."""
    with pytest.raises(StoreError, match="请核对路径"):
        open_backup(tmp_path / "没有.zip")


SOUND = BytesIO()
with ZipFile(SOUND, "w", ZIP_DEFLATED) as _archive:
    _files = {"saved/a.toml": b"format = 1\n" * 20, "saved/2023/b.toml": bytes(range(200))}
    _archive.writestr(MANIFEST, manifest(_files, "2024-04-23 10:32"))
    for _name, _data in _files.items():
        _archive.writestr(_name, _data)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, len(SOUND.getvalue()) - 1), st.integers(0, 255)), max_size=4),
    st.integers(0, 60),
)
def test_a_damaged_backup_is_refused_or_whole(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], cut: int
) -> None:
    """Whatever byte was changed: one sentence, or exactly the files that were put in."""
    data = bytearray(SOUND.getvalue())
    for at, value in changes:
        data[at] = value
    path = tmp_path_factory.getbasetemp() / "fuzz.zip"
    path.write_bytes(bytes(data[: len(data) - cut] if cut else data))
    told, opened = "", None
    try:
        opened = dict(open_backup(path).files)
    except StoreError as refused:
        told = refused.message
    assert opened == _files or "什么也没有恢复" in told


def test_restored_sheets_say_what_was_backed_up(tmp_path: Path) -> None:
    """Every text, through zip and disk."""
    sheet = project()
    _, path = backed_up(tmp_path, sheet)
    target = Workspace(tmp_path / "乙")
    take_back(open_backup(path), target, (), LATER)
    (back,) = Workspace(target.root).load().sheets
    assert texts(back) == texts(sheet)
