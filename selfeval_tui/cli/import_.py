"""`selfeval import`: read sheets from elsewhere into a workspace."""

import argparse
import sys
from pathlib import Path

from selfeval_tui.cli.holding import held
from selfeval_tui.cli.workspace import WORKSPACE_HELP
from selfeval_tui.clock import local_time
from selfeval_tui.sheet import Batch, Sheet, progress, sheet_label
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.store import Fault, Workspace, default_root
from selfeval_tui.store.foreign.neutral import Read
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.merge.beside import laid_beside
from selfeval_tui.store.merge.incoming import read_incoming, there_already
from selfeval_tui.store.merge.merging import Merge, Side, resolve
from selfeval_tui.store.merge.merging_words import tell_point

_FINE, _ALREADY_THERE, _UNREADABLE = 0, 1, 2
_BLANK, _THEIRS = "blank", "theirs"
_ADVICE = (
    f"没有读入，原来的表未动。加 --merge {_BLANK} 只补这里空着的，"
    f"--merge {_THEIRS} 不同的都用来的；要逐处选定，请在程序里导入。"
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "import",
        description="读入别处的自评表：TOML 写的（栏目名与表上印的相同），或同事的程序存的。\n"
        "已有的表不会被覆盖：逐处列出与这里的不同，写明 --merge 才并入；这里原来的一版先留进历史。",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.toml", help="要读入的文件")
    parser.add_argument("--into", type=Path, metavar="DIR", help=WORKSPACE_HELP)
    parser.add_argument(
        "--merge",
        choices=(_BLANK, _THEIRS),
        help=f"已有的表怎样并入：{_BLANK} 只补这里空着的，{_THEIRS} 不同的都用来的",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read each file and say what was read, what was not understood and what was left out.

    Args:
        args: `files`, `into` (a path or None), and `merge`.

    Returns:
        0; 1 where a sheet was there already and was not merged; 2 where a file could not be read.

    Raises:
        StoreError: A sheet could not be saved, the folder is the 示例, or another window has it.
    """
    workspace = Workspace(args.into or default_root())
    with held(workspace.root):
        there = {sheet.id: sheet for sheet in workspace.load().sheets}
        return max(_import(path, workspace, there, args.merge) for path in args.files)


def _import(path: Path, workspace: Workspace, there: dict[str, Sheet], how: str | None) -> int:
    read = read_incoming(path)
    if isinstance(read, Fault):
        print(read.message, file=sys.stderr)
        return _UNREADABLE
    if same := there_already(read.sheet, there.values()):
        merged = _merge(path, workspace, laid_beside(same, read.sheet), how)
        there[same.id] = merged or same
        return _ALREADY_THERE if merged is None else _FINE
    saved = workspace.save(read.sheet)
    there[read.sheet.id] = read.sheet
    _report(path, read, saved)
    return _FINE


def _merge(path: Path, workspace: Workspace, found: Merge, how: str | None) -> Sheet | None:
    """Merge what came into a sheet as far as was asked for; None where nothing was done."""
    ours = found.ours
    assert ours is not None
    if not found.points:
        print(f"{path}：已有“{sheet_label(ours)}”，内容一样，没有读入。", file=sys.stderr)
        return None
    print(f"{path}：已有“{sheet_label(ours)}”（{workspace.path_of(ours)}）。", file=sys.stderr)
    for point in found.points:
        told = tell_point(found, point)
        print(f"  {told.where}：这里 {told.ours}；来的 {told.theirs}", file=sys.stderr)
    if ours.locked:
        print(f"没有并入：{refusal(Batch([ours]), {ours.id})}。", file=sys.stderr)
        return None
    if how is None:
        print(_ADVICE, file=sys.stderr)
        return None
    usual = Side.THEIRS if how == _THEIRS else Side.OURS
    blank = how == _BLANK
    sides = {each.key: (blank and each.preset) or usual for each in found.points}
    sheet = resolve(found, sides)
    assert sheet is not None
    keep(workspace, Wanted(ours, "导入之前", local_time()))
    print(f"{path}：并入“{sheet_label(sheet)}”，存为 {workspace.save(sheet)}")
    return sheet


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
