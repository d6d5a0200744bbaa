"""How a command line names some of the sheets."""

import argparse
from collections.abc import Sequence

from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import Role


def add_sheets(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Take names of sheets, which need not be given."""
    parser.add_argument(
        "--sheet",
        nargs="+",
        action="extend",
        default=[],
        metavar="附件1-3",
        help=help_text,
    )


def chosen_sheets(
    sheets: Sequence[Sheet], wanted: Sequence[str]
) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets asked for in the order of the workspace, and what is said of those not found."""
    if not wanted:
        return tuple(sheets), ()
    names = {
        sheet.id: {sheet.with_role(Role.ATTACHMENT).strip(), sheet_label(sheet)} for sheet in sheets
    }
    known = {name for both in names.values() for name in both}
    missing = tuple(
        f"没有“{name}”这张表。{did_you_mean(name, sorted(known))}"
        for name in wanted
        if name not in known
    )
    return tuple(sheet for sheet in sheets if names[sheet.id] & set(wanted)), missing
