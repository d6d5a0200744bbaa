"""What rules look at: the year, a sheet, a row, a cell. Each knows its members by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from selfeval_tui.checks.levels import homes
from selfeval_tui.sheet import Address, Batch, Row, Sheet, field_at
from selfeval_tui.sheet.approved import Names, paired
from selfeval_tui.spec import Value
from selfeval_tui.spec.model import Field, Role, TableBlock
from selfeval_tui.text import fold

if TYPE_CHECKING:
    from selfeval_tui.text import Verdict


class BatchView:
    """The sheets of one unit and year.

    Args:
        batch: Where texts, computed values and verdicts are.
    """

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.memo: dict[str, Value] = {}
        """Members that were asked for, by name."""
        self.passed: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
        """Texts that the rules about cells let pass: table, column and text, by form."""
        self._sheets: dict[str, SheetView] = {}

    @property
    def sheets(self) -> tuple["SheetView", ...]:
        """All sheets in their order."""
        return tuple(self.sheet(sheet.id) for sheet in self.batch.sheets)

    def sheet(self, sheet_id: str) -> "SheetView":
        """One sheet."""
        if sheet_id not in self._sheets:
            self._sheets[sheet_id] = SheetView(self, self.batch.sheet(sheet_id))
        return self._sheets[sheet_id]

    def forget_all(self) -> None:
        """Look at everything anew: sheets or rows came or went."""
        self.memo.clear()
        self.passed.clear()
        self._sheets.clear()

    def forget(self, addresses: Iterable[Address]) -> None:
        """Look at the year as a whole, and at these cells and what is around them, anew."""
        self.memo.clear()
        self.passed.clear()
        for address in addresses:
            if address.sheet in self._sheets:
                self._sheets[address.sheet].forget(address)

    def of_kind(self, kind: str) -> Iterator["SheetView"]:
        """The sheets of a kind."""
        return (view for view in self.sheets if view.sheet.spec.kind == kind)

    def commonest(self, role: Role) -> str:
        """What most sheets say in the field that plays a role; empty where none says anything."""
        texts = (sheet.with_role(role).strip() for sheet in self.batch.sheets)
        counted = Counter(text for text in texts if text).most_common(1)
        return counted[0][0] if counted else ""


class SheetView:
    """One sheet among the others of its year.

    Args:
        year: The whole.
        sheet: The sheet.
    """

    def __init__(self, year: BatchView, sheet: Sheet) -> None:
        self.year = year
        self.sheet = sheet
        self.memo: dict[str, Value] = {}
        """Members that were asked for, by name."""

    @property
    def batch(self) -> Batch:
        """Where texts, computed values and verdicts are."""
        return self.year.batch

    def forget_all(self) -> None:
        """Look at the sheet and its rows anew."""
        self.memo.clear()
        for row in self.rows:
            row.forget()

    def forget(self, address: Address) -> None:
        """Look at the sheet as a whole, and at the row of a cell, anew."""
        self.memo.clear()
        self.__dict__.pop("names", None)
        self.__dict__.pop("approved", None)
        for row in self.rows if address.table else ():
            if row.address == address.of_row:
                row.forget()

    @cached_property
    def rows(self) -> tuple["RowView", ...]:
        """The rows that hold a target and an actual, in the clerk's order."""
        return tuple(
            RowView(self, table, row, number)
            for table in self.sheet.spec.tables
            if table.judged
            for number, row in enumerate(self.sheet.tables.get(table.name, {}).values(), start=1)
        )

    @cached_property
    def names(self) -> Mapping[tuple[str, ...], int]:
        """How often each 一级/二级/三级指标 stands on the sheet; rows without a name left out."""
        return Counter(row.name for row in self.rows if row.name)

    @cached_property
    def approved(self) -> Mapping[Address, int]:
        """The number, from 0, of the approved indicator (批复目标) of each row that has one."""
        if not self.sheet.approved:
            return {}
        found = paired([row.names for row in self.rows], self.sheet.approved)
        return {self.rows[row].address: number for number, row in found.items()}

    @cached_property
    def homes(self) -> Mapping[str, frozenset[str]]:
        """The 二级指标 of each 一级指标 of the form."""
        return homes(self.sheet.spec)

    def cells(self) -> Iterator["CellView"]:
        """Every cell that somebody types in, but what the form itself prints in a fixed row."""
        sheet = self.sheet
        for name in sheet.spec.fields:
            yield CellView(self, Address(sheet.id, name), sheet.fields.get(name, ""))
        for block, row in sheet.rows():
            printed = block.printed.get(row.id, ())
            for column in block.columns:
                if column.name not in printed:
                    address = Address(sheet.id, column.name, block.name, row.id)
                    yield CellView(self, address, row.cells.get(column.name, ""))

    def cell(self, address: Address) -> "CellView":
        """One of these cells."""
        return CellView(self, address, self.batch.typed(address))

    @cached_property
    def money_row(self) -> Mapping[Role, Address]:
        """The first row of the money table: its cells by the roles they play."""
        found = self.sheet.spec.table_with_role(Role.SPENT)
        if found is None:
            return {}
        table = found[0]
        row = next(iter(self.sheet.tables.get(table.name, {})), None)
        if row is None:
            return {}
        return {
            column.role: Address(self.sheet.id, column.name, table.name, row)
            for column in table.columns
            if column.role is not None
        }

    def cell_of(self, role: Role) -> Address | None:
        """The field, or the cell of the money row, that plays a role."""
        field = self.sheet.spec.field_with_role(role)
        return Address(self.sheet.id, field.name) if field else self.money_row.get(role)

    @property
    def year_typed(self) -> str:
        """年度, which says of which year the figures of the accounts are to be."""
        return self.sheet.with_role(Role.YEAR).strip()

    def text_of(self, role: Role) -> str:
        """What is typed there; empty where the form has no such cell."""
        cell = self.cell_of(role)
        return self.batch.typed(cell) if cell else ""

    def field_at(self, address: Address) -> Field:
        """The field or column of a cell."""
        return field_at(self.sheet.spec, address)


