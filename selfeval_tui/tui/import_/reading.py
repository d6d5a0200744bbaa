"""From what a clerk typed to the files that are read."""

from pathlib import Path
from urllib.parse import unquote

from attrs import frozen

from selfeval_tui.files.incoming import ENDINGS, advice_on, files_in
from selfeval_tui.store.disk.system import reason

FITTING = "、".join(ENDINGS)
_ADVISED = 2
"""Files of a folder for which it is said what to do; for more there is no room on a low screen."""


@frozen
class Named:
    """What a path names."""

    files: tuple[Path, ...]
    sentence: str = ""
    """What the clerk should know of the rest of it, or why there are no files."""


def clean_path(text: str) -> Path:
    """The path a clerk typed, pasted with quotes, or dragged into the window."""
    bare = text.strip().strip("\"'“”‘’").strip()
    if bare.startswith("file://"):
        bare = unquote(bare.removeprefix("file://"))
    try:
        return Path(bare).expanduser()
    except RuntimeError:
        # ~ of a user whom the system does not know is taken as the name it is.
        return Path(bare)


def named_by(path: Path) -> Named:
    """The file, or all fitting files of a folder."""
    try:
        if not path.is_dir():
            return Named((path,))
        fitting, others = files_in(path)
    except OSError as error:
        return Named((), f"“{path}”读不了（{reason(error)}）。请核对路径和权限。")
    if not fitting:
        return Named((), f"“{path}”里没有 {FITTING} 文件。请核对文件夹。")
    if not others:
        return Named(fitting)
    advice = "".join(advice_on(path, others[:_ADVISED]))
    return Named(fitting, f"文件夹里没有读的：{'、'.join(others)}。{advice}")
