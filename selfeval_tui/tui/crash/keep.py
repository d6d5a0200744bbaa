"""Where a report of an unforeseen error lies."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.names import free_name

FOLDER = "故障报告"
_ENDING = ".txt"


def keep_report(text: str, root: Path | None, at: datetime) -> Path | None:
    """Write a report.

    Args:
        text: What it says.
        root: The workspace; a folder that is not there is not made for it.
        at: When it happened.

    Returns:
        The file: in the workspace, else among the system's temporary files; None where neither
        can be written.
    """
    for folder in _folders(root):
        with suppress(StoreError, OSError, UnicodeEncodeError):
            name = free_name(f"{FOLDER} {at:%Y-%m-%d %H%M%S}", _taken(folder))
            path = folder / f"{name}{_ENDING}"
            write_file(path, text.encode())
            return path
    return None


def _folders(root: Path | None) -> Iterator[Path]:
    with suppress(OSError):
        if root is not None and root.is_dir():
            yield root / FOLDER
    with suppress(OSError):
        # Only asked for when it is needed: there may be none.
        yield Path(gettempdir()) / f"selfeval-{FOLDER}"


def _taken(folder: Path) -> list[str]:
    return [each.stem for each in folder.iterdir()] if folder.is_dir() else []
