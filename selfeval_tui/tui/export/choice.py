"""What is exported: all sheets, the one on the screen, or those that are ticked."""

from enum import Enum

from attrs import frozen

from selfeval_tui.sheet import Sheet


class Range(Enum):
    """How the sheets were chosen."""

    ALL = "全部的表"
    ONE = "只导出这张表"
    TICKED = "自己选（在下面打勾）"


@frozen
class Choice:
    """The ticked sheets, and how they came to be ticked.

    A tick is set by hand at any time; the range then says that it was.
    """

    sheets: tuple[Sheet, ...]
    current: str | None
    """The sheet that was on the screen."""
    range: Range
    ticked: frozenset[str]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The ways of choosing; without a sheet on the screen there are two."""
        return tuple(each for each in Range if each is not Range.ONE or self.current)

    @property
    def chosen(self) -> tuple[Sheet, ...]:
        """The ticked sheets in their order."""
        return tuple(sheet for sheet in self.sheets if sheet.id in self.ticked)

    def by(self, how: Range) -> "Choice":
        """The choice after another way of choosing."""
        everything = frozenset(sheet.id for sheet in self.sheets)
        one = frozenset({self.current} if self.current else ())
        ticked = {Range.ALL: everything, Range.ONE: one, Range.TICKED: self.ticked}[how]
        return Choice(self.sheets, self.current, how, ticked)

    def toggled(self, sheet: str) -> "Choice":
        """The choice after one tick was set or taken away."""
        return Choice(self.sheets, self.current, Range.TICKED, self.ticked ^ {sheet})


def begin(sheets: tuple[Sheet, ...], current: str | None) -> Choice:
    """Begin with all sheets."""
    return Choice(sheets, current, Range.ALL, frozenset()).by(Range.ALL)
