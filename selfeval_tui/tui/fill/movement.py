"""Where the cursor goes: pure answers for every key that moves it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from selfeval_tui.tui.fill.lines import Box, Line, SheetLines, Spot

Widths = Callable[[Line], Sequence[int]]
"""The cells of each box of a line on the present screen."""


@frozen
class Movement:
    """Answers for one sheet on one screen.

    Args:
        sheet: The lines.
        widths: How wide their boxes are.
    """

    sheet: SheetLines
    widths: Widths

    def left_edge(self, spot: Spot) -> int:
        """The first cell of a box."""
        return sum(self.widths(self.sheet.lines[spot.line])[: spot.box])

    def nearest(self, line: int, x: int) -> Spot | None:
        """The box of a line that is at, or nearest to, a cell; None where none can be entered."""
        stops = self.sheet.lines[line].stops
        if not stops:
            return None
        spots = [Spot(line, stop) for stop in stops]
        return min(spots, key=lambda spot: self._distance(spot, x))

    def vertical(self, spot: Spot, by: int, x: int) -> Spot:
        """Some lines up or down, near a cell; as far as there are lines that can be entered."""
        lines = self.sheet.lines
        goal = max(0, min(spot.line + by, len(lines) - 1))
        beyond = range(goal, len(lines)) if by > 0 else range(goal, -1, -1)
        between = range(goal, spot.line, -1 if by > 0 else 1)
        for number in (*beyond, *between):
            found = self.nearest(number, x)
            if found is not None:
                return found
        return spot

    def sideways(self, spot: Spot, by: int) -> Spot:
        """Some boxes left or right in the same line."""
        stops = self.sheet.lines[spot.line].stops
        where = stops.index(spot.box) + by
        return Spot(spot.line, stops[max(0, min(where, len(stops) - 1))])

    def following(self, spot: Spot) -> Spot:
        """The next box to fill in reading order; the same one where there is none."""
        onward = self._to_fill(range(spot.line, len(self.sheet.lines)))
        return next((each for each in onward if each > spot), spot)

    def preceding(self, spot: Spot) -> Spot:
        """The box to fill before this one; the same one where there is none."""
        for number in range(spot.line, -1, -1):
            before = [each for each in self._to_fill([number]) if each < spot]
            if before:
                return before[-1]
        return spot

    def is_over(self, before: Spot, now: Spot) -> bool:
        """Whether a move led, or would have led, past the last box to fill."""
        if self.following(now) != now:
            return False
        return now == before or not is_to_fill(self.sheet.box(now))

    def first(self) -> Spot:
        """The first box of the sheet.

        Raises:
            LookupError: Nothing can be entered.
        """
        return self._first_from(range(len(self.sheet.lines)))

    def last(self) -> Spot:
        """The last box of the sheet.

        Raises:
            LookupError: Nothing can be entered.
        """
        found = self._first_from(range(len(self.sheet.lines) - 1, -1, -1))
        return Spot(found.line, self.sheet.lines[found.line].stops[-1])

    def section(self, number: int) -> Spot:
        """The first box of a section."""
        number = max(0, min(number, len(self.sheet.sections) - 1))
        return self._first_from(range(self.sheet.sections[number].first, len(self.sheet.lines)))

    def _first_from(self, numbers: Iterable[int]) -> Spot:
        for number in numbers:
            stops = self.sheet.lines[number].stops
            if stops:
                return Spot(number, stops[0])
        raise LookupError("no box can be entered")

    def _to_fill(self, numbers: Iterable[int]) -> Iterator[Spot]:
        for number in numbers:
            line = self.sheet.lines[number]
            for stop in line.stops:
                if is_to_fill(line.boxes[stop]):
                    yield Spot(number, stop)

    def _distance(self, spot: Spot, x: int) -> int:
        left = self.left_edge(spot)
        right = left + self.widths(self.sheet.lines[spot.line])[spot.box]
        return max(0, left - x, x - right + 1)


def is_to_fill(box: Box) -> bool:
    """Whether a box waits for typing: neither printed by the form nor computed."""
    return box.taken is not None and not box.taken.calc
