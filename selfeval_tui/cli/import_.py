"""`selfeval import`: read sheets from elsewhere into a workspace."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from attrs import asdict

from selfeval_tui.cli.holding import held
from selfeval_tui.cli.importing import BLANK, THEIRS, Importing
from selfeval_tui.cli.workspace import WORKSPACE_HELP
from selfeval_tui.files.incoming import ENDINGS, advice_on, files_in
from selfeval_tui.store import Fault, Workspace, default_root
from selfeval_tui.store.disk.system import reason


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "import",
        description="读入别处的自评表：Excel（.xlsx、.xls）、Word（.docx）、"
        "TOML 写的（栏目名与表上印的相同）、同事的程序存的；"
        "批复的绩效目标表只读入指标和目标值。是哪种文件看内容，不看名字。\n"
        "先列出读到了什么、从哪里读的，没有读懂什么、没有找到什么，与这里有什么不同，再存。\n"
        "已有的表不会被覆盖：写明 --merge 才并入；这里原来的一版先留进历史。\n"
        "都读入了时结束码为 0，有表已经有了、没有并入时为 1（--dry-run 时：与这里不同时），"
        "有文件读不出表时为 2。",
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=f"要读入的文件；是文件夹时读其中的 {'、'.join(ENDINGS)}",
    )
    parser.add_argument("--into", type=Path, metavar="WORKSPACE", help=WORKSPACE_HELP)
    parser.add_argument("--dry-run", action="store_true", help="只列出会读到什么，什么也不存")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="输出形式")
    parser.add_argument(
        "--merge",
        choices=(BLANK, THEIRS),
        help=f"已有的表怎样并入：{BLANK} 只补这里空着的，{THEIRS} 不同的都用来的"
        "（来的空着的，这里的照留；同事的存档除外）",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read each file, say what was found, and keep it unless it is there already.

    Args:
        args: `files`, `into` (a path or None), `dry_run`, `format`, and `merge` (or None).

    Returns:
        0; 1 where a sheet was there already and was not merged; 2 where no sheet could be read
        from a file.

    Raises:
        StoreError: A sheet could not be saved, the folder is the 示例, or another window has it.
    """
    workspace = Workspace(args.into or default_root())
    as_json = args.format == "json"
    with nullcontext() if args.dry_run else held(workspace.root):
        importing = Importing(workspace, args.merge, dry=args.dry_run, silent=as_json)
        try:
            for each in _files(args.files):
                importing.take(each)
        finally:
            if as_json:
                entries = [asdict(each) for each in importing.entries]
                print(json.dumps(entries, ensure_ascii=False, indent=2))
    return importing.status


def _files(named: Sequence[Path]) -> Iterator[Path | Fault]:
    """The files that were named, and those of the folders."""
    for path in named:
        if not path.is_dir():
            yield path
            continue
        try:
            fitting, others = files_in(path)
        except OSError as error:
            yield Fault(path, None, f"“{path}”读不了（{reason(error)}）。请核对路径和权限。")
            continue
        if others:
            print(f"“{path}”里没有读的：{'、'.join(others)}", file=sys.stderr)
            for said in advice_on(path, others):
                print(f"  {said}", file=sys.stderr)
        if not fitting:
            yield Fault(path, None, f"“{path}”里没有 {'、'.join(ENDINGS)} 文件。请核对文件夹。")
        yield from fitting
