"""What was read from one grid: a sheet, and everything worth telling about it."""

from attrs import frozen

from selfeval_tui.reader.found import Leftover, Piece
from selfeval_tui.sheet import Sheet


@frozen
class SheetRead:
    """One sheet that was recognised."""

    sheet: Sheet
    page: str
    """The name of the grid."""
    read: tuple[Piece, ...]
    not_understood: tuple[Leftover, ...]
    not_found: tuple[str, ...]
    """Labels of the form that were not there."""
    notices: tuple[str, ...]
    """What was read otherwise than it stands, or should be looked at."""
    targets_only: bool = False
    """An approved 绩效目标表: it has indicators and targets, and nothing was reached yet."""


@frozen
class PageUnread:
    """A grid with contents in which no form was recognised."""

    page: str
    why: str
