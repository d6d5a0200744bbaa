"""Verbs that write wait for no window: where one has the workspace they write nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfeval_tui.clock import local_time
from selfeval_tui.problems import StoreError
from selfeval_tui.store.window.lock import Holder, WorkspaceLock


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Have a workspace for a while; other windows only look meanwhile.

    Args:
        root: The workspace, which need not exist yet.

    Raises:
        StoreError: Another window has it; who, since when, and what to do.
    """
    lock = WorkspaceLock(root, local_time)
    taken = lock.take()
    if isinstance(taken, Holder):
        raise StoreError(f"{taken.words(local_time())}，没有写入。请先在那里退出，再运行一次。")
    try:
        yield
    finally:
        lock.release()
