"""Where LibreOffice lies on this computer: looked for only when somebody wants it."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from shutil import which

VARIABLE = "SELFEVAL_SOFFICE"
"""Names the program where it lies at an unusual place."""

_NAMES = ("soffice", "libreoffice")
_MAC = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_LINUX = ("usr/lib/libreoffice", "usr/lib64/libreoffice", "opt/libreoffice*")
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
_WINDOWS_PLACES = ("LibreOffice/program", "Programs/LibreOffice/program")
_WINDOWS_PROGRAMS = ("soffice.com", "soffice.exe")
"""The first one waits until the work is done and opens no window."""


def find_office(
    environment: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = which,
    platform: str = sys.platform,
    root: Path | None = None,
) -> Path | None:
    """Where the program is that turns our files into PDF; None where there is none.

    Args:
        environment: May name it.
        find: Where a program of the search path lies.
        platform: Which system this is, as `sys.platform` says.
        root: What the usual places are counted from, unless the environment names them.
    """
    if named := environment.get(VARIABLE, "").strip():
        path = Path(named).expanduser()
        return path if path.is_file() else None
    usual = _usual(environment, platform, root or Path("/"))
    if platform == "win32":
        # On the path stands what opens a window; beside it lies what does not.
        return next((path for path in usual if path.is_file()), None) or _on_path(find)
    return _on_path(find) or next((path for path in usual if path.is_file()), None)


def no_office(kind: str, environment: Mapping[str, str] = os.environ) -> str:
    """What is said where none was found: what does not work, and what to do instead.

    Args:
        kind: What the files are that were exported: Excel or Word.
        environment: May have named it.
    """
    instead = f"可以在 WPS 里打开导出的 {kind} 文件另存为 PDF"
    sentence = f"没有找到 LibreOffice，不能生成 PDF；{instead}。"
    named = environment.get(VARIABLE, "").strip()
    return f"{sentence}环境变量 {VARIABLE} 写的“{named}”不是一个程序。" if named else sentence


def _on_path(find: Callable[[str], str | None]) -> Path | None:
    return next((Path(found) for name in _NAMES if (found := find(name))), None)


def _usual(environment: Mapping[str, str], platform: str, root: Path) -> Iterator[Path]:
    if platform == "win32":
        for name in _WINDOWS:
            for place in _WINDOWS_PLACES if environment.get(name) else ():
                yield from (Path(environment[name], place, each) for each in _WINDOWS_PROGRAMS)
    elif platform == "darwin":
        yield root / _MAC
        if home := environment.get("HOME"):
            yield Path(home) / _MAC
    else:
        for pattern in _LINUX:
            yield from sorted(root.glob(f"{pattern}/program/soffice"), key=_version, reverse=True)


def _version(path: Path) -> list[int]:
    """The number in the name of its folder: the newest of several is taken."""
    return [int(digits) for digits in re.findall(r"[0-9]+", path.parts[-3])]
