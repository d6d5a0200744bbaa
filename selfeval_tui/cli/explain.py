"""`selfeval explain`: a rule of 自查 in words."""

import argparse
import sys

_FINE, _UNKNOWN = 0, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "explain", description="说明一条自查规则：级别、核对什么、怎么办、依据。"
    )
    parser.add_argument("code", metavar="CODE", help="规则编号，如 BUD-001；大小写都可以")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what a rule says.

    Args:
        args: `code`.

    Returns:
        0, or 2 where there is no such rule.
    """
    from selfeval_tui.checks.catalogue import every_rule, explained
    from selfeval_tui.spec.hints import did_you_mean

    rules = every_rule()
    code = args.code.strip().upper()
    if code not in rules:
        print(f"没有“{args.code}”这条规则。{did_you_mean(code, rules)}", file=sys.stderr)
        return _UNKNOWN
    print(explained(rules[code]))
    return _FINE
