"""What a cell prints: typed text to the letter, figures as numbers, choices as a line of ticks."""

from collections.abc import Mapping
from decimal import Decimal

from selfeval_tui.layout.box import ROW, Content, Formula, Number, column_letters
from selfeval_tui.layout.numbers import number_of, percent_of
from selfeval_tui.layout.options import Rates
from selfeval_tui.layout.translate import translate
from selfeval_tui.sheet import Address, Batch, Row, Sheet, show_value
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.spec import FormulaKey, Value, spec_formulas
from selfeval_tui.spec.model import Column, Field, Kind, TableBlock
from selfeval_tui.text import strip_controls
from selfeval_tui.text.rounding import rounded

_LARGEST = Decimal(10) ** 12
"""What is computed beyond this is printed as text: a workbook would not keep all its digits."""
TICKED, OPEN = "☑", "□"
_FIGURES = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT})


class Contents:
    """Says what the cells of one sheet print.

    Args:
        batch: Knows the computed values.
        sheet: The sheet.
        rates: Which percentage to print where the typed one disagrees with the computed one.
    """

    def __init__(self, batch: Batch, sheet: Sheet, rates: Rates) -> None:
        self._batch = batch
        self._sheet = sheet
        self._rates = rates
        self._formulas = spec_formulas(sheet.spec)

    def at(self, name: str, table: str = "", row: str = "") -> Address:
        """Where a cell of this sheet is."""
        return Address(self._sheet.id, name, table, row)

    def text(self, name: str) -> str:
        """A field as plain text, for lines above the grid and for names."""
        field = self._sheet.spec.fields[name]
        typed = strip_controls(self._sheet.fields.get(name, ""))
        if typed.strip():
            return typed
        return field.default or _shown(self._computed(name), field) or typed

    def field(self, name: str) -> Content:
        """A field in its box."""
        field = self._sheet.spec.fields[name]
        if field.kind in {Kind.CHOICE, Kind.FLAGS}:
            return ticks(field, self.text(name))
        text = self.text(name)
        return _figure(field, text) or text

    def row(self, table: TableBlock, row: Row, fixed: Mapping[str, str]) -> dict[str, Content]:
        """The cells of a table's row by column name.

        Args:
            table: The table.
            row: What was typed.
            fixed: Columns whose text the form prints.
        """
        contents: dict[str, Content] = {}
        for column in table.columns:
            if column.name in fixed:
                contents[column.name] = fixed[column.name]
            elif not column.calc:
                typed = strip_controls(row.cells.get(column.name, ""))
                text = typed if typed.strip() else column.default or typed
                contents[column.name] = _figure(column, text) or text
        for column in table.columns:
            if column.name not in contents:
                contents[column.name] = self._computed_cell(table, column, row, contents)
        return contents

    def _computed_cell(
        self, table: TableBlock, column: Column, row: Row, beside: Mapping[str, Content]
    ) -> Content:
        """A formula wherever it shows what was typed, or what is computed where nothing was."""
        address = Address(self._sheet.id, column.name, table.name, row.id)
        typed = strip_controls(row.cells.get(column.name, ""))
        value = self._batch.computed(address)
        if not isinstance(value, Decimal):
            return typed if typed.strip() else _shown(value, column)
        if not typed.strip() or self._overruled(column, address):
            shown = _computed_figure(column, value) or _shown(value, column)
        elif column.kind is Kind.PERCENT:
            figure = _figure(column, typed)
            shown = figure if figure and _shows(figure, value) else typed
        else:
            return _figure(column, typed) or typed
        if isinstance(shown, str):
            return shown
        tree = self._formulas[FormulaKey(table.name, column.name)].tree
        source = translate(tree, _references(table, beside))
        if source is None:
            return Number(value, shown.format)
        return Formula(source, value, shown.format)

    def _overruled(self, column: Column, address: Address) -> bool:
        """Whether the clerk wants the computed percentage instead of the one that disagrees."""
        wanted = self._rates == "computed" and column.kind is Kind.PERCENT
        return wanted and disagrees(self._batch, address)

    def _computed(self, name: str) -> Value | None:
        return self._batch.computed(Address(self._sheet.id, name))


def ticks(field: Field, typed: str) -> str:
    """A choice as the form prints it: 1、部门预算项目 ☑ 2、市直专项 □.

    What is typed but no option stands behind the line, so that it does not get lost.
    """
    chosen = {typed.strip()} if field.kind is Kind.CHOICE else set(typed.splitlines())
    marks = [
        f"{number}、{option} {TICKED if option in chosen else OPEN}"
        for number, option in enumerate(field.options, start=1)
    ]
    rest = chosen.difference(field.options, {""})
    return " ".join([*marks, typed] if rest else marks)


def _figure(field: Field, text: str) -> Number | None:
    """The number that shows the text, where the field wants one and the text is a plain one."""
    if field.kind not in _FIGURES:
        return None
    return percent_of(text) if field.kind is Kind.PERCENT else number_of(text)


def _computed_figure(field: Field, value: Decimal) -> Number | None:
    """The number for a computed value, with the decimals its field wants; None where too long."""
    if abs(value) > _LARGEST:
        return None
    if field.digits is None:
        return _figure(field, _shown(value, field))
    point = "." if field.digits else ""
    sign = "%" if field.kind is Kind.PERCENT else ""
    return Number(value, f"0{point}{'0' * field.digits}{sign}")


def _shows(figure: Number, ratio: Decimal) -> bool:
    """Whether a ratio in the figure's format shows the same digits as the figure."""
    if abs(ratio) > _LARGEST:
        return False
    decimals = figure.format.count("0") - 1
    shown = rounded(ratio * 100, decimals)
    return shown / 100 == figure.value


def _shown(value: Value | None, field: Field) -> str:
    return "" if value is None else show_value(value, field, field.digits)


def _references(table: TableBlock, contents: Mapping[str, Content]) -> dict[str, str]:
    """The cells of a row that hold numbers, as a formula refers to them."""
    return {
        column.name: f"{column_letters(column.at)}{ROW}"
        for column in table.columns
        if isinstance(contents.get(column.name), Number | Formula)
    }
