"""What is filled, counted line by line so that a step recounts few lines."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from selfeval_tui.sheet import Batch, Progress
from selfeval_tui.tui.fill.lines import Box, SheetLines, Spot

NOTHING = Progress(0, 0)


@frozen
class _LineCount:
    """What one line adds."""

    section: int
    progress: Progress


class Tally:
    """The counts of what is drawn; `Batch` stays the only truth.

    Args:
        batch: Where the texts are.
        lines: The lines that are counted.
    """

    def __init__(self, batch: Batch, lines: SheetLines) -> None:
        self._batch = batch
        self._lines = lines
        self._counts: dict[int, _LineCount] = {}
        self._sections: dict[int, Progress] = {}
        self.recount(range(len(lines.lines)))

    @property
    def progress(self) -> Progress:
        """The required cells of all lines, and how many are filled (已填 41/60)."""
        return sum(self._sections.values(), NOTHING)

    def section(self, number: int) -> Progress:
        """The required cells of a section."""
        return self._sections.get(number, NOTHING)

    def recount(self, numbers: Iterable[int]) -> None:
        """Count these lines again."""
        for number in numbers:
            self._replace(number, self._count(number))

    def _replace(self, number: int, count: _LineCount) -> None:
        before = self._counts.get(number)
        self._counts[number] = count
        if before is not None:
            less = Progress(-before.progress.filled, -before.progress.total)
            self._sections[before.section] += less
        self._sections[count.section] = self.section(count.section) + count.progress

    def _count(self, number: int) -> _LineCount:
        line = self._lines.lines[number]
        required = list(self._required(number))
        filled = sum(
            1 for box in required if box.address and self._batch.typed(box.address).strip()
        )
        return _LineCount(line.section, Progress(filled, len(required)))

    def _required(self, number: int) -> Iterator[Box]:
        for stop in self._lines.lines[number].stops:
            box = self._lines.lines[number].boxes[stop]
            if box.field is None or box.address is None:
                continue
            first = self._lines.spots[box.address] == Spot(number, stop)
            if first and box.field.required and not box.field.calc:
                yield box
