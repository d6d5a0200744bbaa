"""Two windows at once lose no edit without its having been shown."""

from tests.torture.scale import SHORT
from tests.torture.two_windows import measure


def test_no_edit_is_lost_between_two_windows() -> None:
    """Whoever takes the workspace from the other one gets to see what both changed."""
    figures = measure(SHORT)
    assert figures.said == ()
    assert figures.tried > SHORT.turns // 4
