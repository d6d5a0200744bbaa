"""Whether formulas need each other, also by way of the other sheets of the family."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from selfeval_tui.spec.assemble import assemble
from selfeval_tui.spec.compiled import FormulaKey, computed_cells, own_key
from selfeval_tui.spec.formula import Formula, FormulaError, Reference, Scope, compile_formula
from selfeval_tui.spec.inherit import resolve
from selfeval_tui.spec.model import Spec
from selfeval_tui.spec.names import names_in
from selfeval_tui.spec.order import evaluation_order
from selfeval_tui.spec.sources import Sources

Formulas = Mapping[FormulaKey, Formula]


@frozen
class _Cell:
    """A computed field or column of a kind of sheet."""

    kind: str
    """Empty for the kind that is being checked."""
    key: FormulaKey

    def __str__(self) -> str:
        return f"{self.kind}.{self.key.name}" if self.kind else str(self.key)


def check_cycles(spec: Spec, formulas: Formulas, sources: Sources) -> None:
    """Refuse formulas of a sheet that need themselves, near or far.

    Raises:
        CycleError: The message names the members of one cycle.
    """
    sheets = [(spec, formulas)]
    if any(need.scope is Scope.KIND for each in formulas.values() for need in each.needs):
        sheets += [(other, _sound_formulas(other)) for other in _others(spec, sources)]
    graph: dict[_Cell, list[_Cell]] = {}
    for sheet, own in sheets:
        for key, formula in own.items():
            cells = graph.setdefault(_cell(spec, sheet, key), [])
            for need in sorted(formula.needs, key=str):
                inside = own_key(sheet, key, need)
                cells.extend([_cell(spec, sheet, inside)] if inside else _asked(sheets, need))
    evaluation_order(graph)


def _others(spec: Spec, sources: Sources) -> Iterator[Spec]:
    """The other sheets of the family, unchecked: their own faults are told when they are loaded."""
    family = spec.id.split("/")[0]
    for spec_id in sources.ids():
        if spec_id.split("/")[0] == family and spec_id != spec.id:
            yield assemble(resolve(spec_id, sources), spec.family).spec


def _sound_formulas(spec: Spec) -> dict[FormulaKey, Formula]:
    """The formulas of another sheet, without those that do not compile."""
    found = {}
    for table, each in computed_cells(spec):
        key = FormulaKey(table.name if table else "", each.name)
        try:
            found[key] = compile_formula(each.calc, names_in(spec, table))
        except FormulaError:
            continue
    return found


def _cell(checked: Spec, sheet: Spec, key: FormulaKey) -> _Cell:
    return _Cell("" if sheet.kind == checked.kind else sheet.kind, key)


def _asked(sheets: list[tuple[Spec, Formulas]], need: Reference) -> Iterator[_Cell]:
    """The computed cells that 表样.字段 may read: fields, and columns of fixed rows."""
    checked, _ = sheets[0]
    for sheet, formulas in sheets:
        for key in formulas if sheet.kind == need.owner else ():
            shared = not key.table or not sheet.table(key.table).free
            if key.name == need.name and shared:
                yield _cell(checked, sheet, key)
