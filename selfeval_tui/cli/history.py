"""`selfeval history`: the versions of a sheet that are kept, or of which sheets there are any."""

import argparse
import json
import sys
from collections.abc import Iterable

from selfeval_tui.cli.columns import aligned
from selfeval_tui.cli.earlier import chosen_subject, opened
from selfeval_tui.cli.workspace import add_workspace_option
from selfeval_tui.sheet.bring_back import compare
from selfeval_tui.store import Fault
from selfeval_tui.store.history.shelf import Kept, read_kept
from selfeval_tui.store.history.subjects import Subject

_FINE, _UNREADABLE, _WRONG = 0, 1, 2
_SHEETS = ("编号", "表", "版数", "最近一版", "现在")
_VERSIONS = ("版本", "时间", "缘由", "与现在相比")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "history",
        description="历史：打开时、停笔十分钟后、粘贴导入等成批改动之前、定稿和报送时，各留一版；\n"
        "留最近50版，另在90天里每天留一版。不写表时列出哪些表有，已删除的也在内。",
    )
    parser.add_argument("sheet", nargs="?", metavar="SHEET", help="附件号、表名或编号")
    add_workspace_option(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table", help="输出形式")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the list.

    Args:
        args: `sheet` (a name or None), `folder` (a path or None), `format`.

    Returns:
        0; 1 where a version or a saved file could not be read; 2 where there is no such sheet.

    Raises:
        StoreError: The folder that was named does not exist, or cannot be read.
    """
    _, found, faults = opened(args)
    if args.sheet is None:
        _print(args.format, _SHEETS, [_of_sheet(each) for each in found], "还没有表。")
        return _UNREADABLE if faults else _FINE
    subject = chosen_subject(found, args.sheet)
    if subject is None:
        return _WRONG
    lines = [_of_version(subject, each) for each in subject.versions]
    _print(args.format, _VERSIONS, lines, f"“{subject.label}”还没有留下过版本。")
    return _UNREADABLE if any("读不出" in line for line in lines) or faults else _FINE


def _of_sheet(subject: Subject) -> tuple[str, ...]:
    latest = next(iter(subject.versions), None)
    at = f"{latest.at:%Y-%m-%d %H:%M:%S}" if latest else ""
    now = subject.present.life.stage.label if subject.present else "不在了"
    return subject.id, subject.label, str(len(subject.versions)), at, now


def _of_version(subject: Subject, kept: Kept) -> tuple[str, ...]:
    version = read_kept(kept)
    at = f"{kept.at:%Y-%m-%d %H:%M:%S}"
    if isinstance(version, Fault):
        print(version.message, file=sys.stderr)
        return kept.mark, at, "", "读不出"
    now = compare(version.sheet, subject.present).words if subject.present else "不在了"
    return kept.mark, at, version.why, now


def _print(
    how: str, headings: tuple[str, ...], lines: Iterable[tuple[str, ...]], none: str
) -> None:
    lines = list(lines)
    if how == "json":
        said = [dict(zip(headings, line, strict=True)) for line in lines]
        print(json.dumps(said, ensure_ascii=False, indent=2))
    elif lines:
        for text in aligned([headings, *lines]):
            print(text)
    else:
        print(none, file=sys.stderr)
