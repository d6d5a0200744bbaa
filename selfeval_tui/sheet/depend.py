"""Which computed cells follow a change: read off the formulas, never listed by hand."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec import Formula, FormulaKey, Reference, Scope, own_key, spec_formulas
from selfeval_tui.spec.model import Spec


@frozen
class _Place:
    """A cell, or all cells alike: None stands for every sheet or every row."""

    spec: str
    table: str
    name: str
    sheet: str | None
    row: str | None


def dependents(sheets: Mapping[str, Sheet], changed: Iterable[Address]) -> set[Address]:
    """Every computed cell that depends on the changed cells, directly or through others.

    Args:
        sheets: The sheets of the batch by id.
        changed: The cells that changed. An address without a name stands for a whole row that
            came or went; on a sheet alone, as that of a reason (说明), nothing depends.
    """
    specs = {sheet.spec.id: sheet.spec for sheet in sheets.values()}
    todo = [place for address in changed for place in _places(sheets, address)]
    seen: set[_Place] = set()
    found: set[Address] = set()
    while todo:
        place = todo.pop()
        if place in seen:
            continue
        seen.add(place)
        for spec in specs.values():
            for key, formula in spec_formulas(spec).items():
                for after in _following(place, specs[place.spec], spec, key, formula):
                    todo.append(after)
                    found.update(_cells(sheets, after))
    return found


def _places(sheets: Mapping[str, Sheet], address: Address) -> Iterator[_Place]:
    spec = sheets[address.sheet].spec
    if address.name:
        yield _Place(spec.id, address.table, address.name, address.sheet, address.row)
        return
    columns = spec.table(address.table).columns if address.table else ()
    for column in columns:
        yield _Place(spec.id, address.table, column.name, address.sheet, address.row)


def _following(
    place: _Place, changed: Spec, spec: Spec, key: FormulaKey, formula: Formula
) -> Iterator[_Place]:
    """The computed cells of one formula that read this place."""
    for need in formula.needs:
        after = _Place(spec.id, key.table, key.name, place.sheet, place.row)
        if need.scope is Scope.KIND:
            if need.owner == changed.kind and need.name == place.name:
                yield evolve(after, sheet=None, row=None if key.table else "")
        elif changed.id == spec.id and _reads(place, spec, key, need):
            same_row = need.scope is Scope.OWN and key.table == place.table
            yield after if same_row else evolve(after, row=None if key.table else "")


def _reads(place: _Place, spec: Spec, key: FormulaKey, need: Reference) -> bool:
    """Whether a reference inside the same sheet means this place."""
    return own_key(spec, key, need) == FormulaKey(place.table, place.name)


def _cells(sheets: Mapping[str, Sheet], place: _Place) -> Iterator[Address]:
    for sheet in sheets.values():
        if sheet.spec.id != place.spec or place.sheet not in {None, sheet.id}:
            continue
        if not place.table:
            yield Address(sheet.id, place.name)
            continue
        for row in sheet.tables.get(place.table, {}):
            if place.row in {None, row}:
                yield Address(sheet.id, place.name, place.table, row)
