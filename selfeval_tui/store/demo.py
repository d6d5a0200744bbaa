"""The 示例: the nine published sheets of 2023, in a workspace of their own."""

from pathlib import Path

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.foreign.neutral import parse_neutral
from selfeval_tui.store.workspace import Workspace

_FAMILY = "ezhou-gedian"
_FOLDER = "demo"


def make_demo(root: Path) -> Workspace:
    """Write the nine sheets; a 示例 that is there already is kept as it is.

    Args:
        root: The folder that becomes the 示例; it must hold no own sheets.

    Raises:
        StoreError: The folder holds own sheets or files that cannot be read, or cannot be
            written to.
    """
    there = Workspace(root).load()
    if any(not sheet.demo for sheet in there.sheets):
        raise StoreError(f"“{root}”里已有本单位的表，示例不能放在一起。请为示例另选一个文件夹。")
    if there.faults and not there.sheets:
        raise StoreError(f"“{root}”里有打不开的表，示例不放在这里。{there.faults[0].message}")
    workspace = Workspace(root, demo=True)
    if not there.sheets:
        for sheet in demo_sheets():
            workspace.save(sheet)
    return workspace


def demo_sheets() -> tuple[Sheet, ...]:
    """The nine sheets as they were published, every cell to the letter."""
    from importlib.resources import files

    folder = files("form_specs") / _FAMILY / _FOLDER
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=str)
    return tuple(_sheet(each.name, each.read_bytes()) for each in found)


def _sheet(name: str, data: bytes) -> Sheet:
    read = parse_neutral(data, Path(name), demo=True)
    # What ships with the program is tested cell by cell, so that this is a bug, not a fault.
    assert not isinstance(read, Fault), read.message
    assert not read.not_understood, read.not_understood
    return read.sheet
