"""`selfeval restore-backup`: put a backup back, after its hashes were checked."""

import argparse
from pathlib import Path

from selfeval_tui.checks.overlay_files import overlay_files
from selfeval_tui.cli.asking import add_yes, agreed
from selfeval_tui.cli.holding import held
from selfeval_tui.cli.workspace import add_workspace_option
from selfeval_tui.clock import local_time
from selfeval_tui.store import Workspace, default_root
from selfeval_tui.store.history.opened_backup import open_backup
from selfeval_tui.store.history.take_back import look_ahead, take_back

_FINE, _NOT_DONE = 0, 1


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "restore-backup",
        description="把备份放回自评文件夹。先核对每个文件的校验值，要么全部放回，要么一个不放。\n"
        "文件夹里已有表时先问；已有的表先留进历史，整个文件夹也先备份一份。备份里没有的表不动。",
    )
    parser.add_argument("file", type=Path, metavar="FILE.zip", help="备份")
    add_workspace_option(parser, "--into")
    add_yes(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the backup, say what it would do, ask where something is there, and put it back.

    Args:
        args: `file`, `folder` (a path, which need not exist, or None) and `yes`.

    Returns:
        0; 1 where nobody said yes.

    Raises:
        StoreError: The backup is damaged, or something could not be written; all is as it was.
    """
    backup = open_backup(args.file)
    workspace = Workspace(args.folder or default_root())
    outlook = look_ahead(backup, workspace)
    for line in outlook.lines():
        print(line)
    question = f"“{workspace.root}”里已有表，要恢复吗？"
    if not outlook.empty and not agreed(question, yes=args.yes):
        return _NOT_DONE
    beside = overlay_files(workspace.root)
    with held(workspace.root):
        print(take_back(backup, workspace, beside, local_time()).said)
    return _FINE
