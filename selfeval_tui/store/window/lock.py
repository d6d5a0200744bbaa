"""Who has a workspace open: one window writes, the others look.

A file says who it is, since when, and when that window was last seen; it is renewed about once a
minute. It is no fence: a window that lost it finds out before its next save, because each save
reads it in a `guarded` moment, and compares the sheet's file besides.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime, timedelta
from pathlib import Path

from attrs import evolve, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.leftovers import clear_leftovers
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.window.guard import Guard, guarded
from selfeval_tui.store.window.process import host_name, is_gone, user_name

LOCK, GUARD = ".selfeval.lock", ".selfeval.guard"
"""The file that tells, and the one that `guarded` uses; both in the workspace itself."""
SAVED = "saved"
"""The folder that makes a workspace of a folder."""
STALE = timedelta(minutes=4)
"""A window that was not seen for that long may be gone."""
_MOST_BYTES = 4096
_PATIENCE = 10.0
"""Seconds that a save waits for somebody else's."""
_GLANCE = 1.0
"""Seconds that the opening waits for it."""


@frozen
class Holder:
    """The window that has a workspace."""

    window: str
    """Chosen at random by each window."""
    user: str
    host: str
    process: int
    since: datetime
    seen: datetime

    @property
    def gone(self) -> bool:
        """Whether it ended without giving the workspace back; only known of this PC."""
        return self.host == host_name() and is_gone(self.process)

    def stale(self, now: datetime) -> bool:
        """Whether it was not seen for so long that it may be gone."""
        return now - self.seen > STALE

    def words(self, now: datetime) -> str:
        """Who, since when, and whether it may be gone: 甲@PC-3 从 9:05 起打开着."""
        who = f"{self.user}@{self.host.partition('/')[0]}".strip("@") or "另一个窗口"
        told = f"{who} 从 {_told(self.since, now)} 起打开着"
        if not self.stale(now):
            return told
        return f"{told}，最后一次活动在 {_told(self.seen, now)}，可能已经不在了"


@frozen
class Taken:
    """The workspace is for this window to write."""

    unclean: Holder | None = None
    """The window that had it last and ended without giving it back."""
    untold: str = ""
    """Why others cannot be told so, in Chinese; empty where they are."""


class WorkspaceLock:
    """This window's part in the lock of a workspace; threads may share it.

    Args:
        root: The workspace; nothing is made in a folder that holds no sheets yet.
        clock: The time of day.
        files: The file system.
        me: This window; told by the system where None.
    """

    def __init__(
        self,
        root: Path,
        clock: Callable[[], datetime],
        files: Files = DISK,
        me: Holder | None = None,
    ) -> None:
        self._root = root
        self._clock = clock
        self._files = files
        now = clock()
        self._me = me or Holder(
            os.urandom(8).hex(), user_name(), host_name(), os.getpid(), now, now
        )
        self.held = False
        """Whether this window has it, as far as it knows."""
        self._had = False

    def take(self, *, over: bool = False) -> Taken | Holder:
        """Take the workspace if nobody has it, and clear what an interrupted window left there.

        Args:
            over: Whether to take it even from a window that is there; the clerk said yes.

        Returns:
            That it is ours; or who has it.
        """
        if not ((self._root / SAVED).is_dir() or (self._root / LOCK).is_file()):
            return Taken()
        with guarded(self._root / GUARD, _GLANCE):
            try:
                found = self._others()
                if found and not over and not found.gone:
                    self.held = False
                    return found
                self._write()
                clear_leftovers(self._root, files=self._files)
            except StoreError as error:
                return Taken(untold=error.message)
        ended = found and found.gone and found.process != os.getpid()
        return Taken(unclean=found if ended else None)

    @contextmanager
    def turn(self) -> Iterator[Holder | None]:
        """A moment to save in, in which no other window of this program saves.

        Yields:
            None where this window may write; otherwise who has the workspace by now.

        Raises:
            StoreError: Somebody else is saving and does not finish, or the lock cannot be read.
        """
        if not self._had and not self._root.is_dir():
            # The first save makes the folder; two windows that do so both come to the guard.
            with suppress(StoreError):
                self._write()
        with guarded(self._root / GUARD, _PATIENCE) as guard:
            if guard is Guard.BUSY:
                raise StoreError("另一个窗口正在保存这里的表，一直没有写完。请稍等，再存一次。")
            found = self._others()
            if found and not found.gone:
                self.held = False
                yield found
                return
            if not self.held and self._root.is_dir():
                # What keeps us from telling others keeps us from saving, too, and is told there.
                with suppress(StoreError):
                    self._write()
            yield None

    @contextmanager
    def still(self) -> Iterator[None]:
        """A moment to look in, in which no other window of this program saves, as a rule."""
        in_use = (self._root / LOCK).exists()
        with guarded(self._root / GUARD, _GLANCE) if in_use else nullcontext():
            yield

    def renew(self) -> Holder | None:
        """Be seen; to be called about once a minute.

        Returns:
            Who has the workspace by now, if not this window.
        """
        if not self._root.is_dir():
            return None
        with self._guarded_if_held(), suppress(StoreError):
            found = self._others()
            if found and not found.gone:
                self.held = False
                return found
            if self.held:
                # Where this fails the next save fails, too, and says why.
                self._write()
        return None

    def release(self) -> None:
        """Give the workspace back, as at a clean end."""
        if not self.held:
            return
        self.held = False
        # A file that stays tells of a process that is gone; the next window sees that.
        with guarded(self._root / GUARD, _GLANCE) as guard, suppress(StoreError, OSError):
            if self._others() is None:
                self._files.remove(self._root / LOCK)
            if guard is Guard.OURS:
                # Windows keeps it while it is open; it does no harm.
                self._files.remove(self._root / GUARD)

    def _guarded_if_held(self) -> AbstractContextManager[object]:
        """Whoever only looks writes nothing, not even the file of the guard."""
        return guarded(self._root / GUARD, _GLANCE) if self.held else nullcontext()

    def _write(self) -> None:
        told = evolve(self._me, seen=self._clock())
        values = {
            "window": told.window,
            "user": told.user,
            "host": told.host,
            "process": told.process,
            "since": told.since.isoformat(),
            "seen": told.seen.isoformat(),
        }
        data = json.dumps(values, ensure_ascii=True, indent=1).encode()
        write_file(self._root / LOCK, data, self._files)
        self.held = self._had = True

    def _others(self) -> Holder | None:
        """The window that the file tells of, if that is another one.

        Raises:
            StoreError: The file cannot be read.
        """
        path = self._root / LOCK
        try:
            data = read_file(path, _MOST_BYTES, within=self._root)
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(
                f"看不出是谁打开着这里的表：“{path}”读不出来（{reason(error)}）。"
                "请看网络盘是否还连着，是否允许读取。"
            ) from error
        found = _parse(data) or Holder("", "", "", 0, written, written)
        return None if found.window == self._me.window else found


def _parse(data: bytes) -> Holder | None:
    """What a lock's file says; None where it says nothing, as after a power cut."""
    try:
        values = json.loads(data)
        return Holder(
            str(values["window"]),
            str(values["user"]),
            str(values["host"]),
            int(values["process"]),
            datetime.fromisoformat(values["since"]).astimezone(),
            datetime.fromisoformat(values["seen"]).astimezone(),
        )
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError, OSError):
        return None


def _told(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    day = "" if local.date() == now.date() else f"{local.month}月{local.day}日 "
    return f"{day}{local:%H:%M}"
