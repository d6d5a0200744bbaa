"""Asking for a yes on the command line."""

import argparse
import sys

_YES = frozenset({"y", "yes", "是", "好"})


def add_yes(parser: argparse.ArgumentParser) -> None:
    """Take the yes in advance."""
    parser.add_argument("--yes", action="store_true", help="不再问，直接办")


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the clerk says yes; where nobody can be asked, only `--yes` is one.

    Args:
        question: What is asked, in Chinese.
        yes: Whether `--yes` was given.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        print(f"{question}这里没有人可问，什么也没有做；要办请加 --yes。", file=sys.stderr)
        return False
    print(f"{question}（y 是，其他都是否）", end="", flush=True)
    said = sys.stdin.readline().strip().casefold() in _YES
    if not said:
        print("什么也没有做。", file=sys.stderr)
    return said
