"""`selfeval export`: write the official workbooks."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from selfeval_tui.cli.choose import add_sheets, chosen_sheets
from selfeval_tui.cli.workspace import add_workspace, named_workspace
from selfeval_tui.excel import Exported, ExportOptions, disagreeing_rates, export_sheets
from selfeval_tui.excel.template import names_in
from selfeval_tui.sheet import Batch, Sheet, print_address
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.store import Workspace

_FINE, _SOMETHING_LEFT, _WRONG = 0, 1, 2

_DEFAULTS = ExportOptions()


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "export",
        description="把自评表导出为可直接上报的 Excel 文件。同名的旧文件会被新文件替换。",
    )
    add_workspace(parser)
    add_sheets(parser, "只导出这些表；不写时导出全部")
    files = parser.add_mutually_exclusive_group()
    files.add_argument(
        "--one-workbook", action="store_true", help="所有的表放在一个文件里（一年一个）"
    )
    files.add_argument(
        "--name",
        default=_DEFAULTS.pattern,
        metavar="PATTERN",
        help="文件名的样式，花括号里写表上的栏目；不写时是“%(default)s”",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="导出到这个文件夹；不写时放在自评文件夹的 exports 里",
    )
    parser.add_argument(
        "--rates",
        choices=("typed", "computed"),
        default="typed",
        help="执行率填的与算的不一致时印哪个：typed 填写的，computed 算出的",
    )
    parser.add_argument(
        "--page-numbers", action="store_true", help="只有一页的表也印页码；多页的表总是印"
    )
    parser.add_argument(
        "--title-font",
        default=_DEFAULTS.title_font,
        metavar="NAME",
        help="标题的字体；不写时是%(default)s",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export, and say where each file lies.

    Args:
        args: `folder` and `out` (paths or None), `sheet` (names), `one_workbook`, `name` (a
            pattern), `rates`, `page_numbers`, `title_font`.

    Returns:
        0; 1 where a file could not be written, a saved one could not be read, or there is nothing
        to export; 2 where a sheet was asked for that does not exist, or a
        file is to be named by a field that no sheet has.

    Raises:
        StoreError: The folder that was named does not exist.
    """
    folder = named_workspace(args.folder)
    workspace = Workspace(folder)
    loaded = workspace.load()
    for fault in loaded.faults:
        print(fault.message, file=sys.stderr)
    sheets, missing = chosen_sheets(loaded.sheets, args.sheet)
    if missing:
        print("\n".join(missing), file=sys.stderr)
        return _WRONG
    if not sheets:
        why = "里的表都打不开" if loaded.faults else "里还没有表"
        print(f"“{folder}”{why}，没有可导出的。", file=sys.stderr)
        return _SOMETHING_LEFT
    if unknown := _unknown_fields(args.name, loaded.sheets):
        print("\n".join(unknown), file=sys.stderr)
        return _WRONG
    fine = _export(Batch(loaded.sheets), sheets, args.out or workspace.exports, args)
    return _FINE if fine and not loaded.faults else _SOMETHING_LEFT


def _export(batch: Batch, sheets: Sequence[Sheet], folder: Path, args: argparse.Namespace) -> bool:
    """Write the files; whether all were written."""
    for address in disagreeing_rates(batch, sheets):
        sheet = batch.sheet(address.sheet)
        printed = "填写的" if args.rates == "typed" else "算出的"
        print(
            f"{print_address(sheet, address)}：填的是 {batch.typed(address)}，"
            f"按公式应为 {batch.computed_text(address)}；导出的文件里印{printed}。",
            file=sys.stderr,
        )
    options = ExportOptions(
        one_workbook=args.one_workbook,
        pattern=args.name,
        title_font=args.title_font.strip() or _DEFAULTS.title_font,
        rates=args.rates,
        page_numbers=True if args.page_numbers else None,
    )
    outcomes = export_sheets(batch, sheets, folder, options)
    for outcome in outcomes:
        if isinstance(outcome, Exported):
            print(outcome.path)
        else:
            print(outcome.message, file=sys.stderr)
    return all(isinstance(outcome, Exported) for outcome in outcomes)


def _unknown_fields(pattern: str, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What is said of the names in braces that are a field of no sheet.

    Those of the usual pattern always count: 附件2 alone has no 项目名称, and its unit stands there.
    """
    known = {name for sheet in sheets for name in sheet.spec.fields}
    known.update(names_in(_DEFAULTS.pattern))
    return tuple(
        f"文件名里的“{{{name}}}”不是表上的栏目。{did_you_mean(name, sorted(known))}"
        for name in names_in(pattern)
        if name not in known
    )
