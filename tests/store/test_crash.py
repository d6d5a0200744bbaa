"""A power cut at any moment: what was called saved is on the disk, and no file is half written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from selfeval_tui.sheet import Sheet
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.disk.leftovers import clear_leftovers
from selfeval_tui.store.disk.writer import write_file, write_folder
from selfeval_tui.store.sheetfile.decode import decode
from tests.store.build import files_below
from tests.store.crash import Crash, Recorder, put
from tests.store.evening import UNIT, WORKS, Evening, harm_of, removing, renaming, typing

FAR_LATER = 2**40


def crashes(evening: Evening) -> list[Crash]:
    """Every state of the disk that a power cut during the evening may leave."""
    return list(evening.recorder.crashes())


def harm(evening: Evening, folder: Path) -> list[str]:
    """What any of these states lacks."""
    found: list[str] = []
    for number, crash in enumerate(crashes(evening)):
        found += harm_of(crash, evening.told, folder / str(number))
    return found


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.__name__)
def test_a_power_cut_takes_nothing_that_was_saved(
    tmp_path: Path, work: Callable[[Evening], None]
) -> None:
    """Each sheet, each version kept and the settings: the old one or the new one, whole."""
    evening = Evening(tmp_path / "disk")
    work(evening)
    assert len(crashes(evening)) > len(evening.told)
    assert harm(evening, tmp_path) == []


class _NoFlush(Recorder):
    """A writer that leaves the bytes of its files to the system."""

    def create(self, path: Path) -> int:
        self.file = super().create(path)
        return self.file

    def sync(self, handle: int) -> None:
        if handle != self.file:
            super().sync(handle)

    def close(self, handle: int) -> None:
        super().close(handle)
        self.file = -1 if handle == self.file else self.file

    file = -1


class _NoNames(Recorder):
    """A writer that leaves the names in its folders to the system."""

    syncs_folders = False


class _InPlace(Recorder):
    """A writer that fills the file itself instead of one beside it."""

    def replace(self, source: Path, target: Path) -> None:
        data = source.read_bytes()
        if target.exists():
            self.remove(target)
        self.close(self._filled(target, data))
        self.remove(source)

    def _filled(self, target: Path, data: bytes) -> int:
        handle = self.create(target)
        self.write(handle, memoryview(data))
        self.sync(handle)
        return handle


@pytest.mark.parametrize("careless", [_NoFlush, _NoNames, _InPlace])
def test_a_writer_that_skips_a_step_is_found_out(tmp_path: Path, careless: type[Recorder]) -> None:
    """The states that are opened here do tell a careful writer from a careless one."""
    evening = Evening(tmp_path / "disk", careless)
    typing(evening)
    assert harm(evening, tmp_path) != []


def test_a_rename_across_folders_would_lose_a_sheet(tmp_path: Path) -> None:
    """Why nothing is moved by a rename: a stick may keep neither the old name nor the new."""
    path = tmp_path / "disk" / "甲.toml"
    (path.parent / "回收站").mkdir(parents=True)
    path.write_bytes(b"x")
    recorder = Recorder(path.parent)
    recorder.replace(path, path.parent / "回收站" / "甲.toml")
    trees = [crash.tree for crash in recorder.crashes()]
    assert {"回收站": {}} in trees


def test_where_no_folder_can_be_synced_a_file_is_still_whole(tmp_path: Path) -> None:
    """Windows: at worst the power cut leaves an earlier version, never a part of one."""
    evening = Evening(tmp_path / "disk", _NoNames)
    typing(evening)
    seen = set()
    for number, crash in enumerate(crashes(evening)):
        put(crash.tree, tmp_path / str(number))
        loaded = Workspace(tmp_path / str(number) / "w").load()
        assert loaded.faults == ()
        seen |= {sheet.fields[UNIT] for sheet in loaded.sheets}
    assert seen == {"某局", "甲局", "乙局" * 40}


@pytest.mark.parametrize("work", [typing, renaming, removing])
def test_work_goes_on_after_a_power_cut(tmp_path: Path, work: Callable[[Evening], None]) -> None:
    """The leftovers go, the sheet can be edited, and nothing is blamed on another program."""
    evening = Evening(tmp_path / "disk")
    work(evening)
    for number, crash in enumerate(crashes(evening)):
        put(crash.tree, tmp_path / str(number))
        root = tmp_path / str(number) / "w"
        clear_leftovers(root, FAR_LATER)
        assert not [each for each in files_below(root) if each.endswith(".tmp")]
        workspace = Workspace(root, demo=False)
        for sheet in workspace.load().sheets:
            sheet.fields[UNIT] = "断电以后"
            workspace.save(sheet)
        assert workspace.take_notices() == ()
        assert {each.fields[UNIT] for each in Workspace(root).load().sheets} <= {"断电以后"}


def test_an_interrupted_rename_leaves_two_files_that_say_the_same(tmp_path: Path) -> None:
    """The one fault that a power cut may cause; whichever file is taken, nothing is lost."""
    evening = Evening(tmp_path / "disk")
    renaming(evening)
    twins = 0
    for number, crash in enumerate(crashes(evening)):
        put(crash.tree, tmp_path / str(number))
        root = tmp_path / str(number) / "w"
        for fault in Workspace(root).load().faults:
            twins += 1
            assert "同一张表" in fault.message
            files = (root / "saved").glob("*/*.toml")
            assert len({each.read_bytes() for each in files}) == 1
    assert twins


@pytest.mark.parametrize("shortest", [1, 40])
def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path, shortest: int) -> None:
    """A submission: its name stands only for all of its files."""
    disk = tmp_path / "disk"
    disk.mkdir()
    recorder = Recorder(disk)
    contents = {"甲.xlsx": b"a" * shortest, "乙.xlsx": b"b" * 50}
    write_folder(disk / "exports" / "报送", contents, recorder)
    recorder.tell()
    for number, crash in enumerate(recorder.crashes()):
        folder = tmp_path / str(number) / "exports" / "报送"
        put(crash.tree, tmp_path / str(number))
        there = (
            {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}
        )
        assert there in ([contents] if crash.told else [contents, {}])


def test_a_file_of_zeros_is_a_fault_and_no_sheet(tmp_path: Path) -> None:
    """What some disks leave of a file whose bytes never arrived."""
    evening = Evening(tmp_path / "disk")
    evening.add()
    path = evening.workspace.path_of(evening.sheet)
    data = path.read_bytes()
    for keep in (0, 10, len(data) // 2, len(data) - 1):
        assert isinstance(decode(data[:keep] + bytes(len(data) - keep), path), Fault)
    assert isinstance(decode(data, path), Sheet)


def test_every_change_is_recorded(tmp_path: Path) -> None:
    """The record alone gives the disk as it is."""
    disk = tmp_path / "disk"
    disk.mkdir()
    recorder = Recorder(disk)
    write_file(disk / "saved" / "2023" / "甲.toml", b"1", recorder)
    write_file(disk / "saved" / "2023" / "甲.toml", b"2", recorder)
    *_, last = recorder.crashes()
    assert last.tree == {"saved": {"2023": {"甲.toml": b"2"}}}