class RowView:
    """One row with a target and an actual.

    Args:
        sheet: Where it stands.
        table: Its table.
        row: What is typed there.
        number: Which row of the table it is, counted from 1.
    """

    def __init__(self, sheet: SheetView, table: TableBlock, row: Row, number: int) -> None:
        self.sheet = sheet
        self.table = table
        self.address = Address(sheet.sheet.id, "", table.name, row.id)
        self.number = number
        self._cells = row.cells
        self.memo: dict[str, Value] = {}
        """Members that were asked for, by name."""

    def forget(self) -> None:
        """Look at the row anew."""
        self.memo.clear()
        self.__dict__.pop("name", None)
        self.__dict__.pop("verdict", None)

    def cell_of(self, role: Role) -> Address | None:
        """The cell of the row that plays a role."""
        column = self.table.with_role(role)
        return self.address.beside(column.name) if column else None

    def text_of(self, role: Role) -> str:
        """What is typed there; empty where the form has no such column."""
        column = self.table.with_role(role)
        return self._cells.get(column.name, "") if column else ""

    @property
    def names(self) -> Names:
        """一级, 二级 and 三级指标 as typed."""
        first, second, third = map(self.text_of, (Role.LEVEL1, Role.LEVEL2, Role.INDICATOR))
        return first, second, third

    @cached_property
    def name(self) -> tuple[str, ...]:
        """一级, 二级 and 三级指标, folded; empty where the last one is not typed."""
        return tuple(map(fold, self.names)) if self.names[-1].strip() else ()

    @cached_property
    def verdict(self) -> "Verdict":
        """The row's verdict, the clerk's own decision included."""
        found = self.sheet.batch.verdict(self.address)
        assert found is not None
        return found


class CellView:
    """One cell that somebody types in.

    Args:
        sheet: Where it stands.
        address: The cell.
        text: What is typed there.
    """

    def __init__(self, sheet: SheetView, address: Address, text: str) -> None:
        self.sheet = sheet
        self.address = address
        self.text = text

    @property
    def field(self) -> Field:
        """Its field or column."""
        return self.sheet.field_at(self.address)


View = BatchView | SheetView | RowView | CellView


def sheet_of(view: SheetView | RowView | CellView) -> SheetView:
    """The sheet that a place belongs to."""
    return view if isinstance(view, SheetView) else view.sheet


def year_of(view: View) -> BatchView:
    """The year that a place belongs to."""
    return view if isinstance(view, BatchView) else sheet_of(view).year
