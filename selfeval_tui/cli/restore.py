"""`selfeval restore`: let a sheet say what one of its versions says."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from selfeval_tui.cli.asking import add_yes, agreed
from selfeval_tui.cli.earlier import chosen_subject, chosen_version, opened
from selfeval_tui.cli.holding import held
from selfeval_tui.cli.workspace import add_workspace_option
from selfeval_tui.clock import local_time
from selfeval_tui.sheet import Batch, Sheet, sheet_label
from selfeval_tui.sheet.bring_back import brought_back, compare
from selfeval_tui.sheet.locked import refusal
from selfeval_tui.sheet.tell import tell
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.history.rescue import find_rescues
from selfeval_tui.store.history.shelf import read_kept

_FINE, _NOT_DONE, _WRONG = 0, 1, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "restore",
        description="把一张表恢复成留着的一版；看有哪些版：selfeval history 表名。\n"
        "先列出会改哪些格再问；现在的一版先留下。已删除的、文件坏了的表也能恢复。\n"
        "状态和财政意见不随着改；定稿的表不能恢复。",
    )
    parser.add_argument("sheet", metavar="SHEET", help="附件号、表名或编号")
    parser.add_argument("version", metavar="VERSION", help="20240423-103205，写出开头几位就够")
    add_workspace_option(parser)
    add_yes(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what would change, ask, keep the present state, and restore the version.

    Args:
        args: `sheet`, `version`, `folder` (a path or None) and `yes`.

    Returns:
        0; 1 where nothing was done: nobody said yes, the sheet is locked, or says that already;
        2 where there is no such sheet or version, or the version cannot be read.

    Raises:
        StoreError: A folder cannot be read, or a file not be written.
    """
    workspace, found, faults = opened(args)
    subject = chosen_subject(found, args.sheet)
    kept = chosen_version(subject, args.version) if subject else None
    version = read_kept(kept) if kept else None
    if subject is None or version is None:
        return _WRONG
    if isinstance(version, Fault):
        print(version.message, file=sys.stderr)
        return _WRONG
    with held(workspace.root):
        if subject.present is not None:
            return _restore(workspace, subject.present, version.sheet, yes=args.yes)
        damaged = [
            each.fault.path
            for each in find_rescues(workspace, faults, {one.id for one in found if one.present})
            if each.sheet.id == version.sheet.id
        ]
        return _put_back(workspace, version.sheet, damaged, yes=args.yes)


def _restore(workspace: Workspace, present: Sheet, version: Sheet, *, yes: bool) -> int:
    if present.locked:
        print(f"没有恢复：{refusal(Batch([present]), {present.id})}。", file=sys.stderr)
        return _NOT_DONE
    back = brought_back(version, present)
    found = compare(present, back)
    if found.same:
        print(f"“{sheet_label(present)}”已经是这样，没有要恢复的。", file=sys.stderr)
        return _NOT_DONE
    for each in found.differences:
        told = tell(back, each)
        print(f"{told.where}：{told.before} → {told.after}")
    if not agreed(f"“{sheet_label(present)}”{found.words}，要恢复吗？", yes=yes):
        return _NOT_DONE
    keep(workspace, Wanted(present, "恢复之前", local_time()))
    return _save(workspace, back)


def _put_back(workspace: Workspace, sheet: Sheet, damaged: Sequence[Path], *, yes: bool) -> int:
    """Bring a sheet back that is gone, in place of its damaged file where there is one."""
    why = "的文件读不出来（会移到回收站）" if damaged else "已经不在"
    if not agreed(f"“{sheet_label(sheet)}”{why}，要放回吗？", yes=yes):
        return _NOT_DONE
    for path in damaged:
        print(f"读不出的文件移到 {workspace.set_aside(path, local_time())}")
    return _save(workspace, sheet)


def _save(workspace: Workspace, sheet: Sheet) -> int:
    print(f"已恢复，存为 {workspace.save(sheet)}")
    for notice in workspace.take_notices():
        print(notice, file=sys.stderr)
    return _FINE
