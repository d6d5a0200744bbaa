"""`selfeval explain`: a rule of 自查 in words, as the workspace wants it."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_tui.cli.workspace import named_workspace

if TYPE_CHECKING:
    from selfeval_tui.checks.overlay import Altered

_FINE, _UNKNOWN = 0, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "explain",
        description="说明一条自查规则：级别、核对什么、怎么办、依据，以及本单位调整了什么。",
    )
    parser.add_argument("code", metavar="CODE", help="规则编号，如 BUD-001；大小写都可以")
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="DIR",
        help="自评文件夹，有了它能说明其中自查规则.toml的调整和新增的规则；不写时用平常的那个",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what a rule says, and what the workspace changed of it.

    Args:
        args: `code`, and `workspace` (a path or None).

    Returns:
        0, or 2 where there is no such rule.

    Raises:
        StoreError: The folder that was named does not exist.
    """
    from selfeval_tui.checks.catalogue import explained
    from selfeval_tui.checks.overlay import load_overlay
    from selfeval_tui.spec.hints import did_you_mean

    overlay = load_overlay(named_workspace(args.workspace))
    for said in overlay.not_followed:
        print(said, file=sys.stderr)
    typed, rules = args.code.strip(), overlay.every_rule
    code = typed if typed in rules else typed.upper()
    if code not in rules:
        print(f"没有“{args.code}”这条规则。{did_you_mean(code, rules)}", file=sys.stderr)
        return _UNKNOWN
    print(explained(rules[code]))
    _tell_changes(overlay.changes_of(code))
    return _FINE


def _tell_changes(changes: Iterable["Altered"]) -> None:
    """Say what the workspace changed, and why."""
    for each in changes:
        print(f"本单位调整：{each.code} {each.what}（理由：{each.reason}）")
