"""Prints the figures of all parts, or of those that are named."""

import sys
from importlib import import_module

from bench.figures import table

PARTS = ("start", "keys", "judging", "checking", "saving", "exporting", "importing", "imports")


def main(names: list[str]) -> int:
    """Measure and print; the exit status tells only whether everything could be measured."""
    unknown = set(names) - set(PARTS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    for part in names or PARTS:
        print(table(import_module(f"bench.{part}").run()), flush=True)
        print(flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
