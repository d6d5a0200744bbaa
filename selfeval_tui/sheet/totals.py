"""The unit's year in figures (本单位年度合计): budgets, spending, and 附件2 beside Σ附件1."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec.model import Role


@frozen
class Totals:
    """Sums over the project sheets, in the unit of their own columns; None where none is typed."""

    budget: Decimal | None
    spent: Decimal | None
    department_total: Decimal | None
    """项目支出总额 as typed on the department sheet."""
    department_label: str = ""
    """What the department sheet calls that amount; empty where there is no such sheet."""

    @property
    def rate(self) -> Decimal | None:
        """执行率 of all projects as a ratio; None without a budget."""
        if self.budget is None or self.spent is None or not self.budget:
            return None
        return self.spent / self.budget

    @property
    def gap(self) -> Decimal | None:
        """Σ执行数 of the project sheets minus 项目支出总额 of the department sheet."""
        if self.spent is None or self.department_total is None:
            return None
        return self.spent - self.department_total


def totals(sheets: tuple[Sheet, ...]) -> Totals:
    """Add up the batch; which side of a gap is wrong is the clerk's to find."""
    fields = (sheet.spec.field_with_role(Role.PROJECT_TOTAL) for sheet in sheets)
    return Totals(
        budget=_sum(_money(sheet, Role.BUDGET) for sheet in sheets),
        spent=_sum(_money(sheet, Role.SPENT) for sheet in sheets),
        department_total=_sum(_field_money(sheet) for sheet in sheets),
        department_label=next((field.name for field in fields if field), ""),
    )


def money_cell(sheet: Sheet, role: Role) -> Address | None:
    """The first cell of the sheet's money table that plays a role (BUDGET, SPENT, RATE)."""
    found = sheet.spec.table_with_role(role)
    if found is None:
        return None
    table, column = found
    row = next(iter(sheet.tables.get(table.name, {})), None)
    return Address(sheet.id, column.name, table.name, row) if row is not None else None


def _money(sheet: Sheet, role: Role) -> Decimal | None:
    address = money_cell(sheet, role)
    if address is None:
        return None
    value = value_of(sheet.spec.table(address.table).column(address.name), sheet.typed(address))
    return value if isinstance(value, Decimal) else None


def _field_money(sheet: Sheet) -> Decimal | None:
    field = sheet.spec.field_with_role(Role.PROJECT_TOTAL)
    if field is None:
        return None
    value = value_of(field, sheet.fields.get(field.name, ""))
    return value if isinstance(value, Decimal) else None


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
