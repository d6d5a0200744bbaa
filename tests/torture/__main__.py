"""`run.py torture [NAME …]`: break the machine under the program, and count what is lost."""

import sys
from importlib import import_module

from tests.torture.figures import Figures
from tests.torture.scale import LONG, SHORT, Scale

MEASURES = ("kills", "crashes", "faults", "two_windows", "bad_inputs", "monkey")
SHORTLY = "--short"
"""Measure at the scale of the tests, to see the table soon."""


def main(words: list[str]) -> int:
    """Measure and print a line as each is done, then what was lost; the status tells of losses."""
    scale = SHORT if SHORTLY in words else LONG
    names = [word for word in words if word != SHORTLY]
    unknown = set(names) - set(MEASURES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}, {SHORTLY}")
        return 2
    print(f"{'what was tried':36}{'tried':>12}{'lost':>8}", flush=True)
    figures = [_measured(name, scale) for name in names or MEASURES]
    for each in figures:
        for sentence in each.said:
            print(f"\n{each.name}: {sentence}")
    return 1 if any(each.lost for each in figures) else 0


def _measured(name: str, scale: Scale) -> Figures:
    figures: Figures = import_module(f"tests.torture.{name}").measure(scale)
    print(f"{figures.name:36}{figures.tried:>12,}{figures.lost:>8,}", flush=True)
    if figures.note:
        print(f"    {figures.note}", flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
