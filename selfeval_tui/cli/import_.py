"""`selfeval import`: read sheets in the neutral form into a workspace."""

import argparse
import sys
from pathlib import Path

from selfeval_tui.cli.workspace import WORKSPACE_HELP
from selfeval_tui.sheet import Sheet, progress, sheet_label
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.store import Fault, Workspace, default_root
from selfeval_tui.store.neutral import Read, read_neutral

_FINE, _ALREADY_THERE, _UNREADABLE = 0, 1, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "import",
        description="读入 TOML 写的自评表（栏目名与表上印的相同）。已有的表不会被覆盖。",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.toml", help="要读入的文件")
    parser.add_argument("--into", type=Path, metavar="DIR", help=WORKSPACE_HELP)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read each file and say what was read, what was not understood and what was left out.

    Args:
        args: `files`, and `into` (a path or None).

    Returns:
        0; 1 where a sheet was there already; 2 where a file could not be read.

    Raises:
        StoreError: A sheet could not be saved, or the folder is the 示例.
    """
    workspace = Workspace(args.into or default_root())
    there = list(workspace.load().sheets)
    return max(_import(path, workspace, there) for path in args.files)


def _import(path: Path, workspace: Workspace, there: list[Sheet]) -> int:
    read = read_neutral(path)
    if isinstance(read, Fault):
        print(read.message, file=sys.stderr)
        return _UNREADABLE
    if same := already_there(read.sheet, there):
        print(
            f"{path}：已有“{sheet_label(read.sheet)}”，没有读入，原来的表未动"
            f"（{workspace.path_of(same)}）。要读入，请先改附件号或项目名称。",
            file=sys.stderr,
        )
        return _ALREADY_THERE
    saved = workspace.save(read.sheet)
    there.append(read.sheet)
    _report(path, read, saved)
    return _FINE


def _report(path: Path, read: Read, saved: Path) -> None:
    done = progress(read.sheet)
    rows = sum(1 for table, _ in read.sheet.rows() if table.free)
    print(
        f"{path}：读入“{sheet_label(read.sheet)}”（{read.sheet.spec.name}），"
        f"已填 {done.filled}/{done.total}，指标 {rows} 行。"
    )
    if read.not_understood:
        print(f"  没有读懂、没有读入的栏目：{'、'.join(read.not_understood)}")
    print(f"  存为 {saved}")
