"""`selfeval export`: write the official workbooks."""

import argparse
import sys
from pathlib import Path

from attrs import evolve

from selfeval_tui.cli.exporting import (
    FINE,
    SOMETHING_LEFT,
    WRONG,
    Order,
    add_choices,
    keep,
    order_of,
    tell,
    tell_rates,
)
from selfeval_tui.files.outgoing import (
    Exported,
    Kind,
    Refused,
    Wanted,
    contradiction,
    export_sheets,
    handed_out,
)
from selfeval_tui.sheet import sheet_label
from selfeval_tui.sheet.tell import tell as tell_difference
from selfeval_tui.store.kept.handed_out import Standing, changed_since_export


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "export",
        description="把自评表导出为可直接上报的 Excel 文件，也可以是 Word 文件、PDF，\n"
        "或者填进财政发的模板。同名的旧文件会被新文件替换。",
    )
    add_choices(parser)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--docx", action="store_true", help="导出 Word 文件，不导出 Excel 文件")
    kinds.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="填进财政发的模板（空白的 .xlsx 或 .docx 表样文件），模板本身不动",
    )
    parser.add_argument(
        "--pdf",
        action="store_true",
        help="每个文件再生成一份 PDF，放在它旁边；要装有 LibreOffice",
    )
    parser.add_argument(
        "--changed", action="store_true", help="只导出上次导出后改过的表和还没导出过的表"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export, and say where each file lies.

    Args:
        args: What `add_choices` takes, `changed`, `docx`, `template` and `pdf`.

    Returns:
        0; 1 where a file could not be written, a saved one could not be read, or there is nothing
        to export; 2 where a sheet was asked for that does not exist, a file is to be named by a
        field that no sheet has, or two wishes do not go together.

    Raises:
        StoreError: The folder that was named does not exist.
        ExportError: A cell could not be written, or the library for documents is not installed.
    """
    order = order_of(args)
    if isinstance(order, int):
        return order
    wanted = Wanted(Kind.WORD if args.docx else Kind.EXCEL, args.pdf, args.template)
    if wrong := contradiction(wanted, order.options):
        tell([wrong])
        return WRONG
    if args.changed:
        order = _due(order)
    fine = _export(order, wanted)
    return FINE if fine and order.whole else SOMETHING_LEFT


def _due(order: Order) -> Order:
    """The sheets whose handed-out version is not what they say, each with what changed."""
    standings = changed_since_export(order.workspace, order.batch)
    due = tuple(sheet for sheet in order.sheets if standings[sheet.id].due)
    for sheet in due:
        standing = standings[sheet.id]
        print(f"{sheet_label(sheet)}：{standing.words}", file=sys.stderr)
        _tell_differences(order, standing)
    if not due:
        print("上次导出后没有改过的表，不用再导出。", file=sys.stderr)
    return evolve(order, sheets=due)


def _tell_differences(order: Order, standing: Standing) -> None:
    if standing.fault:
        print(f"  {standing.fault}", file=sys.stderr)
    for difference in standing.differences:
        told = tell_difference(order.batch.sheet(standing.sheet), difference)
        print(f"  {told.where}：{told.before} → {told.after}", file=sys.stderr)


def _export(order: Order, wanted: Wanted) -> bool:
    """Write the files; whether all were written."""
    tell_rates(order)
    if wanted.pdf and order.sheets:
        tell(["正在生成 PDF，请稍候。"])
    outcomes = export_sheets(order.batch, order.sheets, order.folder, order.options, wanted)
    written = [each for each in outcomes if isinstance(each, Exported)]
    for each in written:
        print(each.path)
        tell(f"{each.path.name}：{note}" for note in each.notes)
    refusals = [each.message for each in outcomes if isinstance(each, Refused)]
    tell(dict.fromkeys(refusals))
    keep(order, handed_out(outcomes))
    return not refusals
