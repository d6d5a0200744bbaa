"""Who has a workspace open: one window writes, the others look."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from errno import EACCES, EOPNOTSUPP, EROFS
from pathlib import Path

import pytest

from selfeval_tui.problems import StoreError
from selfeval_tui.store.window.guard import Guard, guarded
from selfeval_tui.store.window.lock import GUARD, LOCK, STALE, Holder, Taken, WorkspaceLock
from selfeval_tui.store.window.process import host_name, is_gone
from tests.store.build import Refusing, files_below

NOON = datetime(2024, 4, 23, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        """The time."""
        return self.now


def window(name: str, host: str = "PC-1", process: int = 1) -> Holder:
    """A window of some PC."""
    return Holder(name, name, host, process, NOON, NOON)


def lock_of(root: Path, name: str, clock: Clock | None = None) -> WorkspaceLock:
    """The lock as a window on another PC has it."""
    return WorkspaceLock(root, clock or Clock(), me=window(name))


def other_says(lock: WorkspaceLock) -> Holder | None:
    """Who has it when a save is due."""
    with lock.turn() as other:
        return other


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path) -> None:
    """The folder holds sheets."""
    (tmp_path / "saved").mkdir()


def test_the_first_window_has_it_and_the_second_is_told_by_whom(tmp_path: Path) -> None:
    """Until the first one gives it back."""
    first, second = lock_of(tmp_path, "甲"), lock_of(tmp_path, "乙")
    assert first.take() == Taken()
    held = second.take()
    assert isinstance(held, Holder)
    assert held.words(NOON) == "甲@PC-1 从 12:00 起打开着"
    assert (first.held, second.held) == (True, False)
    first.release()
    assert second.take() == Taken()


def test_nothing_is_made_where_nothing_is_yet(tmp_path: Path) -> None:
    """The first save makes the folder, and takes it."""
    assert lock_of(tmp_path / "saved", "甲").take() == Taken()
    assert files_below(tmp_path) == []
    root = tmp_path / "自评"
    first, second = lock_of(root, "甲"), lock_of(root, "乙")
    assert (first.take(), second.take()) == (Taken(), Taken())
    assert first.renew() is None
    assert not root.exists()
    assert other_says(first) is None
    assert other_says(second) == window("甲")
    first.release()
    assert files_below(tmp_path) == []


def test_a_folder_that_went_away_is_not_made_again(tmp_path: Path) -> None:
    """Whoever saves finds that out."""
    root = tmp_path / "自评"
    (root / "saved").mkdir(parents=True)
    lock = lock_of(root, "甲")
    lock.take()
    root.rename(tmp_path / "移走")
    assert lock.renew() is None
    assert other_says(lock) is None
    assert not root.exists()


def test_it_is_taken_over_with_a_yes_and_the_loser_hears_of_it(tmp_path: Path) -> None:
    """Before its next save, and at its next sign of life."""
    first, second = lock_of(tmp_path, "甲"), lock_of(tmp_path, "乙")
    first.take()
    assert second.take(over=True) == Taken()
    assert second.held
    assert other_says(first) == window("乙")
    assert not first.held
    assert first.renew() == window("乙")
    first.release()
    assert isinstance(lock_of(tmp_path, "丙").take(), Holder)


def test_a_window_that_is_not_seen_for_long_may_be_gone(tmp_path: Path) -> None:
    """That is told, and asked; it is not taken silently."""
    clock = Clock()
    first = lock_of(tmp_path, "甲", clock)
    first.take()
    clock.now = NOON + timedelta(minutes=1)
    first.renew()
    clock.now += STALE + timedelta(seconds=1)
    held = lock_of(tmp_path, "乙", clock).take()
    assert isinstance(held, Holder)
    assert held.stale(clock.now)
    assert "最后一次活动在 12:01，可能已经不在了" in held.words(clock.now)
    assert not held.stale(NOON - timedelta(days=1)), "a clock that goes wrong proves nothing"


def test_a_process_that_ended_on_this_pc_holds_nothing(tmp_path: Path) -> None:
    """It is taken without a question, and told once: that end was no clean one."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = window("甲", host_name(), ended.pid)
    WorkspaceLock(tmp_path, Clock(), me=dead).take()
    assert lock_of(tmp_path, "乙").take() == Taken(unclean=dead)
    alive = window("丙", host_name(), os.getppid())
    WorkspaceLock(tmp_path, Clock(), me=alive).take(over=True)
    assert isinstance(lock_of(tmp_path, "丁").take(), Holder)


def test_a_process_of_another_pc_is_never_taken_for_gone() -> None:
    """Its number means nothing here."""
    assert not window("甲", "PC-9", 2**22 + 1).gone
    assert not is_gone(os.getppid())
    assert not is_gone(2**80)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"window": 1}', b"\xff", b"[" * 4000])
def test_a_file_that_says_nothing_is_asked_about(tmp_path: Path, data: bytes) -> None:
    """Somebody may be there; after a yes it is ours."""
    (tmp_path / LOCK).write_bytes(data)
    lock = lock_of(tmp_path, "甲")
    held = lock.take()
    assert isinstance(held, Holder)
    assert "另一个窗口" in held.words(NOON)
    lock.take(over=True)
    assert lock.held
    assert other_says(lock) is None


@pytest.mark.parametrize("number", [EACCES, EROFS])
def test_where_nothing_can_be_written_it_opens_and_says_so(tmp_path: Path, number: int) -> None:
    """Saving will say the same; as soon as that works the workspace is taken."""
    files = Refusing("replace", OSError(number, ""))
    lock = WorkspaceLock(tmp_path, Clock(), files, window("甲"))
    taken = lock.take()
    assert isinstance(taken, Taken)
    assert taken.untold
    assert not lock.held
    assert other_says(lock) is None
    files.refuses = False
    assert other_says(lock) is None
    assert lock.held


def test_a_save_waits_for_another_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And gives up with a sentence where that never ends."""
    monkeypatch.setattr("selfeval_tui.store.window.lock._PATIENCE", 0.0)
    lock = lock_of(tmp_path, "甲")
    lock.take()
    with guarded(tmp_path / GUARD, 0) as guard:
        assert guard is Guard.OURS
        with pytest.raises(StoreError, match="另一个窗口正在保存"), lock.turn():
            pass
    assert other_says(lock) is None


def test_a_drive_without_locks_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison before each save has to do there."""

    def refuse(_handle: int) -> None:
        raise OSError(EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr("selfeval_tui.store.window.guard._lock", refuse)
    lock = lock_of(tmp_path, "甲")
    assert lock.take() == Taken()
    assert other_says(lock) is None


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    """What a workspace from somebody else holds cannot make a file outside of it."""
    root = tmp_path / "自评"
    (root / "saved").mkdir(parents=True)
    for name in (LOCK, GUARD):
        (root / name).symlink_to(tmp_path / f"outside{name}")
    lock = lock_of(root, "甲")
    lock.take()
    assert not list(tmp_path.glob("outside*"))
