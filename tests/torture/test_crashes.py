"""A power cut at any moment of an evening loses nothing that was called saved."""

from tests.torture.crashes import measure
from tests.torture.scale import SHORT


def test_no_power_cut_takes_what_was_saved() -> None:
    """Typing, renaming, removing, taking back and keeping versions in any order."""
    figures = measure(SHORT)
    assert figures.said == ()
    assert figures.tried > SHORT.evenings * SHORT.steps
