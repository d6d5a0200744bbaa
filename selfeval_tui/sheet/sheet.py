"""The typed content of one sheet. Only `Batch` changes it."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.approved import Approved
from selfeval_tui.sheet.basis import Basis
from selfeval_tui.sheet.explanation import Explanation
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.remark import Remark
from selfeval_tui.spec.model import Role, Spec, TableBlock
from selfeval_tui.text import Direction, VerdictCode


@frozen
class Ruling:
    """What the clerk decided for a row (人工), instead of what the program read.

    It lapses when the row's target or actual changes.
    """

    verdict: VerdictCode | None = None
    direction: Direction | None = None
    reading: str = ""
    """What the target says in a form that can be read, as in ≤3次; the typed one where empty."""

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return self.verdict is not None or self.direction is not None or bool(self.reading)


@define
class Row:
    """One row of a table: its typed cells by column name."""

    id: str
    cells: dict[str, str] = Factory(dict)
    ruling: Ruling = Ruling()
    basis: Basis = Factory(Basis)

    def copy(self) -> "Row":
        """The same row as a value of its own."""
        return Row(self.id, dict(self.cells), self.ruling, self.basis)


@define
class Sheet:
    """One sheet: typed fields and rows, kept to the letter."""

    id: str
    spec: Spec
    fields: dict[str, str] = Factory(dict)
    tables: dict[str, dict[str, Row]] = Factory(dict)
    """The rows of each table by their id, in the clerk's order."""
    demo: bool = False
    """Whether it belongs to the 示例 and says so wherever it is shown."""
    life: Life = Factory(Life)
    explanations: dict[str, Explanation] = Factory(dict)
    """The clerk's reasons (说明) by their id, in the order in which they were given."""
    remarks: dict[str, Remark] = Factory(dict)
    """The bureau's remarks (财政意见) by their id, in the order in which they came."""
    approved: tuple[Approved, ...] = ()
    """The approved indicators (批复目标) that it is held against; empty where none are known."""
    newer: int = 0
    """The format of its file where that is newer than this program's; such a sheet is for looking
    at only, because saving would drop what we do not know of."""

    @property
    def locked(self) -> bool:
        """Whether nobody may change it here."""
        return bool(self.newer) or self.life.locked

    def typed(self, address: Address) -> str:
        """What was typed there; empty where nothing was.

        Raises:
            KeyError: The row does not exist.
        """
        if not address.table:
            return self.fields.get(address.name, "")
        return self.row(address.table, address.row).cells.get(address.name, "")

    def row(self, table: str, row: str) -> Row:
        """The row of that id.

        Raises:
            KeyError: There is none.
        """
        return self.tables[table][row]

    def rows(self) -> Iterator[tuple[TableBlock, Row]]:
        """Every row of every table, in the order of the sheet."""
        for block in self.spec.tables:
            for row in self.tables.get(block.name, {}).values():
                yield block, row

    def addresses(self) -> Iterator[Address]:
        """Every cell of the sheet, fields first."""
        for name in self.spec.fields:
            yield Address(self.id, name)
        for block, row in self.rows():
            for column in block.columns:
                yield Address(self.id, column.name, block.name, row.id)

    def with_role(self, role: Role) -> str:
        """The typed text of the field that plays a role; empty where none does."""
        field = self.spec.field_with_role(role)
        return self.fields.get(field.name, "") if field else ""

    def copy(self) -> "Sheet":
        """The same sheet as a value of its own."""
        tables = {
            name: {row.id: row.copy() for row in rows.values()}
            for name, rows in self.tables.items()
        }
        return Sheet(
            self.id,
            self.spec,
            dict(self.fields),
            tables,
            self.demo,
            self.life,
            dict(self.explanations),
            dict(self.remarks),
            self.approved,
            self.newer,
        )
