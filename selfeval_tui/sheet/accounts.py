"""The figures of the accounts (决算数据): a sheet of its own, and what follows for 附件2."""

from collections.abc import Callable, Iterator

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.arithmetic import in_figures
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Reference, Value
from selfeval_tui.spec.model import FIGURES, Rate, Role, Spec


@frozen
class AccountRate:
    """A standard rate as the figures of the accounts give it."""

    rate: Rate
    value: Value
    """A ratio; blank where a figure is missing or a divisor is 0."""
    figures: str
    """The arithmetic, 7.76 ÷ 11.08; empty where a figure is missing."""
    names: str
    """The same in the names of the figures: 公用经费决算数 ÷ 公用经费预算数."""
    missing: tuple[str, ...]
    """The figures that are not typed, or say no number."""


def figures_sheet(batch: Batch, year: str = "") -> Sheet | None:
    """The batch's figures of the accounts; None where nobody typed any.

    Args:
        batch: The sheets.
        year: The year that they should be of; figures without a year are of any.
    """
    sheets = (sheet for sheet in batch.sheets if sheet.spec.kind == FIGURES)
    return next((sheet for sheet in sheets if _is_of(sheet, year)), None)


def figure_names(spec: Spec) -> Iterator[str]:
    """The fields in which figures of the accounts are typed: those that play no part elsewhere."""
    return (field.name for field in spec.fields.values() if field.role is None)


def figure(batch: Batch, name: str, year: str = "") -> Value:
    """One figure of the accounts, in the unit of its own field; blank where it is not typed."""
    sheet = figures_sheet(batch, year)
    if sheet is None or name not in sheet.spec.fields:
        return BLANK
    return value_of(sheet.spec.fields[name], sheet.fields.get(name, ""))


def account_rate(batch: Batch, row: Address) -> AccountRate | None:
    """The rate of a row as the accounts give it; None for a row that no formula is known for."""
    sheet = batch.sheet(row.sheet)
    column = sheet.spec.table(row.table).with_role(Role.INDICATOR) if row.table else None
    if column is None or not sheet.spec.rates:
        return None
    indicator = batch.typed(row.beside(column.name)).strip()
    rate = next((each for each in sheet.spec.rates if each.indicator == indicator), None)
    if rate is None:
        return None
    formula = sheet.spec.rate_formulas[indicator]
    year = sheet.with_role(Role.YEAR).strip()
    wanted = sorted({need.name for need in formula.needs}, key=formula.source.index)
    return AccountRate(
        rate,
        formula.evaluate(_looked_up(batch, year)),
        in_figures(formula.tree, lambda name: _typed(batch, name, year)),
        in_figures(formula.tree, lambda name: name),
        tuple(name for name in wanted if figure(batch, name, year) is BLANK),
    )


def _is_of(sheet: Sheet, year: str) -> bool:
    return not year or sheet.with_role(Role.YEAR).strip() in {year, ""}


def _looked_up(batch: Batch, year: str) -> Callable[[Reference], Value]:
    return lambda need: figure(batch, need.name, year)


def _typed(batch: Batch, name: str, year: str) -> str:
    sheet = figures_sheet(batch, year)
    return sheet.fields.get(name, "") if sheet else ""
