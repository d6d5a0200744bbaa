"""Verdicts of rows (判定): kept for each row until its indicator, target or actual changes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.sheet import Ruling, Sheet
from selfeval_tui.spec.model import Role, TableBlock

if TYPE_CHECKING:
    from selfeval_tui.text import Verdict

JUDGED_BY = (Role.INDICATOR, Role.LEVEL2, Role.TARGET, Role.ACTUAL)
"""A change in one of these columns makes a row be judged anew."""

DECIDED_ON = (Role.TARGET, Role.ACTUAL)
"""A change in one of these columns makes the clerk's own decision lapse."""


def plays(table: TableBlock, column: str, roles: tuple[Role, ...]) -> bool:
    """Whether a column plays one of the roles."""
    return table.column(column).role in roles


class Judge:
    """Judges the rows of a batch.

    Args:
        sheets: The sheets by id.
        typed: What was typed in a cell.
    """

    def __init__(self, sheets: Mapping[str, Sheet], typed: Callable[[Address], str]) -> None:
        self._sheets = sheets
        self._typed = typed
        self._known: dict[Address, Verdict] = {}

    def verdict(self, address: Address) -> "Verdict | None":
        """The verdict of the row that a cell stands in; None where nothing is judged there."""
        table = self._judged_table(address)
        if table is None:
            return None
        row = address.of_row
        found = self._known.get(row)
        if found is None:
            ruling = self._sheets[row.sheet].row(row.table, row.row).ruling
            found = self._known[row] = self._judge(table, row, ruling)
        return found

    def verdict_under(self, address: Address, ruling: Ruling) -> "Verdict | None":
        """The verdict that the row would have under a decision of the clerk's; it is not kept."""
        table = self._judged_table(address)
        return None if table is None else self._judge(table, address.of_row, ruling)

    def forget(self, address: Address) -> None:
        """Drop the verdict of a row."""
        self._known.pop(address.of_row, None)

    def forget_all(self) -> None:
        """Drop every verdict."""
        self._known.clear()

    def _judged_table(self, address: Address) -> TableBlock | None:
        if not address.table:
            return None
        table = self._sheets[address.sheet].spec.table(address.table)
        return table if table.judged else None

    def _judge(self, table: TableBlock, row: Address, ruling: Ruling) -> "Verdict":
        from selfeval_tui.text import judge

        def text(role: Role) -> str:
            column = table.with_role(role)
            return self._typed(row.beside(column.name)) if column else ""

        read = judge(
            ruling.reading or text(Role.TARGET),
            text(Role.ACTUAL),
            indicator=text(Role.INDICATOR),
            level2=text(Role.LEVEL2),
            direction=ruling.direction,
        )
        if ruling.reading:
            read = evolve(read, target=evolve(read.target, raw=text(Role.TARGET)))
        return overruled(read, ruling)


def overruled(read: "Verdict", ruling: Ruling) -> "Verdict":
    """The verdict after the clerk's own decision (人工), which wins."""
    if ruling.verdict is None:
        return read
    return evolve(read, code=ruling.verdict, why=f"人工判定为“{ruling.verdict.label}”。{read.why}")
