"""The names that speak of 分值, 得分 and 总分, and of where a sheet's money comes from.

Forms without scores have none of these cells: every name is blank there, and its rules rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from selfeval_tui.checks.member import Member, read, the
from selfeval_tui.checks.views import RowView, SheetView
from selfeval_tui.sheet import Address, Row
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, Blank, Value
from selfeval_tui.spec.model import Column, Kind, Role
from selfeval_tui.text import Operator, fold, parse_number, read_actual

_FULL = Decimal(100)
_USUAL_BUDGET_WEIGHTS = (Decimal(10), Decimal(20), Decimal(0))
"""What 预算执行 counts for where the sheet does not say so; some forms leave it unscored."""
_STEP = Decimal("0.005")
_HALF = Decimal("0.5")
_POINT = "分"


def points(text: str) -> Decimal | Blank:
    """A score as typed, 9.5 or 9.5分; 0 where it does not apply, blank where it is unreadable."""
    if not text.strip():
        return BLANK
    number = parse_number(fold(text).removesuffix(_POINT))
    if number is not None:
        return number
    not_scored = read_actual(text).operator is Operator.not_applicable
    return Decimal(0) if not_scored else BLANK


def _of_row(role: Role) -> Member[RowView]:
    return Member(lambda view: points(view.text_of(role)), lambda view: the(view.cell_of(role)))


SCORED_ROW: Mapping[str, Member[RowView]] = {
    "分值": _of_row(Role.WEIGHT),
    "得分": _of_row(Role.SCORE),
}
"""What a row of indicators is worth, and what it was given."""


def _sum_of_rows(view: SheetView, role: Role) -> Decimal | Blank:
    """What the rows add up to; blank where one of them does not say."""
    rows = [row for row in view.rows if row.text_of(Role.INDICATOR).strip()]
    found = [points(row.text_of(role)) for row in rows]
    numbers = [value for value in found if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if found and len(numbers) == len(found) else BLANK


def _budget_points(view: SheetView, role: Role) -> Decimal | Blank:
    """分值 or 得分 of 预算执行 as typed; blank where the form has no such cell."""
    cell = view.money_row.get(role)
    return points(view.batch.typed(cell)) if cell else BLANK


def _budget_weight(view: SheetView) -> Value:
    """What 预算执行 counts for, as typed or as the form prints it."""
    cell = view.money_row.get(Role.WEIGHT)
    if cell is None:
        return BLANK
    printed = view.sheet.spec.table(cell.table).printed.get(cell.row, {}).get(cell.name, "")
    return points(view.batch.typed(cell) or printed)


def _all_weights(view: SheetView) -> Value:
    rows, budget = _sum_of_rows(view, Role.WEIGHT), _budget_points(view, Role.WEIGHT)
    if not isinstance(rows, Decimal):
        return BLANK
    if isinstance(budget, Decimal):
        return rows + budget
    usual = (rows + weight for weight in _USUAL_BUDGET_WEIGHTS)
    return next((whole for whole in usual if whole == _FULL), rows + _USUAL_BUDGET_WEIGHTS[0])


def _all_scores(view: SheetView) -> Value:
    rows, budget = _sum_of_rows(view, Role.SCORE), _budget_points(view, Role.SCORE)
    if isinstance(rows, Blank) or isinstance(budget, Blank):
        return BLANK
    return rows + budget


def _slack(view: SheetView) -> Value:
    """How far 总分 may be from the sum by rounding alone."""
    return max(_STEP * (len(view.rows) + 2), _half_of_last_digit(view.text_of(Role.TOTAL)))


def _half_of_last_digit(text: str) -> Decimal:
    number = points(text)
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return Decimal(1).scaleb(min(exponent, 0)) * _HALF if isinstance(exponent, int) else _HALF


def _cells(view: SheetView, role: Role) -> Iterable[Address]:
    yield from the(view.money_row.get(role))
    yield from (cell for row in view.rows if (cell := row.cell_of(role)))


def _budget_score_slack(view: SheetView) -> Value:
    cell = view.money_row.get(Role.SCORE)
    return _half_of_last_digit(view.batch.typed(cell)) if cell else BLANK


def _unlike_sources(view: SheetView) -> Iterator[tuple[Column, Address]]:
    """The columns of money whose first row is not what the rows below it add up to."""
    found = view.sheet.spec.table_with_role(Role.SPENT)
    if found is None:
        return
    table = found[0]
    whole, *parts = view.sheet.tables[table.name].values() or (Row(""),)
    for column in table.columns if parts else ():
        if column.kind is Kind.MONEY and not _adds_up(column, whole, parts):
            yield column, Address(view.sheet.id, column.name, table.name, whole.id)


def _adds_up(column: Column, whole: Row, parts: list[Row]) -> bool:
    """Whether a whole is its parts; 其中 without all of its parts may fall short of it."""
    total = value_of(column, whole.cells.get(column.name, ""))
    texts = [part.cells.get(column.name, "").strip() for part in parts]
    numbers = [value for text in texts if isinstance(value := value_of(column, text), Decimal)]
    if not isinstance(total, Decimal) or not numbers:
        return True
    gap = total - sum(numbers, Decimal(0))
    slack = _STEP * (len(numbers) + 1)
    return abs(gap) <= slack or (gap > 0 and len(numbers) == 1 < len(texts) and not all(texts))


def _sources(view: SheetView) -> Value:
    return "、".join(column.label or column.name for column, _ in _unlike_sources(view)) or BLANK


SCORED_SHEET: Mapping[str, Member[SheetView]] = {
    "总分": read(Role.TOTAL, lambda _field, text: points(text)),
    "得分合计": Member(_all_scores, lambda view: _cells(view, Role.SCORE)),
    "得分误差": Member(_slack),
    "分值合计": Member(_all_weights, lambda view: _cells(view, Role.WEIGHT)),
    "预算分值": Member(_budget_weight),
    "预算得分": Member(
        lambda view: _budget_points(view, Role.SCORE),
        lambda view: the(view.money_row.get(Role.SCORE)),
    ),
    "预算得分误差": Member(_budget_score_slack),
    "来源不符栏": Member(_sources, lambda view: (cell for _, cell in _unlike_sources(view))),
}
"""What a sheet with scores says of them as a whole, and of its sources of money."""
