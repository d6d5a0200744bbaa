"""The drawn cells: strips kept line by line, and which of them a step makes stale."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip

from selfeval_tui.sheet import Address, Batch, Step
from selfeval_tui.sheet.change import BasisChange, CellChange, RowChange, RulingChange, SheetChange
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.content import (
    VERDICT_TONES,
    Piece,
    Tone,
    box_pieces,
    severity_piece,
    verdict_glyph,
    verdict_of,
)
from selfeval_tui.tui.fill.lay import lay_lines
from selfeval_tui.tui.fill.lines import Box, Line, LineKind, Part, SheetLines, Track
from selfeval_tui.tui.fill.paint import NONE, Palette, paint
from selfeval_tui.tui.fill.tally import Tally
from selfeval_tui.tui.fill.widths import column_widths
from selfeval_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from selfeval_tui.checks import Severity

BARE: Palette = {tone: Style.null() for tone in Tone}
MANUAL = "人工："


Lay = Callable[[], SheetLines]
"""Lays out what is drawn, as it is now."""


def sheet_drawing(batch: Batch, sheet: str, glyphs: Glyphs) -> "Drawing":
    """One sheet, drawn.

    Args:
        batch: Where the texts are.
        sheet: The sheet's id.
        glyphs: The marks that the terminal can show.
    """
    return Drawing(batch, lambda: lay_lines(batch.sheet(sheet)), glyphs)


class Drawing:
    """Cells of one or several sheets as strips; it keeps nothing that the batch does not say.

    Args:
        batch: Where the texts are.
        lay: Lays out the lines.
        glyphs: The marks that the terminal can show.
    """

    def __init__(self, batch: Batch, lay: Lay, glyphs: Glyphs) -> None:
        self.batch = batch
        self._lay_out = lay
        self._glyphs = glyphs
        self._width = 0
        self._palette = BARE
        self._cursor_style = self._chosen_style = Style.null()
        self._strips: dict[int, Strip] = {}
        self._widths: dict[tuple[Track, ...], tuple[int, ...]] = {}
        self._marked: dict[int, Severity] = {}
        self.sheet_lines: SheetLines
        self.tally: Tally
        self._lay()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines from the top to the bottom."""
        return self.sheet_lines.lines

    def resize(self, width: int) -> None:
        """Draw for another width."""
        if width != self._width:
            self._width = width
            self._widths.clear()
            self._strips.clear()

    def restyle(self, palette: Palette, cursor_style: Style, chosen_style: Style) -> None:
        """Draw in other styles."""
        self._palette, self._cursor_style = palette, cursor_style
        self._chosen_style = chosen_style
        self._strips.clear()

    def strip(
        self, number: int, *, cursor: int | None = None, chosen: range = NONE, top: bool = False
    ) -> Strip:
        """One line.

        Args:
            number: Which one.
            cursor: The box under the cursor.
            chosen: The boxes that are selected.
            top: Whether nothing of the same group is visible above, so that merged texts must
                be said again.
        """
        if cursor is not None or chosen or top:
            return self.fresh(number, cursor=cursor, chosen=chosen, top=top)
        if number not in self._strips:
            self._strips[number] = self.fresh(number)
        return self._strips[number]

    def fresh(
        self, number: int, *, cursor: int | None = None, chosen: range = NONE, top: bool = False
    ) -> Strip:
        """One line, painted anew from the batch."""
        line = self.lines[number]
        pieces = [self._pieces(number, box, top=top) for box in line.boxes]
        return paint(
            pieces,
            self.widths(line),
            self._palette,
            self._glyphs.more,
            cursor=cursor,
            cursor_style=self._cursor_style,
            chosen=chosen,
            chosen_style=self._chosen_style,
        )

    def widths(self, line: Line) -> tuple[int, ...]:
        """The cells of each box of a line."""
        known = self._widths.get(line.tracks)
        if known is None:
            known = self._widths[line.tracks] = column_widths(line.tracks, self._width)
        return known

    def header_of(self, number: int) -> int:
        """The header line of the table that a row belongs to."""
        return self._headers[bisect_right(self._headers, number) - 1]

    def apply(self, step: Step) -> frozenset[int] | None:
        """Forget what a step makes stale.

        Returns:
            The lines to paint again; None where lines came or went.
        """
        if any(self._restructures(change) for change in step.changes):
            self._lay()
            return None
        touched = frozenset(self._touched(step))
        self.tally.recount(touched)
        stale = touched | {self._heading(number) for number in touched}
        for number in stale:
            self._strips.pop(number, None)
        return stale

    def mark(self, places: Mapping[Address, "Severity"]) -> frozenset[int]:
        """Mark the lines of cells and rows with findings.

        Args:
            places: How heavy the finding of each is.

        Returns:
            The lines to paint again.
        """
        before, self._marked = self._marked, {}
        for address, severity in places.items():
            number = self._line_of(address)
            if number is not None:
                known = self._marked.get(number, severity)
                self._marked[number] = min(known, severity, key=lambda each: each.rank)
        lines = before.keys() | self._marked.keys()
        stale = frozenset(n for n in lines if before.get(n) is not self._marked.get(n))
        for number in stale:
            self._strips.pop(number, None)
        return stale

    def _line_of(self, address: Address) -> int | None:
        spot = self.sheet_lines.spots.get(address)
        return spot.line if spot else self.sheet_lines.rows.get(address.of_row)

    def _lay(self) -> None:
        self._marked.clear()
        self.sheet_lines = self._lay_out()
        self.tally = Tally(self.batch, self.sheet_lines)
        self._headers = [n for n, line in enumerate(self.lines) if line.kind is LineKind.HEADER]
        self._sheets = frozenset(line.sheet for line in self.lines)
        self._strips.clear()

    def _restructures(self, change: object) -> bool:
        """Whether lines come or go, or anything may have changed."""
        if isinstance(change, RowChange):
            return change.sheet in self._sheets
        if isinstance(change, SheetChange):
            return True
        return isinstance(change, CellChange) and self._is_note(change.address)

    def _is_note(self, address: Address) -> bool:
        spot = self.sheet_lines.spots.get(address)
        return spot is not None and self.lines[spot.line].kind is LineKind.NOTE

    def _touched(self, step: Step) -> Iterator[int]:
        changed = [change.address for change in step.changes if not isinstance(change, SheetChange)]
        cells = [each for each in changed if each.name]
        computed = dependents({each.id: each for each in self.batch.sheets}, changed)
        for address in (*cells, *computed):
            spot = self.sheet_lines.spots.get(address)
            if spot is not None:
                yield spot.line
                yield from self._below(spot.line)
        for change in step.changes:
            if isinstance(change, RulingChange | BasisChange):
                row = self.sheet_lines.rows.get(change.address.of_row)
                yield from () if row is None else (row,)

    def _below(self, number: int) -> Iterator[int]:
        """The row below shows or leaves out a merged text by what stands above it."""
        below = number + 1
        if below < len(self.lines) and self.lines[below].above == self.lines[number].row != "":
            yield below

    def _heading(self, number: int) -> int:
        return self.sheet_lines.sections[self.lines[number].section].first

    def _pieces(self, number: int, box: Box, *, top: bool) -> tuple[Piece, ...]:
        line = self.lines[number]
        if box.part is Part.MARK:
            return self._mark(number)
        if box.part is Part.VERDICT:
            return self._verdict(line)
        return self._basis(line, box) + box_pieces(self.batch, line, box, repeating=top)

    def _basis(self, line: Line, box: Box) -> tuple[Piece, ...]:
        """The mark of an actual value that says what it rests on (依据)."""
        if box.field is None or box.field.role is not Role.ACTUAL or not line.row:
            return ()
        row = self.batch.sheet(line.sheet).row(line.table, line.row)
        return (Piece(f"{self._glyphs.basis} ", Tone.LABEL),) if row.basis else ()

    def _mark(self, number: int) -> tuple[Piece, ...]:
        line = self.lines[number]
        if line.kind is LineKind.HEADING:
            done = self.section_mark(line.section)
            return (Piece(done, Tone.HEADING),)
        return (*self._verdict_mark(line), *self._finding_mark(number))

    def _verdict_mark(self, line: Line) -> tuple[Piece, ...]:
        verdict = verdict_of(self.batch, line)
        if verdict is None:
            return (Piece(" "),)
        return (Piece(verdict_glyph(verdict.code, self._glyphs), VERDICT_TONES[verdict.code]),)

    def _finding_mark(self, number: int) -> tuple[Piece, ...]:
        severity = self._marked.get(number)
        return (severity_piece(severity, self._glyphs),) if severity else ()

    def section_mark(self, section: int) -> str:
        """Whether a section is filled; blank where it asks for nothing."""
        progress = self.tally.section(section)
        if not progress.total:
            return " "
        return self._glyphs.done if progress.filled == progress.total else self._glyphs.open

    def _verdict(self, line: Line) -> tuple[Piece, ...]:
        verdict = verdict_of(self.batch, line)
        if verdict is None or verdict.code == "blank":
            return ()
        ruling = self.batch.sheet(line.sheet).row(line.table, line.row).ruling
        manual = MANUAL if ruling else ""
        return (Piece(f"{manual}{verdict.code.label}", VERDICT_TONES[verdict.code]),)
