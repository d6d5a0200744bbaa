"""A selected rectangle of boxes: rows of one table, or fields under one another."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.tui.fill.lines import Box, LineKind, SheetLines, Spot


@frozen
class Block:
    """Boxes of neighbouring lines; both ends belong to it."""

    first: int
    """The first line."""
    last: int
    left: int
    """The first box of each line."""
    right: int

    @classmethod
    def between(cls, one: Spot, other: Spot) -> "Block":
        """The smallest block that holds two spots."""
        return cls(
            min(one.line, other.line),
            max(one.line, other.line),
            min(one.box, other.box),
            max(one.box, other.box),
        )

    @property
    def corner(self) -> Spot:
        """The box at its top and left."""
        return Spot(self.first, self.left)

    @property
    def lines(self) -> range:
        """The lines it covers."""
        return range(self.first, self.last + 1)

    @property
    def boxes(self) -> range:
        """The boxes it covers in each of its lines."""
        return range(self.left, self.right + 1)

    @property
    def several(self) -> bool:
        """Whether it is more than one box."""
        return len(self.lines) * len(self.boxes) > 1

    @property
    def words(self) -> str:
        """What is selected, as in 选中 3×2."""
        return f"选中 {len(self.lines)}×{len(self.boxes)}"

    def on(self, line: int) -> range:
        """Its boxes on one line; none where it does not reach."""
        return self.boxes if line in self.lines else range(0)

    def changed(self, other: "Block") -> Iterator[int]:
        """The lines of either that differ in what is selected there."""
        lines = {*self.lines, *other.lines}
        return (line for line in lines if self.on(line) != other.on(line))

    def rows(self, sheet: SheetLines) -> Iterator[tuple[Box, ...]]:
        """Its boxes, line by line."""
        return (sheet.lines[line].boxes[self.left : self.right + 1] for line in self.lines)


def run_of(sheet: SheetLines, number: int) -> range:
    """The lines that can be selected together with one: of the same table, or of its fields."""
    lines = sheet.lines
    of = lines[number]

    def belongs(other: int) -> bool:
        line = lines[other]
        return (line.kind, line.section, line.table) == (of.kind, of.section, of.table)

    if of.kind not in {LineKind.FIELD, LineKind.ROW}:
        return range(number, number + 1)
    first = last = number
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(lines) and belongs(last + 1):
        last += 1
    return range(first, last + 1)


def stretched(sheet: SheetLines, spot: Spot, *, down: int = 0, right: int = 0) -> Spot:
    """A spot some lines down and some boxes to the right, as far as a block may reach.

    Args:
        sheet: The lines.
        spot: Where the cursor stands.
        down: Lines; negative is up.
        right: Boxes that can be entered; negative is to the left.
    """
    run = run_of(sheet, spot.line)
    line = max(run[0], min(spot.line + down, run[-1]))
    stops = sheet.lines[line].stops
    nearest = min(stops, key=lambda stop: abs(stop - spot.box), default=spot.box)
    if nearest not in stops:
        return spot
    at = max(0, min(stops.index(nearest) + right, len(stops) - 1))
    return Spot(line, stops[at])


def whole(sheet: SheetLines, spot: Spot) -> Block:
    """All rows of the table at a spot, or all fields around it."""
    run = run_of(sheet, spot.line)
    stops = [stop for number in run for stop in sheet.lines[number].stops]
    return Block(run[0], run[-1], min(stops, default=spot.box), max(stops, default=spot.box))
