"""`selfeval submit`: everything that is handed in (报送), in one folder and one zip."""

import argparse

from selfeval_tui.cli.exporting import (
    FINE,
    SOMETHING_LEFT,
    add_choices,
    keep,
    order_of,
    tell,
    tell_rates,
)
from selfeval_tui.excel.submission import prepare_submissions, write_submission
from selfeval_tui.layout.names import drafts
from selfeval_tui.sheet import sheet_mark


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "submit",
        description="把要报送的放进一个文件夹，并压缩成一个 zip：各表、自评结果汇总表、报送清单，\n"
        "记了依据的还有佐证材料清单。已有同名的文件夹时另建一个带编号的，不覆盖。",
    )
    add_choices(parser)
    parser.add_argument(
        "--drafts", action="store_true", help="有的表还没有定稿也照样办；文件名里标明草稿"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the folder and the zip, and say where they lie.

    Args:
        args: What `add_choices` takes, and `drafts`.

    Returns:
        0; 1 where a saved file could not be read, there is nothing to hand in, or there are
        drafts and nobody said that they may go, too; 2 where a sheet
        was asked for that does not exist, or a file is to be named by a field that no sheet has.

    Raises:
        StoreError: The folder that was named does not exist, or nothing could be written.
        ExportError: A cell could not be written.
    """
    order = order_of(args)
    if isinstance(order, int):
        return order
    if (unfinished := drafts(order.sheets)) and not args.drafts:
        marks = "、".join(sheet_mark(sheet) for sheet in unfinished)
        tell([f"还没有定稿：{marks}。没有备报送；照样要报送草稿请加 --drafts。"])
        return SOMETHING_LEFT
    tell_rates(order)
    for submission in prepare_submissions(order.batch, order.sheets, order.options):
        written = write_submission(submission, order.folder)
        print(written.folder)
        print(written.archive)
        keep(order, submission.sheets)
    return FINE if order.whole else SOMETHING_LEFT
