"""`selfeval demo`: make the 示例, the nine published sheets, in a folder of its own."""

import argparse
from pathlib import Path

from selfeval_tui.store import default_root, demo_root
from selfeval_tui.store.demo import make_demo


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "demo",
        description="在一个文件夹里生成示例：九张公开的 2023 年度自评表。已有的示例不会改动。",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="放示例的文件夹；不写时放在自评文件夹的“示例”里",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the sheets and say where they lie.

    Args:
        args: `folder`, a path or None.

    Returns:
        0.

    Raises:
        StoreError: The folder holds own sheets or cannot be written to.
    """
    folder: Path = args.folder or demo_root(default_root())
    workspace = make_demo(folder)
    print(f"示例在 {workspace.saved}，共 {len(workspace.load().sheets)} 张表。")
    print(f"打开：selfeval {folder}")
    return 0
