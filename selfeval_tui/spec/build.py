"""A checked specification from a merged draft; every fault is collected before one is raised."""

from selfeval_tui.spec.assemble import Assembly, assemble
from selfeval_tui.spec.check import check_block, check_field, check_whole
from selfeval_tui.spec.compiled import FormulaKey, computed_cells
from selfeval_tui.spec.cycles import check_cycles
from selfeval_tui.spec.faults import Fault, Path, item, refuse
from selfeval_tui.spec.formula import Formula, FormulaError, compile_formula
from selfeval_tui.spec.inherit import Draft, Part
from selfeval_tui.spec.model import Field, Spec, TableBlock
from selfeval_tui.spec.names import Family, names_in, rate_names
from selfeval_tui.spec.order import CycleError
from selfeval_tui.spec.sources import Sources


def build(draft: Draft, sources: Sources) -> Spec:
    """The specification of a draft.

    Raises:
        SpecError: Its message has a line for each fault: file, line, path, what is wrong.
    """
    assembly = assemble(draft, Family(draft.file.id, sources))
    _check_parts(draft, assembly)
    _check_formulas(draft, assembly, sources)
    if draft.faults:
        raise refuse(draft.file.id, draft.faults)
    return assembly.spec


def _check_parts(draft: Draft, assembly: Assembly) -> None:
    """Check the sheet as a whole, then each field and block that is what was written."""
    spec = assembly.spec
    for path, what in check_whole(spec):
        draft.faults.append(Fault(draft.file, path, what))
    for name, part in draft.fields.items():
        for path, what in check_field(spec.fields[name]):
            draft.report(part, path, what)
    for placed in assembly.blocks:
        for path, what in check_block(spec, placed.block) if placed.sound else ():
            draft.report(placed.part, path, what)


def _check_formulas(draft: Draft, assembly: Assembly, sources: Sources) -> None:
    """Every formula compiles, and none needs itself."""
    spec = assembly.spec
    formulas: dict[FormulaKey, Formula] = {}
    for table, each in computed_cells(spec):
        try:
            formula = compile_formula(each.calc, names_in(spec, table))
        except FormulaError as fault:
            part, path = _written(draft, assembly, table, each)
            draft.report(part, path, fault.message)
        else:
            formulas[FormulaKey(table.name if table else "", each.name)] = formula
    for index, rate in enumerate(spec.rates):
        try:
            compile_formula(rate.calc, rate_names(spec))
        except FormulaError as fault:
            path = ("rates", item(index, {"name": rate.indicator}), "calc")
            draft.faults.append(Fault(draft.file, path, fault.message))
    try:
        check_cycles(spec, formulas, sources)
    except CycleError as fault:
        draft.faults.append(Fault(draft.file, (), fault.message))


def _written(
    draft: Draft, assembly: Assembly, table: TableBlock | None, each: Field
) -> tuple[Part, Path]:
    """Where the formula of a field or column is written."""
    if table is None:
        return draft.fields[each.name], ("calc",)
    part = next(placed.part for placed in assembly.blocks if placed.block is table)
    index = [column.name for column in table.columns].index(each.name)
    return part, ("columns", item(index, {"name": each.name}), "calc")
