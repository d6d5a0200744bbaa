"""PDF: workbooks and documents turned into pages by LibreOffice, out of sight."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from selfeval_tui.files.profile import write_profile
from selfeval_tui.store.disk.system import reason

PDF = ".pdf"
START_SECONDS, FILE_SECONDS = 120, 20
"""How long the first start on a slow computer may take, and each file after it."""

_FAILED = "LibreOffice 没有转换成功"
_NO_WRITER = "（转换 Word 文件要用它的 Writer，请看是否装了）"
_LOOK_SECONDS = 0.2
"""How often is looked whether it is done, or not wanted any more."""
_CREATE_NO_WINDOW = 0x08000000
_HEAD, _END, _END_WITHIN = b"%PDF-", b"%%EOF", 1024


@frozen
class Source:
    """A file that was made just now, to be turned into PDF."""

    ending: str
    """.xlsx or .docx."""
    data: bytes


@frozen
class Unmade:
    """A PDF that there is not, and why."""

    why: str
    """What happened, as a part of a Chinese sentence."""


STOPPED = Unmade("已停止")


@frozen
class Watch:
    """Who waits for a long conversion."""

    told: Callable[[int, int], None] = lambda _done, _all: None
    """Hears how many PDFs there are by now, and how many there shall be."""
    stopped: Callable[[], bool] = lambda: False
    """Whether nobody wants the rest any more."""


ALONE = Watch()


def to_pdf(
    sources: Sequence[Source],
    office: Path,
    watch: Watch = ALONE,
    *,
    seconds: float | None = None,
) -> tuple[bytes | Unmade, ...]:
    """Turn files into PDF with one start of LibreOffice.

    It works in a folder of its own, with a profile of its own: it neither meets the window that
    the clerk has open nor leaves anything behind.

    Args:
        sources: The files.
        office: The program, as `find_office` says.
        watch: Hears of the progress, and may stop it.
        seconds: How long it may take; long enough for a slow computer where None.

    Returns:
        For each file its PDF, or why there is none.
    """
    if not sources:
        return ()
    limit = START_SECONDS + FILE_SECONDS * len(sources) if seconds is None else seconds
    try:
        with TemporaryDirectory(prefix="selfeval-", ignore_cleanup_errors=True) as folder:
            return _convert(Path(folder), sources, office, watch, limit)
    except OSError as error:
        return (Unmade(f"LibreOffice 没能运行（{reason(error)}）"),) * len(sources)


def _convert(
    folder: Path, sources: Sequence[Source], office: Path, watch: Watch, limit: float
) -> tuple[bytes | Unmade, ...]:
    names = [f"{number}{source.ending}" for number, source in enumerate(sources, start=1)]
    for name, source in zip(names, sources, strict=True):
        (folder / name).write_bytes(source.data)
    made, profile = folder / "pdf", folder / "profile"
    made.mkdir()
    write_profile(profile)
    command = [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless", "--norestore", "--nologo", "--nofirststartwizard",
        "--convert-to", "pdf", "--outdir", str(made), *(str(folder / name) for name in names),
    ]  # fmt: skip
    with _running(command, folder) as process:
        why = _wait(process, lambda: watch.told(_count(made), len(names)), watch.stopped, limit)
    pages = (_read(made / f"{Path(name).stem}{PDF}") for name in names)
    return tuple(page or _of(source, why) for page, source in zip(pages, sources, strict=True))


def _of(source: Source, why: Unmade) -> Unmade:
    """Why this file has no PDF: on some systems the part for documents is installed apart."""
    apart = source.ending == ".docx" and why.why.startswith(_FAILED)
    return Unmade(f"{why.why}{_NO_WRITER}") if apart else why


def _wait(
    process: subprocess.Popen[bytes],
    tell: Callable[[], None],
    stopped: Callable[[], bool],
    limit: float,
) -> Unmade:
    """Wait until it ends; what is to be said of the files that it did not make."""
    end = time.monotonic() + limit
    while True:
        try:
            status = process.wait(_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            tell()
            if stopped():
                return STOPPED
            if time.monotonic() > end:
                return Unmade(f"LibreOffice 过了 {limit:.0f} 秒还没有转换完，已停止")
            continue
        after = f"，退出码 {status}" if status else ""
        return Unmade(f"{_FAILED}{after}")


def _count(made: Path) -> int:
    return sum(1 for _ in made.glob(f"*{PDF}"))


@contextmanager
def _running(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program cut off from this terminal; it and what it started end with the block."""
    process = subprocess.Popen(  # noqa: S603 - The program was found, the rest are our own files.
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_CREATE_NO_WINDOW if sys.platform == "win32" else 0,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started: LibreOffice's starter is not what works."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        with suppress(OSError):
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _read(path: Path) -> bytes | None:
    """A PDF that is there as a whole."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    whole = data.startswith(_HEAD) and _END in data[-_END_WITHIN:]
    return data if whole else None
