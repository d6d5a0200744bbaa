"""What `export` and `submit` have in common: which sheets, printed how, and what is said first."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from selfeval_tui.cli.choose import add_sheets, chosen_sheets
from selfeval_tui.cli.holding import held
from selfeval_tui.cli.workspace import add_workspace, named_workspace
from selfeval_tui.clock import local_time
from selfeval_tui.layout import ExportOptions, disagreeing_rates
from selfeval_tui.layout.names import unknown_fields
from selfeval_tui.layout.options import options_from
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet, print_address, sheet_mark
from selfeval_tui.store import Workspace
from selfeval_tui.store.kept.handed_out import keep_handed_out
from selfeval_tui.store.settings import DEFAULTS, read_settings

FINE, SOMETHING_LEFT, WRONG = 0, 1, 2


@frozen
class Order:
    """What was asked for, once everything in it was found."""

    workspace: Workspace
    batch: Batch
    sheets: tuple[Sheet, ...]
    folder: Path
    """Where to write."""
    options: ExportOptions
    whole: bool
    """Whether every saved file could be read."""


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Take the workspace, the sheets, the folder and the looks of the files."""
    add_workspace(parser)
    add_sheets(parser, "只导出这些表；不写时导出全部")
    files = parser.add_mutually_exclusive_group()
    files.add_argument(
        "--one-workbook", action="store_true", help="所有的表放在一个文件里（一年一个）"
    )
    files.add_argument(
        "--name",
        metavar="PATTERN",
        help="文件名的样式，花括号里写表上的栏目；不写时照设置，设置没改过就是"
        f"“{DEFAULTS.pattern}”",
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
        "--page-numbers",
        action=argparse.BooleanOptionalAction,
        help="总印或总不印页码；不写时照设置，设置没改过就是多页的表才印",
    )
    parser.add_argument(
        "--title-font", metavar="NAME", help=f"标题的字体；不写时照设置（{DEFAULTS.title_font}）"
    )


def order_of(args: argparse.Namespace) -> Order | int:
    """Find what was asked for, and say what is wrong with it.

    Args:
        args: What `add_choices` takes.

    Returns:
        The order, or the exit status where there is nothing that can be done.

    Raises:
        StoreError: The folder that was named does not exist.
    """
    folder = named_workspace(args.folder)
    workspace = Workspace(folder)
    loaded = workspace.load()
    settings, problems = read_settings(folder)
    tell([*(fault.message for fault in loaded.faults), *loaded.notices, *problems])
    chosen, missing = chosen_sheets(loaded.sheets, args.sheet)
    sheets = tuple(sheet for sheet in chosen if sheet.spec.printed)
    if args.sheet:
        kept_back = (sheet for sheet in chosen if not sheet.spec.printed)
        missing += tuple(f"“{sheet_mark(each)}”只供核对，不导出。" for each in kept_back)
    if missing:
        tell(missing)
        return WRONG
    if not sheets:
        why = "里的表都打不开" if loaded.faults else "里还没有表"
        tell([f"“{folder}”{why}，没有可导出的。"])
        return SOMETHING_LEFT
    options = _options(args, options_from(settings))
    printed = tuple(sheet for sheet in loaded.sheets if sheet.spec.printed)
    if unknown := unknown_fields(options.pattern, printed):
        tell(unknown)
        return WRONG
    out = args.out or workspace.exports
    whole = not loaded.faults
    return Order(workspace, Batch(loaded.sheets), sheets, out, options, whole)


def tell_rates(order: Order) -> None:
    """Say where a typed rate differs from the computed one, and which is printed."""
    printed = "填写的" if order.options.rates == "typed" else "算出的"
    for address in disagreeing_rates(order.batch, order.sheets):
        where = print_address(order.batch.sheet(address.sheet), address)
        typed, computed = order.batch.typed(address), order.batch.computed_text(address)
        tell([f"{where}：填的是 {typed}，按公式应为 {computed}；导出的文件里印{printed}。"])


def tell(sentences: Iterable[str]) -> None:
    """Say something that is no result."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def keep(order: Order, sheets: Sequence[Sheet]) -> None:
    """Keep what was handed out just now, and say where that failed."""
    now = local_time()
    try:
        with held(order.workspace.root):
            tell(keep_handed_out(order.workspace, order.batch, sheets, now))
    except StoreError as error:
        tell([f"文件已导出，但没有记下这次导出：{error.message}"])


def _options(args: argparse.Namespace, usual: ExportOptions) -> ExportOptions:
    """The settings, where the command line says nothing else."""
    numbers = usual.page_numbers if args.page_numbers is None else args.page_numbers
    return evolve(
        usual,
        one_workbook=args.one_workbook,
        pattern=usual.pattern if args.name is None else args.name,
        page_numbers=numbers,
        title_font=(args.title_font or "").strip() or usual.title_font,
        rates=args.rates,
    )
