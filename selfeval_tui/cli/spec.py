"""`selfeval spec`: list the sheets (表样) the program knows, or show one with all it inherits."""

import argparse
import sys

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import load_spec, resolved_toml, spec_ids

_FINE, _UNUSABLE = 0, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser("spec", description="列出或查看表样。")
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show")
    actions.add_parser("list", help="列出所有表样")
    show = actions.add_parser("show", help="查看一个表样，连同它继承的内容")
    show.add_argument("id", metavar="ID", help="表样，如 ezhou-gedian/project")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the list of sheets, or one sheet as TOML.

    Args:
        args: `action` (`list` or `show`), and `id` for `show`.

    Returns:
        0, or 2 where there is no such sheet or it cannot be used.
    """
    try:
        text = resolved_toml(args.id) if args.action == "show" else _listing()
    except SpecError as problem:
        print(problem.message, file=sys.stderr)
        return _UNUSABLE
    print(text, end="")
    return _FINE


def _listing() -> str:
    """A line for each sheet: id, year and revision, name, source."""
    specs = [load_spec(spec_id) for spec_id in spec_ids()]
    return "".join(
        f"{spec.id}\t{spec.year}.{spec.revision}\t{spec.name}\t{spec.source}\n" for spec in specs
    )
