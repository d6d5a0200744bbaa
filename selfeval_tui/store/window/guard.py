"""One at a time: a short moment in which no other process of this program writes a workspace.

The system ends such a lock with its process. Not every network drive knows locks; the comparison
before each save (`on_disk`) has to do there.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from errno import EACCES, EAGAIN, EDEADLK, EWOULDBLOCK
from pathlib import Path

from selfeval_tui.store.disk.files import PLAIN

_BUSY = {EACCES, EAGAIN, EDEADLK, EWOULDBLOCK, getattr(os, "EDEADLOCK", EDEADLK)}
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_PAUSE = 0.01
"""Seconds between two tries."""


class Guard(Enum):
    """What came of asking for the moment."""

    OURS = auto()
    BUSY = auto()
    """Somebody else had it all the time."""
    UNKNOWN = auto()
    """The file system has no such locks, or nothing can be written there."""


@contextmanager
def guarded(path: Path, patience: float) -> Iterator[Guard]:
    """Ask for the moment; it is over at the end of the block.

    Args:
        path: A file for that alone, in a folder that exists; it is made, and may be removed by
            whoever has the moment.
        patience: How many seconds to wait for somebody else.
    """
    end = time.monotonic() + patience
    found = None
    while found is None:
        try:
            handle = os.open(path, _FLAGS, PLAIN)
        except OSError:
            # Nothing can be written there; whoever saves hears that in better words.
            yield Guard.UNKNOWN
            return
        try:
            found = _wait_for(handle, end)
            if found is not None:
                yield found
        finally:
            # That ends the lock, too.
            os.close(handle)


def _wait_for(handle: int, end: float) -> Guard | None:
    """Wait for the lock; None where the file was removed meanwhile, so that it guards nothing."""
    while True:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno not in _BUSY:
                return Guard.UNKNOWN
            if time.monotonic() >= end:
                return Guard.BUSY
            time.sleep(_PAUSE)
        else:
            return Guard.OURS if os.fstat(handle).st_nlink else None


def _lock(handle: int) -> None:
    """Lock an open file, or raise the system's refusal at once."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
