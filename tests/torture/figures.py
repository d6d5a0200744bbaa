"""What a measure tried, and what it lost."""

from attrs import frozen


@frozen
class Figures:
    """One line of the table."""

    name: str
    """What was tried."""
    tried: int
    lost: int
    """How many of them broke a promise."""
    said: tuple[str, ...] = ()
    """What was broken: a sentence for each of the first."""
    note: str = ""
