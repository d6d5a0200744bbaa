"""`selfeval [DIR]`: open the screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_tui.cli import VERBS
from selfeval_tui.problems import StoreError

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Add what can be said without a verb."""
    from selfeval_tui.cli.workspace import add_workspace

    add_workspace(parser)


def run(args: "argparse.Namespace") -> int:
    """Open the workspace that a command line named."""
    return open_folder(args.folder)


def open_folder(folder: Path | None) -> int:
    """Open a workspace on the screen, the default one where None.

    Raises:
        StoreError: What was named is a file, or looks like a mistyped verb.
    """
    if folder is not None:
        _check(folder)
    from selfeval_tui.tui.thrift import collect_later

    collect_later()
    from selfeval_tui.store.roots import default_root
    from selfeval_tui.tui.app import run_app

    # What the clerk reads on the screen, and types there, is about the whole path.
    return run_app((folder or default_root()).absolute())


def _check(folder: Path) -> None:
    if folder.is_file():
        raise StoreError(
            f"“{folder}”是文件，不是自评文件夹。要读进一张表，请用 selfeval import {folder}。"
        )
    if folder.exists():
        return
    from difflib import get_close_matches

    meant = get_close_matches(str(folder), VERBS, n=1)
    if meant:
        raise StoreError(
            f"没有“{folder}”这个命令，也没有这个文件夹。是不是 {meant[0]}？"
            f"要新建这个文件夹，请写 ./{folder}。"
        )
