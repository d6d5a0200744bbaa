"""`selfeval check`: what a reviewer would send back."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

from selfeval_tui.checks import Finding, Severity, check
from selfeval_tui.checks.groups import waits
from selfeval_tui.checks.overlay import FILE, Overlay, load_overlay
from selfeval_tui.checks.settle import place_of
from selfeval_tui.cli.choose import add_sheets, chosen_sheets
from selfeval_tui.cli.findings import as_lines
from selfeval_tui.cli.workspace import add_workspace, named_workspace
from selfeval_tui.clock import local_time
from selfeval_tui.sheet import Batch, Sheet, print_address, sheet_mark
from selfeval_tui.store import Workspace

_CLEAN, _FOUND, _NOT_CHECKABLE = 0, 1, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "check",
        description="自查：列出复核时会被退回的问题。\n"
        "没有待处理的问题时结束码为 0，有时为 1，有表不能查时为 2。",
    )
    add_workspace(parser)
    add_sheets(parser, "只查这些表；不写时查全部，包括各表之间")
    parser.add_argument(
        "--format", choices=("table", "json", "sarif"), default="table", help="输出形式"
    )
    parser.add_argument(
        "--severity",
        choices=[severity.value for severity in Severity],
        default=Severity.info.value,
        help="只管这一级和更重的：error 错误，explain 需说明，warn 警告，info 提示（不写时）",
    )
    parser.add_argument(
        "--all", action="store_true", help="已说明的、缺数未查的也列出（json 和 sarif 总是列出）"
    )
    parser.add_argument(
        "--export", type=Path, metavar="FILE.xlsx", help="另写成 Excel 清单，给复核的人看"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the sheets and print what is found.

    Args:
        args: `folder` (a path or None), `sheet` (names), `format`, `severity` (a code), `all`,
            `export` (a path or None).

    Returns:
        0 where nothing is open at that severity or above, 1 where something is, 2 where a sheet
        was asked for that does not exist, a saved one or the changes of the rules cannot be read,
        or there is none.

    Raises:
        StoreError: The folder that was named does not exist, or the list could not be written.
    """
    folder = named_workspace(args.folder)
    workspace = Workspace(folder)
    loaded = workspace.load()
    for said in (*(fault.message for fault in loaded.faults), *loaded.notices):
        print(said, file=sys.stderr)
    chosen, missing = chosen_sheets(loaded.sheets, args.sheet)
    if missing:
        print("\n".join(missing), file=sys.stderr)
        return _NOT_CHECKABLE
    overlay = load_overlay(folder)
    batch = Batch(loaded.sheets)
    every = check(batch, overlay.rules_of)
    found = tuple(_wanted(every, chosen if args.sheet else None, Severity(args.severity)))
    _print(args, workspace, batch, found, overlay)
    _tell_altered(args, overlay)
    if args.export and loaded.sheets:
        _export(args.export, batch, chosen, found, overlay)
    if not loaded.sheets and not loaded.faults:
        print(f"“{folder}”里还没有表，没有可查的。", file=sys.stderr)
    if loaded.faults or overlay.faults or not loaded.sheets:
        return _NOT_CHECKABLE
    return _FOUND if any(map(waits, found)) else _CLEAN


def _tell_altered(args: argparse.Namespace, overlay: Overlay) -> None:
    """Say beside the table what the workspace changed of the rules, or why none of it holds."""
    for said in overlay.not_followed:
        print(said, file=sys.stderr)
    if overlay.altered and args.format == "table":
        print(f"照“{FILE}”调整了 {len(overlay.altered)} 处规则：")
        for each in overlay.altered:
            print(f"  {each.code} {each.what}（理由：{each.reason}）")


def _export(
    path: Path,
    batch: Batch,
    sheets: Sequence[Sheet],
    found: Sequence[Finding],
    overlay: Overlay,
) -> None:
    """Write the list for those who read it in Excel, and say where it lies."""
    from selfeval_tui.excel.audit import Audit, write_audit
    from selfeval_tui.layout import ExportOptions
    from selfeval_tui.store import write_file

    today = local_time().date()
    audit = Audit(batch, tuple(sheets), tuple(found), overlay.altered, today)
    write_file(path, write_audit(audit, ExportOptions()))
    print(f"已写成“{path}”。", file=sys.stderr)


def _wanted(
    findings: Iterable[Finding], sheets: Sequence[Sheet] | None, least: Severity
) -> Iterator[Finding]:
    """Those heavy enough, of the sheets that were asked for."""
    ids = None if sheets is None else {sheet.id for sheet in sheets}
    for finding in findings:
        if finding.severity.rank <= least.rank and (ids is None or finding.sheet in ids):
            yield finding


def _print(
    args: argparse.Namespace,
    workspace: Workspace,
    batch: Batch,
    found: Sequence[Finding],
    overlay: Overlay,
) -> None:
    if args.format == "table":
        if batch.sheets:
            print("\n".join(as_lines(batch, found, every=args.all)))
            if (least := Severity(args.severity)) is not Severity.info:
                print(f"只看了“{least.label}”和更重的，更轻的没有列出。")
        return
    data: object
    if args.format == "json":
        data = [finding.as_json(_names(workspace, batch, finding)) for finding in found]
    else:
        from selfeval_tui.checks.sarif import as_sarif

        names = partial(_names, workspace, batch)
        data = as_sarif(found, names, overlay.every_rule)
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _names(workspace: Workspace, batch: Batch, finding: Finding) -> dict[str, str]:
    """What the sheet and the first cell are called, and where the sheet's file lies."""
    at = place_of(finding)
    if not at.sheet:
        return {}
    sheet = batch.sheet(at.sheet)
    return {
        "sheet": sheet_mark(sheet) if finding.sheet else "",
        "address": print_address(sheet, at),
        "uri": _uri(workspace.path_of(sheet), workspace.root),
    }


def _uri(path: Path, root: Path) -> str:
    return quote(path.relative_to(root).as_posix())
