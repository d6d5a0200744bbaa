"""From the places of a sheet to its texts; what stands anywhere else is left over and listed."""

from attrs import Factory, define

from selfeval_tui.reader.found import Anchors, Leftover, Piece, Spot
from selfeval_tui.reader.grid import Cell
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.rows import rows_of
from selfeval_tui.reader.sketch import text_of
from selfeval_tui.reader.ticks import read_choice
from selfeval_tui.sheet import Address, Batch, Row, Sheet, new_id, new_sheet
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.store.foreign.match import are_own_notes
from selfeval_tui.store.foreign.neutral import year_of
from selfeval_tui.text import fold, strip_controls

_NO_PLACE = "表样上没有这一栏"
_TICKS = "没有看懂选的是哪一项"


@define
class Reading:
    """A sheet while it is read."""

    page: Page
    anchors: Anchors
    sheet: Sheet
    sure: bool
    pieces: list[Piece] = Factory(list)
    leftovers: list[Leftover] = Factory(list)
    notices: list[str] = Factory(list)
    done: set[tuple[int, int]] = Factory(set)
    """The cells that are accounted for."""
    targets_only: bool = False

    @classmethod
    def begin(cls, page: Page, anchors: Anchors, *, demo: bool) -> "Reading":
        """An empty sheet of the form that was recognised."""
        sheet = new_sheet(anchors.spec, starter=False, demo=demo)
        return cls(page, anchors, sheet, sure=page.grid.form == anchors.spec.id)

    def account(self, *cells: Cell) -> None:
        """Say that cells are read or labels."""
        self.done.update((cell.row, cell.col) for cell in cells)

    def leave(self, cell: Cell, why: str, text: str = "") -> None:
        """List a cell that the form has no place for."""
        self.account(cell)
        self.leftovers.append(Leftover(text or cell.text, cell.origin, why))


def take_all(reading: Reading) -> Reading:
    """Read everything that the form has a place for, and list the rest."""
    reading.account(*reading.anchors.labels)
    for name, spot in reading.anchors.fields.items():
        _take_field(reading, reading.anchors.spec.fields[name], spot)
    for name, spot in reading.anchors.again:
        _take_again(reading, name, spot)
    _take_fixed(reading)
    _take_rows(reading)
    _take_year(reading)
    _drop_computed_title(reading)
    for cell in reading.page.filled:
        if (cell.row, cell.col) not in reading.done:
            reading.leave(cell, _NO_PLACE)
    return reading


def _take_field(reading: Reading, field: Field, spot: Spot) -> None:
    text = strip_controls(text_of(spot))
    reading.account(*spot.cells)
    if field.kind in {Kind.CHOICE, Kind.FLAGS}:
        chosen = read_choice(field, text)
        if chosen is None:
            reading.leave(spot.cells[0], _TICKS, text)
            return
        text = chosen
    if field.role is Role.TITLE:
        text = _unbroken(reading, text)
    if field.role is Role.NOTES and are_own_notes(field, map(str.strip, text.splitlines())):
        return
    if text.strip():
        reading.sheet.fields[field.name] = text
        reading.pieces.append(Piece(field.name, text, spot.cells[0].origin, spot.cells[0].note))


def _unbroken(reading: Reading, text: str) -> str:
    """A title in one line; of our own only the line end that we put there is taken out."""
    if not reading.sure:
        return "".join(line.strip() for line in text.split("\n"))
    for line in reading.anchors.spec.head:
        if line.break_before:
            text = text.replace(f"\n{line.break_before}", line.break_before, 1)
    return text


def _drop_computed_title(reading: Reading) -> None:
    """Leave the title blank where the form would print the same without it being typed."""
    field = reading.anchors.spec.field_with_role(Role.TITLE)
    if field is None or not field.calc or field.name not in reading.sheet.fields:
        return
    sheet = reading.sheet.copy()
    typed = sheet.fields.pop(field.name)
    if Batch([sheet]).computed(Address(sheet.id, field.name)) == typed:
        del reading.sheet.fields[field.name]


def _take_again(reading: Reading, name: str, spot: Spot) -> None:
    reading.account(*spot.cells)
    text = strip_controls(text_of(spot))
    if text.strip() and fold(text) != fold(reading.sheet.fields.get(name, "")):
        reading.leave(spot.cells[0], f"“{name}”在另一处写的不同", text)


def _take_fixed(reading: Reading) -> None:
    for (table, row, name), spot in reading.anchors.fixed.items():
        reading.account(*spot.cells)
        text = strip_controls(text_of(spot))
        block = reading.anchors.spec.table(table)
        printed = block.printed[row].get(name)
        if not text.strip():
            continue
        if printed is not None:
            if fold(text) != fold(printed):
                reading.leave(spot.cells[0], f"表样在这里印的是“{printed}”", text)
            continue
        reading.sheet.row(table, row).cells[name] = text
        cell = spot.cells[0]
        reading.pieces.append(Piece(f"{table}.{row}.{name}", text, cell.origin, cell.note))


def _take_rows(reading: Reading) -> None:
    counts: dict[str, int] = {}
    for table in reading.anchors.free:
        name = table.block.name
        for row in rows_of(reading.page, table, sure=reading.sure):
            counts[name] = counts.get(name, 0) + 1
            cells = {column: each.text for column, each in row.texts.items() if each.text}
            made = Row(new_id(), cells)
            reading.sheet.tables[name][made.id] = made
            for column, each in row.texts.items():
                reading.account(*each.cells)
                if each.text.strip():
                    place = f"{name}[{counts[name]}].{column}"
                    reading.pieces.append(Piece(place, each.text, each.cells[0].origin))


def _take_year(reading: Reading) -> None:
    field = reading.anchors.spec.field_with_role(Role.YEAR)
    if field is None:
        return
    sheet, printed = reading.sheet, reading.page.grid.year
    if printed:
        sheet.fields[field.name] = printed
    elif not sheet.fields.get(field.name, "").strip():
        year = year_of(sheet.with_role(Role.TITLE), sheet.with_role(Role.DATE))
        if year:
            sheet.fields[field.name] = year
