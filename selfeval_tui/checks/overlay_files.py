"""The files of a workspace that change its rules: 自查规则.toml and the packs it names."""

from pathlib import Path

from selfeval_tui.checks.overlay import FILE
from selfeval_tui.checks.overlay_file import read_overlay
from selfeval_tui.store.disk.system import read_file
from selfeval_tui.store.sheetfile.encoding import Undecodable, decode_text


def overlay_files(root: Path) -> tuple[str, ...]:
    """Their paths below the workspace, with `/`; whether they are there is not looked at.

    Args:
        root: The workspace.
    """
    try:
        read = decode_text(read_file(root / FILE, within=root))
    except OSError:
        return (FILE,)
    if isinstance(read, Undecodable):
        return (FILE,)
    packs = read_overlay(read.text, FILE).packs
    return (FILE, *(Path(each.name).as_posix() for each in packs))
