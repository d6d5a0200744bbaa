"""A sheet as one list of lines: what stands where, without colours, widths or a screen library."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from selfeval_tui.sheet import Address
from selfeval_tui.spec.model import Field


class LineKind(StrEnum):
    """What a line is for."""

    HEADING = "heading"
    """Begins a section."""
    FIELD = "field"
    """A label and its value."""
    HEADER = "header"
    """The labels of a table's columns."""
    ROW = "row"
    EMPTY = "empty"
    """Stands in a free table that has no row yet."""
    NOTE = "note"
    """A line of the notes (备注) that the form brings."""


class Part(StrEnum):
    """What a box of a line shows."""

    MARK = "mark"
    """The gutter: the mark of a verdict, or of a filled section. Left of all free text."""
    LABEL = "label"
    VALUE = "value"
    VERDICT = "verdict"
    """The verdict in words (判定)."""


@frozen
class Track:
    """How wide a column is on the screen, in cells."""

    min: int
    grow: int = 0
    rigid: bool = False
    """Never narrower than `min`."""
    optional: bool = False
    """Left out where the others would get too narrow."""
    header: int = 0
    """What its header needs; narrower only where there is no other way."""


@frozen
class Box:
    """One place of a line. The cursor may stand on it if it has an address."""

    part: Part
    text: str = ""
    """What the form prints there."""
    address: Address | None = None
    field: Field | None = None
    fixed: bool = False
    """Whether nobody types there, although the cursor may come to read it."""
    grouped: bool = False
    """Whether a text equal to the one above is left out."""

    @property
    def taken(self) -> Field | None:
        """The field that takes what is typed here; None where nobody types."""
        return None if self.fixed else self.field


@frozen
class Line:
    """One line of the screen; boxes and tracks go in pairs."""

    kind: LineKind
    boxes: tuple[Box, ...]
    tracks: tuple[Track, ...]
    section: int
    table: str = ""
    row: str = ""
    above: str = ""
    """The row above in the same table, for columns that are merged when equal."""
    stops: tuple[int, ...] = field(init=False)
    """The boxes that the cursor may stand on."""

    @stops.default
    def _stops(self) -> tuple[int, ...]:
        return tuple(n for n, box in enumerate(self.boxes) if box.address is not None)

    @property
    def sheet(self) -> str:
        """The id of the sheet whose cells it shows; empty for a line without cells."""
        addresses = (box.address.sheet for box in self.boxes if box.address is not None)
        return next(addresses, "")


@frozen
class Section:
    """A part of the sheet, as the table of contents lists it."""

    title: str
    first: int
    """The line of its heading."""


@frozen(order=True)
class Spot:
    """Where the cursor stands: a line and one of its boxes."""

    line: int
    box: int


@frozen
class SheetLines:
    """All lines of a sheet."""

    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    spots: Mapping[Address, Spot] = field(init=False, eq=False, repr=False)
    """Where each cell is."""
    rows: Mapping[Address, int] = field(init=False, eq=False, repr=False)
    """The line of each row of a table."""

    @spots.default
    def _spots(self) -> Mapping[Address, Spot]:
        found: dict[Address, Spot] = {}
        for number, line in enumerate(self.lines):
            for stop in line.stops:
                address = line.boxes[stop].address
                if address is not None:
                    found.setdefault(address, Spot(number, stop))
        return found

    @rows.default
    def _rows(self) -> Mapping[Address, int]:
        return {address.of_row: spot.line for address, spot in self.spots.items() if address.table}

    def box(self, spot: Spot) -> Box:
        """The box at a spot."""
        return self.lines[spot.line].boxes[spot.box]

    def address(self, spot: Spot) -> Address:
        """The cell at a spot.

        Raises:
            LookupError: Nothing there has an address.
        """
        address = self.box(spot).address
        if address is None:
            raise LookupError(spot)
        return address
