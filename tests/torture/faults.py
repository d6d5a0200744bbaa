"""Refusals: every single call of the writer failed in turn, once and for good."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.store.faulty import DEEDS, ERRORS, Fault, done, harm_of
from tests.torture.figures import Figures
from tests.torture.scale import Scale

FILLS_UP = 0
"""See `Fault.number`."""


def measure(scale: Scale) -> Figures:
    """Refuse each call of each deed with each of the errors, and look during and after it."""
    injected = 0
    harm: list[str] = []
    for deed in DEEDS:
        for fault, found in _refused(deed, scale.errors):
            injected += 1
            harm += [f"{deed}, {fault}: {each}" for each in found[:1]]
    return Figures("calls of the writer refused", injected, len(harm), tuple(harm))


def _refused(deed: str, errors: int) -> Iterator[tuple[Fault, list[str]]]:
    with TemporaryDirectory() as folder:
        wanted = done(deed, Path(folder) / "wanted")
        numbers = count()
        for lasting in (False, True):
            for at in count():
                found = [
                    (fault, harm_of(deed, fault, wanted, Path(folder) / str(next(numbers))))
                    for fault in _faults(at, errors, lasting=lasting)
                ]
                if any(harm is None for _, harm in found):
                    break
                yield from ((fault, harm) for fault, harm in found if harm is not None)


def _faults(at: int, errors: int, *, lasting: bool) -> Iterator[Fault]:
    """The errors for one call; with few of them each call gets others than the one before."""
    all_errors = (FILLS_UP, *ERRORS)
    for number in range(min(errors, len(all_errors))):
        yield Fault(at, all_errors[(at * errors + number) % len(all_errors)], lasting)
