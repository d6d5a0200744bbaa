"""Adding, moving and removing rows of a free table where the cursor stands."""

from collections.abc import Iterable, Mapping

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.place import row_number
from selfeval_tui.spec.model import TableBlock


def insert_row(batch: Batch, address: Address, *, above: bool = False) -> Address | None:
    """Add a row beside a cell's row; merged columns go on with the same text.

    Args:
        batch: What is edited.
        address: A cell of the row.
        above: Whether the new row stands above it; below where not.

    Returns:
        The first cell of the new row that waits for a text; None outside a free table.
    """
    table = free_table(batch, address)
    if table is None:
        return None
    position = _position(batch, address) + (0 if above else 1)
    kept = _group_texts(batch, table, address) if address.row else {}
    step = batch.insert_row(address.sheet, table.name, max(0, position), kept)
    waiting = next((each for each in table.columns if not kept.get(each.name)), table.columns[0])
    return step.at.beside(waiting.name)


def insert_rows(batch: Batch, address: Address, rows: Iterable[Mapping[str, str]]) -> Address:
    """Add rows with their texts below a cell's row, as one step.

    Returns:
        The first of the new rows; the cell itself where there are none.
    """
    first: Address | None = None
    position = _position(batch, address) + 1
    with batch.as_one("从别的表复制指标", address):
        for number, cells in enumerate(rows, start=position):
            step = batch.insert_row(address.sheet, address.table, number, cells)
            first = first or step.at
    return first or address


def delete_row(batch: Batch, address: Address) -> bool:
    """Remove a cell's row; False outside a free table."""
    if not address.row or free_table(batch, address) is None:
        return False
    batch.delete_row(address)
    return True


def can_move(batch: Batch, address: Address, by: int) -> bool:
    """Whether a cell's row can go up (-1) or down (1)."""
    if not address.row or free_table(batch, address) is None:
        return False
    rows = batch.sheet(address.sheet).tables[address.table]
    return 0 <= _position(batch, address) + by < len(rows)


def move_row(batch: Batch, address: Address, by: int) -> bool:
    """Move a cell's row up or down; False where it cannot go further."""
    if not can_move(batch, address, by):
        return False
    batch.move_row(address, _position(batch, address) + by)
    return True


def free_table(batch: Batch, address: Address) -> TableBlock | None:
    """The free table that a cell stands in; None elsewhere."""
    if not address.table:
        return None
    table = batch.sheet(address.sheet).spec.table(address.table)
    return table if table.free else None


def _position(batch: Batch, address: Address) -> int:
    """Where a cell's row stands, counted from 0; -1 where the table has no row yet."""
    return row_number(batch.sheet(address.sheet), address) - 1


def _group_texts(batch: Batch, table: TableBlock, address: Address) -> dict[str, str]:
    return {
        column.name: batch.typed(address.beside(column.name))
        for column in table.columns
        if column.group
    }
