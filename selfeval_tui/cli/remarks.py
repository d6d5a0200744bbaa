"""`selfeval remarks`: the bureau's remarks (财政意见): read them, list them, write 修改说明."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from selfeval_tui.cli.holding import held
from selfeval_tui.cli.workspace import WORKSPACE_HELP, named_workspace
from selfeval_tui.clock import local_time
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, print_cell, sheet_mark
from selfeval_tui.sheet.remark_lines import Placed, place_lines
from selfeval_tui.sheet.remarks import add_remarks, every_remark, note, place_of_remark
from selfeval_tui.store import Workspace

_FINE, _LEFT, _WRONG = 0, 1, 2
_WORKBOOK = ".xlsx"
_MOST_BYTES = 1024 * 1024
"""Of a text file of remarks."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "remarks",
        description="财政意见：把退回的 Excel 里的批注和标了颜色的格（或每行一条的文字文件）\n"
        "记到各格上，列出意见和答复，写成修改说明。有没答复的意见时结束码为 1。",
    )
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        metavar="FILE.xlsx|DIR",
        help=f"退回的文件，或自评文件夹。{WORKSPACE_HELP}",
    )
    parser.add_argument("--into", type=Path, metavar="DIR", help="意见记到这个自评文件夹")
    parser.add_argument("--export", type=Path, metavar="FILE.xlsx", help="写成修改说明")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read remarks into a workspace, or list those that it has.

    Args:
        args: `source`, `into` and `export` (paths or None).

    Returns:
        0; 1 where a remark waits for an answer or for a place; 2 where a saved sheet could not be
        read.

    Raises:
        StoreError: A file or folder is not there, cannot be read or cannot be written.
    """
    reads = args.source is not None and not args.source.is_dir()
    root = named_workspace(args.into if reads or args.into else args.source)
    with held(root) if reads else nullcontext():
        return _run(args, root, reads=reads)


def _run(args: argparse.Namespace, root: Path, *, reads: bool) -> int:
    workspace = Workspace(root)
    loaded = workspace.load()
    for said in (*(fault.message for fault in loaded.faults), *loaded.notices):
        print(said, file=sys.stderr)
    batch = Batch(loaded.sheets)
    lost = _read(workspace, batch, args.source) if reads else False
    waits = _list(batch)
    if args.export:
        _export(batch, args.export)
    if loaded.faults:
        return _WRONG
    return _LEFT if waits or lost else _FINE


def _read(workspace: Workspace, batch: Batch, path: Path) -> bool:
    """Keep the remarks of a file; whether some found no sheet."""
    placed = _placed(batch, path)
    today = f"{local_time():%Y-%m-%d}"
    found = [(each, each.at) for each in placed if each.at is not None]
    kept = add_remarks(
        batch, [(at.sheet, note(batch, at, each.text, path.name, today)) for each, at in found]
    )
    for sheet in batch.sheets:
        if any(at.sheet == sheet.id for _, at in found):
            workspace.save(sheet)
    for notice in workspace.take_notices():
        print(notice, file=sys.stderr)
    print(f"读到 {len(placed)} 条意见，记下 {kept} 条。")
    return _tell_lost([each for each in placed if each.at is None])


def _placed(batch: Batch, path: Path) -> Sequence[Placed]:
    if path.suffix.lower() == _WORKBOOK:
        from selfeval_tui.excel.returned import read_returned

        return read_returned(path, batch)
    from selfeval_tui.store.disk.system import read_file, reason
    from selfeval_tui.store.sheetfile.encoding import Undecodable, decode_text

    try:
        read = decode_text(read_file(path, _MOST_BYTES))
    except OSError as error:
        raise StoreError(f"“{path}”读不出来（{reason(error)}）。请核对路径。") from error
    if isinstance(read, Undecodable):
        raise StoreError(
            f"“{path.name}”不是 .xlsx，也不是 UTF-8 编码的文字。请核对文件，或另存为 UTF-8。"
        )
    return place_lines(batch, read.text)


def _tell_lost(lost: Sequence[Placed]) -> bool:
    for each in lost:
        print(f"{each.where}：看不出是哪张表，没有记下：{each.text}", file=sys.stderr)
    return bool(lost)


def _list(batch: Batch) -> bool:
    """Print every remark; whether one waits for an answer."""
    remarks = list(every_remark(batch))
    for sheet, remark in remarks:
        at = place_of_remark(sheet.id, remark)
        text = " ".join(remark.text.split())
        print(f"{sheet_mark(sheet)} {print_cell(sheet, at)}　{text}（{remark.answer_words}）")
    left = sum(1 for _, remark in remarks if remark.is_open)
    print(f"财政意见 {len(remarks)} 条，未答复 {left} 条。" if remarks else "没有财政意见。")
    return bool(left)


def _export(batch: Batch, path: Path) -> None:
    from selfeval_tui.excel.answers import answers_report, write_answers
    from selfeval_tui.layout import ExportOptions
    from selfeval_tui.store import write_file

    report = answers_report(batch, batch.sheets)
    if report is None:
        print("没有财政意见，没有写修改说明。", file=sys.stderr)
        return
    today = local_time().date()
    write_file(path, write_answers(report, ExportOptions(), today))
    print(f"修改说明写在“{path}”。", file=sys.stderr)
