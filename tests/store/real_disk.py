"""Saving on a disk that is really full or really read-only: a small one in a namespace of its own.

`run` starts this module on such a disk, where it saves, is refused, and saves again; nothing is
mounted outside of that process.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from selfeval_tui.store import SaveState, Workspace
from tests.store.build import texts
from tests.store.faulty import Desk, snapshot, temporary

_MOUNT = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"'
_NO_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Even an administrator's process is then refused what a folder's owner forbids."""
_PAGE = 4096


def why_not(folder: Path) -> str:
    """Why no disk can be mounted here; empty where one can."""
    missing = [name for name in ("unshare", "setpriv", "mount") if shutil.which(name) is None]
    if missing:
        return f"这里没有 {'、'.join(missing)}，挂不了试验用的小磁盘"
    tried = _inside(folder, "size=64k", ["true"])
    return f"这里不让挂试验用的小磁盘：{tried.stderr.strip()}" if tried.returncode else ""


def run(what: str, folder: Path, options: str) -> str:
    """Play one of the scenes on a disk that is mounted with these options.

    Returns:
        What went wrong; empty if nothing did.
    """
    rights = _NO_RIGHTS if what == "forbidden" else ()
    command = [*rights, sys.executable, "-m", __name__, what, str(folder)]
    ended = _inside(folder, options, command)
    return ended.stderr if ended.returncode else ""


def _inside(folder: Path, options: str, command: list[str]) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    start = ["unshare", "-rm", "sh", "-c", _MOUNT, "sh", options, str(folder), *command]
    return subprocess.run(start, capture_output=True, text=True, check=False)


def full(folder: Path) -> None:
    """With room for none, one, two … pages, until a save fits."""
    desk = Desk(folder / "w")
    filler = folder / "filler"
    text = "二" * (4 * _PAGE)
    refused = 0
    for pages in range(1000):
        _fill(filler, free=pages)
        before = snapshot(desk.root)
        desk.type("单位名称", f"{pages}{text}")
        status = desk.saving.save_now()
        if status.state is SaveState.SAVED:
            break
        refused += 1
        assert status.state is SaveState.FAILED
        assert "磁盘已满" in status.message, status.message
        assert snapshot(desk.root) == before
        assert not temporary(desk.root)
        filler.unlink()
        _saves_again(desk)
    assert refused > 1, refused
    filler.unlink()
    _saves_again(desk)


def no_names(folder: Path) -> None:
    """No file more can be created, though there is room."""
    desk = Desk(folder / "w")
    names = [folder / f"filler {number}" for number in range(1000)]
    with suppress(OSError):
        for name in names:
            name.touch()
    _is_refused(desk, "磁盘已满")
    for name in names:
        name.unlink(missing_ok=True)
    _saves_again(desk)


def read_only(folder: Path) -> None:
    """The whole disk, as a stick whose switch was pushed."""
    desk = Desk(folder / "w")
    _remount(folder, "ro")
    _is_refused(desk, "不允许写入")
    _remount(folder, "rw")
    _saves_again(desk)


def forbidden(folder: Path) -> None:
    """One folder, by its permissions."""
    desk = Desk(folder / "w")
    year = desk.workspace.path_of(desk.sheet).parent
    year.chmod(0o555)
    _is_refused(desk, "不允许写入")
    year.chmod(0o755)
    _saves_again(desk)


SCENES: Mapping[str, Callable[[Path], None]] = {
    "full": full,
    "no_names": no_names,
    "read_only": read_only,
    "forbidden": forbidden,
}


def _fill(filler: Path, free: int) -> None:
    """Take all of the room but so many pages."""
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(_PAGE))
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - free * _PAGE))


def _is_refused(desk: Desk, said: str) -> None:
    before = snapshot(desk.root)
    desk.type("单位名称", "被拒绝")
    status = desk.saving.save_now()
    assert status.state is SaveState.FAILED
    assert said in status.message, status.message
    assert snapshot(desk.root) == before
    assert not temporary(desk.root)


def _saves_again(desk: Desk) -> None:
    desk.type("单位名称", "再存")
    status = desk.saving.save_now()
    assert (status.state, status.message) in {(SaveState.SAVED, ""), (SaveState.IDLE, "")}, status
    (sheet,) = Workspace(desk.root, demo=False).load().sheets
    assert texts(sheet) == texts(desk.sheet)


def _remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


if __name__ == "__main__":
    SCENES[sys.argv[1]](Path(sys.argv[2]))
