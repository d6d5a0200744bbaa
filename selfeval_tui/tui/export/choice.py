"""What is exported: all sheets, those that changed, the one on the screen, or the ticked ones."""

from enum import Enum

from attrs import evolve, frozen

from selfeval_tui.sheet import Sheet


class Range(Enum):
    """How the sheets were chosen."""

    ALL = "全部的表"
    DUE = "只导出改过的和没导出过的"
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
    due: frozenset[str] | None = None
    """The sheets that say something else than what was handed out; None where nothing ever was."""

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The ways of choosing that there are."""
        missing = set()
        if not self.current:
            missing.add(Range.ONE)
        if self.due is None:
            missing.add(Range.DUE)
        return tuple(each for each in Range if each not in missing)

    @property
    def chosen(self) -> tuple[Sheet, ...]:
        """The ticked sheets in their order."""
        return tuple(sheet for sheet in self.sheets if sheet.id in self.ticked)

    def by(self, how: Range) -> "Choice":
        """The choice after another way of choosing."""
        ticked = {
            Range.ALL: frozenset(sheet.id for sheet in self.sheets),
            Range.DUE: self.due or frozenset(),
            Range.ONE: frozenset({self.current} if self.current else ()),
            Range.TICKED: self.ticked,
        }
        return evolve(self, range=how, ticked=ticked[how])

    def toggled(self, sheet: str) -> "Choice":
        """The choice after one tick was set or taken away."""
        return evolve(self, range=Range.TICKED, ticked=self.ticked ^ {sheet})

    def knowing(self, due: frozenset[str]) -> "Choice":
        """The choice once it is known which sheets are due."""
        return evolve(self, due=due)


def begin(sheets: tuple[Sheet, ...], current: str | None) -> Choice:
    """Begin with all sheets; one that is not among them (决算数据) is not offered alone."""
    there = any(sheet.id == current for sheet in sheets)
    return Choice(sheets, current if there else None, Range.ALL, frozenset()).by(Range.ALL)
