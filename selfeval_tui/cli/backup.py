"""`selfeval backup`: everything that cannot be made again, in one zip."""

import argparse
from pathlib import Path

from selfeval_tui.checks.overlay_files import overlay_files
from selfeval_tui.cli.workspace import add_workspace_option, named_workspace
from selfeval_tui.clock import local_time
from selfeval_tui.store import Workspace
from selfeval_tui.store.history.backup import write_backup


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "backup",
        description="把自评文件夹备份成一个 zip：saved 里的一切（各表、历史、定稿、回收站），\n"
        "还有设置、自查规则和规则包，附校验值清单。导出的 Excel 不在内。已有的文件不覆盖。",
    )
    parser.add_argument("file", type=Path, metavar="FILE.zip", help="备份写到这个文件")
    add_workspace_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the backup and say where it lies.

    Args:
        args: `file`, and `folder` (a path or None).

    Returns:
        0; 1 where something could not be taken.

    Raises:
        StoreError: The folder that was named does not exist, the file is there already, or
            something could not be read or written.
    """
    workspace = Workspace(named_workspace(args.folder))
    beside = overlay_files(workspace.root)
    done = write_backup(workspace, args.file, beside, local_time())
    print(done.said)
    return 1 if done.left_out else 0
