"""How a command line names a workspace."""

import argparse
from pathlib import Path

from selfeval_tui.problems import StoreError

WORKSPACE_HELP = "自评文件夹；不写时用环境变量 SELFEVAL_WORKSPACE 指定的，或文档里的“绩效自评”"


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Take a folder, which need not be named."""
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=WORKSPACE_HELP)


def add_workspace_option(parser: argparse.ArgumentParser, name: str = "--workspace") -> None:
    """Take a folder as an option, where the words before it name something else."""
    parser.add_argument(name, dest="folder", type=Path, metavar="DIR", help=WORKSPACE_HELP)


def named_workspace(folder: Path | None) -> Path:
    """The folder that was named, else the default one, which need not exist yet.

    Raises:
        StoreError: The folder that was named does not exist.
    """
    from selfeval_tui.store import default_root

    if folder is not None and not folder.is_dir():
        raise StoreError(f"没有“{folder}”这个文件夹，请核对路径。")
    return folder or default_root()
