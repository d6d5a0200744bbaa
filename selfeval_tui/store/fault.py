"""A file that could not be used: a value to show, never a reason to stop."""

from pathlib import Path

from attrs import frozen


@frozen
class Fault:
    """One file that was left as it is, and why."""

    path: Path
    line: int | None
    """Counted from 1, where it is known."""
    message: str
    """Where, what, and what to do, in Chinese."""
