"""No network at all, and nothing of the machine or its user in any file."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.ground.office_day import REFUSED, TYPED

USER, HOST = "qzxvuser", "qzxvhost"
"""Found nowhere by chance."""
_BY_NAME = f"""
import os, runpy
real = os.uname()
os.uname = lambda: os.uname_result((real[0], "{HOST}", *real[2:]))
runpy.run_module("tests.ground.office_day", run_name="__main__")
"""


def _surroundings(checkout: Path, home: Path) -> Mapping[str, str]:
    home.mkdir(parents=True)
    names = dict.fromkeys(("USER", "LOGNAME", "USERNAME"), USER)
    hosts = dict.fromkeys(("HOSTNAME", "HOST", "COMPUTERNAME"), HOST)
    homes = dict.fromkeys(("HOME", "USERPROFILE", "XDG_STATE_HOME"), str(home))
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, **names, **hosts, **homes, "PYTHONPATH": str(checkout), "PYTHONUTF8": "1"}


def _day(command: list[str], checkout: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, str(folder)],
        env=_surroundings(checkout, folder / f"家-{USER}"),
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_hook_hears_a_connection(checkout: Path, tmp_path: Path) -> None:
    """The tests below would notice."""
    code = (
        "import socket, tests.ground.office_day as day\n"
        "watch = day.Watch()\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9))\n"
        "except OSError:\n    pass\n"
        "assert watch.refused, watch.refused"
    )
    done = _day([sys.executable, "-c", code], checkout, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_day_of_work_asks_no_network(checkout: Path, tmp_path: Path) -> None:
    """Neither a name nor an address is looked for, nothing is connected, bound or sent."""
    done = _day([sys.executable, "-m", "tests.ground.office_day"], checkout, tmp_path)
    assert done.returncode != REFUSED, done.stderr
    assert done.returncode == 0, done.stderr
    _did_its_work(tmp_path)


@pytest.mark.skipif(not shutil.which("unshare"), reason="只有 Linux 能给程序一个没有网络的环境")
def test_a_day_of_work_needs_no_network(checkout: Path, tmp_path: Path) -> None:
    """Where there is none, not even to itself, all works the same."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("这个系统不允许建立没有网络的环境")
    day = [sys.executable, "-m", "tests.ground.office_day"]
    done = _day([*alone, *day], checkout, tmp_path)
    assert done.returncode == 0, done.stderr
    _did_its_work(tmp_path)


@pytest.mark.skipif(not hasattr(os, "uname"), reason="Windows 没有 uname")
def test_no_file_names_the_user_the_pc_or_a_folder(checkout: Path, tmp_path: Path) -> None:
    """Sheets, versions, exports, submissions, backups, settings: all but the lock."""
    done = _day([sys.executable, "-c", _BY_NAME], checkout, tmp_path)
    assert done.returncode == 0, done.stderr
    _did_its_work(tmp_path)
    wanted = [each.encode(codec) for each in (USER, HOST, str(tmp_path)) for codec in CODECS]
    for name, data in _written(tmp_path):
        found = [each for each in wanted if each in data]
        assert not found, f"{name}: {found}"


CODECS = ("utf-8", "utf-16-le")


def _did_its_work(folder: Path) -> None:
    """The test would say nothing of a program that did nothing."""
    names = [name for name, _ in _written(folder)]
    for part in (".toml", "历史", "导出", ".xlsx", "备份.zip", "备份.zip/saved/"):
        assert any(part in name for name in names), part
    assert any(TYPED.encode() in data for name, data in _written(folder) if "saved" in name)


def _written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file but the lock, and what is packed in it, with its name."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name != ".selfeval.lock":
            yield from _unpacked(str(path.relative_to(folder)), path.read_bytes())


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield from _unpacked(f"{name}/{part}", archive.read(part))
