"""The money of a sheet as 自评结果汇总表 prints it, and the sums of several."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from selfeval_tui.excel.report import FIRST_ROW, NOTHING
from selfeval_tui.layout.box import Content, Formula, Number
from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.numbers import number_of
from selfeval_tui.layout.options import Rates
from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.totals import money_cell
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec.model import Role
from selfeval_tui.text import format_number

WAN, YUAN = "万元", "元"
_YUAN_A_WAN = Decimal(10000)
BUDGET_LETTER, SPENT_LETTER = "D", "E"
"""The columns of the summary that hold the amounts."""


@frozen
class Money:
    """What one sheet says of its money."""

    budget: Content
    spent: Content
    rate: Content
    budget_wan: Decimal
    """In 万元; 0 where nothing was typed."""
    spent_wan: Decimal

    @property
    def cells(self) -> tuple[Content, Content, Content]:
        """The three cells of a line."""
        return self.budget, self.spent, self.rate


def common_unit(sheets: Iterable[Sheet]) -> str:
    """元 or 万元, where all money tables have the same; else an empty text."""
    units = {unit for sheet in sheets if (unit := _unit(sheet))}
    return units.pop() if len(units) == 1 else ""


def money_of(batch: Batch, sheet: Sheet, rates: Rates, unit: str) -> Money | None:
    """The first row of a sheet's money table; None where it has none.

    Args:
        batch: Knows the computed values.
        sheet: The sheet.
        rates: Which 执行率 to print where the typed one disagrees with the computed one.
        unit: The unit of all amounts; where empty each amount says its own.
    """
    budget, spent, rate = (money_cell(sheet, role) for role in (Role.BUDGET, Role.SPENT, Role.RATE))
    at = budget or spent
    if at is None:
        return None
    row = Contents(batch, sheet, rates).row(
        sheet.spec.table(at.table), sheet.row(at.table, at.row), {}
    )
    behind = "" if unit else _unit(sheet)
    return Money(
        _amount(row, budget, behind),
        _amount(row, spent, behind),
        plain(row[rate.name]) if rate else "",
        _in_wan(sheet, budget),
        _in_wan(sheet, spent),
    )


def sums_of(money: Sequence[Money | None], unit: str) -> tuple[Content, Content, Content]:
    """Budget, spending and rate of all lines; formulas where every amount is a plain number.

    Args:
        money: Line after line; None for those without money.
        unit: As for `money_of`; where empty the sums are in 万元 and say so.
    """
    known = [each for each in money if each is not None]
    budget = sum((each.budget_wan for each in known), Decimal(0))
    spent = sum((each.spent_wan for each in known), Decimal(0))
    last = FIRST_ROW + len(money) - 1
    cells = (
        _sum(budget, unit, BUDGET_LETTER, last, [each.budget for each in known]),
        _sum(spent, unit, SPENT_LETTER, last, [each.spent for each in known]),
    )
    if not budget:
        return (*cells, NOTHING)
    rate = Number(spent / budget, "0.00%")
    if any(isinstance(each, str) for each in cells):
        return (*cells, rate)
    divided = f"{SPENT_LETTER}{last + 1}/{BUDGET_LETTER}{last + 1}"
    source = f'IF({BUDGET_LETTER}{last + 1}=0,"",{divided})'
    return (*cells, Formula(source, rate.value, rate.format))


def plain(content: Content) -> Content:
    """A formula speaks of cells of its own sheet; elsewhere its value stands."""
    return Number(content.value, content.format) if isinstance(content, Formula) else content


def _unit(sheet: Sheet) -> str:
    found = sheet.spec.table_with_role(Role.BUDGET)
    return found[1].unit if found else ""


def _amount(row: dict[str, Content], cell: Address | None, behind: str) -> Content:
    content = plain(row[cell.name]) if cell else ""
    if not behind or content == "":
        return content
    text = content if isinstance(content, str) else format_number(content.value)
    return f"{text}{behind}"


def _in_wan(sheet: Sheet, cell: Address | None) -> Decimal:
    if cell is None:
        return Decimal(0)
    value = value_of(sheet.spec.table(cell.table).column(cell.name), sheet.typed(cell))
    if not isinstance(value, Decimal):
        return Decimal(0)
    return value / _YUAN_A_WAN if _unit(sheet) == YUAN else value


def _sum(wan: Decimal, unit: str, letter: str, last: int, cells: Sequence[Content]) -> Content:
    text = format_number(wan * _YUAN_A_WAN if unit == YUAN else wan)
    number = number_of(text)
    if not unit or number is None:
        return text if unit else f"{text}{WAN}"
    if all(isinstance(each, Number) or each == "" for each in cells):
        return Formula(f"SUM({letter}{FIRST_ROW}:{letter}{last})", number.value, number.format)
    return number
