"""Plans what the fields outside the tables of a template get."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.layout.content import Contents
from selfeval_tui.reader.fill.filling import (
    NO_CHANGE,
    Edit,
    Fill,
    Planned,
    as_value,
    figure_of,
    fills,
)
from selfeval_tui.reader.fill.match import alike
from selfeval_tui.reader.fill.ticks import tick
from selfeval_tui.reader.fill.title import filled_mark, filled_title, title_above, year_gap
from selfeval_tui.reader.found import Anchors, Piece, Spot
from selfeval_tui.reader.grid import Cell, Grid
from selfeval_tui.sheet import Sheet, sheet_subject
from selfeval_tui.spec.model import Field, Kind, NotesBlock, Role, RowBlock, Spec

_TICKED = frozenset({Kind.CHOICE, Kind.FLAGS})
_SHORT = 30


@frozen
class FieldPlanner:
    """Lays the fields of a sheet over those of a template."""

    _grid: Grid
    _anchors: Anchors
    _sheet: Sheet
    _contents: Contents
    _planned: Planned

    def plan(self) -> None:
        """Plan every field that has a place, and tell of those that have none."""
        theirs, ours = self._anchors.spec, self._sheet.spec
        pairs = alike(theirs.fields.values(), ours.fields.values())
        placed: set[str] = set()
        for name, spot in [*self._anchors.fields.items(), *self._anchors.again]:
            if name in pairs:
                placed.add(pairs[name])
                self._field(theirs.fields[name], ours.fields[pairs[name]], spot)
        said = {fill.text.strip() for fill in self._planned.values}
        for name in _printed_fields(ours):
            typed = self._sheet.fields.get(name, "")
            own_words = ours.fields[name].role is Role.NOTES and typed == ours.fields[name].default
            if name not in placed and typed.strip() and typed.strip() not in said and not own_words:
                self._planned.homeless.append(Piece(name, typed, ""))

    def _field(self, place: Field, field: Field, spot: Spot) -> None:
        if field.kind in _TICKED and self._ticks(place, field, spot):
            return
        if field.role is Role.TITLE and self._dated_below(field, spot):
            return
        printed, content = _value_of(spot), as_value(self._contents.field(field.name))
        text = self._contents.text(field.name)
        if field.role in {Role.TITLE, Role.ATTACHMENT, Role.NOTES}:
            content = self._own_words(field, printed, text)
        elif field.kind is Kind.DATE and not text.strip():
            content = printed
        figure = figure_of(content) if field.calc else None
        typed = self._sheet.fields.get(field.name, "")
        self._planned.values.extend(fills(field.name, spot, content, typed, figure))

    def _dated_below(self, field: Field, spot: Spot) -> bool:
        """Fill a title whose year has a line of its own; False where it has none."""
        line, gap = self._year_line(spot)
        if line is None:
            return False
        year, subject = self._sheet.with_role(Role.YEAR).strip(), sheet_subject(self._sheet)
        dated = line.text
        there = line.text[slice(*gap)].strip()
        if year and len(there) < len(year):
            edit = Edit(*gap, year)
            self._planned.values.append(Fill(line, field.name, "", (edit,)))
            dated = self._planned.values[-1].text
        elif year and there.isdecimal() and int(there) != int(year):
            self._planned.notices.append(
                f"模板印的是“{line.text.strip()}”，填报的年度是 {year}，没有改。请核对。"
            )
        above = Spot(tuple(each for each in spot.cells if each != line), spot.before, spot.after)
        printed, ours = _value_of(above), self._contents.text(field.name)
        kept = title_above(printed, ours, year, subject)
        if kept != printed:
            self._planned.values.extend(fills(field.name, above, kept, ""))
        self._tell_kept(field, f"{kept}{dated}")
        return True

    def _year_line(self, spot: Spot) -> tuple[Cell | None, tuple[int, int]]:
        """The cell that says the year below a title, and where its digits are to stand."""
        first, last = spot.cells[0], spot.cells[-1]
        below = [each for each in self._grid.cells if first.row < each.row <= last.end]
        for cell in below:
            gap = year_gap(cell.text)
            if gap is not None:
                return cell, gap
        return None, (0, 0)

    def _own_words(self, field: Field, printed: str, ours: str) -> str:
        """What the bureau printed stays; where the clerk says otherwise, that is told."""
        if field.role is Role.TITLE:
            year, subject = self._sheet.with_role(Role.YEAR).strip(), sheet_subject(self._sheet)
            kept = filled_title(printed, ours, year, subject)
        elif field.role is Role.ATTACHMENT:
            kept = filled_mark(printed, ours)
        else:
            kept = printed if printed.strip() else ours
        self._tell_kept(field, kept)
        return kept

    def _tell_kept(self, field: Field, kept: str) -> None:
        """Tell of what the clerk typed where the template says something else."""
        typed = self._sheet.fields.get(field.name, "").strip()
        if typed and _squeezed(typed) not in _squeezed(kept) and typed != field.default.strip():
            self._planned.notices.append(
                f"“{field.name}”按模板印的保留，没有换成填报的“{_short(typed)}”。"
            )

    def _ticks(self, place: Field, field: Field, spot: Spot) -> bool:
        """Tick the options where the template prints them; False where it prints none."""
        text = self._contents.text(field.name)
        typed = [text] if field.kind is Kind.CHOICE else text.split("\n")
        chosen = {each.strip() for each in typed} - {""}
        options = (*field.options, *place.options)
        lines = [(cell, tick(cell.text, options, chosen)) for cell in spot.cells]
        ticked = [(cell, line) for cell, line in lines if line is not None]
        if not ticked:
            return False
        for each in sorted(chosen.intersection(*(line.unplaced for _, line in ticked))):
            self._planned.homeless.append(Piece(field.name, each, spot.cells[0].origin))
        for cell, line in ticked:
            self._planned.values.append(Fill(cell, field.name, "", line.edits or NO_CHANGE))
        return True


def _value_of(spot: Spot) -> str:
    """What the template itself prints where the value is to stand."""
    first, *rest = spot.cells
    own = first.text[len(spot.before) : len(first.text) - len(spot.after)]
    return "\n".join([own, *(cell.text for cell in rest)])


def _printed_fields(spec: Spec) -> Iterator[str]:
    """The fields that have a place of their own on a printed sheet."""
    names = [line.field for line in spec.head]
    for block in spec.blocks:
        if isinstance(block, RowBlock):
            names.extend(cell.field for cell in block.cells)
        elif isinstance(block, NotesBlock):
            names.append(block.field)
    names.extend(field.name for _, field in spec.signed)
    yield from dict.fromkeys(filter(None, names))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
