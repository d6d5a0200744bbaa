"""Computed cells: evaluated when somebody looks, kept until something below them changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import BLANK, FormulaKey, Reference, Scope, Value, own_key, spec_formulas
from selfeval_tui.spec.model import Field, Spec


class Calculator:
    """Evaluates the computed cells of a batch.

    Args:
        sheets: The sheets by id; read anew at each evaluation.
        typed: What was typed in a cell. A preview passes one that sees the text being typed.
    """

    def __init__(self, sheets: Mapping[str, Sheet], typed: Callable[[Address], str]) -> None:
        self._sheets = sheets
        self._typed = typed
        self._known: dict[Address, Value] = {}

    def computed(self, address: Address) -> Value | None:
        """The computed value of a cell; None for a cell without a formula.

        A percentage is a ratio, money is in the field's own unit, and BLANK says that an
        input is missing or a divisor is 0.
        """
        spec = self._sheets[address.sheet].spec
        key = FormulaKey(address.table, address.name)
        formula = spec_formulas(spec).get(key)
        if formula is None:
            return None
        if address not in self._known:
            self._known[address] = formula.evaluate(
                lambda need: self._look_up(spec, address, key, need)
            )
        return self._known[address]

    def forget(self, addresses: Iterable[Address]) -> None:
        """Drop what was computed for these cells."""
        for address in addresses:
            self._known.pop(address, None)

    def forget_all(self) -> None:
        """Drop everything, as when a sheet comes or goes."""
        self._known.clear()

    def _look_up(self, spec: Spec, at: Address, key: FormulaKey, need: Reference) -> Value:
        own = own_key(spec, key, need)
        if own is None:
            return tuple(self._value(each) for each in self._of_kind(need.owner, need.name))
        if need.scope is Scope.TABLE:
            rows = self._sheets[at.sheet].tables.get(own.table, {})
            return tuple(self._value(Address(at.sheet, own.name, own.table, row)) for row in rows)
        return self._value(Address(at.sheet, own.name, own.table, at.row if own.table else ""))

    def _of_kind(self, kind: str, name: str) -> Iterator[Address]:
        for sheet in self._sheets.values():
            if sheet.spec.kind != kind:
                continue
            if name in sheet.spec.fields:
                yield Address(sheet.id, name)
                continue
            for block, row in sheet.rows():
                if not block.free and any(column.name == name for column in block.columns):
                    yield Address(sheet.id, name, block.name, row.id)

    def _value(self, address: Address) -> Value:
        """A typed value where there is one, else the computed one."""
        text = self._typed(address)
        if not text.strip():
            computed = self.computed(address)
            return BLANK if computed is None else computed
        return value_of(field_at(self._sheets[address.sheet].spec, address), text)


def field_at(spec: Spec, address: Address) -> Field:
    """The field or column that a cell stands in.

    Raises:
        KeyError: The specification has no such cell.
    """
    if not address.table:
        return spec.fields[address.name]
    return spec.table(address.table).column(address.name)
