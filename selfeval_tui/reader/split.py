"""Where the sheets in one grid begin: they may stand one below the other."""

from collections.abc import Iterator

from selfeval_tui.reader.grid import Grid
from selfeval_tui.reader.page import Page


def parts_of(grid: Grid) -> Iterator[Page]:
    """The parts of a grid that hold a sheet each."""
    yield Page(grid)
