"""The formulas of a sheet, compiled once, in the order they are computed."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from selfeval_tui.spec.formula import Formula, Reference, Scope, compile_formula
from selfeval_tui.spec.model import Field, Spec, TableBlock
from selfeval_tui.spec.names import names_in, rate_names
from selfeval_tui.spec.order import evaluation_order


@frozen
class FormulaKey:
    """A computed field, or a computed column of a table."""

    table: str
    """Empty for a field."""
    name: str

    def __str__(self) -> str:
        return f"{self.table}.{self.name}" if self.table else self.name


def spec_formulas(spec: Spec) -> Mapping[FormulaKey, Formula]:
    """The formula of each computed field and column, inputs before what they feed.

    A bare name in a formula is the row's own column first, else a field (see `own_key`).

    Raises:
        SpecError: A formula does not compile, or formulas need each other. The loader has
            refused both; only a specification made by hand can have them.
    """
    return spec.formulas


def compile_spec(spec: Spec) -> dict[FormulaKey, Formula]:
    """Compile every formula of a sheet; what `Spec.formulas` keeps."""
    formulas = {
        FormulaKey(table.name if table else "", each.name): compile_formula(
            each.calc, names_in(spec, table)
        )
        for table, each in computed_cells(spec)
    }
    needs = {key: formula_needs(spec, key, formula) for key, formula in formulas.items()}
    return {key: formulas[key] for key in evaluation_order(needs)}


def compile_rates(spec: Spec) -> dict[str, Formula]:
    """Compile the rates of a sheet; what `Spec.rate_formulas` keeps.

    Raises:
        FormulaError: One does not compile. The loader has refused it.
    """
    names = rate_names(spec)
    return {rate.indicator: compile_formula(rate.calc, names) for rate in spec.rates}


def computed_cells(spec: Spec) -> Iterator[tuple[TableBlock | None, Field]]:
    """Every field and column with a formula, and the table it stands in."""
    yield from ((None, each) for each in spec.fields.values() if each.calc)
    for table in spec.tables:
        yield from ((table, column) for column in table.columns if column.calc)


def formula_needs(spec: Spec, key: FormulaKey, formula: Formula) -> list[FormulaKey]:
    """What a formula needs of its own sheet; other sheets are the batch's to order."""
    keys = (own_key(spec, key, need) for need in sorted(formula.needs, key=str))
    return [each for each in keys if each is not None]


def own_key(spec: Spec, key: FormulaKey, need: Reference) -> FormulaKey | None:
    """Where a reference looks inside its own sheet; None for one that looks at other sheets."""
    if need.scope is Scope.KIND:
        return None
    if need.scope is Scope.TABLE:
        return FormulaKey(need.owner, need.name)
    if key.table and any(each.name == need.name for each in spec.table(key.table).columns):
        return FormulaKey(key.table, need.name)
    return FormulaKey("", need.name)
