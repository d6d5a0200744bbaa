"""The line of keys on the 填报 screen: those of the grid, or those of the open editor."""

from textual.geometry import Size

from selfeval_tui.tui.keyline import MOST_ROWS, Hint, KeyLine, footer_keys, place, rows_of
from selfeval_tui.tui.keys import Where


class ModeLine(KeyLine):
    """Shows the keys that work now; its height stays, so that nothing jumps.

    Args:
        where: The place.
    """

    def __init__(self, where: Where) -> None:
        super().__init__(where)
        self._shown_hints: list[Hint] = []

    def turn_to(self, where: Where) -> None:
        """Show the keys of another place."""
        if where is not self._where:
            self._where = where
            self.follow()

    def follow(self) -> None:
        """Show what makes sense now; nothing is painted where that is the same."""
        hints = self._hints(self.size.width)
        if hints != self._shown_hints:
            self._shown_hints = hints
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all keys of the grid need, so that it stays wherever the cursor goes."""
        del container, viewport
        keys = tuple(footer_keys(Where.GRID))
        self._rows = rows_of(place(keys, width, MOST_ROWS))
        return self._rows
