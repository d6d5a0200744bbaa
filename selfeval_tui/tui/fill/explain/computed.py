"""Computed cells that a cell is or feeds, with their arithmetic."""

from collections.abc import Iterable, Iterator

from selfeval_tui.sheet import Address, Batch, field_at, show_value
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.sheet.arithmetic import in_figures
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import Blank, FormulaKey, Value, spec_formulas
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.content import NUMERIC, Piece, Tone
from selfeval_tui.tui.fill.content import disagreement as said_otherwise
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled


def disagreement(about: About) -> list[Piece]:
    """That a typed value and the computed one say different things."""
    if about.preview or not about.field.calc or not disagrees(about.batch, about.address):
        return []
    computed = about.batch.computed_text(about.address)
    words = said_otherwise(about.field, computed)
    return [Piece(f"填写的与算出的不同：{words}", Tone.ASKED)]


def equations(about: About) -> list[Piece]:
    """The computed cells that follow this one, with their arithmetic."""
    said = (_equation(about, cell, value) for cell, value in _following(about))
    return labelled("算出 ", "；".join(said))


def _following(about: About) -> Iterator[tuple[Address, Value]]:
    """What would change; while nobody types, what this cell is or feeds on its own sheet."""
    if about.preview:
        changed = {cell.address: cell.value for cell in about.preview.computed}
        yield from ((cell, changed[cell]) for cell in _nearest_first(about, changed))
        return
    sheets = {sheet.id: sheet for sheet in about.batch.sheets}
    fed = [
        cell
        for cell in _nearest_first(about, dependents(sheets, [about.address]))
        if cell.sheet == about.address.sheet and cell.row in {"", about.address.row}
    ]
    for cell in [about.address, *fed] if about.field.calc else fed:
        value = about.batch.computed(cell)
        if value is not None and not isinstance(value, Blank):
            yield cell, value


def _nearest_first(about: About, cells: Iterable[Address]) -> list[Address]:
    here = about.address.sheet
    return sorted(cells, key=lambda cell: (cell.sheet != here, cell.table, cell.row, cell.name))


def _equation(about: About, cell: Address, value: Value) -> str:
    """A computed cell: 执行率 = 4.76 ÷ 5 = 95.2%."""
    sheet = about.batch.sheet(cell.sheet)
    field = field_at(sheet.spec, cell)
    shown = show_value(value, field) or "（缺数，算不出）"
    formula = spec_formulas(sheet.spec).get(FormulaKey(cell.table, cell.name))
    figures = in_figures(formula.tree, lambda name: _figure(about, cell, name)) if formula else ""
    where = "" if cell.sheet == about.address.sheet else sheet.with_role(Role.ATTACHMENT)
    name = f"{where} {field.name}".lstrip()
    return " = ".join(part for part in (name, figures, shown) if part)


def _figure(about: About, cell: Address, name: str) -> str:
    """What stands in a cell that a formula reads."""
    other = cell.beside(name)
    if cell.table and not _has_column(about.batch, other):
        other = Address(cell.sheet, name)
    text = about.text if other == about.address else about.batch.typed(other)
    field = field_at(about.batch.sheet(other.sheet).spec, other)
    if field.kind in NUMERIC and isinstance(value_of(field, text), Blank):
        text = ""
    return text or about.batch.computed_text(other)


def _has_column(batch: Batch, address: Address) -> bool:
    table = batch.sheet(address.sheet).spec.table(address.table)
    return any(column.name == address.name for column in table.columns)
