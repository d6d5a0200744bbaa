"""What a rule is asked of."""

from enum import StrEnum


class Each(StrEnum):
    """What a rule is asked of, once each."""

    CELL = "cell"
    """Every cell that somebody types in."""
    INDICATOR = "indicator"
    """Every row that holds a target and an actual."""
    SHEET = "sheet"
    BATCH = "batch"
    """The unit's year as a whole."""
